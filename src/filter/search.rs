//! Finding groups by words.

use super::bits::Bits;
use super::text::{Piece, pieces};
use super::typo::Typo;
use super::words::Words;

/// The greatest closeness of a text; words that fit worse than that all count the same.
pub const WORST: u8 = 31;

/// A group that a word does not find.
const NO_MATCH: u8 = u8::MAX;

/// How many words count. A link may hold a book of them, which would take the page minutes.
const TERMS: usize = 100;

/// What a text finds.
pub struct Search {
    pub groups: Bits,
    /// For each group how well the text fits; less is better.
    closeness: Vec<u8>,
}

impl Search {
    /// The groups that every word of the text finds, of those that may be shown. A text without
    /// words is no search.
    pub fn new(text: &str, words: &Words, shown: &Bits, length: usize) -> Option<Self> {
        let terms = terms(text);
        if terms.is_empty() {
            return None;
        }
        let mut search = Self {
            groups: shown.clone(),
            closeness: vec![0; length],
        };
        let mut closeness = vec![NO_MATCH; length];
        for term in &terms {
            closeness.fill(NO_MATCH);
            if !note(term, words, &mut closeness) {
                search.groups.clear();
                break;
            }
            search.narrow(&closeness);
        }
        Some(search)
    }

    /// How well the text fits the group; less is better, and [`WORST`] is the most.
    pub fn closeness(&self, group: usize) -> u8 {
        self.closeness.get(group).copied().unwrap_or(0).min(WORST)
    }

    /// Keeps the groups that one more word finds. How well a text fits is the sum over its words.
    fn narrow(&mut self, closeness: &[u8]) {
        let mut found = Bits::new(closeness.len());
        for (group, &more) in closeness.iter().enumerate() {
            if more != NO_MATCH {
                found.insert(group);
                self.closeness[group] = self.closeness[group].saturating_add(more);
            }
        }
        self.groups.keep(&found);
    }
}

/// What a text asks for: a list of folded words, each once, that must all be found. What comes after the first
/// [`TERMS`] is passed over.
///
/// Letters and digits that are written as one ask for the two next to each other: "20s" becomes the
/// joined pair "20s", which a text has where it says "20s" or "20 s…", and not where it has 20 somewhere and
/// a word with s elsewhere. "heads2gether" becomes "heads2" and "2gether". Written apart, they are words
/// like others.
pub fn terms(text: &str) -> Vec<String> {
    let mut terms: Vec<String> = Vec::new();
    // Whether the last term is a piece that stands for itself so far.
    let mut is_alone = false;
    pieces(
        text,
        &mut |piece: &Piece| match piece.pair().filter(|_| piece.attached) {
            Some(pair) => {
                if is_alone {
                    terms.pop();
                }
                terms.push(pair);
                is_alone = false;
            }
            None => {
                terms.push(piece.text.into());
                is_alone = true;
            }
        },
    );
    let mut once: Vec<String> = Vec::new();
    for term in terms {
        if once.len() < TERMS && !once.contains(&term) {
            once.push(term);
        }
    }
    once
}

/// A word that may be misspelt: its typo, unless the word as it stands begins one that is known.
pub fn typo(term: &str, words: &Words) -> Option<Typo> {
    if words.beginning_with(term).is_empty() {
        Typo::new(term)
    } else {
        None
    }
}

/// Notes for each group how well the term fits it. Says whether it fits any.
fn note(term: &str, words: &Words, closeness: &mut [u8]) -> bool {
    let mut is_found = false;
    let mut note = |range, errors: u8| {
        for (group, tier) in words.groups(range) {
            is_found = true;
            if let Some(least) = closeness.get_mut(group) {
                *least = (*least).min(tier * 3 + errors);
            }
        }
    };
    let known = words.beginning_with(term);
    if !known.is_empty() {
        note(known, 0);
    } else if let Some(mut typo) = Typo::new(term) {
        let first = term.chars().next().map_or(0, char::len_utf8);
        for word in words.beginning_with(&term[..first]) {
            if let Some(errors) = typo.errors(words.get(word)) {
                note(word..word + 1, errors);
            }
        }
    }
    is_found
}
