//! What a search matched in a text that is shown.

use std::ops::Range;

use super::search::{terms, typo};
use super::text::{pieces, source_length};
use super::words::Words;

/// The parts of `shown` that the search text matches: the typed beginnings of words, and whole words
/// where a mistake was forgiven. They are in order and apart from each other.
pub fn marks(text: &str, shown: &str, words: &Words) -> Vec<Range<usize>> {
    let mut marks: Vec<Range<usize>> = Vec::new();
    let terms = terms(text);
    let mut typos: Vec<_> = terms.iter().map(|term| typo(term, words)).collect();
    pieces(shown, &mut |piece| {
        let source = shown.get(piece.range.clone()).unwrap_or_default();
        let pair = piece.pair();
        for (term, typo) in terms.iter().zip(&mut typos) {
            let mut is_close = |word: &str| {
                let typo = typo.as_mut();
                typo.is_some_and(|typo| typo.errors(word).is_some())
            };
            if piece.text.starts_with(term.as_str()) {
                let length = source_length(source, term.len());
                push(&mut marks, piece.range.start..piece.range.start + length);
            } else if is_close(piece.text) {
                push(&mut marks, piece.range.clone());
            }
            // A term that reaches into this piece from the one before it.
            let Some(pair) = pair.as_ref().filter(|_| term.len() > piece.before.len()) else {
                continue;
            };
            if pair.starts_with(term.as_str()) {
                let length = source_length(source, term.len() - piece.before.len());
                push(&mut marks, piece.before_start..piece.range.start + length);
            } else if term.contains(|c: char| c.is_ascii_digit()) && is_close(pair) {
                push(&mut marks, piece.before_start..piece.range.end);
            }
        }
    });
    marks
}

/// Adds a mark, joined with those before it that it touches. Marks come by the end of their words.
fn push(marks: &mut Vec<Range<usize>>, mut mark: Range<usize>) {
    while let Some(last) = marks.pop_if(|last| mark.start <= last.end) {
        mark = mark.start.min(last.start)..mark.end.max(last.end);
    }
    marks.push(mark);
}
