//! Finding groups: which groups a query finds, in which order, and what each further choice would give.
//!
//! [`Index::new`] turns each group into numbers once ([`facts`]), leaves out what may not be shown
//! ([`restrict`]), notes for each option which groups it finds ([`options`]) and works out when they meet
//! next ([`dates`]). [`Index::apply`] and [`Index::count`] then only combine sets ([`apply`]). Words are a part of
//! their own ([`search`], [`words`], [`text`]).

mod apply;
mod bits;
mod choices;
mod dates;
mod facet;
mod facts;
mod marks;
mod meetings;
mod near;
mod options;
mod query;
mod restrict;
mod search;
mod text;
mod towns;
mod typo;
mod words;

use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::sync::Arc;

pub use bits::Bits;
pub use choices::Choices;
pub use facet::{FORMATS, Facet, SOON, TIMES};
pub use near::Distance;
pub use query::{Choice, Counts, Env, FacetOption, Matches, Near, Query, Restriction};
pub(crate) use text::key;

use crate::directory::{Directory, Status};
use crate::i18n::Language;
use crate::places::Spot;
use crate::slices;
use crate::taxonomy::{Closeness, Taxonomy, TypeIndex};
use dates::Dates;
use facet::FACETS;
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
    env: Env,
    dates: RefCell<Dates>,
    /// Where each meeting is; empty until somebody asks for places.
    spots: RefCell<Vec<Option<Spot>>>,
    /// The language in which the list's texts are read.
    lang: String,
    /// How close each type is to those that the page names.
    closeness: Option<Vec<Closeness>>,
    /// By filter.
    options: [Options; FACETS],
    /// By filter and option, the groups that it finds; empty for what meetings decide.
    found_by: Vec<Vec<Bits>>,
    /// Built when it is first needed.
    words: OnceCell<Words>,
}

impl Index {
    /// Builds the index once for a list, a language and what the page allows.
    pub fn new(
        directory: Arc<Directory>,
        language: &Language,
        restriction: &Restriction,
        env: &Env,
    ) -> Self {
        slices::finish(Self::new_in_slices(directory, language, restriction, env))
    }

    /// As [`Index::new`], with pauses.
    pub async fn new_in_slices(
        directory: Arc<Directory>,
        language: &Language,
        restriction: &Restriction,
        env: &Env,
    ) -> Self {
        let count = directory.groups.len();
        let mut index = Self::begin(directory, language, env);
        slices::each(count, &mut |place| {
            let (facts, taxonomy) = (&mut index.facts, &index.taxonomy);
            facts.add(place, &index.directory, taxonomy, language);
        })
        .await;
        index.restrict(restriction);
        slices::pause().await;
        index.list_options(language);
        for facet in Facet::ALL {
            let found = index.find_by(facet);
            index.found_by.push(found);
            slices::pause().await;
        }
        let dates = Dates::new(&index, env.now).await;
        index.dates.replace(dates);
        slices::pause().await;
        index.count_options();
        index
    }

    /// An index that knows nothing of the groups yet.
    fn begin(directory: Arc<Directory>, language: &Language, env: &Env) -> Self {
        let mut used = Vec::new();
        let mut resting = Bits::new(directory.groups.len());
        for (place, group) in directory.groups.iter().enumerate() {
            for id in &group.cancer_types {
                used.push(id.as_str());
            }
            if group.status != Status::Active {
                resting.insert(place);
            }
        }
        Self {
            taxonomy: Taxonomy::new(&directory.cancer_types, &used, language),
            facts: Facts::new(&directory),
            shown: Bits::default(),
            resting,
            env: env.clone(),
            dates: RefCell::default(),
            spots: RefCell::default(),
            lang: language.tag().to_owned(),
            closeness: None,
            options: Default::default(),
            found_by: Vec::new(),
            words: OnceCell::new(),
            directory,
        }
    }

    /// Leaves out what may not be shown.
    fn restrict(&mut self, restriction: &Restriction) {
        let (facts, taxonomy) = (&mut self.facts, &self.taxonomy);
        let shown = restrict::restrict(facts, &self.directory, taxonomy, restriction, &self.env);
        (self.shown, self.closeness) = (shown.groups, shown.closeness);
    }

    /// Notes the options of each filter, in the order of [`Facet`].
    fn list_options(&mut self, language: &Language) {
        let (facts, groups) = (&mut self.facts, &self.shown);
        self.options = [
            options::cancer_types(facts, groups, &self.directory, &self.taxonomy),
            options::audiences(facts, groups, &self.directory, language),
            options::fixed(Facet::Kind, "kind.", language),
            options::fixed(Facet::Format, "format.", language),
            options::places(facts, groups),
            options::fixed(Facet::Day, "day.", language),
            options::fixed(Facet::Time, "time-of-day.", language),
            options::fixed(Facet::Soon, "soon.", language),
            options::activities(facts, groups),
            options::fixed(Facet::Region, "region.", language),
        ];
    }

    /// The options of a filter, in the order in which to show them: types and activities that the
    /// list uses or declares, and towns, by name; audiences in the list's order; kinds, formats and days in
    /// their fixed order.
    pub fn options(&self, facet: Facet) -> &[FacetOption] {
        &self.options[facet as usize].list
    }

    /// The choice that an id stands for (a town's name for [`Facet::Place`], in any case and accents).
    pub fn choice(&self, facet: Facet, id: &str) -> Option<Choice> {
        let options = &self.options[facet as usize];
        let option = if facet == Facet::Place {
            let town = self.facts.towns.find(id)?;
            *options.of.get(town as usize)?
        } else {
            options.list.iter().position(|option| option.id == id)? as u16
        };
        if option == options::NONE {
            return None;
        }
        Some(Choice { facet, option })
    }

    /// How many groups may be shown.
    pub fn total(&self) -> usize {
        self.shown.count() as usize
    }

    /// The tree of cancer types, with the list's own.
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }

    /// The parts of `shown` that the search text matches, as byte ranges in their order.
    pub fn marks(&self, text: &str, shown: &str) -> Vec<Range<usize>> {
        // The words need not be gathered for nothing.
        if text.is_empty() {
            return Vec::new();
        }
        marks::marks(text, shown, self.words())
    }

    /// Makes ready for the first search, which else does it itself. Useful when there is time to spare.
    pub fn warm(&self) {
        self.words();
    }

    /// As [`Index::warm`], with pauses. A search in the meantime does not wait for it.
    pub async fn warm_in_slices(&self) {
        let words = Words::new(self).await;
        // Whoever came first has made the same.
        let _ = self.words.set(words);
    }

    /// What a text finds; nothing for a text without words.
    fn search(&self, text: &str) -> Option<Search> {
        if text.is_empty() {
            return None;
        }
        Search::new(text, self.words(), &self.shown, self.directory.groups.len())
    }

    fn words(&self) -> &Words {
        self.words.get_or_init(|| slices::finish(Words::new(self)))
    }

    /// Notes how many groups each option finds alone.
    fn count_options(&mut self) {
        let Counts(counts) = self.count(&self.apply(&Query::default()));
        let total = self.total() as u32;
        for (options, counts) in self.options.iter_mut().zip(counts) {
            for (option, count) in options.list.iter_mut().zip(counts) {
                option.count = count;
                option.useful = count != 0 && count != total;
            }
        }
    }

    /// For each option of a filter, the groups that it finds.
    fn find_by(&self, facet: Facet) -> Vec<Bits> {
        let (facts, shown, taxonomy) = (&self.facts, &self.shown, &self.taxonomy);
        let options = &self.options[facet as usize];
        let lists = match facet {
            Facet::CancerType => &facts.types,
            Facet::Audience => &facts.audiences,
            Facet::Kind => &facts.kinds,
            Facet::Activity => &facts.activities,
            Facet::Format
            | Facet::Place
            | Facet::Day
            | Facet::Time
            | Facet::Soon
            | Facet::Region => {
                return Vec::new();
            }
        };
        let is_type = facet == Facet::CancerType;
        // For each number of an id, the options that find a group that has it.
        let mut finders: Vec<Vec<u16>> = Vec::new();
        finders.resize_with(options.of.len(), Vec::new);
        for (option, &number) in options.numbers.iter().enumerate() {
            finders[usize::from(number)].push(option as u16);
            // A type finds the groups of its broader types and is found by them.
            for broader in taxonomy.chain(number as TypeIndex) {
                if is_type && broader != number {
                    finders[usize::from(broader)].push(option as u16);
                    finders[usize::from(number)].push(options.of[usize::from(broader)]);
                }
            }
        }
        let mut empty = shown.clone();
        empty.clear();
        let mut found_by = Vec::new();
        found_by.resize_with(options.list.len(), || empty.clone());
        for group in shown.iter() {
            for &number in lists.of(group) {
                let finders = finders
                    .get(usize::from(number))
                    .map_or(&[][..], Vec::as_slice);
                for &option in finders {
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
}
