//! The nations and regions of the UK.

use crate::directory::Named;
use crate::filter::key;

/// One of the twelve nations and regions of the UK.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    Scotland,
    NorthernIreland,
    Wales,
    NorthEast,
    NorthWest,
    /// Yorkshire and the Humber.
    Yorkshire,
    WestMidlands,
    EastMidlands,
    /// The East of England.
    East,
    London,
    SouthEast,
    SouthWest,
}

impl Region {
    /// Every region, in the order in which to show them: nations first, then England from north to
    /// south.
    pub const ALL: [Self; 12] = [
        Self::Scotland,
        Self::NorthernIreland,
        Self::Wales,
        Self::NorthEast,
        Self::NorthWest,
        Self::Yorkshire,
        Self::WestMidlands,
        Self::EastMidlands,
        Self::East,
        Self::London,
        Self::SouthEast,
        Self::SouthWest,
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
            name == own || name == key(&[&own, " england"].concat()) || name == key(longer)
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
        ("northern-ireland", Self::NorthernIreland),
        ("wales", Self::Wales),
        ("north-east", Self::NorthEast),
        ("north-west", Self::NorthWest),
        ("yorkshire", Self::Yorkshire),
        ("west-midlands", Self::WestMidlands),
        ("east-midlands", Self::EastMidlands),
        ("east", Self::East),
        ("london", Self::London),
        ("south-east", Self::SouthEast),
        ("south-west", Self::SouthWest),
    ];
}
