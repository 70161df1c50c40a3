//! Finding groups: which groups a query finds, in which order, and what each further choice would give.
//!
//! [`Index::new`] turns each group into numbers once ([`facts`]), leaves out what may not be shown
//! ([`restrict`]), notes for each option which groups it finds ([`options`]) and works out when they meet
//! next ([`dates`]). [`Index::apply`] and [`Index::count`] then only combine sets ([`apply`]). Words are a part of
//! their own ([`search`], [`words`], [`text`]).

mod apply;
mod bits;
mod build;
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

use crate::directory::Directory;
use crate::places::Spot;
use crate::slices;
use crate::taxonomy::{Closeness, Taxonomy};
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
    /// The options of a filter, in the order in which to show them: types and activities that the
    /// list uses or declares, and towns, by name; audiences in the list's order; kinds, formats and days in
    /// their fixed order.
    pub fn options(&self, facet: Facet) -> &[FacetOption] {
        &self.options[facet as usize].list
    }

    /// The choice that an id stands for (a town's name for [`Facet::Place`], in any case and accents).
    pub fn choice(&self, facet: Facet, id: &str) -> Option<Choice> {
        let facts = &self.facts;
        let number = match facet {
            Facet::CancerType => u32::from(self.taxonomy.find(id)?),
            Facet::Audience => facts.audience_ids.find(id)?,
            Facet::Activity => facts.activity_ids.find(id)?,
            Facet::Place => facts.towns.find(id)?,
            fixed => fixed.fixed_ids().iter().position(|&known| known == id)? as u32,
        };
        let option = *self.options[facet as usize].of.get(number as usize)?;
        (option != options::NONE).then_some(Choice { facet, option })
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
}
