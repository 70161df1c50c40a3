//! Every message that the code asks for is in every language's file, and no other.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use peer_support_directory::directory::{Kind, Named};
use peer_support_directory::filter::{FORMATS, Facet, SOON, TIMES};
use peer_support_directory::i18n::Key;
use peer_support_directory::places::Region;
use peer_support_directory::schedule::Weekday;
use serde_json::Value;

#[test]
fn every_message_is_there_and_used() {
    let literals = literals(Path::new("src"));
    let composed = composed();
    for (path, file) in languages() {
        let messages = names(&file, "messages");
        let prefixes: BTreeSet<&str> = messages
            .iter()
            .filter_map(|key| key.split('.').next())
            .collect();
        let is_there = |key: &str| {
            // A message with a count has a form for each plural category.
            messages.contains(key) || messages.contains(&format!("{key}.other"))
        };
        let looks_like_a_key = |literal: &&String| {
            literal.split_once('.').is_some_and(|(first, rest)| {
                prefixes.contains(first) && !rest.is_empty() && !rest.contains(' ')
            })
        };
        let asked = literals.iter().filter(looks_like_a_key).chain(&composed);
        let missing: Vec<_> = asked
            .filter(|key| !key.ends_with('.') && !is_there(key))
            .collect();
        assert_eq!(
            missing,
            Vec::<&String>::new(),
            "missing in {}",
            path.display()
        );
        let is_used = |key: &String| {
            let stem = key.rsplit_once('.').map_or("", |(stem, _)| stem);
            let is_plural = ["zero", "one", "two", "few", "many", "other"]
                .iter()
                .any(|category| key.ends_with(&format!(".{category}")));
            literals.contains(key)
                || composed.contains(key)
                || key.starts_with("loader.")
                || (is_plural && literals.contains(stem))
        };
        let unused: Vec<_> = messages.iter().filter(|key| !is_used(key)).collect();
        assert_eq!(
            unused,
            Vec::<&String>::new(),
            "unused in {}",
            path.display()
        );
    }
}

#[test]
fn no_two_texts_of_a_file_have_the_same_key() {
    for (path, file) in languages() {
        for table in ["messages", "cancer_types"] {
            let mut names = names(&file, table);
            // Other languages have other plural forms.
            let counted: Vec<_> = names
                .iter()
                .filter_map(|name| name.strip_suffix(".other"))
                .collect();
            let forms = ["zero", "one", "two", "few", "many"];
            let forms: Vec<_> = counted
                .iter()
                .flat_map(|name| forms.map(|form| format!("{name}.{form}")))
                .collect();
            names.extend(forms);
            let keys: BTreeSet<Key> = names.iter().map(|name| Key::of(name)).collect();
            assert_eq!(
                keys.len(),
                names.len(),
                "{table} in {}: let key.rs begin with another number",
                path.display()
            );
        }
    }
}

/// The keys that the code puts together from ids and numbers.
fn composed() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for id in &Facet::IDS[..Facet::Region as usize] {
        keys.extend(["", ".all", ".fewer"].map(|ending| format!("filter.{id}{ending}")));
    }
    keys.extend(Kind::NAMES.iter().map(|(id, _)| format!("kind.{id}")));
    keys.extend(FORMATS.map(|id| format!("format.{id}")));
    keys.extend(Weekday::IDS.map(|id| format!("day.{id}")));
    keys.extend(TIMES.map(|id| format!("time-of-day.{id}")));
    keys.extend(Region::NAMES.iter().map(|(id, _)| format!("region.{id}")));
    keys.extend(SOON.map(|id| format!("soon.{id}")));
    let regions = Facet::Region.fixed_ids().iter();
    keys.extend(regions.map(|id| format!("region.{id}")));
    keys.extend((1..=5).flat_map(|n| [format!("ordinal.{n}"), format!("ordinal.-{n}")]));
    for line in ["1", "2"] {
        keys.extend(["name", "phone", "hours"].map(|part| format!("help.default.{line}.{part}")));
    }
    keys.insert("explainer.what".into());
    for (part, count) in [("aims", 4), ("kinds", 4), ("gains", 7)] {
        keys.extend(["title", "intro"].map(|ending| format!("explainer.{part}.{ending}")));
        keys.extend((1..=count).flat_map(|n| match part {
            "kinds" => vec![
                format!("explainer.kinds.{n}.name"),
                format!("explainer.kinds.{n}.text"),
            ],
            _ => vec![format!("explainer.{part}.{n}")],
        }));
    }
    // Networks have names of their own; a list may name others, which show as written.
    let networks = [
        "bluesky",
        "discord",
        "facebook",
        "instagram",
        "linkedin",
        "mastodon",
        "telegram",
        "tiktok",
        "twitter",
        "whatsapp",
        "x",
        "youtube",
    ];
    keys.extend(networks.map(|network| format!("network.{network}")));
    keys
}

/// The languages' files, read, with where they lie.
fn languages() -> Vec<(PathBuf, Value)> {
    let files = fs::read_dir("src/i18n").expect("src/i18n");
    let paths = files.map(|file| file.expect("a file").path());
    let languages = paths.filter(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a language file");
        (path, serde_json::from_str(&text).expect("JSON"))
    };
    languages.map(read).collect()
}

/// The names of the texts in a part of a language's file.
fn names(file: &Value, part: &str) -> BTreeSet<String> {
    file[part]
        .as_object()
        .expect(part)
        .keys()
        .cloned()
        .collect()
}

/// Every string literal of the source below a folder.
fn literals(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(literals(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).expect("a source file");
            // Between every other pair of quotes; what an escaped quote shifts is no key.
            for line in source.lines() {
                found.extend(line.split('"').skip(1).step_by(2).map(str::to_owned));
            }
        }
    }
    found
}
