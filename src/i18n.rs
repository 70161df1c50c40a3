//! Words: every sentence of the widget, in one file for each language.
//!
//! The core returns enums and ids; this module turns them into words. Nothing else holds a sentence.

mod key;
mod next_words;
mod schedule_words;

pub use key::Key;
pub(crate) use key::key;
pub use next_words::NextTime;

use crate::intern::Strings;
use crate::json::Value;
use crate::strings::join;
use crate::taxonomy::{ANY_ID, BUILT_IN};

/// The words of one language, read from a file such as `src/i18n/en.json`.
pub struct Language {
    tag: String,
    locale: String,
    direction: String,
    messages: Table,
    /// For each type its name, then its synonyms, a line each.
    cancer_types: Table,
}

/// Texts by key.
#[derive(Default)]
struct Table {
    keys: Vec<u16>,
    texts: Strings,
}

include!(concat!(env!("OUT_DIR"), "/english.rs"));

/// English, which is part of the module; other languages are files of the shape of `src/i18n/en.json`. Of a type
/// of cancer the name and synonyms have tabs between.
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/english.txt"));

impl Language {
    /// English.
    pub fn english() -> Self {
        let mut lines = ENGLISH.split('\n');
        let mut line = || lines.next().unwrap_or_default();
        let [tag, locale, direction] = [line(), line(), line()].map(str::to_owned);
        let (mut messages, mut cancer_types) = (Table::default(), Table::default());
        for key in MESSAGES {
            messages.add(Key(key), line());
        }
        cancer_types.add(Key::of(ANY_ID), line());
        for id in BUILT_IN.lines() {
            cancer_types.add(Key::of(id.trim_start()), line());
        }
        Self {
            tag,
            locale,
            direction,
            messages,
            cancer_types,
        }
    }

    /// Reads a language file: `tag`, `locale`, `direction`, `messages` and `cancer_types`.
    ///
    /// Every file is checked by a test, so what is missing here reads as empty.
    pub fn parse(json: &str) -> Self {
        let file = Value::parse(json).unwrap_or(Value::Null);
        let string = |name: &str| file.get(name).as_str().unwrap_or_default().to_owned();
        Self {
            tag: string("tag"),
            locale: string("locale"),
            direction: string("direction"),
            messages: Table::new(file.get("messages")),
            cancer_types: Table::new(file.get("cancer_types")),
        }
    }

    /// The BCP 47 tag, such as "en".
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The locale for dates, numbers and sorting, such as "en-GB".
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// "ltr" or "rtl".
    pub fn direction(&self) -> &str {
        &self.direction
    }

    /// The message of a key; empty where the file has none.
    pub fn get(&self, key: Key) -> &str {
        self.messages.get(key)
    }

    /// The message of a key with its `{name}`s filled in.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        let mut text = String::new();
        // Every part but the first begins with a name; a brace without one stays as it is.
        for (nth, part) in self.get(key).split('{').enumerate() {
            let name = part.split('}').next().unwrap_or_default();
            let found = values.iter().find(|(known, _)| nth > 0 && *known == name);
            let rest = part.get(name.len() + 1..);
            match (found, rest) {
                (Some((_, value)), Some(rest)) => {
                    text.push_str(value);
                    text.push_str(rest);
                }
                _ => {
                    text.push_str(if nth > 0 { "{" } else { "" });
                    text.push_str(part);
                }
            }
        }
        text
    }

    /// Several things in a sentence: "a", "a and b", "a, b and c".
    pub fn list(&self, items: &[String]) -> String {
        let mut sentence = String::new();
        for (place, item) in items.iter().enumerate() {
            sentence.push_str(self.joint(place, items.len()));
            sentence.push_str(item);
        }
        sentence
    }

    /// What stands before the thing at a place of a list in a sentence: nothing, ", " or " and ".
    pub fn joint(&self, place: usize, count: usize) -> &str {
        match place {
            0 => "",
            _ if place + 1 == count => self.get(key!("list.last")),
            _ => self.get(key!("list.comma")),
        }
    }

    /// The name of a type of cancer of the built-in vocabulary, then its synonyms, with tabs between.
    pub fn cancer_type(&self, id: &str) -> &str {
        self.cancer_types.get(Key::of(id))
    }
}

impl Table {
    /// The fields of an object: strings, or arrays of strings, with tabs between.
    fn new(object: &Value) -> Self {
        let mut table = Self::default();
        for (name, value) in object.fields() {
            let texts: Vec<_> = value.elements().iter().filter_map(Value::as_str).collect();
            let several = join(&texts, "\t");
            table.add(Key::of(name), value.as_str().unwrap_or(&several));
        }
        table
    }

    fn add(&mut self, key: Key, text: &str) {
        self.keys.push(key.0);
        self.texts.push(text);
    }

    /// The text of a key; empty where there is none.
    fn get(&self, key: Key) -> &str {
        let place = self.keys.iter().position(|known| *known == key.0);
        place.map_or("", |place| self.texts.get(place as u32))
    }
}

/// The text with its first letter in upper case, as at the start of a sentence.
///
/// A first letter outside ASCII stays as it is: Unicode's table of cases is 4 KB of the module.
pub fn sentence_case(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_in_a_sentence() {
        let english = Language::english();
        let check = |items: &[&str], expected: &str| {
            let items: Vec<_> = items.iter().map(ToString::to_string).collect();
            assert_eq!(english.list(&items), expected);
        };
        check(&[], "");
        check(&["Oxford"], "Oxford");
        check(&["Oxford", "Swindon"], "Oxford and Swindon");
        check(&["Oxford", "Swindon", "Ely"], "Oxford, Swindon and Ely");
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(sentence_case("third Wednesday"), "Third Wednesday");
        assert_eq!(sentence_case("7pm"), "7pm");
        assert_eq!(sentence_case("éte"), "éte");
        assert_eq!(sentence_case(""), "");
    }
}
