//! What does not change while a directory shows: the list, its index, the page's wishes, the words.

use crate::i18n::{Key, key};
use crate::strings::digits;
use std::rc::Rc;
use std::sync::Arc;

use super::ids;
use crate::browser::intl::Formats;
use crate::config::{Config, Warning};
use crate::directory::{Date, Directory, Group, Id, Text};
use crate::element::Host;
use crate::filter::{Choice, Env, Facet, Index, Query, Restriction};
use crate::i18n::Language;
use crate::intern::Interner;
use crate::schedule::{DAY, Instant, Zone};
use crate::slices::pause;

/// What does not change while the directory shows.
pub struct Scene {
    pub directory: Arc<Directory>,
    pub index: Index,
    pub config: Config,
    pub host: Host,
    /// The widget's own words.
    pub language: Rc<Language>,
    /// The language in which to read the list's texts, where they have it.
    pub lang: String,
    pub formats: Formats,
    /// Time zones of the list that the browser does not know.
    pub unknown_zones: Vec<String>,
    /// The choices that the attributes make.
    pub initial_query: Query,
}

impl Scene {
    /// Makes a list ready to show, with pauses. Ids in attributes that the list does not have become warnings.
    pub async fn new(
        directory: Arc<Directory>,
        language: Rc<Language>,
        mut config: Config,
        attributes: &[(String, String)],
        host: Host,
        warnings: &mut Vec<Warning>,
    ) -> Self {
        let lang = lang(attributes, &language, warnings);
        let formats = host.formats(language.locale());
        pause().await;
        let now = host.now() as Instant;
        let today = (now + host.offset("", now as f64) as Instant).div_euclid(DAY) as i32;
        let mut unknown_zones = Vec::new();
        let zones = zones(&directory, &host, now, &mut unknown_zones);
        pause().await;
        let env = Env {
            now,
            today: Date::from_day_number(today).unwrap_or(Date::EPOCH),
            zones,
            name_ranks: formats.ranks(directory.groups.iter().map(|group| group.name.get(&lang))),
        };
        pause().await;
        let build = async |restriction: &Restriction| {
            Index::new_in_slices(directory.clone(), &language, restriction, &env).await
        };
        let mut index = build(&Restriction::default()).await;
        if !config.only.is_empty() || config.only_groups.is_some() {
            // The whole list judges the ids: what another restriction leaves nothing of is known all the same.
            let unknown = ids::take_unknown(&mut config, &index, &directory);
            index = build(&Restriction {
                only: config.only.clone(),
                groups: config.only_groups.clone(),
            })
            .await;
            // What is left has other options, which the warnings are to name.
            warnings.extend(
                unknown
                    .iter()
                    .map(|unknown| unknown.warning(&index, &directory)),
            );
        }
        let mut initial_query = Query::default();
        for (facet, id) in &config.choices {
            if config.is_restricted(*facet) {
                continue;
            }
            match index.choice(*facet, id) {
                Some(choice) => {
                    initial_query.choices.insert(choice);
                }
                None => warnings.push(ids::Unknown::choice(*facet, id).warning(&index, &directory)),
            }
        }
        Self {
            directory,
            index,
            config,
            host,
            language,
            lang,
            formats,
            unknown_zones,
            initial_query,
        }
    }

    /// The words of a key.
    pub fn words(&self, key: Key) -> String {
        self.language.get(key).to_owned()
    }

    /// The words of a message for a count, in the language's plural form.
    pub fn count(&self, name: &str, count: u32, values: &[(&str, &str)]) -> String {
        let key = Key::joined(&[name, ".", &self.formats.plural(count)]);
        let number = self.formats.number(count);
        let values: Vec<_> = values
            .iter()
            .copied()
            .chain([("count", number.as_str())])
            .collect();
        self.language.fill(key, &values)
    }

    /// A text of the list, in the language of the page where it has it.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(&self.lang)
    }

    /// The language of what [`Scene::text`] gives, where that is not the widget's.
    pub fn lang_of<'a>(&self, text: &'a Text) -> Option<&'a str> {
        text.other_lang(&self.lang, self.language.tag())
    }

    /// The title: the page's, else the list's, else the widget's.
    pub fn title(&self) -> String {
        let given = self.config.label.clone().filter(|label| !label.is_empty());
        let of_list = || {
            self.directory
                .title
                .as_ref()
                .map(|title| self.text(title).to_owned())
        };
        given
            .or_else(of_list)
            .unwrap_or_else(|| self.words(key!("title.default")))
    }

    /// The title as the name of a landmark: from the second directory on, with its number.
    pub fn landmark(&self) -> String {
        match self.host.number() {
            1 => self.title(),
            number => self.language.fill(
                key!("title.numbered"),
                &[("title", &self.title()), ("number", &digits(number))],
            ),
        }
    }

    /// What a visitor reads of a choice.
    pub fn choice_name(&self, choice: Choice) -> String {
        let options = self.index.options(choice.facet);
        options
            .get(usize::from(choice.option))
            .map_or_else(String::new, |option| option.name.clone())
    }

    /// The name of an id of the list, and its language where that is not the widget's. An id that nothing
    /// names shows as itself, made readable.
    pub fn option_name(&self, facet: Facet, id: &Id) -> (String, Option<String>) {
        let choice = self.index.choice(facet, id.as_str());
        let found = choice.map(|choice| &self.index.options(facet)[usize::from(choice.option)]);
        found.map_or_else(
            || (id.readable(), None),
            |option| (option.name.clone(), option.lang.clone()),
        )
    }

    /// A group by its place in the list.
    pub fn group(&self, place: u32) -> Option<&Group> {
        self.directory.groups.get(place as usize)
    }

    /// Tells the page that a link was used.
    pub fn follow(&self, kind: &str, group: Option<&str>) {
        self.host
            .follow(kind, group.filter(|_| self.config.follow_detail));
    }
}

/// The time zones of the schedules of a list, as far as the browser knows them, from the day before
/// yesterday on for three years.
fn zones(
    directory: &Directory,
    host: &Host,
    now: Instant,
    unknown: &mut Vec<String>,
) -> Vec<(String, Zone)> {
    let mut zones: Vec<(String, Zone)> = Vec::new();
    let mut ids = Interner::new();
    for group in &directory.groups {
        for meeting in &group.meetings {
            let Some(schedule) = &meeting.schedule else {
                continue;
            };
            let id = schedule.zone();
            let known = ids.len();
            if (ids.intern(id) as usize) < known {
                continue;
            }
            let offset_at = |at: Instant| host.offset(id, at as f64);
            if offset_at(now).is_nan() {
                unknown.push(id.to_owned());
            } else {
                let zone = Zone::new(now - 2 * DAY, now + 3 * 366 * DAY, &|at| {
                    offset_at(at) as i32
                });
                zones.push((id.to_owned(), zone));
            }
        }
    }
    zones
}

/// The language in which to read the list: the attribute's, else the page's, else English.
fn lang(
    attributes: &[(String, String)],
    language: &Language,
    warnings: &mut Vec<Warning>,
) -> String {
    let value = |name: &str| {
        let found = attributes
            .iter()
            .find(|(attribute, value)| attribute == name && !value.is_empty());
        found.map(|(_, value)| value.clone())
    };
    let Some(asked) = value("lang") else {
        return value("page-lang").unwrap_or_else(|| language.tag().to_owned());
    };
    let base = asked.split('-').next().unwrap_or_default();
    if !base.eq_ignore_ascii_case(language.tag()) {
        warnings.push(Warning {
            attribute: "lang".to_owned(),
            value: asked.clone(),
            allowed: language.tag().to_owned(),
        });
    }
    asked
}
