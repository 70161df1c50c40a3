//! Reading records field by field, so that a bad field costs only itself.

use super::place::Place;
use crate::directory::all_chars;
use crate::json::{Object, Value};
use crate::strings::concat;

/// What can be read from a value of the list.
pub(super) trait Read: Sized {
    /// The value, or nothing after a problem was reported.
    fn read(value: &Value, place: &mut Place) -> Option<Self>;
}

/// Reads a record: `read!(value, place, Source [name] { url, date })`.
///
/// It expands to the type's own literal, so the compiler insists that every field is read, and a
/// field's key in JSON is its name. A record is left out, and that reported, without one of the
/// fields in square brackets; all others have a default. A field is read by its type's [`Read`], or
/// by the function that follows it.
macro_rules! read {
    (
        $value:expr, $place:expr,
        $record:ident $([$($needed:ident),*])? { $($field:ident $(: $reader:path)?),* $(,)? }
    ) => {
        match crate::feed::read::object($value, $place) {
            Some(object) => Some($record {
                $($($needed: crate::feed::read::needed(object, stringify!($needed), $place)?,)*)?
                $($field: crate::feed::read::field(
                    object,
                    stringify!($field),
                    $place,
                    read!(@reader $($reader)?),
                ),)*
            }),
            None => None,
        }
    };
    (@reader) => { crate::feed::read::Read::read };
    (@reader $reader:path) => { $reader };
}
pub(super) use read;

/// Reads one field of a record by `read`, or gives its default.
pub(super) fn field<T: Default>(
    object: &Object,
    name: &str,
    place: &mut Place,
    read: fn(&Value, &mut Place) -> Option<T>,
) -> T {
    let Some(value) = object.get(name).filter(|value| !is_absent(value)) else {
        return T::default();
    };
    let outer = place.enter_field(name);
    let found = read(value, place);
    place.leave(outer);
    found.unwrap_or_default()
}

/// Reads one field of a record that cannot do without it.
pub(super) fn needed<T: Read>(object: &Object, name: &str, place: &mut Place) -> Option<T> {
    let found = field(object, name, place, Option::<T>::read);
    if found.is_none() {
        place.report(concat(&[
            "left out, because it has no `",
            name,
            "` that can be used",
        ]));
    }
    found
}

/// The fields of a record.
pub(super) fn object<'a>(value: &'a Value<'a>, place: &mut Place) -> Option<&'a Object<'a>> {
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
        Value::String(text) => all_chars(text, &char::is_whitespace),
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
        // Most have one element or two, and stay. Many of a long one may be of no use.
        let mut all = Vec::with_capacity(value.elements().len().clamp(1, 4));
        each(value, place, &mut |element, place| {
            if let Some(one) = T::read(element, place) {
                all.push(one);
            }
        });
        Some(all)
    }
}
