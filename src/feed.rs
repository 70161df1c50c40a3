//! Reading a list: JSON into a [`Directory`], leniently, with every problem located.
//!
//! One bad record never costs the rest. What is not as the format says is dropped, or read if its
//! meaning is plain; either way it becomes a [`Problem`]. Unknown fields are passed over; null and
//! empty text mean that a field is absent. The list is cut into its parts first, so that no more than
//! one group exists as JSON at a time. This module alone knows the list's JSON.

mod outline;
mod place;
mod problem;
mod read;
mod records;
mod repair;
mod schedule;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod text;
mod values;

use serde_json::{Map, Value};

pub use problem::{MAX_PROBLEMS, NotAList, Problem};

use crate::directory::{Directory, Group};
use outline::{Groups, NotJson, Outline};
use place::Place;
use problem::Problems;
use read::Read;
use records::is_new;

/// The version of the format that this program reads.
pub const FORMAT: u64 = 1;

/// Reads a list from the bytes of a file.
///
/// A bad field is dropped and its group kept; a bad group is dropped and the list kept. Each is a
/// [`Problem`]; no more than [`MAX_PROBLEMS`] are kept, and one more that counts the rest. Only a
/// document that is no list at all is an error: no JSON, or none with an array of groups.
pub fn parse(bytes: &[u8]) -> Result<(Directory, Vec<Problem>), NotAList> {
    let mut problems = Problems::default();
    let text = repair::decode(bytes, &mut problems)?;
    if let Some(read) = read_list(&text, problems.clone()) {
        return Ok(read);
    }
    // Most lists need no repair, so it is tried only now.
    repair::repair(&text, &mut problems)
        .and_then(|repaired| read_list(&repaired, problems))
        // Where repair does not help, the text as it was says more about the cause: a quote that is
        // missing makes all that follows look like one long string.
        .ok_or_else(|| why_not(&text))
}

/// Reads the text as it is; nothing if it is no list.
fn read_list(text: &str, problems: Problems) -> Option<(Directory, Vec<Problem>)> {
    let outline = Outline::new(text).ok()??;
    let mut place = Place::new(problems);
    let groups = read_groups(outline.groups?, &mut place).ok()?;
    if outline.has_two {
        place.report_field("groups", "given twice; the first is used".into());
    }
    check_format(&outline.fields, &mut place);
    let directory = Directory::read(&Value::Object(outline.fields), &mut place)?;
    let problems = place.into_problems().into_vec();
    Some((
        Directory {
            groups,
            ..directory
        },
        problems,
    ))
}

fn read_groups(mut groups: Groups, place: &mut Place) -> Result<Vec<Group>, NotJson> {
    let (mut all, mut seen) = (vec![], Map::new());
    let array = place.enter_field("groups");
    let mut is_first = true;
    for index in 0.. {
        let Some(value) = groups.next(&mut is_first)? else {
            break;
        };
        let element = place.enter_element(index);
        let group = Group::read(&value, place);
        all.extend(group.filter(|group| is_new(&group.id, &mut seen, place)));
        place.leave(element);
    }
    place.leave(array);
    Ok(all)
}

fn check_format(fields: &Map<String, Value>, place: &mut Place) {
    match fields.get("format") {
        None | Some(Value::Null) => {}
        Some(format) if format.as_u64() == Some(FORMAT) => {}
        Some(format) => place.report_field(
            "format",
            format!(
                "{} is read as {FORMAT}; allowed: {FORMAT}",
                place::show(format)
            ),
        ),
    }
}

/// Why the text is no list.
fn why_not(text: &str) -> NotAList {
    let message = match serde_json::from_str::<Value>(text) {
        Err(_) if text.trim_start().starts_with('<') => {
            "The list is a web page, not JSON. Is its address right?".into()
        }
        Err(error) => format!("The list is not valid JSON: {error}."),
        Ok(_) => "The list must be a JSON object with an array that is named `groups`.".into(),
    };
    NotAList { message }
}
