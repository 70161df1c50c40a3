//! Reading a list: JSON into a [`Directory`], leniently, with every problem located.
//!
//! One bad record never costs the rest. What is not as the format says is dropped, or read if its
//! meaning is plain; either way it becomes a [`Problem`]. Unknown fields are passed over; null and
//! empty text mean that a field is absent. This module alone knows the list's JSON.

mod names;
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
mod vocabulary;

pub use problem::{MAX_PROBLEMS, NotAList, Problem};

use crate::directory::{Directory, Group};
use crate::intern::Interner;
use crate::json::{Fault, Object, Reader, Value};
use crate::slices;
use crate::strings::{concat, digits};
use place::Place;
use problem::Problems;
use read::Read;
use vocabulary::is_new;

/// The version of the format that this program reads.
pub const FORMAT: i64 = 1;

/// Reads a list from the bytes of a file.
///
/// A bad field is dropped and its group kept; a bad group is dropped and the list kept. Each is a
/// [`Problem`]; no more than [`MAX_PROBLEMS`] are kept, and one more that counts the rest. Only a
/// document that is no list at all is an error: no JSON, or none with an array of groups.
pub fn parse(bytes: &[u8]) -> Result<(Directory, Vec<Problem>), NotAList> {
    slices::finish(parse_in_slices(bytes))
}

/// As [`parse`], with pauses.
pub async fn parse_in_slices(bytes: &[u8]) -> Result<(Directory, Vec<Problem>), NotAList> {
    let mut problems = Problems::default();
    let text = repair::decode(bytes, &mut problems)?;
    slices::pause().await;
    let first = read_list(&text, problems.clone()).await;
    if let Ok(Some(read)) = first {
        return Ok(read);
    }
    // Most lists need no repair, so it is tried only now.
    if let Some(repaired) = repair::repair(&text, &mut problems)
        && let Ok(Some(read)) = read_list(&repaired, problems).await
    {
        return Ok(read);
    }
    // Where repair does not help, the text as it was says more about the cause: a quote that is
    // missing makes all that follows look like one long string.
    Err(why_not(&text, first.err()))
}

/// Reads the text as it is; nothing if it is no list.
async fn read_list(
    text: &str,
    problems: Problems,
) -> Result<Option<(Directory, Vec<Problem>)>, Box<Fault>> {
    let mut reader = Reader::new(text);
    let mut place = Place::new(problems);
    if !reader.eat(b'{') {
        reader.value(0)?;
        reader.end()?;
        return Ok(None);
    }
    let (mut fields, mut groups) = (Object::default(), None);
    let (mut is_first, mut has_two) = (true, false);
    while reader.goes_on(b'}', &mut is_first)? {
        let name = reader.name()?;
        if name != "groups" {
            fields.0.push((name, reader.value(1)?));
        } else if groups.is_none() && reader.eat(b'[') {
            groups = Some(read_groups(&mut reader, &mut place).await?);
        } else {
            reader.value(1)?;
            has_two |= groups.is_some();
        }
    }
    reader.end()?;
    let Some(groups) = groups else {
        return Ok(None);
    };
    if has_two {
        place.report_field("groups", "given twice; the first is used".into());
    }
    check_format(&fields, &mut place);
    let directory = Directory::read(&Value::Object(fields), &mut place);
    let problems = place.into_problems().into_vec();
    Ok(directory.map(|directory| {
        (
            Directory {
                groups,
                ..directory
            },
            problems,
        )
    }))
}

/// Reads the elements of an array, one by one, so that no more than one exists as JSON at a time.
async fn read_groups(reader: &mut Reader<'_>, place: &mut Place) -> Result<Vec<Group>, Box<Fault>> {
    let (mut all, mut seen) = (vec![], Interner::new());
    let array = place.enter_field("groups");
    let (mut index, mut is_first) = (0, true);
    while reader.goes_on(b']', &mut is_first)? {
        let element = place.enter_element(index);
        all.extend(read_group(reader, &mut seen, place)?);
        place.leave(element);
        slices::pause_between(index).await;
        index += 1;
    }
    place.leave(array);
    Ok(all)
}

/// The next group; nothing where it cannot be used.
fn read_group(
    reader: &mut Reader,
    seen: &mut Interner,
    place: &mut Place,
) -> Result<Option<Group>, Box<Fault>> {
    let value = reader.value(2)?;
    let group = Group::read(&value, place);
    Ok(group.filter(|group| is_new(&group.id, seen, place)))
}

fn check_format(fields: &Object, place: &mut Place) {
    match fields.get("format") {
        None | Some(Value::Null) => {}
        Some(format) if format.as_i64() == Some(FORMAT) => {}
        Some(format) => {
            let ours = digits(FORMAT);
            let message = [
                &place::show(format),
                " is read as ",
                &ours,
                "; allowed: ",
                &ours,
            ];
            place.report_field("format", concat(&message));
        }
    }
}

/// Why the text is no list.
fn why_not(text: &str, fault: Option<Box<Fault>>) -> NotAList {
    let message = match fault {
        Some(_) if text.trim_start().starts_with("<") => {
            "The list is a web page, not JSON. Is its address right?".into()
        }
        Some(fault) => {
            let (line, column) = (digits(fault.line as i64), digits(fault.column as i64));
            concat(&[
                "The list is not valid JSON: ",
                fault.what,
                " at line ",
                &line,
                " column ",
                &column,
                ".",
            ])
        }
        None => "The list must be a JSON object with an array that is named `groups`.".into(),
    };
    NotAList { message }
}
