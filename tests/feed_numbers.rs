//! One bad field never costs the rest: what is kept of ages, dates, times and degrees, and what is reported.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use peer_support_directory::directory::*;
use peer_support_directory::schedule::Schedule;
use serde_json::{Value, json};
use support::check::{check, check_schedule};

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
