//! Attribute strings into a [`Config`] and warnings; every default is here.
//!
//! `list`, `keep`, `lazy` and `asset-base` are the loader's own: it has to know them before there is a
//! module.

use crate::filter::Facet;
use crate::strings::{concat, join};

/// What a page asks of one directory.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// The widget's title; nothing means the list's, empty hides it.
    pub label: Option<String>,
    /// The level of the title's heading, 1 to 4.
    pub heading_level: u8,
    /// Choices made at the start: ids, and towns for [`Facet::Place`].
    pub choices: Vec<(Facet, String)>,
    /// What the list is restricted to, for good; their filters are hidden.
    pub only: Vec<(Facet, String)>,
    /// The ids of the groups that alone may be shown; nothing means all.
    pub only_groups: Option<Vec<String>>,
    /// Which filters, in which order.
    pub filters: Vec<Facet>,
    /// How many cards stand before "Show more".
    pub page_size: usize,
    /// Whether "What is peer support?" is there.
    pub explainer: bool,
    /// Whether `psd-follow` tells the group.
    pub follow_detail: bool,
}

/// An attribute's value that cannot be used; its default stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub attribute: String,
    pub value: String,
    /// What is allowed.
    pub allowed: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            label: None,
            heading_level: 2,
            choices: Vec::new(),
            only: Vec::new(),
            only_groups: None,
            filters: vec![
                Facet::CancerType,
                Facet::Audience,
                Facet::Kind,
                Facet::Format,
                Facet::Place,
                Facet::Day,
            ],
            page_size: 20,
            explainer: true,
            follow_detail: false,
        }
    }
}

impl Config {
    /// Reads attributes, as pairs of name and value. Other attributes than the contract's are ignored.
    ///
    /// Ids of cancer types, audiences, activities, towns and groups are only known to the list; the
    /// ids that the format fixes are checked here.
    pub fn parse(attributes: &[(String, String)]) -> (Self, Vec<Warning>) {
        let mut config = Self::default();
        let mut warnings = Vec::new();
        for (attribute, value) in attributes {
            let warn: &mut dyn FnMut(&str, &str) = &mut |value, allowed| {
                warnings.push(Warning {
                    attribute: attribute.clone(),
                    value: value.to_owned(),
                    allowed: allowed.to_owned(),
                });
            };
            match attribute.as_str() {
                "label" => config.label = Some(value.trim().to_owned()),
                "heading-level" => match whole_number(value, 4) {
                    Some(level) => config.heading_level = level as u8,
                    None => warn(value, "1 to 4"),
                },
                "page-size" => match whole_number(value, 1000) {
                    Some(size) => config.page_size = size,
                    None => warn(value, "a whole number from 1 to 1000"),
                },
                "explainer" => match value.trim() {
                    "yes" => config.explainer = true,
                    "no" => config.explainer = false,
                    _ => warn(value, "yes or no"),
                },
                "follow-detail" => match value.trim() {
                    "group" => config.follow_detail = true,
                    "none" => config.follow_detail = false,
                    _ => warn(value, "none or group"),
                },
                "only-groups" => {
                    config.only_groups = Some(words(value));
                }
                "filters" => {
                    let (filters, unknown) = filters(value);
                    for id in unknown {
                        warn(&id, &join(&Facet::IDS[..Facet::Region as usize], ", "));
                    }
                    if !filters.is_empty() || value.trim().is_empty() {
                        config.filters = filters;
                    }
                }
                name => {
                    let facet_id = name.strip_prefix("only-").unwrap_or(name);
                    let Some(facet) = Facet::from_id(facet_id) else {
                        continue;
                    };
                    let target = if facet_id == name {
                        &mut config.choices
                    } else {
                        &mut config.only
                    };
                    let fixed = facet.fixed_ids();
                    for id in ids(facet, value) {
                        if fixed.is_empty() || fixed.contains(&id.as_str()) {
                            target.push((facet, id));
                        } else {
                            warn(&id, &join(fixed, ", "));
                        }
                    }
                }
            }
        }
        (config, warnings)
    }
}

impl Config {
    /// Whether the page restricts a filter, which is then hidden.
    pub fn is_restricted(&self, facet: Facet) -> bool {
        self.only.iter().any(|(only, _)| *only == facet)
    }

    /// The filters that show, in their order.
    pub fn visible_filters(&self) -> Vec<Facet> {
        let filters = self.filters.iter().copied();
        filters
            .filter(|facet| !self.is_restricted(*facet))
            .collect()
    }
}

impl Warning {
    /// The sentence for the console.
    pub fn message(&self) -> String {
        let Self {
            attribute,
            value,
            allowed,
        } = self;
        concat(&[
            "peer-support-directory: the attribute ",
            attribute,
            "=\"",
            value,
            "\" cannot be used. Allowed: ",
            allowed,
            ".",
        ])
    }
}

/// The filters named in a value, each once, and the names that are none.
fn filters(value: &str) -> (Vec<Facet>, Vec<String>) {
    let mut found = Vec::new();
    let mut unknown = Vec::new();
    for id in words(value) {
        match Facet::from_id(&id).filter(|facet| *facet != Facet::Region) {
            Some(facet) if found.contains(&facet) => {}
            Some(facet) => found.push(facet),
            None => unknown.push(id),
        }
    }
    (found, unknown)
}

/// The ids in a value. A place is one town, spaces and all.
fn ids(facet: Facet, value: &str) -> Vec<String> {
    match (facet, value.trim()) {
        (Facet::Place, "") => Vec::new(),
        (Facet::Place, town) => vec![town.to_owned()],
        _ => words(value),
    }
}

fn words(value: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in value.split_whitespace() {
        words.push(word.to_owned());
    }
    words
}

fn whole_number(value: &str, most: i64) -> Option<usize> {
    let number: i64 = value.trim().parse().ok()?;
    (1..=most).contains(&number).then_some(number as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_means_the_defaults() {
        assert_eq!(Config::parse(&[]), (Config::default(), vec![]));
    }

    #[test]
    fn every_attribute_is_read() {
        check("label", " Our groups ", |config| {
            config.label = Some("Our groups".into())
        });
        check("label", "", |config| config.label = Some(String::new()));
        check("heading-level", "4", |config| config.heading_level = 4);
        check("page-size", "5", |config| config.page_size = 5);
        check("explainer", "no", |config| config.explainer = false);
        check("follow-detail", "group", |config| {
            config.follow_detail = true
        });
        check("only-groups", "a b", |config| {
            config.only_groups = Some(vec!["a".into(), "b".into()]);
        });
        check("filters", "day kind day", |config| {
            config.filters = vec![Facet::Day, Facet::Kind]
        });
        check("cancer-type", "tongue  mouth", |config| {
            config.choices = vec![
                (Facet::CancerType, "tongue".into()),
                (Facet::CancerType, "mouth".into()),
            ];
        });
        check("place", "Milton Keynes", |config| {
            config.choices = vec![(Facet::Place, "Milton Keynes".into())];
        });
    }

    #[test]
    fn a_restriction_hides_its_filter() {
        let (config, _) = Config::parse(&[("only-format".into(), "online".into())]);
        assert_eq!(config.only, [(Facet::Format, "online".to_owned())]);
        assert!(!config.visible_filters().contains(&Facet::Format));
        assert_eq!(config.visible_filters().len(), 5);
    }

    #[test]
    fn a_bad_value_falls_back_with_one_warning() {
        for (attribute, value, named) in [
            ("heading-level", "7", "7"),
            ("heading-level", "", ""),
            ("page-size", "0", "0"),
            ("page-size", "-3", "-3"),
            ("explainer", "maybe", "maybe"),
            ("follow-detail", "all", "all"),
            ("filters", "colour", "colour"),
            ("day", "someday", "someday"),
            ("only-kind", "club", "club"),
        ] {
            let (config, warnings) = Config::parse(&[(attribute.into(), value.into())]);
            assert_eq!(config, Config::default(), "{attribute}");
            assert_eq!(warnings.len(), 1, "{attribute}");
            let message = warnings[0].message();
            assert!(
                message.contains(attribute) && message.contains(named),
                "{message}"
            );
        }
    }

    fn check(attribute: &str, value: &str, expected: impl Fn(&mut Config)) {
        let mut config = Config::default();
        expected(&mut config);
        let parsed = Config::parse(&[(attribute.into(), value.into())]);
        assert_eq!(parsed, (config, vec![]), "{attribute}");
    }
}
