//! Writes what the module holds of `src/i18n/en.json`: the texts, a line each, and the keys that they are
//! found by in their place.

use std::path::Path;
use std::{env, fs};

use serde_json::{Map, Value};

#[path = "src/i18n/key.rs"]
mod key;

use key::Key;

const ENGLISH: &str = "src/i18n/en.json";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/i18n/key.rs");
    println!("cargo::rerun-if-changed={ENGLISH}");
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
    let keys = [
        table("MESSAGES", &messages, &mut lines),
        table("CANCER_TYPES", &object("cancer_types"), &mut lines),
    ];
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    let write = |name: &str, text: String| {
        fs::write(Path::new(&out).join(name), text).expect("cargo's folder can be written to");
    };
    write("english.txt", lines.join("\n"));
    write("english.rs", keys.concat());
}

/// Adds the texts of an object to the lines. Gives the Rust that says their keys.
fn table(name: &str, texts: &Map<String, Value>, lines: &mut Vec<String>) -> String {
    lines.extend(texts.values().map(line));
    let keys: Vec<u16> = texts.keys().map(|name| Key::of(name).0).collect();
    let count = keys.len();
    format!(
        "/// The keys of texts, in the order of their lines.\nconst {name}: [u16; {count}] = {keys:?};\n"
    )
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
