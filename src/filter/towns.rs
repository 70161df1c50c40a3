//! The towns where groups meet, as numbers.

use super::meetings::NOWHERE;
use super::text;
use crate::directory::Text;
use crate::i18n::Language;
use crate::intern::Interner;

/// Towns, numbered from 0 in the order in which they came. Names that are equal when folded are one town.
pub struct Towns {
    /// The folded names, by the town's number.
    keys: Interner,
    /// Each town's name as first written, a number of `written`, and its language where that is another than the
    /// widget's.
    names: Vec<(u32, Option<String>)>,
    /// Names as they are written.
    written: Interner,
    /// For each of `written`, the number of its town.
    numbers: Vec<u16>,
}

impl Towns {
    pub fn new() -> Self {
        Self {
            keys: Interner::new(),
            names: Vec::new(),
            written: Interner::new(),
            numbers: Vec::new(),
        }
    }

    /// The number of a town, which is new if the town is; [`NOWHERE`] for a name without letters and digits.
    pub fn number(&mut self, town: &Text, language: &Language) -> u16 {
        let name = town.get(language.tag());
        // Folding is dear, and most towns come again and again.
        let written = self.written.intern(name);
        if let Some(&number) = self.numbers.get(written as usize) {
            return number;
        }
        let key = text::key(name);
        let number = if key.is_empty() {
            NOWHERE
        } else {
            let number = self.keys.intern(&key);
            if number as usize == self.names.len() {
                let lang = town.other_lang(language.tag(), language.tag());
                self.names.push((written, lang.map(str::to_owned)));
            }
            // NOWHERE itself is left free by the limit on options.
            u16::try_from(number).unwrap_or(NOWHERE)
        };
        self.numbers.push(number);
        number
    }

    /// The number of the town that a name stands for, if there is one.
    pub fn find(&self, name: &str) -> Option<u32> {
        self.keys.find(&text::key(name))
    }

    /// A town's name as first written, and its language where that is another than the widget's.
    pub fn get(&self, number: u32) -> (&str, Option<String>) {
        let (written, lang) = &self.names[number as usize];
        (self.written.get(*written), lang.clone())
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_equal_when_folded_are_one_town() {
        let mut towns = Towns::new();
        let names = [
            "Bala", "Ystâd", "BALA", "--", "Ystad", "Bala", "Bâla", "--", "Cork",
        ];
        let found = names.map(|name| towns.number(&Text::plain(name), &Language::english()));
        assert_eq!(found, [0, 1, 0, NOWHERE, 1, 0, 0, NOWHERE, 2]);
        assert_eq!(towns.len(), 3);
        assert_eq!(towns.get(1), ("Ystâd", None));
        assert_eq!(towns.find("YSTÂD"), Some(1));
        assert_eq!(towns.find("Cardiff"), None);
    }
}
