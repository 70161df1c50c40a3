//! Text as search sees it: folded words.

mod fold;

use std::ops::Range;

pub use fold::Class;
use fold::fold;

/// A run of letters or of digits, folded.
///
/// Words part where letters meet digits: "heads2gether" is three pieces, just as "heads 2 gether".
pub struct Piece<'a> {
    /// In lower case, without accents.
    pub text: &'a str,
    /// The piece before it and this one, joined, where one is of letters and the other of digits.
    pub pair: Option<&'a str>,
    /// Whether nothing stands between it and the piece before it: they are written as one word.
    pub attached: bool,
    /// Where it stands in the source.
    pub range: Range<usize>,
    /// Where the piece before it begins in the source.
    pub pair_start: usize,
}

/// Gives each piece of a text, in order.
pub fn pieces(source: &str, each: &mut dyn FnMut(&Piece)) {
    // The piece before, then the current one from `middle` on.
    let mut buffer = String::new();
    let mut middle = 0;
    let mut range = 0..0;
    let mut pair_start = 0;
    let mut classes = (Class::Gap, Class::Gap);
    let mut attached = false;
    let mut last = Class::Gap;
    for (at, c) in source.char_indices().chain([(source.len(), ' ')]) {
        let before = buffer.len();
        let class = fold(c, &mut buffer);
        match class {
            Class::Nothing => continue,
            Class::Mark => {
                if last != Class::Gap {
                    range.end = at + c.len_utf8();
                }
                continue;
            }
            _ => (),
        }
        if class != last && last != Class::Gap {
            let is_pair = classes.0 != Class::Gap && classes.0 != classes.1;
            each(&Piece {
                text: &buffer[middle..before],
                pair: is_pair.then_some(&buffer[..before]),
                attached,
                range: range.clone(),
                pair_start,
            });
            buffer.drain(..middle);
            middle = before - middle;
            pair_start = range.start;
        }
        if class != last && class != Class::Gap {
            classes = (classes.1, class);
            attached = last != Class::Gap;
            range.start = at;
        }
        if class != Class::Gap {
            range.end = at + c.len_utf8();
        }
        last = class;
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
    let mut buffer = String::new();
    let mut length = 0;
    for (at, c) in source.char_indices() {
        let is_full = buffer.len() >= folded;
        let class = fold(c, &mut buffer);
        if is_full && class != Class::Mark {
            break;
        }
        if class != Class::Nothing {
            length = at + c.len_utf8();
        }
    }
    length
}
