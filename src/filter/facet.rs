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
        Self::ALL.into_iter().find(|facet| facet.id() == id)
    }

    /// The ids that the format itself fixes; none where the list declares them.
    pub fn fixed_ids(self) -> Vec<&'static str> {
        match self {
            Self::Kind => Kind::NAMES.iter().map(|(id, _)| *id).collect(),
            Self::Format => FORMATS.to_vec(),
            Self::Day => Weekday::IDS.to_vec(),
            Self::Time => TIMES.to_vec(),
            Self::Soon => SOON.to_vec(),
            Self::Region => Region::NAMES.iter().map(|(id, _)| *id).collect(),
            Self::CancerType | Self::Audience | Self::Place | Self::Activity => Vec::new(),
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
