//! What JSON forbids inside strings, and exports from other programs hold all the same.

use super::problem::{NotAList, Problems};
use crate::json::code_unit;
use crate::strings::{concat, digits};

/// The bytes as text: without a byte order mark, and with what is no UTF-8 replaced and reported.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    problems: &mut Problems,
) -> Result<std::borrow::Cow<'a, str>, NotAList> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        let message = "The list is saved as UTF-16; save it as UTF-8.".into();
        return Err(NotAList { message });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.into());
    }
    let mut text = String::with_capacity(bytes.len());
    let mut line = Line::default();
    let mut rest = bytes;
    while let Err(error) = std::str::from_utf8(rest) {
        let (valid, invalid) = rest.split_at(error.valid_up_to());
        let valid = std::str::from_utf8(valid).unwrap_or_default();
        line.pass(valid);
        text.push_str(valid);
        text.push(char::REPLACEMENT_CHARACTER);
        line.column += 1;
        line.report("bytes that are no UTF-8 were replaced", problems);
        // Without a length, the text ends inside a character.
        let length = error.error_len().unwrap_or(invalid.len());
        rest = invalid.get(length..).unwrap_or_default();
    }
    text.push_str(std::str::from_utf8(rest).unwrap_or_default());
    Ok(text.into())
}

/// The text with raw control characters and lone halves of surrogate pairs inside strings replaced
/// and reported; nothing where there are none.
pub(super) fn repair(text: &str, problems: &mut Problems) -> Option<String> {
    let mut repaired = String::new();
    // Everything before this byte is in `repaired`.
    let mut done = 0;
    let mut line = Line::default();
    let mut in_string = false;
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        let (length, replacement, message) = match byte {
            b'\\' if in_string => match escape(&text.as_bytes()[at..]) {
                Escape::Whole(length) => (length, None, ""),
                Escape::Lone => (6, Some("\\ufffd"), "half of a surrogate pair was replaced"),
            },
            // What these mean is plain, and `description` keeps them.
            b'\n' if in_string => (
                1,
                Some("\\n"),
                "a raw line break in a string was read as \\n",
            ),
            b'\t' if in_string => (1, Some("\\t"), "a raw tab in a string was read as \\t"),
            0..0x20 if in_string => (1, Some(" "), "a raw control character was replaced"),
            _ => (1, None, ""),
        };
        line.column += usize::from(!is_continuation(byte));
        if let Some(replacement) = replacement {
            line.report(message, problems);
            repaired.push_str(&text[done..at]);
            repaired.push_str(replacement);
            done = at + length;
        }
        line.column += length - 1;
        if byte == b'"' {
            in_string = !in_string;
        }
        if byte == b'\n' {
            line = Line {
                before: line.before + 1,
                column: 0,
            };
        }
        at += length;
    }
    (done > 0).then(|| repaired + &text[done..])
}

/// An escape sequence.
enum Escape {
    /// One to keep, with its length: two escapes where they are the halves of one character.
    Whole(usize),
    /// Half of a surrogate pair without the other, six bytes long.
    Lone,
}

/// The escape sequence that the bytes begin with. One that is no JSON is kept for the parser to
/// refuse.
fn escape(bytes: &[u8]) -> Escape {
    match code_unit(bytes) {
        Some(0xD800..=0xDBFF) => match bytes.get(6..).and_then(code_unit) {
            Some(0xDC00..=0xDFFF) => Escape::Whole(12),
            _ => Escape::Lone,
        },
        Some(0xDC00..=0xDFFF) => Escape::Lone,
        Some(_) => Escape::Whole(6),
        // Two bytes, if both are there and the second is not part of a longer character.
        None if bytes.get(1).is_some_and(|byte| (0x20..0x80).contains(byte)) => Escape::Whole(2),
        None => Escape::Whole(1),
    }
}

/// A place in the text.
#[derive(Default)]
struct Line {
    /// How many lines are before it.
    before: usize,
    /// How many characters of its line have been passed.
    column: usize,
}

impl Line {
    fn pass(&mut self, text: &str) {
        for c in text.chars() {
            self.column += 1;
            if c == '\n' {
                *self = Line {
                    before: self.before + 1,
                    column: 0,
                };
            }
        }
    }

    fn report(&self, message: &str, problems: &mut Problems) {
        let (line, column) = (digits(self.before as i64 + 1), digits(self.column as i64));
        let path = concat(&["line ", &line, ", column ", &column]);
        problems.push(path, message.into());
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}
