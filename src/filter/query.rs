//! What goes into filtering and what comes out of it.

use super::bits::Bits;
use super::choices::Choices;
use super::facet::Facet;
use super::meetings::Wanted;
use crate::directory::Date;
use crate::places::Spot;
use crate::schedule::{Instant, Zone};

/// One option of one filter, by its place in [`Index::options`](super::Index::options).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Choice {
    pub facet: Facet,
    pub option: u16,
}

/// A place from which distances count.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// What finds it again in the table of places; empty for the visitor's own position.
    pub name: String,
    pub spot: Spot,
    /// How many miles away a meeting may be; nothing means any distance.
    pub within: Option<u16>,
}

/// What a visitor looks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// What is in the search box.
    pub text: String,
    /// What is ticked.
    pub choices: Choices,
    /// Where it is to be near.
    pub near: Option<Near>,
}

/// What the page allows this directory to show, for good. Ids that the list does not have match nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restriction {
    /// Ids by filter, with the same matching as a choice, but for days, times and how soon. A town for
    /// [`Facet::Place`].
    pub only: Vec<(Facet, String)>,
    /// Ids of groups; none means all.
    pub groups: Option<Vec<String>>,
}

/// What only a browser knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Env {
    /// What time it is.
    pub now: Instant,
    /// The visitor's day.
    pub today: Date,
    /// The time zones of the list's schedules, by their ids; one that is missing is known to nobody.
    pub zones: Vec<(String, Zone)>,
    /// For each group of the directory, its name's place in the order of the language.
    pub name_ranks: Vec<u32>,
}

/// One option of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetOption {
    /// What attributes and links call it; a town's is its name.
    pub id: String,
    /// What visitors read.
    pub name: String,
    /// The language of the name, where it is another than the widget's.
    pub lang: Option<String>,
    /// How many of the groups that may be shown it finds alone.
    pub count: u32,
    /// Whether it narrows the list: finds some of the groups that may be shown and not all.
    pub useful: bool,
}

/// What a query finds.
#[derive(Debug)]
pub struct Matches {
    /// Places in [`Directory::groups`](crate::directory::Directory::groups), in the order in which to
    /// show them.
    pub groups: Vec<u32>,
    /// How many of them, the first ones, meet somewhere; those after it are online or anywhere. All of
    /// them where the query names no place.
    pub local: usize,
    // What counting begins with.
    /// The groups that the text finds.
    pub(super) by_text: Bits,
    /// Those of them that have a wanted meeting.
    pub(super) by_meeting: Bits,
    /// What is chosen in the filters that look at the whole group.
    pub(super) chosen: Vec<Option<Bits>>,
    pub(super) wanted: Wanted,
}

/// For each filter, for each of its options, how many groups choosing it would give, given the other filters and
/// the text.
#[derive(Debug)]
pub struct Counts(pub(super) Vec<Vec<u32>>);

impl Counts {
    /// How many groups the choice would give.
    pub fn of(&self, choice: Choice) -> u32 {
        let counts = self.0.get(choice.facet as usize);
        let count = counts.and_then(|counts| counts.get(usize::from(choice.option)));
        count.copied().unwrap_or(0)
    }
}
