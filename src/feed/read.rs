//! Reading records field by field, so that a bad field costs only itself.

use serde_json::{Map, Value};

use super::place::Place;

/// What can be read from a value of the list.
pub(super) trait Read: Sized {
    /// The value, or nothing after a problem was reported.
    fn read(value: &Value, place: &mut Place) -> Option<Self>;
}

/// What can be a field of a record.
pub(super) trait Field: Sized {
    /// What stands for the field where it is missing or cannot be used. Nothing, which is the
    /// default, means that the record cannot do without it.
    fn absent() -> Option<Self> {
        None
    }
}

/// Reads a record: `read!(value, place, Venue { name, town, latitude: degrees_north })`.
///
/// It expands to the type's own literal, so the compiler insists that every field is read, and a
/// field's key in JSON is its name. A field is read by its type's [`Read`], or by the function that
/// follows it. Gives nothing, with a problem reported, if a required field is missing.
macro_rules! read {
    ($value:expr, $place:expr, $record:ident { $($field:ident $(: $reader:path)?),* $(,)? }) => {
        match crate::feed::read::object($value, $place) {
            Some(object) => Some($record {
                $($field: crate::feed::read::field(
                    object,
                    stringify!($field),
                    $place,
                    read!(@reader $($reader)?),
                )?,)*
            }),
            None => None,
        }
    };
    (@reader) => { crate::feed::read::Read::read };
    (@reader $reader:path) => { $reader };
}
pub(super) use read;

/// Reads one field of a record by `read`. Gives nothing only if the record cannot do without it.
pub(super) fn field<T: Field>(
    object: &Map<String, Value>,
    name: &'static str,
    place: &mut Place,
    read: fn(&Value, &mut Place) -> Option<T>,
) -> Option<T> {
    let value = object.get(name).filter(|value| !is_absent(value));
    let found = value.and_then(|value| {
        let outer = place.enter_field(name);
        let found = read(value, place);
        place.leave(outer);
        found
    });
    let found = found.or_else(T::absent);
    if found.is_none() {
        place.report(format!(
            "left out, because it has no `{name}` that can be used"
        ));
    }
    found
}

/// The fields of a record.
pub(super) fn object<'a>(value: &'a Value, place: &mut Place) -> Option<&'a Map<String, Value>> {
    match value {
        Value::Object(fields) => Some(fields),
        _ => place.refuse(value, "an object, in curly brackets"),
    }
}

/// Calls `read_one` at each element of an array. A single value, which is obviously meant as an
/// array of one, is read as that and reported.
pub(super) fn each(value: &Value, place: &mut Place, read_one: &mut dyn FnMut(&Value, &mut Place)) {
    let Value::Array(elements) = value else {
        place.accept(
            value,
            "as a list of one; allowed: a list, in square brackets",
        );
        return read_one(value, place);
    };
    for (index, element) in elements.iter().enumerate() {
        if !is_absent(element) {
            let outer = place.enter_element(index);
            read_one(element, place);
            place.leave(outer);
        }
    }
}

/// Null and empty text, as tools that export tables write them, say nothing.
pub(super) fn is_absent(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        _ => false,
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        T::read(value, place).map(Some)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        let mut all = vec![];
        each(value, place, &mut |element, place| {
            all.extend(T::read(element, place));
        });
        Some(all)
    }
}

impl<T> Field for Option<T> {
    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T> Field for Vec<T> {
    fn absent() -> Option<Self> {
        Some(vec![])
    }
}
