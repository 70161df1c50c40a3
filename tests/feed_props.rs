//! No input makes reading panic, and what is kept is valid, whatever the input was.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fs;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};
use support::json::parse_as_json;
use support::{parse, stays};

const LISTS: [&str; 5] = [
    "public/groups.json",
    "tests/fixtures/valid.json",
    "tests/fixtures/odd.json",
    "tests/fixtures/broken.json",
    "tests/fixtures/hostile.json",
];

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        parse_as_json(&bytes);
    }

    /// Bytes that are likelier to be read: pieces of JSON in any order, strings cut anywhere.
    #[test]
    fn pieces_of_json(pieces in prop::collection::vec(piece(), 0..40)) {
        let mut bytes = b"{\"groups\":[{\"id\":\"a\",\"name\":\"".to_vec();
        bytes.extend(pieces.concat());
        parse_as_json(&bytes);
        bytes.extend(b"\"}]}");
        parse_as_json(&bytes);
    }

    #[test]
    fn any_json(value in any_value()) {
        let _ = parse(value.to_string().as_bytes());
        let list = json!({ "groups": [value] }).to_string();
        prop_assert!(parse(list.as_bytes()).is_ok());
    }

    /// A known list in which bytes were changed, lost or doubled.
    #[test]
    fn a_list_with_damaged_bytes(
        list in select(&LISTS),
        damages in prop::collection::vec((any::<Index>(), any::<u8>(), 0..4u8), 1..20),
    ) {
        let mut bytes = fs::read(list).expect("the file is there");
        for (at, byte, how) in damages {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes[at] ^= 1 << (byte % 8),
                2 => drop(bytes.remove(at)),
                _ => bytes.insert(at, bytes[at]),
            }
        }
        parse_as_json(&bytes);
    }

    /// A known list in which values were replaced by others, its own or any.
    #[test]
    fn a_list_with_other_values(
        list in select(&LISTS),
        changes in prop::collection::vec((any::<Index>(), any::<Index>(), any_value(), any::<bool>()), 1..30),
    ) {
        let text = fs::read_to_string(list).expect("the file is there");
        let mut list: Value = serde_json::from_str(&text).expect("JSON");
        for (to, from, other, is_own) in changes {
            let pointers = pointers(&list);
            let other = if is_own { list.pointer(&pointers[from.index(pointers.len())]).cloned() } else { Some(other) };
            if let (Some(target), Some(other)) = (list.pointer_mut(&pointers[to.index(pointers.len())]), other) {
                *target = other;
            }
        }
        let is_list = list["groups"].is_array();
        let is_shallow = depth(&list) < 120;
        let read = parse(list.to_string().as_bytes());
        if let Ok((directory, _)) = &read {
            stays(directory);
        }
        prop_assert!(!is_shallow || read.is_ok() == is_list, "{:?}", read.err());
    }
}

/// A value of the kinds that lists hold, with the strings that are likely to go wrong.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-200..200i64).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        select(&STRINGS).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        let keys = prop_oneof![select(&KEYS).prop_map(String::from), any::<String>()];
        let entries = prop::collection::vec((keys, inner.clone()), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Value::from),
            entries.prop_map(|entries| entries.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}

fn piece() -> impl Strategy<Value = Vec<u8>> {
    let known: [&[u8]; 24] = [
        b"\"",
        b"\\",
        b"\\u",
        b"d800",
        b"\\udc00",
        b"\\ud83d\\ude00",
        b"\n",
        b"\t",
        b"\0",
        b"\x1f",
        b"\xff",
        b"\xe2\x80",
        b"\xe2\x80\xae",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"null",
        b"1e9",
        b"\"id\"",
        b"a",
        b" ",
    ];
    prop_oneof![
        4 => select(known.map(<[u8]>::to_vec).to_vec()),
        1 => prop::collection::vec(any::<u8>(), 1..4),
    ]
}

const STRINGS: [&str; 24] = [
    "",
    " ",
    "a b",
    "any",
    "group",
    "WEEKLY",
    "MONTHLY",
    "3WE",
    "-5FR",
    "MO,TU",
    "18:30",
    "24:00",
    "2026-02-29",
    "2028-02-29",
    "2026-12-16T10:00:00Z",
    "https://example.org",
    "javascript:alert(1)",
    "mailto:a@b.org",
    "tel:116123",
    "a@b.org",
    "01632 960000",
    "Europe/London",
    "\u{202E}a\u{2066}",
    "\u{0}\u{85}\u{2028}\u{200B}",
];

const KEYS: [&str; 20] = [
    "id",
    "name",
    "en",
    "cy",
    "groups",
    "meetings",
    "schedule",
    "venue",
    "broader",
    "byday",
    "url",
    "freq",
    "number",
    "network",
    "latitude",
    "longitude",
    "minimum_age",
    "maximum_age",
    "interval",
    "opens_at",
];

/// The JSON pointers of all values but the whole.
fn pointers(value: &Value) -> Vec<String> {
    let children: Vec<(String, &Value)> = match value {
        Value::Array(elements) => elements
            .iter()
            .enumerate()
            .map(|(at, one)| (at.to_string(), one))
            .collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(key, one)| (key.replace('~', "~0").replace('/', "~1"), one))
            .collect(),
        _ => vec![],
    };
    let mut all = vec![];
    for (key, child) in children {
        all.push(format!("/{key}"));
        all.extend(
            pointers(child)
                .into_iter()
                .map(|below| format!("/{key}{below}")),
        );
    }
    all
}

fn depth(value: &Value) -> usize {
    let below = match value {
        Value::Array(elements) => elements.iter().map(depth).max(),
        Value::Object(fields) => fields.values().map(depth).max(),
        _ => None,
    };
    1 + below.unwrap_or(0)
}
