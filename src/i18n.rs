//! Words: every sentence of the widget, in one file for each language.

use std::collections::BTreeMap;

use serde_json::Value;

/// The words of one language.
pub struct Language {
    tag: String,
    messages: BTreeMap<String, String>,
    cancer_types: BTreeMap<String, Vec<String>>,
}

impl Language {
    /// English, which is part of the module.
    pub fn english() -> Self {
        let json: Value = serde_json::from_str(include_str!("i18n/en.json")).unwrap_or_default();
        let messages = json["messages"].as_object().into_iter().flatten();
        let cancer_types = json["cancer_types"].as_object().into_iter().flatten();
        Self {
            tag: json["tag"].as_str().unwrap_or("en").into(),
            messages: messages
                .map(|(key, text)| (key.clone(), text.as_str().unwrap_or_default().into()))
                .collect(),
            cancer_types: cancer_types
                .map(|(id, words)| (id.clone(), strings(words)))
                .collect(),
        }
    }

    /// The language's BCP 47 tag, such as "en".
    pub fn tag(&self) -> &str {
        &self.tag
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

fn strings(list: &Value) -> Vec<String> {
    let texts = list.as_array().into_iter().flatten();
    texts
        .filter_map(|text| Some(text.as_str()?.to_owned()))
        .collect()
}
