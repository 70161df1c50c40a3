//! What a search matched in a text that is shown.

use std::ops::Range;

use super::search::{terms, typo};
use super::text::{Piece, pieces, source_length};
use super::words::Words;

/// The parts of `shown` that the search text matches: the typed beginnings of words, and whole words
/// where a mistake was forgiven. They are in order and apart from each other.
pub fn marks(text: &str, shown: &str, words: &Words) -> Vec<Range<usize>> {
    let mut marks: Vec<Range<usize>> = Vec::new();
    let terms = terms(text);
    let mut typos: Vec<_> = terms.iter().map(|term| typo(term, words)).collect();
    pieces(shown, &mut |piece| {
        for (term, typo) in terms.iter().zip(&mut typos) {
            let mut is_close = |word: &str| {
                let typo = typo.as_mut();
                typo.is_some_and(|typo| typo.errors(word).is_some())
            };
            if piece.text.starts_with(term.as_str()) {
                let length = source_length(&shown[piece.range.clone()], term.len());
                push(&mut marks, piece.range.start..piece.range.start + length);
            } else if is_close(piece.text) {
                push(&mut marks, piece.range.clone());
            }
            if let Some(end) = pair_end(piece, term, shown, &mut is_close) {
                push(&mut marks, piece.pair_start..end);
            }
        }
    });
    marks
}

/// Where the match of a term that is a joined pair of letters and digits ends.
fn pair_end(
    piece: &Piece,
    term: &str,
    shown: &str,
    is_close: &mut dyn FnMut(&str) -> bool,
) -> Option<usize> {
    let pair = piece.pair?;
    let before = pair.len() - piece.text.len();
    // A term that ends within the first piece of the pair has been marked there.
    if pair.starts_with(term) && term.len() > before {
        let length = source_length(&shown[piece.range.clone()], term.len() - before);
        return Some(piece.range.start + length);
    }
    let is_misspelt = term.contains(|c: char| c.is_ascii_digit()) && is_close(pair);
    is_misspelt.then_some(piece.range.end)
}

/// Adds a mark, joined with those before it that it touches. Marks come by the end of their words.
fn push(marks: &mut Vec<Range<usize>>, mut mark: Range<usize>) {
    while let Some(last) = marks.pop_if(|last| mark.start <= last.end) {
        mark = mark.start.min(last.start)..mark.end.max(last.end);
    }
    marks.push(mark);
}
