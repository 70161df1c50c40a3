//! The languages of `src/i18n`: what the loader says in each, and the files that load when needed.

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::bundle::short_hash;
use crate::project::{Project, files, read};

/// The language whose words are part of the module.
const BUILT_IN: &str = "en";

/// All languages.
pub struct Languages {
    /// By language, what the loader says, and the `file` of its other words.
    pub words: Value,
    /// The files, with their names in `dist/`.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Languages {
    /// Reads every language's file.
    pub fn read(project: &Project) -> Result<Self> {
        let folder = project.root.join("src/i18n");
        let mut sources = Vec::new();
        for file in files(&folder)? {
            if let Some(tag) = file.strip_suffix(".json") {
                let language: Value = serde_json::from_str(&read(&folder.join(&file))?)
                    .with_context(|| format!("src/i18n/{file} is not JSON"))?;
                sources.push((tag.to_owned(), language));
            }
        }
        Ok(Self::new(sources))
    }

    fn new(sources: Vec<(String, Value)>) -> Self {
        let mut words = Map::new();
        let mut files = Vec::new();
        for (tag, language) in sources {
            let mut said = loader_words(&language);
            if tag != BUILT_IN {
                let bytes = language.to_string().into_bytes();
                let file = format!("peer-support-directory-{tag}-{}.json", short_hash(&bytes));
                said.insert("file".into(), file.clone().into());
                files.push((file, bytes));
            }
            words.insert(tag, said.into());
        }
        Self {
            words: words.into(),
            files,
        }
    }
}

/// What the loader says: the messages whose keys begin with `loader.`, the language's tag, locale and
/// direction.
fn loader_words(language: &Value) -> Map<String, Value> {
    let messages = language["messages"].as_object().into_iter().flatten();
    let mut words: Map<_, _> = messages
        .filter_map(|(key, text)| Some((key.strip_prefix("loader.")?.to_owned(), text.clone())))
        .collect();
    for key in ["tag", "locale", "direction"] {
        words.insert(key.into(), language[key].clone());
    }
    words
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn gives_the_loader_its_words_and_other_languages_a_file() {
        let language = |tag: &str| {
            let messages = json!({ "loader.retry": tag, "title": "x" });
            (
                tag.to_owned(),
                json!({ "tag": tag, "locale": tag, "direction": "ltr", "messages": messages }),
            )
        };
        let languages = Languages::new(vec![language("cy"), language("en")]);
        let [(file, bytes)] = &languages.files[..] else {
            panic!("one file, for Welsh");
        };
        assert!(file.starts_with("peer-support-directory-cy-") && file.ends_with(".json"));
        assert_eq!(
            serde_json::from_slice::<Value>(bytes).ok(),
            Some(language("cy").1)
        );
        assert_eq!(
            languages.words,
            json!({
                "cy": { "retry": "cy", "tag": "cy", "locale": "cy", "direction": "ltr", "file": file },
                "en": { "retry": "en", "tag": "en", "locale": "en", "direction": "ltr" },
            })
        );
    }
}
