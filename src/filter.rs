//! Finding groups: which groups a query finds, in which order, and what each further choice would give.
//!
//! [`Index::new`] turns each group into numbers once ([`facts`]), leaves out what may not be shown
//! ([`restrict`]) and notes for each option which groups it finds ([`options`]). [`Index::apply`] then
//! only combines sets ([`apply`]). Words are a part of their own ([`search`], [`words`], [`text`]).

mod apply;
mod bits;
mod choices;
mod facet;
mod facts;
mod marks;
mod meetings;
mod options;
mod query;
mod restrict;
mod search;
mod text;
mod typo;
mod words;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub use choices::Choices;
pub use facet::{FORMATS, Facet};
pub use query::{Choice, Env, FacetOption, Matches, Query, Restriction};
pub(crate) use text::key;

use crate::directory::{Directory, Group, Status};
use crate::i18n::Language;
use crate::intern::sort;
use crate::taxonomy::{Closeness, Taxonomy, TypeIndex};
use bits::Bits;
use facts::Facts;
use options::Options;
use search::Search;
use words::Words;

/// A directory made ready for many queries.
pub struct Index {
    directory: Arc<Directory>,
    taxonomy: Taxonomy,
    facts: Facts,
    /// The groups that may be shown.
    shown: Bits,
    /// The groups that are paused or full; they come last.
    resting: Bits,
    /// The groups that may be shown: first those of which it is known when they meet, then by name.
    order: Vec<u32>,
    /// How close each type is to those that the page names.
    closeness: Option<Vec<Closeness>>,
    /// By filter.
    options: [Options; 7],
    /// By filter and option, the groups that it finds; empty for what meetings decide.
    found_by: [Vec<Bits>; 7],
    /// Built when it is first needed.
    words: OnceLock<Words>,
}

impl Index {
    /// Builds the index once for a list, a language and what the page allows.
    pub fn new(
        directory: Arc<Directory>,
        language: &Language,
        restriction: &Restriction,
        env: &Env,
    ) -> Self {
        let ids = directory
            .groups
            .iter()
            .flat_map(|group| &group.cancer_types);
        let ids = ids.map(|id| id.as_str());
        let taxonomy = Taxonomy::new(&directory.cancer_types, ids, language);
        let mut facts = Facts::new(&directory, &taxonomy, language);
        let shown = restrict::restrict(&mut facts, &directory, &taxonomy, restriction, env);
        let groups = &shown.groups;
        let options = [
            options::cancer_types(&facts, groups, &directory, &taxonomy),
            options::audiences(&facts, groups, &directory, language),
            options::kinds(language),
            options::formats(language),
            options::places(&mut facts, groups),
            options::days(language),
            options::activities(&facts, groups),
        ];
        let found_by = Facet::ALL.map(|facet| {
            let options = &options[facet as usize];
            found_by(facet, options, &facts, groups, &taxonomy)
        });
        let mut resting = Bits::new(directory.groups.len());
        for (place, group) in directory.groups.iter().enumerate() {
            if group.status != Status::Active {
                resting.insert(place);
            }
        }
        let mut index = Self {
            order: order(&directory, groups, env),
            directory,
            taxonomy,
            facts,
            shown: shown.groups,
            resting,
            closeness: shown.closeness,
            options,
            found_by,
            words: OnceLock::new(),
        };
        index.count_options();
        index
    }

    /// The options of a filter, in the order in which to show them: types and activities that the
    /// list uses or declares, and towns, by name; audiences in the list's order; kinds, formats and days in
    /// their fixed order.
    pub fn options(&self, facet: Facet) -> &[FacetOption] {
        &self.options[facet as usize].list
    }

    /// The choice that an id stands for (a town's name for [`Facet::Place`], in any case and accents).
    pub fn choice(&self, facet: Facet, id: &str) -> Option<Choice> {
        let mut options = self.options(facet).iter();
        let place = if facet == Facet::Place {
            let key = text::key(id);
            options.position(|option| text::key(&option.id) == key)
        } else {
            options.position(|option| option.id == id)
        };
        let option = u16::try_from(place?).ok()?;
        Some(Choice { facet, option })
    }

    /// How many groups may be shown.
    pub fn total(&self) -> usize {
        self.order.len()
    }

    /// The tree of cancer types, with the list's own.
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }

    /// The parts of `shown` that the search text matches, as byte ranges in their order.
    pub fn marks(&self, text: &str, shown: &str) -> Vec<Range<usize>> {
        marks::marks(text, shown, self.words())
    }

    /// Makes ready for the first search, which else does it itself. Useful when there is time to
    /// spare, such as when the search box gets the focus.
    pub fn warm(&self) {
        self.words();
    }

    /// What a text finds; nothing for a text without words.
    fn search(&self, text: &str) -> Option<Search> {
        if text.is_empty() {
            return None;
        }
        Search::new(text, self.words(), &self.shown, self.directory.groups.len())
    }

    fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::new(self))
    }

    /// Notes how many groups each option finds alone.
    fn count_options(&mut self) {
        let counts = self.apply(&Query::default()).counts;
        let total = self.total() as u32;
        for (options, counts) in self.options.iter_mut().zip(counts) {
            for (option, count) in options.list.iter_mut().zip(counts) {
                option.count = count;
                option.useful = count != 0 && count != total;
            }
        }
    }
}

/// For each option of a filter, the groups that it finds.
fn found_by(
    facet: Facet,
    options: &Options,
    facts: &Facts,
    shown: &Bits,
    taxonomy: &Taxonomy,
) -> Vec<Bits> {
    let lists = match facet {
        Facet::CancerType => &facts.types,
        Facet::Audience => &facts.audiences,
        Facet::Kind => &facts.kinds,
        Facet::Activity => &facts.activities,
        Facet::Format | Facet::Place | Facet::Day => return Vec::new(),
    };
    let is_type = facet == Facet::CancerType;
    // For each number of an id, the options that find a group that has it.
    let mut finders: Vec<Vec<u16>> = vec![Vec::new(); options.of.len()];
    for (option, &number) in options.numbers.iter().enumerate() {
        finders[usize::from(number)].push(option as u16);
        // A type finds the groups of its broader types and is found by them.
        let broader = taxonomy.chain(number as TypeIndex).skip(1);
        for broader in broader.filter(|_| is_type) {
            finders[usize::from(broader)].push(option as u16);
            finders[usize::from(number)].push(options.of[usize::from(broader)]);
        }
    }
    let mut empty = shown.clone();
    empty.clear();
    let mut found_by = vec![empty; options.list.len()];
    for group in shown.iter() {
        for &number in lists.of(group) {
            for &option in finders.get(usize::from(number)).into_iter().flatten() {
                if let Some(found) = found_by.get_mut(usize::from(option)) {
                    found.insert(group);
                }
            }
        }
    }
    if is_type {
        let mut any = shown.clone();
        any.keep(&facts.any);
        for found in &mut found_by {
            found.add(&any);
        }
    }
    found_by
}

/// The groups that may be shown: first those of which it is known when they meet, then by name.
fn order(directory: &Directory, shown: &Bits, env: &Env) -> Vec<u32> {
    let key = |place: u32| {
        let group = directory.groups.get(place as usize);
        let has_schedule = group.is_some_and(has_schedule);
        let rank = env.name_ranks.get(place as usize);
        (!has_schedule, rank.copied().unwrap_or(u32::MAX), place)
    };
    let keys: Vec<_> = (0..directory.groups.len() as u32).map(key).collect();
    let mut order: Vec<u32> = shown.iter().map(|place| place as u32).collect();
    sort(&mut order, &|a, b| keys[a as usize].cmp(&keys[b as usize]));
    order
}

/// Whether it is known when the group meets.
fn has_schedule(group: &Group) -> bool {
    let schedules = group
        .meetings
        .iter()
        .filter_map(|meeting| meeting.schedule.as_ref());
    let mut known =
        schedules.filter(|schedule| schedule.opens_at.is_some() || schedule.byday.is_some());
    known.next().is_some()
}
