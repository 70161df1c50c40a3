//! Reading names of fixed sets.

use super::place::Place;
use super::read::Read;
use crate::directory::{AttendingType, Kind, Named, Status};
use crate::json::Value;
use crate::schedule::Freq;

impl Read for Kind {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        named(value, place)
    }
}

impl Read for AttendingType {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        named(value, place)
    }
}

impl Read for Freq {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        named(value, place)
    }
}

impl Read for Status {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        named(value, place)
    }
}

/// Reads a name of a fixed set; case, spaces and underscores do not matter to what is meant.
fn named<T: Named>(value: &Value, place: &mut Place) -> Option<T> {
    let names: Vec<_> = T::NAMES.iter().map(|(name, _)| *name).collect();
    find_name(value, place, &names).map(|at| T::NAMES[at].1)
}

fn find_name(value: &Value, place: &mut Place, names: &[&str]) -> Option<usize> {
    let written = value.as_str().unwrap_or_default().trim();
    let meant = written.replace([' ', '_'], "-");
    let found = names
        .iter()
        .position(|name| name.eq_ignore_ascii_case(&meant));
    let allowed = || names.join(", ");
    match found {
        Some(at) if names[at] == written => {}
        Some(at) => place.accept(
            value,
            &["as ", names[at], "; allowed: ", &allowed()].concat(),
        ),
        None => return place.refuse(value, &allowed()),
    }
    found
}
