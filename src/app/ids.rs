//! Ids in attributes that only the list can judge.

use crate::config::{Config, Warning, facet_id};
use crate::directory::Directory;
use crate::filter::{Facet, Index};

/// Takes out of the restrictions what the list does not have, with a warning for each. Says whether any
/// was taken out: then the index, which was built with them, has to be built anew.
pub fn drop_unknown(
    config: &mut Config,
    index: &Index,
    directory: &Directory,
    warnings: &mut Vec<Warning>,
) -> bool {
    let before = warnings.len();
    config.only.retain(|(facet, id)| {
        let is_known = match facet {
            // A type of the vocabulary finds groups for any cancer, even where the list has none for it.
            Facet::CancerType => index.taxonomy().find(id).is_some(),
            facet => index.choice(*facet, id).is_some(),
        };
        if !is_known {
            warnings.push(unknown(index, "only-", *facet, id));
        }
        is_known
    });
    if let Some(groups) = &mut config.only_groups {
        groups.retain(|id| {
            let is_known = directory.groups.iter().any(|group| group.id.as_str() == id);
            if !is_known {
                let ids = directory.groups.iter().map(|group| group.id.as_str());
                warnings.push(warning("only-groups", id, ids.collect()));
            }
            is_known
        });
        if groups.is_empty() {
            config.only_groups = None;
        }
    }
    warnings.len() > before
}

/// The warning for an id that is none of a filter's options.
pub fn unknown(index: &Index, prefix: &str, facet: Facet, id: &str) -> Warning {
    let options = index.options(facet).iter();
    let attribute = [prefix, facet_id(facet)].concat();
    warning(
        &attribute,
        id,
        options.map(|option| option.id.as_str()).collect(),
    )
}

/// How many ids a warning names: enough to see what they look like.
const ENOUGH: usize = 30;

fn warning(attribute: &str, id: &str, mut allowed: Vec<&str>) -> Warning {
    allowed.truncate(ENOUGH);
    Warning {
        attribute: attribute.to_owned(),
        value: id.to_owned(),
        allowed: allowed.join(", "),
    }
}
