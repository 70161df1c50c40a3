//! The words of a list, and which groups have them.

mod build;

use std::ops::Range;

use super::Index;
use crate::intern::Strings;

/// The folded words of a list and of the vocabulary in their order, each with its groups.
///
/// Words with a common beginning lie together, and so do their groups.
pub struct Words {
    words: Strings,
    /// For each word, where its groups begin in `entries`; then the end of the last.
    starts: Vec<u32>,
    /// A group's place, and in the lowest two bits where the group has the word.
    entries: Vec<u32>,
}

impl Words {
    /// The words of the groups that may be shown.
    pub async fn new(index: &Index) -> Self {
        build::words(index).await
    }

    /// The words that begin so.
    pub fn beginning_with(&self, beginning: &str) -> Range<u32> {
        let start = self.count_while(&|word| word < beginning);
        let end = self.count_while(&|word| word < beginning || word.starts_with(beginning));
        start..end
    }

    /// A word by its place.
    pub fn get(&self, word: u32) -> &str {
        self.words.get(word)
    }

    /// The groups that have the words, and where: 0 for a name, 1 for what it is, 2 for its summary.
    pub fn groups(&self, words: Range<u32>) -> impl Iterator<Item = (usize, u8)> {
        let at = |word: u32| self.starts.get(word as usize).map_or(0, |&at| at as usize);
        let entries = self.entries.get(at(words.start)..at(words.end));
        let entries = entries.unwrap_or_default().iter();
        entries.map(|&entry| ((entry >> 2) as usize, (entry & 3) as u8))
    }

    /// How many words, from the first, are as asked. After the first that is not, none may be.
    fn count_while(&self, is_before: &dyn Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (0, self.words.len() as u32);
        while low < high {
            let middle = low + (high - low) / 2;
            if is_before(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}
