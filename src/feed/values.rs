//! Reading single values.
//!
//! What is understood although it is not as the format says (an age in quotes, an id with a space)
//! is read and reported: visitors lose nothing and the publisher learns of it.

use std::ops::RangeInclusive;

use super::place::{Place, show_text};
use super::read::{Read, each};
use super::text::string;
use crate::directory::{Date, Email, Id, Link, PhoneNumber, Time, clean, is_lang, replaced};
use crate::json::Value;
use crate::schedule::ByDay;
use crate::strings::{concat, digits};

/// Ages in years.
pub(super) const AGES: RangeInclusive<i64> = 0..=120;

const ID: &str = "text without spaces, such as \"head-and-neck\"";
const LINK: &str =
    "a whole link without spaces that begins with https://, http://, mailto: or tel:";
const LINK_WITH_SCHEME: &str = "a whole link; put https:// before it";
const PHONE: &str = "a phone number in quotes, of digits, spaces and + ( ) - .";
pub(super) const LANG: &str = "the code of a language, such as en, cy or pt-BR";

/// Reads a string by `parse`. Anything else is refused.
///
/// Only what stands around it is taken away: an address from which a hidden character is removed is
/// another address.
fn parsed<T>(
    value: &Value,
    place: &mut Place,
    allowed: &str,
    parse: fn(&str) -> Option<T>,
) -> Option<T> {
    let found = trimmed(value).and_then(parse);
    if found.is_none() {
        place.refuse_it(value, allowed);
    }
    found
}

/// A string without what stands around it.
#[inline(never)]
fn trimmed<'a>(value: &'a Value) -> Option<&'a str> {
    // What pasting leaves: a byte order mark, a zero-width space.
    let is_around = |c: char| c.is_whitespace() || c == '\u{FEFF}' || c == '\u{200B}';
    Some(value.as_str()?.trim_matches(is_around))
}

impl Read for Id {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        let written = string(value, place, ID)?;
        let (cleaned, removed) = clean(written, false);
        if !removed && let Some(id) = Id::new(&cleaned) {
            return Some(id);
        }
        // From "Head and neck", which is a name; ids of the built-in vocabulary are made like this.
        let mut words = String::new();
        for word in cleaned.split_whitespace() {
            if !words.is_empty() {
                words.push('-');
            }
            words.push_str(word);
        }
        words.make_ascii_lowercase();
        let Some(id) = Id::new(&words) else {
            return place.refuse(value, ID);
        };
        let how = ["as ", &show_text(id.as_str()), "; allowed: ", ID];
        place.accept(value, &concat(&how));
        Some(id)
    }
}

impl Read for Link {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        let first_mark = |url: &str| url.bytes().find(|byte| b"/.:".contains(byte));
        let is_bare = value
            .as_str()
            .is_some_and(|url| first_mark(url) != Some(b':'));
        let allowed = if is_bare { LINK_WITH_SCHEME } else { LINK };
        parsed(value, place, allowed, Link::new)
    }
}

impl Read for Email {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        parsed(
            value,
            place,
            "an email address, such as name@example.org",
            Email::new,
        )
    }
}

impl Read for PhoneNumber {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        // Not from a JSON number: that has lost the 0 that it began with.
        parsed(value, place, PHONE, |number| {
            PhoneNumber::new(&replaced(number, &char::is_whitespace, ' '))
        })
    }
}

impl Read for Date {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        parsed(
            value,
            place,
            "a day that exists, such as 2026-12-16",
            Date::parse,
        )
    }
}

impl Read for Time {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        parsed(
            value,
            place,
            "a time from 00:00 to 23:59, such as 18:30",
            Time::parse,
        )
    }
}

impl Read for bool {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        match value {
            Value::Bool(value) => Some(*value),
            _ => place.refuse(value, "true or false, without quotes"),
        }
    }
}

impl Read for ByDay {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        const BYDAY: &str = "days such as \"WE\", \"TU,TH\", \"3WE\" or \"-1FR\"";
        if !matches!(value, Value::Array(_)) {
            return parsed(value, place, BYDAY, ByDay::parse);
        }
        let mut days = String::new();
        for day in value.elements() {
            let day = day.as_str().unwrap_or_default().trim();
            if !day.is_empty() {
                days.push_str(if days.is_empty() { "" } else { "," });
                days.push_str(day);
            }
        }
        let found = ByDay::parse(&days);
        match found {
            Some(_) => place.accept(value, &concat(&["with commas; allowed: ", BYDAY])),
            None => return place.refuse(value, BYDAY),
        }
        found
    }
}

/// Reads a whole number in a range. One in quotes is read and reported.
pub(super) fn whole(value: &Value, place: &mut Place, range: &RangeInclusive<i64>) -> Option<i64> {
    let quoted = value.as_str().and_then(|text| text.trim().parse().ok());
    let number = value.as_i64().or_else(|| {
        let number = value.as_f64()?;
        // From 18.0, as some tools write whole numbers.
        (number.abs() < 1e9 && number == number.trunc()).then_some(number as i64)
    });
    let found = number.or(quoted).filter(|number| range.contains(number));
    let allowed = || {
        let (least, most) = (digits(*range.start()), digits(*range.end()));
        concat(&["a whole number from ", &least, " to ", &most])
    };
    match found {
        None => place.refuse(value, &allowed()),
        Some(_) => {
            if number.is_none() {
                place.accept(
                    value,
                    &concat(&["as a number; allowed: ", &allowed(), ", without quotes"]),
                );
            }
            found
        }
    }
}

/// Reads an age in years.
pub(super) fn age(value: &Value, place: &mut Place) -> Option<Option<u8>> {
    whole(value, place, &AGES).map(|age| Some(age as u8))
}

/// Reads a latitude.
pub(super) fn degrees_north(value: &Value, place: &mut Place) -> Option<Option<f64>> {
    degrees(
        value,
        place,
        90.0,
        "a number from -90 to 90, without quotes",
    )
}

/// Reads a longitude.
pub(super) fn degrees_east(value: &Value, place: &mut Place) -> Option<Option<f64>> {
    degrees(
        value,
        place,
        180.0,
        "a number from -180 to 180, without quotes",
    )
}

fn degrees(value: &Value, place: &mut Place, most: f64, allowed: &str) -> Option<Option<f64>> {
    let degrees = value.as_f64().filter(|degrees| degrees.abs() <= most);
    degrees.map(Some).or_else(|| place.refuse(value, allowed))
}

/// Reads the languages of a group.
pub(super) fn languages(value: &Value, place: &mut Place) -> Option<Vec<Id>> {
    let mut languages = vec![];
    each(value, place, &mut |element, place| {
        languages.extend(parsed(element, place, LANG, |tag| {
            is_lang(tag).then(|| Id::new(tag))?
        }));
    });
    Some(languages)
}

/// Reads what looks like the id of an IANA time zone. Which of them exist, the browser knows.
pub(super) fn timezone(value: &Value, place: &mut Place) -> Option<Option<Id>> {
    let is_part = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"_+-".contains(&b))
    };
    let found = value.as_str().map(str::trim).filter(|zone| {
        zone.len() <= 64
            && zone.starts_with(|c: char| c.is_ascii_alphabetic())
            && zone.split('/').all(is_part)
    });
    let zone = found.and_then(Id::new).map(Some);
    zone.or_else(|| place.refuse(value, "an IANA time zone, such as Europe/London"))
}
