//! The nations and regions of the UK.

use crate::directory::Named;

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
