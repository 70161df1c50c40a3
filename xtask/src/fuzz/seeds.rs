//! What the fuzzer begins with: the lists of the repository in small pieces, and their words.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::project::{Project, files, read, write};

/// The file of words, in the folder of all that fuzzing makes.
pub const DICTIONARY: &str = "words.dict";

/// How long a word of the dictionary may be, in bytes.
const LONGEST: usize = 40;

/// How many lines of the table of places a seed has.
const PLACES: usize = 30;

/// Writes `seeds/` with a folder for each target that reads text, and the dictionary.
pub fn write_all(project: &Project, folder: &Path) -> Result<()> {
    let seeds = folder.join("seeds");
    if seeds.exists() {
        fs::remove_dir_all(&seeds).context("cannot remove the old seeds")?;
    }
    let mut words = BTreeSet::new();
    for (number, list) in lists(project)?.iter().enumerate() {
        add_words(list, &mut words);
        let groups = list["groups"].as_array().into_iter().flatten();
        for (place, group) in groups.enumerate() {
            let name = format!("{number}-{place}");
            let alone = json!({ "groups": [group] }).to_string();
            write(&seeds.join("parse").join(&name), alone)?;
            write(&seeds.join("search").join(&name), search(group))?;
        }
        let mut rest = list.clone();
        rest["groups"] = json!([]);
        let name = format!("{number}-rest");
        write(&seeds.join("parse").join(name), rest.to_string())?;
    }
    let table = read(&project.root.join("public/places.txt"))?;
    let lines: Vec<&str> = table.lines().take(PLACES).collect();
    let place = format!("OX3 7LJ\nOX1 1AA\tOxford\t\n{}", lines.join("\n"));
    write(&seeds.join("places/table"), place)?;
    add_words(&schema(project)?, &mut words);
    let lines: Vec<String> = words.iter().map(|word| entry(word)).collect();
    write(&folder.join(DICTIONARY), lines.join("\n") + "\n")
}

/// The lists of the repository.
fn lists(project: &Project) -> Result<Vec<Value>> {
    let fixtures = project.root.join("tests/fixtures");
    let mut lists = vec![project.root.join("public/groups.json")];
    let names = files(&fixtures)?;
    let names = names.iter().filter(|name| name.ends_with(".json"));
    lists.extend(names.map(|name| fixtures.join(name)));
    lists.iter().map(|path| json(path)).collect()
}

fn schema(project: &Project) -> Result<Value> {
    json(&project.root.join("public/groups.schema.json"))
}

fn json(path: &Path) -> Result<Value> {
    serde_json::from_str(&read(path)?).with_context(|| format!("{} is no JSON", path.display()))
}

/// A search for a group by its first word, as `fuzz/fuzz_targets/search.rs` reads it.
fn search(group: &Value) -> String {
    let text = |field: &Value| {
        let text = field
            .as_str()
            .or(field["en"].as_str())
            .or(field[0].as_str());
        text.unwrap_or_default().replace(['\n', '|'], " ")
    };
    let name = text(&group["name"]);
    let typed = name.split(' ').next().unwrap_or_default();
    let fields = [
        &group["name"],
        &group["summary"],
        &group["alternate_names"],
        &group["meetings"][0]["venue"]["town"],
        &group["cancer_types"],
        &group["audiences"],
    ];
    format!("{typed}\ncancer\n{}", fields.map(text).join("|"))
}

/// Adds the names of all fields and all short strings.
fn add_words(value: &Value, words: &mut BTreeSet<String>) {
    let mut add = |word: &str| {
        if (1..=LONGEST).contains(&word.len()) {
            words.insert(word.to_owned());
        }
    };
    match value {
        Value::String(text) => add(text),
        Value::Array(elements) => {
            for element in elements {
                add_words(element, words);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                words.insert(name.clone());
                add_words(value, words);
            }
        }
        _ => {}
    }
}

/// A line of libFuzzer's dictionaries: in quotes, with all but plain characters as hexadecimal bytes.
fn entry(word: &str) -> String {
    let mut entry = String::from("\"");
    for byte in word.bytes() {
        match byte {
            b' ' | b'!' | b'#'..=b'[' | b']'..=b'~' => entry.push(byte.into()),
            _ => entry += &format!("\\x{byte:02X}"),
        }
    }
    entry + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spells_words_as_libfuzzer_reads_them() {
        assert_eq!(entry("a \"b\\\n"), r#""a \x22b\x5C\x0A""#);
        assert_eq!(entry("é"), r#""\xC3\xA9""#);
    }

    #[test]
    fn takes_names_and_short_strings_for_words() {
        let mut words = BTreeSet::new();
        let long = "a".repeat(LONGEST + 1);
        add_words(&json!({ "id": ["x", 1, long, ""] }), &mut words);
        assert_eq!(words, BTreeSet::from(["id".to_owned(), "x".to_owned()]));
    }

    #[test]
    fn asks_for_a_group_by_its_first_word() {
        let group = json!({ "name": "Larynx Lunch", "cancer_types": ["larynx"] });
        assert_eq!(search(&group), "Larynx\ncancer\nLarynx Lunch||||larynx|");
    }
}
