//! One bad record never costs the rest: what is left out, and how contradictions are settled.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use peer_support_directory::directory::*;
use peer_support_directory::schedule::{Freq, Schedule};
use serde_json::{Value, json};
use support::check::{check, check_list, check_schedule};

#[test]
fn rules_that_contradict_themselves() {
    let freq = |schedule: &Schedule| schedule.freq;
    let (weekly, monthly) = (Some(Freq::Weekly), Some(Freq::Monthly));
    check_schedule(
        json!({ "freq": "WEEKLY", "byday": "TU,TH" }),
        freq,
        weekly,
        &[],
    );
    check_schedule(
        json!({ "freq": "WEEKLY", "byday": "3WE" }),
        freq,
        monthly,
        &["byday"],
    );
    check_schedule(json!({ "byday": "-1FR" }), freq, monthly, &["byday"]);
    check_schedule(
        json!({ "freq": "WEEKLY", "bymonthday": 5 }),
        freq,
        weekly,
        &["bymonthday"],
    );
    check_schedule(
        json!({ "freq": "WEEKLY", "byday": "WE", "bymonthday": 0 }),
        freq,
        weekly,
        &["bymonthday"],
    );
    check_schedule(
        json!({ "freq": "MONTHLY", "bymonthday": 0 }),
        freq,
        monthly,
        &["bymonthday"],
    );
    check_schedule(
        json!({ "freq": "WEEKLY", "interval": 0 }),
        freq,
        weekly,
        &["interval"],
    );
    check_schedule(
        json!({ "freq": "WEEKLY", "interval": 2 }),
        freq,
        weekly,
        &["interval"],
    );
    check_schedule(
        json!({ "freq": "WEEKLY", "dtstart": "2026-02-01", "valid_to": "2026-01-01" }),
        freq,
        weekly,
        &["valid_to"],
    );
    check_schedule(json!({ "freq": "DAILY" }), freq, None, &["freq"]);
}

/// Half of a rule is another rule: "monthly", without its "on the 31st", would give wrong dates.
#[test]
fn half_a_rule_gives_no_dates() {
    let freq = |schedule: &Schedule| schedule.freq;
    check_schedule(
        json!({ "freq": "MONTHLY", "bymonthday": 32 }),
        freq,
        None,
        &["bymonthday", "freq"],
    );
    check_schedule(
        json!({ "freq": "WEEKLY", "byday": "Wed" }),
        freq,
        None,
        &["byday", "freq"],
    );
    check_schedule(
        json!({ "freq": "WEEKLY", "interval": "other" }),
        freq,
        None,
        &["interval", "freq"],
    );
    check_schedule(
        json!({ "freq": "WEEKLY", "byday": "WE,6TH" }),
        freq,
        None,
        &["byday", "freq"],
    );
}

#[test]
fn a_record_without_what_it_needs_is_left_out() {
    let counts = |group: &Group| {
        (
            group.phones.len(),
            group.social.len(),
            group.sign_up.is_some(),
            group.source.is_some(),
        )
    };
    let fields = json!({
        "phones": [{ "name": "a" }], "social": [{ "handle": "@a" }, { "network": "x" }],
        "sign_up": { "label": "Join" }, "source": { "date": "2022" }
    });
    check(
        fields,
        counts,
        (0, 1, false, false),
        &["sign_up", "phones[0]", "social[0]", "source"],
    );
    let fields = json!({ "phones": "01632 960000", "sign_up": "https://example.org", "meetings": ["Mondays"] });
    check(
        fields,
        counts,
        (0, 0, false, false),
        &["sign_up", "phones", "phones", "meetings[0]"],
    );
}

#[test]
fn groups_without_an_id_of_their_own_are_left_out() {
    check_list(
        json!({ "groups": [
            { "name": "A" }, { "id": "b" }, { "id": "", "name": "C" }, { "id": "d", "name": " " }, 5, null, [],
            { "id": "e", "name": "First" }, { "id": "e", "name": "Second" }
        ] }),
        |directory| {
            directory
                .groups
                .iter()
                .map(|group| group.name.get("en").to_string())
                .collect::<Vec<_>>()
        },
        vec!["First".to_string()],
        &[
            "groups[0]",
            "groups[1]",
            "groups[2]",
            "groups[3]",
            "groups[4]",
            "groups[5]",
            "groups[6]",
            "groups[8]",
        ],
    );
}

#[test]
fn types_of_cancer_stay_a_tree() {
    let broader = |directory: &Directory| {
        let types = directory.cancer_types.iter();
        types
            .map(|one| one.broader.as_ref().map_or("", Id::as_str).to_string())
            .collect::<Vec<_>>()
    };
    check_list(
        json!({ "groups": [], "cancer_types": [{ "id": "a", "broader": "a" }] }),
        broader,
        vec!["".into()],
        &["cancer_types[0].broader"],
    );
    check_list(
        json!({ "groups": [], "cancer_types": [
            { "id": "a", "broader": "b" }, { "id": "b", "broader": "c" }, { "id": "c", "broader": "a" },
            { "id": "d", "broader": "elsewhere" }, { "id": "a", "broader": "d" }
        ] }),
        broader,
        vec!["b".into(), "c".into(), "".into(), "elsewhere".into()],
        &["cancer_types[2].broader", "cancer_types[4]"],
    );
}

#[test]
fn audiences_and_help_lines() {
    let ids = |directory: &Directory| {
        let audiences = directory.audiences.iter();
        audiences
            .map(|one| (one.id.as_str().to_string(), one.minimum_age))
            .collect::<Vec<_>>()
    };
    check_list(
        json!({ "groups": [], "audiences": [{ "id": "a", "minimum_age": 20 }, { "id": "a" }, { "name": "B" }] }),
        ids,
        vec![("a".into(), Some(20))],
        &["audiences[1]", "audiences[2]"],
    );
    check_list(
        json!({ "groups": [], "help": [{ "name": "A" }, { "name": "B", "phone": "116 123" }] }),
        |directory| directory.help.len(),
        1,
        &["help[0]"],
    );
}

#[test]
fn the_formats_version() {
    let format = |format: Value| json!({ "groups": [], "format": format });
    check_list(format(json!(1)), |_| (), (), &[]);
    check_list(format(json!(null)), |_| (), (), &[]);
    check_list(format(json!(2)), |_| (), (), &["format"]);
    check_list(format(json!("1")), |_| (), (), &["format"]);
}
