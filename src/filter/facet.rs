//! The filters, and the ids that are the same for every list.

use crate::directory::{Kind, Named};
use crate::places::Region;
use crate::schedule::Weekday;

/// A filter, as the visitor sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    CancerType,
    Audience,
    Kind,
    Format,
    Place,
    Day,
    Time,
    Soon,
    Activity,
    /// A nation or region of the UK. It is part of the filter of places and none of its own.
    Region,
}

/// The ids of the kinds, by their place in the enum.
pub const KINDS: [&str; 5] = ids(Kind::NAMES);

/// The ids of the nations and regions, by their place in the enum.
const REGIONS: [&str; 12] = ids(Region::NAMES);

/// The ids of a table of names.
const fn ids<T: Copy, const COUNT: usize>(names: &[(&'static str, T)]) -> [&'static str; COUNT] {
    let mut ids = [""; COUNT];
    let mut place = 0;
    while place < COUNT {
        ids[place] = names[place].0;
        place += 1;
    }
    ids
}

/// The ids of how a group meets, in the order in which visitors read them.
pub const FORMATS: [&str; 3] = ["online", "in-person", "phone"];

/// The ids of the times of day at which a meeting may begin: before midday, before five, later.
pub const TIMES: [&str; 3] = ["morning", "afternoon", "evening"];

/// The ids of how soon a meeting may be: within the next seven times 24 hours.
pub const SOON: [&str; 1] = ["7-days"];

/// How many filters there are.
pub const FACETS: usize = Facet::ALL.len();

impl Facet {
    /// Every filter.
    pub const ALL: [Self; 10] = [
        Self::CancerType,
        Self::Audience,
        Self::Kind,
        Self::Format,
        Self::Place,
        Self::Day,
        Self::Time,
        Self::Soon,
        Self::Activity,
        Self::Region,
    ];

    /// The name in attributes, links and message keys.
    pub fn id(self) -> &'static str {
        Self::IDS[self as usize]
    }

    /// The filter of a name.
    pub fn from_id(id: &str) -> Option<Self> {
        let place = Self::IDS.iter().position(|&known| known == id)?;
        Some(Self::ALL[place])
    }

    /// The ids that the format itself fixes; none where the list declares them.
    pub fn fixed_ids(self) -> &'static [&'static str] {
        match self {
            Self::Kind => &KINDS,
            Self::Format => &FORMATS,
            Self::Day => &Weekday::IDS,
            Self::Time => &TIMES,
            Self::Soon => &SOON,
            Self::Region => &REGIONS,
            Self::CancerType | Self::Audience | Self::Place | Self::Activity => &[],
        }
    }

    /// All names, in the order of [`Facet::ALL`].
    pub const IDS: [&'static str; 10] = [
        "cancer-type",
        "audience",
        "kind",
        "format",
        "place",
        "day",
        "time",
        "soon",
        "activity",
        "region",
    ];
}
