//! One bad field never costs the rest: what is kept of each kind of value, and what is reported.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use peer_support_directory::directory::*;
use peer_support_directory::schedule::Schedule;
use serde_json::{Value, json};
use support::check::{check, check_schedule};
use support::parse;

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
fn links() {
    let url = |group: &Group| group.url.as_ref().map(|url| url.as_str().to_string());
    for link in [
        "https://example.org",
        "http://example.org:8080/a?b=c#d@e",
        "https://münchen.example/ü",
        "https://[2001:db8::1]:443/",
        "mailto:a@example.org,b@example.org?subject=Hi",
        "tel:+44-1632-960000",
    ] {
        check(json!({ "url": link }), url, Some(link.into()), &[]);
    }
    check(
        json!({ "url": " HTTPS://A.org/B " }),
        url,
        Some("https://A.org/B".into()),
        &[],
    );
    check(json!({ "url": "" }), url, None, &[]);
    for link in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,a",
        "vbscript:a",
        "file:///a",
        "blob:https://example.org/a",
        "about:blank",
        "www.example.org",
        "example.org/a",
        "//example.org",
        "/join",
        "#join",
        "join",
        "https:",
        "https://",
        "https:///a",
        "https:example.org",
        "https://?a",
        "https://#a",
        "https://a b.org",
        "https://example.org/a b",
        "https://example.org/\u{202E}a",
        "https://good.example.org@bad.example.org",
        "https://a:b@example.org",
        "https:\\\\example.org",
        "https://example.org\\@bad.example.org",
        "https://example.org:port",
        "https://example.org/\"onclick=\"a",
        "https://example.org/<script>",
        "mailto:",
        "mailto:nobody",
        "mailto:?subject=a",
        "tel:",
        "tel:alert(1)",
        ":",
        "::",
    ] {
        check(json!({ "url": link }), url, None, &["url"]);
    }
    check(json!({ "url": 5 }), url, None, &["url"]);
    check(
        json!({ "url": { "en": "https://example.org" } }),
        url,
        None,
        &["url"],
    );
}

#[test]
fn a_link_without_a_scheme_is_told_what_it_lacks() {
    for link in ["www.example.org", "//example.org", "example.org/a:b"] {
        let list = json!({ "groups": [{ "id": "a", "name": "A", "url": link }] });
        let (_, problems) = parse(list.to_string().as_bytes()).expect("a list");
        assert!(
            problems[0].message.contains("put https:// before it"),
            "{}",
            problems[0]
        );
    }
}

#[test]
fn emails_and_phones() {
    let emails = |group: &Group| {
        group
            .emails
            .iter()
            .map(|e| e.as_str().to_string())
            .collect::<Vec<_>>()
    };
    check(
        json!({ "emails": ["a@b.org", "nobody", "c@d.org", null, ""] }),
        emails,
        vec!["a@b.org".into(), "c@d.org".into()],
        &["emails[1]"],
    );
    check(
        json!({ "emails": "a@b.org" }),
        emails,
        vec!["a@b.org".into()],
        &["emails"],
    );
    check(
        json!({ "emails": ["a@b.org?bcc=c@d.org"] }),
        emails,
        vec![],
        &["emails[0]"],
    );
    let numbers = |group: &Group| {
        group
            .phones
            .iter()
            .map(|p| p.number.dialled())
            .collect::<Vec<_>>()
    };
    check(
        json!({ "phones": [{ "number": "+44 (0)1632 960000" }] }),
        numbers,
        vec!["+441632960000".into()],
        &[],
    );
    check(
        json!({ "phones": [{ "number": "01632\u{A0}960000" }] }),
        numbers,
        vec!["01632960000".into()],
        &[],
    );
    check(
        json!({ "phones": [{ "number": 1632960000 }] }),
        numbers,
        vec![],
        &["phones[0].number", "phones[0]"],
    );
    check(
        json!({ "phones": [{ "number": "1".repeat(26) }] }),
        numbers,
        vec![],
        &["phones[0].number", "phones[0]"],
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
fn ages() {
    let ages = |group: &Group| (group.minimum_age, group.maximum_age);
    check(
        json!({ "minimum_age": 20, "maximum_age": 49 }),
        ages,
        (Some(20), Some(49)),
        &[],
    );
    check(
        json!({ "minimum_age": 20, "maximum_age": 20 }),
        ages,
        (Some(20), Some(20)),
        &[],
    );
    check(
        json!({ "minimum_age": 49, "maximum_age": 20 }),
        ages,
        (None, None),
        &["minimum_age"],
    );
    check(
        json!({ "minimum_age": "20", "maximum_age": 49.0 }),
        ages,
        (Some(20), Some(49)),
        &["minimum_age"],
    );
    check(
        json!({ "minimum_age": -1, "maximum_age": 20.5 }),
        ages,
        (None, None),
        &["minimum_age", "maximum_age"],
    );
    check(
        json!({ "minimum_age": 121, "maximum_age": 1e300 }),
        ages,
        (None, None),
        &["minimum_age", "maximum_age"],
    );
}

#[test]
fn dates() {
    let date = |group: &Group| group.valid_to.map(|date| date.to_string());
    check(
        json!({ "valid_to": "2028-02-29" }),
        date,
        Some("2028-02-29".into()),
        &[],
    );
    check(
        json!({ "valid_to": "2026-12-16T09:30:00Z" }),
        date,
        Some("2026-12-16".into()),
        &[],
    );
    for text in [
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "0000-01-01",
        "16/12/2026",
        "2026-1-1",
        "20261216",
        "2026-12-16T",
        "2026-12-16Tnoon",
        "2026-12-160",
        "+026-12-16",
        "２０２６-12-16",
    ] {
        check(json!({ "valid_to": text }), date, None, &["valid_to"]);
    }
    check(json!({ "valid_to": 2026 }), date, None, &["valid_to"]);
}

#[test]
fn times() {
    let time = |schedule: &Schedule| schedule.opens_at.map(|time| (time.hour(), time.minute()));
    check_schedule(json!({ "opens_at": "18:30" }), time, Some((18, 30)), &[]);
    check_schedule(json!({ "opens_at": "18:30:00" }), time, Some((18, 30)), &[]);
    for text in [
        "25:99",
        "24:00",
        "6:30",
        "6:30pm",
        "18.30",
        "18:30:60",
        "18:30:00Z",
        "+1:30",
    ] {
        check_schedule(json!({ "opens_at": text }), time, None, &["opens_at"]);
    }
    let over_midnight = |schedule: &Schedule| schedule.closes_at < schedule.opens_at;
    check_schedule(
        json!({ "opens_at": "23:00", "closes_at": "00:30" }),
        over_midnight,
        true,
        &[],
    );
}

#[test]
fn places() {
    let place = |group: &Group| {
        let venue = group.meetings[0].venue.as_ref();
        venue.and_then(|venue| venue.latitude.zip(venue.longitude))
    };
    let venue = |venue: Value| json!({ "meetings": [{ "venue": venue }] });
    check(
        venue(json!({ "latitude": 51.5, "longitude": -1 })),
        place,
        Some((51.5, -1.0)),
        &[],
    );
    check(
        venue(json!({ "latitude": 91, "longitude": 0 })),
        place,
        None,
        &["meetings[0].venue.latitude", "meetings[0].venue"],
    );
    check(
        venue(json!({ "latitude": 51.5, "longitude": "W" })),
        place,
        None,
        &["meetings[0].venue.longitude", "meetings[0].venue"],
    );
    check(
        venue(json!({ "latitude": 51.5 })),
        place,
        None,
        &["meetings[0].venue"],
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
