//! Writes what the module holds of `src/i18n/en.json`: the texts, a line each, and the keys that messages are found by.
//! Types of cancer stand in the order of their vocabulary, which the module has.

use std::path::Path;
use std::{env, fs};

use serde_json::Value;

#[path = "src/i18n/key.rs"]
mod key;

use key::Key;

const ENGLISH: &str = "src/i18n/en.json";
const TYPES: &str = "src/taxonomy/types.txt";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/i18n/key.rs");
    println!("cargo::rerun-if-changed={ENGLISH}");
    println!("cargo::rerun-if-changed={TYPES}");
    let json = fs::read_to_string(ENGLISH).expect("the words of English can be read");
    let file: Value = serde_json::from_str(&json).expect("the words of English are JSON");
    let mut lines: Vec<String> = ["tag", "locale", "direction"]
        .iter()
        .map(|name| line(&file[name]))
        .collect();
    let object = |name: &str| file[name].as_object().cloned().unwrap_or_default();
    let mut messages = object("messages");
    // The script has these.
    messages.retain(|name, _| !name.starts_with("loader."));
    let keys: Vec<u16> = messages.keys().map(|name| Key::of(name).0).collect();
    lines.extend(messages.values().map(line));
    let types = fs::read_to_string(TYPES).expect("the vocabulary can be read");
    let ids = ["any"].into_iter().chain(types.lines().map(str::trim));
    let names = object("cancer_types");
    for id in names.keys() {
        let is_known = ids.clone().any(|known| known == id);
        assert!(
            is_known,
            "{ENGLISH} names {id}, which {TYPES} does not have"
        );
    }
    let name = |id| {
        names
            .get(id)
            .unwrap_or_else(|| panic!("{ENGLISH} has no name for {id} of {TYPES}"))
    };
    lines.extend(ids.map(|id| line(name(id))));
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    let write = |name: &str, text: String| {
        fs::write(Path::new(&out).join(name), text).expect("cargo's folder can be written to");
    };
    write("english.txt", lines.join("\n"));
    let count = keys.len();
    write(
        "english.rs",
        format!(
            "/// The keys of messages, in the order of their lines.\nconst MESSAGES: [u16; {count}] = {keys:?};\n"
        ),
    );
}

/// A text, or several with tabs between.
fn line(value: &Value) -> String {
    let texts: Vec<&str> = match value {
        Value::Array(texts) => texts.iter().filter_map(Value::as_str).collect(),
        text => text.as_str().into_iter().collect(),
    };
    assert!(
        !texts.is_empty() && !texts.concat().contains(['\n', '\t']),
        "{ENGLISH} has {value}, which is no text in one line"
    );
    texts.join("\t")
}
