//! Reading a list: JSON into a [`Directory`], leniently, with every problem located.
//!
//! One bad record never costs the rest. What is not as the format says is dropped, or read if its
//! meaning is plain; either way it becomes a [`Problem`]. Unknown fields are passed over; null and
//! empty text mean that a field is absent. The list is streamed: no more than one group exists as
//! JSON at a time. This module alone knows JSON.

mod place;
mod problem;
mod read;
mod records;
mod repair;
mod schedule;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod values;

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

pub use problem::{MAX_PROBLEMS, NotAList, Problem};

use crate::directory::{Directory, Group, Id};
use place::Place;
use problem::Problems;
use read::Read;

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
    match stream(&text, problems.clone()) {
        Ok(read) => Ok(read),
        Err(error) if error.is_data() => Err(NotAList {
            message: "The list must be a JSON object with an array that is named `groups`.".into(),
        }),
        Err(error) => {
            // Most lists need no repair, so it is tried only now.
            let repaired = repair::repair(&text, &mut problems);
            // Where repair does not help, the first error is nearer to the cause: a quote that is
            // missing makes all that follows look like one long string.
            repaired
                .and_then(|repaired| stream(&repaired, problems).ok())
                .ok_or_else(|| not_json(&text, &error))
        }
    }
}

fn not_json(text: &str, error: &serde_json::Error) -> NotAList {
    let message = if text.trim_start().starts_with('<') {
        "The list is a web page, not JSON. Is its address right?".into()
    } else {
        format!("The list is not valid JSON: {error}.")
    };
    NotAList { message }
}

/// Reads the text as it is.
fn stream(text: &str, problems: Problems) -> serde_json::Result<(Directory, Vec<Problem>)> {
    let mut json = serde_json::Deserializer::from_str(text);
    let mut place = Place::new(problems);
    let directory = List(&mut place).deserialize(&mut json)?;
    json.end()?;
    Ok((directory, place.into_problems().into_vec()))
}

/// The whole document.
struct List<'a>(&'a mut Place);

/// The array of groups.
struct Groups<'a>(&'a mut Place);

impl<'de> DeserializeSeed<'de> for List<'_> {
    type Value = Directory;

    fn deserialize<D: serde::Deserializer<'de>>(self, json: D) -> Result<Directory, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for List<'_> {
    type Value = Directory;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with groups")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Directory, A::Error> {
        let Self(place) = self;
        let mut fields = Map::new();
        let mut groups: Option<Vec<Group>> = None;
        while let Some(key) = entries.next_key::<String>()? {
            if key != "groups" {
                fields.insert(key, entries.next_value()?);
            } else if groups.is_none() {
                groups = Some(entries.next_value_seed(Groups(place))?);
            } else {
                entries.next_value::<Value>()?;
                place.report_field("groups", "given twice; the first is used".into());
            }
        }
        let groups = groups.ok_or_else(|| serde::de::Error::missing_field("groups"))?;
        check_format(&fields, place);
        let directory = Directory::read(&Value::Object(fields), place).unwrap_or_default();
        Ok(Directory {
            groups,
            ..directory
        })
    }
}

impl<'de> DeserializeSeed<'de> for Groups<'_> {
    type Value = Vec<Group>;

    fn deserialize<D: serde::Deserializer<'de>>(self, json: D) -> Result<Vec<Group>, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Groups<'_> {
    type Value = Vec<Group>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of groups")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Vec<Group>, A::Error> {
        let Self(place) = self;
        let mut groups = vec![];
        let mut seen = BTreeSet::<Id>::new();
        let array = place.enter_field("groups");
        for index in 0.. {
            let Some(value) = elements.next_element::<Value>()? else {
                break;
            };
            let element = place.enter_element(index);
            let group = Group::read(&value, place);
            groups.extend(group.filter(|group| records::is_new(&group.id, &mut seen, place)));
            place.leave(element);
        }
        place.leave(array);
        Ok(groups)
    }
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
