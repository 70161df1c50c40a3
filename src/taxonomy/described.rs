//! A type of cancer, in words.

use super::{ANY_ID, BUILT_IN, TypeIndex};
use crate::directory::{CancerType, Id, Text};
use crate::i18n::Language;

/// A type of cancer.
#[derive(Clone, Default)]
pub struct Type {
    pub name: String,
    /// The language of the name, where it is another than the visitor's.
    pub lang: Option<String>,
    pub broader: Option<TypeIndex>,
    /// Its names and synonyms in all languages that the list gives, a line each, for search.
    pub words: String,
}

impl Type {
    /// Gives the type its name and words: the list's where it has them, else the vocabulary's, else
    /// its id made readable.
    pub fn describe(&mut self, id: &str, declared: Option<&CancerType>, language: &Language) {
        // Asked for another id, the language may give the words of something else.
        let is_known = id == ANY_ID || BUILT_IN.lines().any(|known| known.trim_start() == id);
        let vocabulary = if is_known {
            language.cancer_type(id)
        } else {
            ""
        };
        let name = declared.and_then(|declared| declared.name.as_ref());
        let synonyms = declared.map_or(&[][..], |declared| &declared.synonyms);
        self.words.clear();
        if let Some(name) = name {
            self.add_words(name);
        }
        if !vocabulary.is_empty() {
            self.add_word(vocabulary);
        }
        for synonym in synonyms {
            self.add_words(synonym);
        }
        let readable = || Id::new(id).map_or_else(String::new, |id| id.readable());
        self.name = match (
            name,
            vocabulary
                .split('\t')
                .next()
                .filter(|name| !name.is_empty()),
        ) {
            (Some(name), _) => name.get(language.tag()).into(),
            (None, Some(name)) => name.into(),
            (None, None) => readable(),
        };
        self.lang =
            name.and_then(|name| Some(name.other_lang(language.tag(), language.tag())?.into()));
        if name.is_none() && vocabulary.is_empty() {
            self.add_word(&readable());
        }
    }

    fn add_words(&mut self, text: &Text) {
        for translation in text.translations() {
            self.add_word(&translation.text);
        }
    }

    fn add_word(&mut self, word: &str) {
        self.words.push_str(word);
        self.words.push('\n');
    }
}
