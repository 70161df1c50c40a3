//! Text as search sees it: folded words.

mod fold;

use crate::strings::concat;
use std::ops::Range;

pub use fold::Class;
use fold::fold;

/// A run of letters or of digits, folded.
///
/// Words part where letters meet digits: "heads2gether" is three pieces, just as "heads 2 gether".
pub struct Piece<'a> {
    /// In lower case, without accents.
    pub text: &'a str,
    /// The piece before it, where one is of letters and the other of digits; else empty.
    pub before: &'a str,
    /// Whether nothing stands between it and the piece before it: they are written as one word.
    pub attached: bool,
    /// Where it stands in the source.
    pub range: Range<usize>,
    /// Where the piece before it begins in the source.
    pub before_start: usize,
}

impl Piece<'_> {
    /// The piece before it and this one, joined.
    pub fn pair(&self) -> Option<String> {
        (!self.before.is_empty()).then(|| concat(&[self.before, self.text]))
    }
}

/// Gives each piece of a text, in order.
pub fn pieces(source: &str, each: &mut dyn FnMut(&Piece)) {
    let (mut before, mut current) = (String::new(), String::new());
    let (mut class_before, mut class_current) = (Class::Gap, Class::Gap);
    let (mut range, mut before_start) = (0..0, 0);
    let mut attached = false;
    // The class of the last character that counts.
    let mut last = Class::Gap;
    for (at, c) in source.char_indices().chain([(source.len(), ' ')]) {
        let (class, first, second) = fold(c);
        let end = at + c.len_utf8();
        if class == Class::Nothing || class == Class::Mark {
            if class == Class::Mark && last != Class::Gap {
                range.end = end;
            }
            continue;
        }
        if class != last {
            if last != Class::Gap {
                let is_pair = class_before != class_current;
                each(&Piece {
                    text: &current,
                    before: if is_pair { &before } else { "" },
                    attached,
                    range: range.clone(),
                    before_start,
                });
                std::mem::swap(&mut before, &mut current);
                current.clear();
                class_before = class_current;
                before_start = range.start;
            }
            class_current = class;
            attached = last != Class::Gap;
            range.start = at;
            last = class;
        }
        if class != Class::Gap {
            current.push(first);
            current.extend(second);
            range.end = end;
        }
    }
}

/// The text folded, with one space between its pieces: equal for names that differ only in case,
/// accents and punctuation.
pub fn key(source: &str) -> String {
    let mut key = String::new();
    pieces(source, &mut |piece| {
        if !key.is_empty() && !piece.attached {
            key.push(' ');
        }
        key.push_str(piece.text);
    });
    key
}

/// How many bytes of `source` hold its first `folded` bytes when folded: whole characters, with the
/// accents that follow them.
pub fn source_length(source: &str, folded: usize) -> usize {
    let mut length = 0;
    let mut so_far = 0;
    for (at, c) in source.char_indices() {
        let (class, first, second) = fold(c);
        if so_far >= folded && class != Class::Mark {
            break;
        }
        match class {
            Class::Nothing => continue,
            Class::Mark => (),
            _ => so_far += first.len_utf8() + second.map_or(0, char::len_utf8),
        }
        length = at + c.len_utf8();
    }
    length
}
