//! The JSON Schema is made from the types, and says of a list what the reader says of it.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;

use peer_support_directory::feed;
use serde_json::{Value, json};

const SCHEMA: &str = "public/groups.schema.json";

#[test]
fn the_file_is_made_from_the_types() {
    let schema = feed::schema::schema();
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(SCHEMA, &schema).expect("the schema can be written");
    }
    let file = fs::read_to_string(SCHEMA).unwrap_or_default();
    assert!(
        file == schema,
        "{SCHEMA} is out of date: UPDATE_SCHEMA=1 cargo test --test feed_schema writes it anew"
    );
}

#[test]
fn the_schema_is_a_schema() {
    let schema = serde_json::from_str(&feed::schema::schema()).expect("JSON");
    assert!(jsonschema::meta::is_valid(&schema));
}

#[test]
fn lists_without_a_problem_are_valid() {
    check(&read("public/groups.json"), true);
    check(&read("tests/fixtures/valid.json"), true);
}

#[test]
fn broken_lists_are_not() {
    check(&read("tests/fixtures/broken.json"), false);
    check(&read("tests/fixtures/odd.json"), false);
    check(&json!([]), false);
    check(&json!({}), false);
    check(&json!({ "groups": [{ "id": "a" }] }), false);
}

#[test]
fn a_bad_field_is_refused_by_schema_and_reader() {
    for (field, value) in [
        ("id", json!("")),
        ("kinds", json!(["book"])),
        ("status", json!("open")),
        ("minimum_age", json!(200)),
        ("url", json!("javascript:alert(1)")),
        ("url", json!("www.example.org")),
        ("emails", json!(["nobody"])),
        ("assured_date", json!("16 December")),
        ("languages", json!(["Welsh!"])),
        ("phones", json!([{ "number": "none" }])),
        ("phones", json!([{ "name": "Helpline" }])),
        ("social", json!([{ "network": "x", "closed": "yes" }])),
        ("meetings", json!([{ "schedule": { "byday": "Wed" } }])),
        ("meetings", json!([{ "schedule": { "bymonthday": 0 } }])),
        ("meetings", json!([{ "schedule": { "interval": 0 } }])),
        (
            "meetings",
            json!([{ "schedule": { "timezone": "GMT+1 (ish)" } }]),
        ),
        (
            "meetings",
            json!([{ "venue": { "latitude": 91, "longitude": 0 } }]),
        ),
    ] {
        let mut list = json!({ "groups": [{ "id": "a", "name": "A" }] });
        list["groups"][0][field] = value;
        check(&list, false);
    }
}

/// The schema accepts the list, or not, and so does the reader.
fn check(list: &Value, is_valid: bool) {
    let schema = serde_json::from_str(&feed::schema::schema()).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<_> = validator
        .iter_errors(list)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors.is_empty(), is_valid, "{errors:#?} for {list:#}");
    let read = feed::parse(list.to_string().as_bytes());
    let is_clean = read.as_ref().is_ok_and(|(_, problems)| problems.is_empty());
    assert_eq!(
        is_clean,
        is_valid,
        "{:#?}",
        read.map(|(_, problems)| problems)
    );
}

fn read(path: &str) -> Value {
    let text = fs::read_to_string(path).expect("the file is there");
    serde_json::from_str(&text).expect("JSON")
}
