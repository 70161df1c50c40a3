//! Ids in attributes that only the list can judge.

use crate::config::{Config, Warning};
use crate::directory::Directory;
use crate::filter::{Facet, Index};
use crate::strings::{concat, join};

/// An id that the list does not have.
pub struct Unknown {
    /// The filter; nothing for a group's id.
    facet: Option<Facet>,
    /// What comes before the filter's name in the attribute's.
    prefix: &'static str,
    id: String,
}

/// How many ids a warning names: enough to see what they look like.
const ENOUGH: usize = 30;

/// Takes out of the restrictions what the list does not have. The index is that of the list without any.
pub fn take_unknown(config: &mut Config, index: &Index, directory: &Directory) -> Vec<Unknown> {
    let mut unknown = Vec::new();
    config.only.retain(|(facet, id)| {
        let is_known = match facet {
            // A type of the vocabulary finds groups for any cancer, even where the list has none for it.
            Facet::CancerType => index.taxonomy().find(id).is_some(),
            facet => index.choice(*facet, id).is_some(),
        };
        if !is_known {
            unknown.push(Unknown {
                facet: Some(*facet),
                prefix: "only-",
                id: id.clone(),
            });
        }
        is_known
    });
    if let Some(groups) = &mut config.only_groups {
        groups.retain(|id| {
            let is_known = directory.groups.iter().any(|group| group.id.as_str() == id);
            if !is_known {
                unknown.push(Unknown {
                    facet: None,
                    prefix: "only-groups",
                    id: id.clone(),
                });
            }
            is_known
        });
        if groups.is_empty() {
            config.only_groups = None;
        }
    }
    unknown
}

impl Unknown {
    /// A choice that is none of its filter's options.
    pub fn choice(facet: Facet, id: &str) -> Self {
        Self {
            facet: Some(facet),
            prefix: "",
            id: id.to_owned(),
        }
    }

    /// The warning, with ids that the list has.
    pub fn warning(&self, index: &Index, directory: &Directory) -> Warning {
        let mut allowed = Vec::new();
        match self.facet {
            Some(facet) => {
                allowed.extend(index.options(facet).iter().map(|option| option.id.as_str()))
            }
            None => allowed.extend(directory.groups.iter().map(|group| group.id.as_str())),
        }
        allowed.truncate(ENOUGH);
        Warning {
            attribute: concat(&[self.prefix, self.facet.map_or("", Facet::id)]),
            value: self.id.clone(),
            allowed: join(&allowed, ", "),
        }
    }
}
