//! Reading any bytes as a list: what is kept is valid, and one bad record never costs the rest.

#![no_main]

#[path = "../../tests/support/mod.rs"]
mod support;

use libfuzzer_sys::fuzz_target;
use peer_support_directory::directory::Group;
use serde_json::Value;
use support::json::parse_as_json;
use support::parse;

fuzz_target!(|bytes: &[u8]| {
    parse_as_json(bytes);
    beside_good_ones(bytes);
    inside_a_name(bytes);
});

/// Two groups that nothing between them may cost, with a field of each kind.
const GOOD: [&str; 2] = [
    r#"{"id":"first","name":"First","cancer_types":["tongue"],"url":"https://charity.example/","status":"full"}"#,
    r#"{"id":"last","name":{"en":"Last","cy":"Olaf"},"phones":[{"number":"01632 960000"}],
        "meetings":[{"venue":{"town":"Leeds"},"schedule":{"freq":"MONTHLY","byday":"3WE","opens_at":"18:30"}}]}"#,
];

/// The bytes, if they are JSON, as a record between two good ones.
fn beside_good_ones(bytes: &[u8]) {
    let list = between_good_ones(bytes);
    let record = serde_json::from_slice::<Value>(bytes);
    // The record alone may be less deep than JSON is allowed to be, and too deep inside the list.
    if let (Ok(record), Ok(_)) = (record, serde_json::from_slice::<Value>(&list))
        && record["id"] != "last"
    {
        check(&list);
    }
}

/// The bytes as a name of a record between two good ones. In a string only a quote that ends it, or half an
/// escape, can make JSON something else.
fn inside_a_name(bytes: &[u8]) {
    let mut record = br#"{"id":"bad","name":""#.to_vec();
    record.extend(bytes.iter().filter(|byte| !b"\"\\".contains(byte)));
    record.extend(b"\"}");
    check(&between_good_ones(&record));
}

fn between_good_ones(record: &[u8]) -> Vec<u8> {
    let [first, last] = GOOD.map(str::as_bytes);
    [b"{\"groups\":[", first, b",", record, b",", last, b"]}"].concat()
}

/// Both good groups are in the list, as they are in a list of their own.
fn check(list: &[u8]) {
    let groups = |list: &[u8]| -> Vec<Group> { parse(list).expect("a list").0.groups };
    let found = groups(list);
    for good in GOOD {
        let alone = groups(format!("{{\"groups\":[{good}]}}").as_bytes());
        assert!(found.contains(&alone[0]), "{good} {found:?}");
    }
}
