//! The names that enums have in lists, attributes and links.

use super::{AttendingType, Kind, Status};

/// An enum whose values have names. The table is the names' one source: the reader, the schema and
/// the attributes all use it.
pub trait Named: Copy + PartialEq + 'static {
    /// Every value with its name, in the order in which to show them.
    const NAMES: &'static [(&'static str, Self)];

    /// The value that a name stands for.
    fn from_id(id: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(name, _)| *name == id);
        found.map(|(_, value)| *value)
    }

    /// The value's name.
    fn id(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, value)| *value == self);
        found.map_or("", |(name, _)| name)
    }
}

impl Named for Kind {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("group", Self::Group),
        ("one-to-one", Self::OneToOne),
        ("helpline", Self::Helpline),
        ("online-community", Self::OnlineCommunity),
        ("resource", Self::Resource),
    ];
}

impl Named for Status {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("active", Self::Active),
        ("paused", Self::Paused),
        ("full", Self::Full),
        ("closed", Self::Closed),
    ];
}

impl Named for AttendingType {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("online", Self::Online),
        ("in-person", Self::InPerson),
        ("online-and-in-person", Self::OnlineAndInPerson),
        ("phone", Self::Phone),
    ];
}
