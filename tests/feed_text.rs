//! One bad field never costs the rest: what is kept of texts, ids and names, and what is reported.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use peer_support_directory::directory::*;
use peer_support_directory::schedule::Schedule;
use serde_json::json;
use support::check::{check, check_schedule};

#[test]
fn text() {
    let summary = |group: &Group| {
        group
            .summary
            .as_ref()
            .map(|text| text.get("en").to_string())
    };
    let some = |text: &str| Some(text.to_string());
    check(json!({ "summary": "Plain" }), summary, some("Plain"), &[]);
    check(json!({ "summary": " \t " }), summary, None, &[]);
    check(json!({ "summary": null }), summary, None, &[]);
    check(json!({ "summary": {} }), summary, None, &[]);
    check(
        json!({ "summary": "a\r\nb\tc" }),
        summary,
        some("a b c"),
        &[],
    );
    check(
        json!({ "summary": "<b>&amp;</b>" }),
        summary,
        some("<b>&amp;</b>"),
        &[],
    );
    check(
        json!({ "summary": "a\u{7}b\u{202E}c\u{2066}" }),
        summary,
        some("abc"),
        &["summary"],
    );
    check(
        json!({ "summary": "\u{200B}sup\u{AD}port" }),
        summary,
        some("support"),
        &[],
    );
    check(json!({ "summary": "\u{200D}\u{200E}" }), summary, None, &[]);
    check(
        json!({ "summary": 2022 }),
        summary,
        some("2022"),
        &["summary"],
    );
    check(json!({ "summary": ["a"] }), summary, None, &["summary"]);
    check(json!({ "summary": true }), summary, None, &["summary"]);
    check(
        json!({ "summary": { "cy": "Dau", "en": "Two" } }),
        summary,
        some("Two"),
        &[],
    );
    check(
        json!({ "summary": { "cy": "Dau", "en": [] } }),
        summary,
        some("Dau"),
        &["summary.en"],
    );
    check(
        json!({ "summary": { "in Welsh": "Dau" } }),
        summary,
        None,
        &["summary"],
    );
    // Emoji and Persian need their joiners.
    check(
        json!({ "summary": "👩‍⚕️ می‌خواهم" }),
        summary,
        some("👩‍⚕️ می‌خواهم"),
        &[],
    );
}

#[test]
fn paragraphs_keep_their_lines() {
    let description = |group: &Group| {
        group
            .description
            .clone()
            .map(|text| text.get("en").to_string())
    };
    let kept = Some("One\nline\n\nTwo\tcolumns".to_string());
    check(
        json!({ "description": "One\r\nline\n\nTwo\tcolumns\n" }),
        description,
        kept,
        &[],
    );
}

#[test]
fn ids() {
    let types = |group: &Group| {
        group
            .cancer_types
            .iter()
            .map(|id| id.as_str().to_string())
            .collect::<Vec<_>>()
    };
    check(
        json!({ "cancer_types": ["tongue", "any"] }),
        types,
        vec!["tongue".into(), "any".into()],
        &[],
    );
    check(
        json!({ "cancer_types": ["Head and  neck"] }),
        types,
        vec!["head-and-neck".into()],
        &["cancer_types[0]"],
    );
    check(
        json!({ "cancer_types": ["any\u{202E}"] }),
        types,
        vec!["any".into()],
        &["cancer_types[0]"],
    );
    check(
        json!({ "cancer_types": [{}, [], false, "mouth"] }),
        types,
        vec!["mouth".into()],
        &["cancer_types[0]", "cancer_types[1]", "cancer_types[2]"],
    );
    check(
        json!({ "cancer_types": {} }),
        types,
        vec![],
        &["cancer_types", "cancer_types"],
    );
}

#[test]
fn names_of_a_fixed_set() {
    let kinds = |group: &Group| group.kinds.clone();
    check(
        json!({ "kinds": ["one-to-one", "resource"] }),
        kinds,
        vec![Kind::OneToOne, Kind::Resource],
        &[],
    );
    check(
        json!({ "kinds": ["One to one"] }),
        kinds,
        vec![Kind::OneToOne],
        &["kinds[0]"],
    );
    check(
        json!({ "kinds": ["choir", "helpline"] }),
        kinds,
        vec![Kind::Helpline],
        &["kinds[0]"],
    );
    let status = |group: &Group| group.status;
    check(json!({}), status, Status::Active, &[]);
    check(json!({ "status": "full" }), status, Status::Full, &[]);
    check(
        json!({ "status": "asleep" }),
        status,
        Status::Active,
        &["status"],
    );
    check(
        json!({ "status": ["full"] }),
        status,
        Status::Active,
        &["status"],
    );
}

#[test]
fn time_zones_and_languages() {
    let zone = |schedule: &Schedule| {
        schedule
            .timezone
            .as_ref()
            .map(|zone| zone.as_str().to_string())
    };
    for name in [
        "Europe/London",
        "America/Argentina/Buenos_Aires",
        "Etc/GMT+1",
        "UTC",
    ] {
        check_schedule(json!({ "timezone": name }), zone, Some(name.into()), &[]);
    }
    for name in [
        "London time",
        "Europe/",
        "/London",
        "+01:00",
        "Europe//London",
        "../zone",
    ] {
        check_schedule(json!({ "timezone": name }), zone, None, &["timezone"]);
    }
    let count = |group: &Group| group.languages.len();
    check(
        json!({ "languages": ["en", "zh-Hant", "en-GB", "Welsh language"] }),
        count,
        3,
        &["languages[3]"],
    );
}
