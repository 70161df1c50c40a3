//! The state of one directory on a page. Views read it; nothing else creates any.

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::intl::{self, Formats};
use crate::browser::timer::Timer;
use crate::config::{Config, Warning, facet_id};
use crate::directory::{Directory, Group, Id, Text};
use crate::element::Host;
use crate::filter::{Choice, Env, Facet, Index, Matches, Query, Restriction};
use crate::i18n::Language;

/// How long after the last change the status says the new count.
const STATUS_DELAY: Duration = Duration::from_secs(1);

/// What does not change while the directory shows.
pub struct Scene {
    pub directory: Arc<Directory>,
    pub index: Index,
    pub config: Config,
    pub host: Host,
    /// The widget's own words.
    pub language: Language,
    /// The language in which to read the list's texts, where they have it.
    pub lang: String,
    pub formats: Formats,
    /// The choices that the attributes make.
    pub initial_query: Query,
}

/// The shared state: what the visitor chose, and what follows from it.
#[derive(Clone, Copy)]
pub struct App {
    scene: StoredValue<Rc<Scene>, LocalStorage>,
    /// What the visitor looks for. The one thing that handlers change.
    pub query: RwSignal<Query>,
    /// How many cards may show.
    pub shown: RwSignal<usize>,
    /// What the query finds.
    pub matches: Memo<Arc<Matches>>,
    /// The search text alone: marks follow it and not the ticks.
    pub search: Memo<String>,
    /// What screen readers are told.
    pub status: RwSignal<String>,
}

impl Scene {
    /// Makes a list ready to show. Ids in attributes that the list does not have become warnings.
    pub fn new(
        directory: Arc<Directory>,
        config: Config,
        attributes: &[(String, String)],
        host: Host,
        warnings: &mut Vec<Warning>,
    ) -> Self {
        let attribute = |name: &str| {
            let found = attributes.iter().find(|(attribute, _)| attribute == name);
            found.map_or("", |(_, value)| value.as_str())
        };
        let language = Language::english();
        let asked = [attribute("lang"), attribute("page-lang")];
        let lang = asked
            .into_iter()
            .find(|lang| !lang.is_empty())
            .unwrap_or("en")
            .to_owned();
        if !asked[0].is_empty() && !speaks(&language, asked[0]) {
            warnings.push(Warning {
                attribute: "lang".into(),
                value: asked[0].into(),
                allowed: language.tag().into(),
            });
        }
        let names: Vec<&str> = directory
            .groups
            .iter()
            .map(|group| group.name.get(&lang))
            .collect();
        let env = Env {
            today: intl::today(),
            name_ranks: intl::ranks(language.locale(), &names),
        };
        let restriction = Restriction {
            only: config.only.clone(),
            groups: config.only_groups.clone(),
        };
        let index = Index::new(directory.clone(), &language, &restriction, &env);
        let mut initial_query = Query::default();
        for (is_only, chosen) in [(false, &config.choices), (true, &config.only)] {
            for (facet, id) in chosen {
                match index.choice(*facet, id) {
                    Some(choice)
                        if !is_only && !config.only.iter().any(|(only, _)| only == facet) =>
                    {
                        initial_query.choices.insert(choice);
                    }
                    Some(_) => {}
                    None => warnings.push(unknown_id(&index, is_only, *facet, id)),
                }
            }
        }
        let formats = Formats::new(language.locale());
        Self {
            directory,
            index,
            config,
            host,
            language,
            lang,
            formats,
            initial_query,
        }
    }

    /// The words of a key.
    pub fn words(&self, key: &str) -> String {
        self.language.get(key).to_owned()
    }

    /// The words of a key for a count, in the language's plural form.
    pub fn count(&self, key: &str, count: u32, values: &[(&str, &str)]) -> String {
        let key = [key, ".", &self.formats.plural(count)].concat();
        let number = self.formats.number(count);
        let values: Vec<_> = values
            .iter()
            .copied()
            .chain([("count", number.as_str())])
            .collect();
        self.language.fill(&key, &values)
    }

    /// A text of the list, in the language of the page where it has it.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(&self.lang)
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
            .unwrap_or_else(|| self.words("title.default"))
    }

    /// The title as the name of a landmark: from the second directory on, with its number.
    pub fn landmark(&self) -> String {
        match self.host.number() {
            1 => self.title(),
            number => self.language.fill(
                "title.numbered",
                &[("title", &self.title()), ("number", &number.to_string())],
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

    /// The name of an id of the list; one that nothing names shows as itself, made readable.
    pub fn option_name(&self, facet: Facet, id: &Id) -> String {
        let mut options = self.index.options(facet).iter();
        let found = options.find(|option| option.id == id.as_str());
        found.map_or_else(|| id.readable(), |option| option.name.clone())
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

impl App {
    /// State for a scene. Must be called inside the owner that the view is mounted in.
    pub fn new(scene: Scene) -> Self {
        let query = RwSignal::new(scene.initial_query.clone());
        let shown = RwSignal::new(scene.config.page_size);
        let scene = StoredValue::new_local(Rc::new(scene));
        let matches = Memo::new(move |_| {
            Arc::new(scene.with_value(|scene| scene.index.apply(&query.read())))
        });
        let search = Memo::new(move |_| query.read().text.clone());
        let app = Self {
            scene,
            query,
            shown,
            matches,
            search,
            status: RwSignal::new(String::new()),
        };
        app.tell_changes();
        app
    }

    pub fn scene(self) -> Rc<Scene> {
        self.scene.get_value()
    }

    /// How many groups are found.
    pub fn found(self) -> u32 {
        self.matches.with(|matches| matches.groups.len() as u32)
    }

    /// Changes the query. The list begins at its first page again.
    pub fn change(self, change: impl FnOnce(&mut Query)) {
        self.shown.set(self.scene().config.page_size);
        self.query.update(change);
    }

    /// Ticks or unticks an option.
    pub fn toggle(self, choice: Choice) {
        self.change(|query| {
            if !query.choices.remove(&choice) {
                query.choices.insert(choice);
            }
        });
    }

    /// After each change of the query, tells the page at once and screen readers when it has settled.
    fn tell_changes(self) {
        let timer = Timer::new();
        Effect::new(move |before: Option<()>| {
            self.query.track();
            let found = self.found();
            if before.is_none() {
                return;
            }
            let scene = self.scene();
            scene.host.results(found, scene.index.total() as u32);
            // Emptied first, so that the same count is said again after another change.
            self.status.set(String::new());
            timer.restart(STATUS_DELAY, move || {
                self.status
                    .set(self.scene().count("results.count", found, &[]));
            });
        });
    }
}

fn speaks(language: &Language, tag: &str) -> bool {
    let base = tag.split('-').next().unwrap_or(tag);
    base.eq_ignore_ascii_case(language.tag())
}

fn unknown_id(index: &Index, is_only: bool, facet: Facet, id: &str) -> Warning {
    let prefix = if is_only { "only-" } else { "" };
    let ids: Vec<&str> = index
        .options(facet)
        .iter()
        .map(|option| option.id.as_str())
        .collect();
    Warning {
        attribute: [prefix, facet_id(facet)].concat(),
        value: id.to_owned(),
        allowed: ids.join(", "),
    }
}
