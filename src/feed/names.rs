//! Reading names of fixed sets.

use super::place::Place;
use super::read::Read;
use crate::directory::{AttendingType, Kind, Named, Status, replaced};
use crate::json::Value;
use crate::schedule::Freq;
use crate::strings::concat;

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
    find_name(value, place, T::NAMES.len(), &|at| T::NAMES[at].0).map(|at| T::NAMES[at].1)
}

/// The place of the value among so many names.
fn find_name(
    value: &Value,
    place: &mut Place,
    count: usize,
    name: &dyn Fn(usize) -> &'static str,
) -> Option<usize> {
    let written = value.as_str().unwrap_or_default().trim();
    // Nearly always, and then nothing need be made ready for a report.
    if let Some(at) = (0..count).find(|&at| name(at) == written) {
        return Some(at);
    }
    let meant = replaced(written, &|c| matches!(c, ' ' | '_'), '-');
    let (mut found, mut allowed) = (None, String::new());
    for at in 0..count {
        if name(at).eq_ignore_ascii_case(&meant) {
            found = Some(at);
        }
        allowed.push_str(if at > 0 { ", " } else { "" });
        allowed.push_str(name(at));
    }
    match found {
        Some(at) => place.accept(value, &concat(&["as ", name(at), "; allowed: ", &allowed])),
        None => place.refuse_it(value, &allowed),
    }
    found
}
