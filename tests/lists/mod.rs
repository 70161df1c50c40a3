//! Small lists for tests, in as few words as possible.

#![allow(dead_code)]

pub mod ten;

use std::sync::Arc;

use peer_support_directory::directory::*;
use peer_support_directory::filter::{Choice, Env, Facet, Index, Query, Restriction};
use peer_support_directory::i18n::Language;
use peer_support_directory::schedule::{ByDay, DAY, Freq, Instant, LONDON, Schedule, Zone};

pub fn id(id: &str) -> Id {
    Id::new(id).expect("an id without spaces")
}

fn ids(list: &str) -> Vec<Id> {
    list.split_whitespace().map(id).collect()
}

/// A group, known by its name, for any cancer.
pub fn group(name: &str) -> Group {
    Group {
        id: id(&format!("{:?}", name.to_lowercase()).replace(' ', "-")),
        name: Text::plain(name),
        alternate_names: vec![],
        kinds: vec![],
        summary: None,
        description: None,
        cancer_types: vec![],
        audiences: vec![],
        minimum_age: None,
        maximum_age: None,
        activities: vec![],
        status: Status::Active,
        alert: None,
        sign_up: None,
        url: None,
        emails: vec![],
        phones: vec![],
        social: vec![],
        cost: None,
        languages: vec![],
        accessibility: vec![],
        meetings: vec![],
        assured_date: None,
        valid_to: None,
        source: None,
    }
}

/// What tests add to a group, one after the other. Ids stand in one string with spaces between.
pub trait With: Sized {
    fn types(self, ids: &str) -> Self;
    fn audiences(self, ids: &str) -> Self;
    fn ages(self, youngest: u8, oldest: u8) -> Self;
    fn activities(self, ids: &str) -> Self;
    fn kinds(self, kinds: &[Kind]) -> Self;
    fn status(self, status: Status) -> Self;
    fn until(self, last: &str) -> Self;
    fn summary(self, summary: &str) -> Self;
    fn formerly(self, name: &str) -> Self;
    fn meets(self, how: AttendingType, town: &str, byday: &str) -> Self;
    fn at(self, opens: &str) -> Self;
}

impl With for Group {
    fn types(mut self, list: &str) -> Self {
        self.cancer_types = ids(list);
        self
    }
    fn audiences(mut self, list: &str) -> Self {
        self.audiences = ids(list);
        self
    }
    fn ages(mut self, youngest: u8, oldest: u8) -> Self {
        (self.minimum_age, self.maximum_age) = (Some(youngest), Some(oldest));
        self
    }
    fn activities(mut self, list: &str) -> Self {
        self.activities = ids(list);
        self
    }
    fn kinds(mut self, kinds: &[Kind]) -> Self {
        self.kinds = kinds.to_vec();
        self
    }
    fn status(mut self, status: Status) -> Self {
        self.status = status;
        self
    }
    fn until(mut self, last: &str) -> Self {
        self.valid_to = Date::parse(last);
        self
    }
    fn summary(mut self, summary: &str) -> Self {
        self.summary = Some(Text::plain(summary));
        self
    }
    fn formerly(mut self, name: &str) -> Self {
        self.alternate_names.push(Text::plain(name));
        self
    }
    /// A meeting; "" for no town and for no day.
    fn meets(mut self, how: AttendingType, town: &str, byday: &str) -> Self {
        let venue = Venue {
            town: Some(Text::plain(town)),
            ..Venue::default()
        };
        let schedule = Schedule {
            freq: Some(match byday.contains(|c: char| c.is_ascii_digit()) {
                true => Freq::Monthly,
                false => Freq::Weekly,
            }),
            byday: ByDay::parse(byday),
            ..Schedule::default()
        };
        self.meetings.push(Meeting {
            attending_type: Some(how),
            venue: (!town.is_empty()).then_some(venue),
            schedule: (!byday.is_empty()).then_some(schedule),
            ..Meeting::default()
        });
        self
    }
    /// When its last meeting begins, if that has a schedule; "" for no time.
    fn at(mut self, opens: &str) -> Self {
        let last = self.meetings.last_mut();
        if let Some(schedule) = last.and_then(|meeting| meeting.schedule.as_mut()) {
            schedule.opens_at = Time::parse(opens);
        }
        self
    }
}

/// A type that a list declares; "" for no name and for no broader type.
pub fn cancer_type(own: &str, name: &str, broader: &str, synonyms: &[&str]) -> CancerType {
    CancerType {
        id: id(own),
        name: (!name.is_empty()).then(|| Text::plain(name)),
        broader: Id::new(broader),
        synonyms: synonyms.iter().map(|word| Text::plain(word)).collect(),
    }
}

/// An audience; "" for no name.
pub fn audience(own: &str, name: &str, ages: (Option<u8>, Option<u8>), words: &[&str]) -> Audience {
    Audience {
        id: id(own),
        name: (!name.is_empty()).then(|| Text::plain(name)),
        synonyms: words.iter().map(|word| Text::plain(word)).collect(),
        minimum_age: ages.0,
        maximum_age: ages.1,
    }
}

pub fn list(groups: Vec<Group>) -> Directory {
    Directory {
        groups,
        ..Directory::default()
    }
}

/// The tests' time: Sunday, 22 November 2026, midday in London.
pub fn now() -> Instant {
    let day = Date::new(2026, 11, 22).map_or(0, Date::day_number);
    i64::from(day) * DAY + 12 * 60
}

/// London, as far as the tests look ahead, without summer time.
pub fn london() -> Zone {
    Zone::new(now(), now(), &|_| 0)
}

/// The tests' day, with the groups ranked by name.
pub fn env(directory: &Directory) -> Env {
    let mut order: Vec<usize> = (0..directory.groups.len()).collect();
    order.sort_by_key(|&place| name(&directory.groups[place]).to_lowercase());
    let mut name_ranks = vec![0; order.len()];
    for (rank, place) in order.into_iter().enumerate() {
        name_ranks[place] = rank as u32;
    }
    Env {
        now: now(),
        today: Date::new(2026, 11, 22).expect("a day"),
        zones: vec![(LONDON.into(), london())],
        name_ranks,
    }
}

pub fn name(group: &Group) -> &str {
    group.name.get("en")
}

/// A list with its index.
pub struct Tested {
    pub directory: Arc<Directory>,
    pub index: Index,
}

impl Tested {
    pub fn new(directory: Directory) -> Self {
        Self::restricted(directory, &Restriction::default())
    }

    pub fn restricted(directory: Directory, restriction: &Restriction) -> Self {
        let env = env(&directory);
        let directory = Arc::new(directory);
        let index = Index::new(directory.clone(), &Language::english(), restriction, &env);
        Self { directory, index }
    }

    /// A query from ids by filter and a text. Panics for an id that is no option.
    pub fn query(&self, choices: &[(Facet, &str)], text: &str) -> Query {
        let choice = |&(facet, id): &(Facet, &str)| -> Choice {
            let choice = self.index.choice(facet, id);
            choice.unwrap_or_else(|| panic!("{facet:?} has no option {id}"))
        };
        Query {
            text: text.into(),
            choices: choices.iter().map(choice).collect(),
            ..Query::default()
        }
    }

    /// The names of what a query finds, in order.
    pub fn find(&self, choices: &[(Facet, &str)], text: &str) -> Vec<&str> {
        self.names(&self.index.apply(&self.query(choices, text)).groups)
    }

    pub fn names(&self, places: &[u32]) -> Vec<&str> {
        let groups = &self.directory.groups;
        places
            .iter()
            .map(|&place| name(&groups[place as usize]))
            .collect()
    }

    #[track_caller]
    pub fn check(&self, choices: &[(Facet, &str)], text: &str, expect: &[&str]) {
        assert_eq!(self.find(choices, text), expect, "{choices:?} {text:?}");
    }
}

pub fn only(only: &[(Facet, &str)]) -> Restriction {
    Restriction {
        only: only
            .iter()
            .map(|(facet, id)| (*facet, (*id).into()))
            .collect(),
        groups: None,
    }
}

pub use AttendingType::{InPerson, Online, OnlineAndInPerson};
