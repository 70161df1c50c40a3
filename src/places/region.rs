//! The nations and regions of the UK.

use crate::directory::Named;
use crate::filter::key;
use crate::strings::concat;

/// One of the twelve nations and regions of the UK.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    Scotland,
    NorthEast,
    NorthernIreland,
    NorthWest,
    /// Yorkshire and the Humber.
    Yorkshire,
    Wales,
    WestMidlands,
    EastMidlands,
    SouthWest,
    London,
    /// The East of England.
    East,
    SouthEast,
}

impl Region {
    /// Every region, in the order in which to show them: as on a map, from its top, row by row.
    pub const ALL: [Self; 12] = [
        Self::Scotland,
        Self::NorthEast,
        Self::NorthernIreland,
        Self::NorthWest,
        Self::Yorkshire,
        Self::Wales,
        Self::WestMidlands,
        Self::EastMidlands,
        Self::SouthWest,
        Self::London,
        Self::East,
        Self::SouthEast,
    ];
}

impl Region {
    /// The region of a name, as lists write it: "South East", "South East England", "Greater London".
    pub fn from_name(name: &str) -> Option<Self> {
        let name = key(name);
        let is_named = |region: &&Self| {
            let own = key(region.id());
            let longer = match region {
                Self::Yorkshire => "yorkshire and the humber",
                Self::East => "east of england",
                Self::London => "greater london",
                _ => "",
            };
            name == own || name == key(&concat(&[&own, " england"])) || name == key(longer)
        };
        // Without a name there is no region, though some have no longer one.
        Self::ALL
            .iter()
            .find(is_named)
            .filter(|_| !name.is_empty())
            .copied()
    }
}

impl Named for Region {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("scotland", Self::Scotland),
        ("north-east", Self::NorthEast),
        ("northern-ireland", Self::NorthernIreland),
        ("north-west", Self::NorthWest),
        ("yorkshire", Self::Yorkshire),
        ("wales", Self::Wales),
        ("west-midlands", Self::WestMidlands),
        ("east-midlands", Self::EastMidlands),
        ("south-west", Self::SouthWest),
        ("london", Self::London),
        ("east", Self::East),
        ("south-east", Self::SouthEast),
    ];
}
