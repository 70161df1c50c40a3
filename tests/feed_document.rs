//! The document as a whole: what is repaired, what is no list, and what bounds memory and time.
#![cfg(not(target_arch = "wasm32"))]

#[path = "fixtures/large.rs"]
mod large;
mod support;

use peer_support_directory::feed::MAX_PROBLEMS;
use support::{parse, paths};

#[test]
fn what_json_forbids_in_strings_is_replaced() {
    check_name(b"\xEF\xBB\xBF@Plain", "Plain", &[]);
    check_name(b"@Caf\xC3\xA9 \\u00e9 \\ud83d\\ude00", "Café é 😀", &[]);
    check_name(b"\n@A\x07B", "A B", &["line 2, column 31"]);
    check_name(b"@A\nB", "A B", &["line 1, column 31"]);
    check_name("@é\tB".as_bytes(), "é B", &["line 1, column 31"]);
    check_name(b"@A\\ud800", "A\u{FFFD}", &["line 1, column 31"]);
    check_name(
        b"@\\udc00\\ud83dB",
        "\u{FFFD}\u{FFFD}B",
        &["line 1, column 30", "line 1, column 36"],
    );
    check_name(b"@\\\\ud800\x01", "\\ud800", &["line 1, column 37"]);
    check_name(b"@A\xFFB", "A\u{FFFD}B", &["line 1, column 31"]);
    check_name(b"\n\n@\xE2\x82", "\u{FFFD}", &["line 3, column 30"]);
    // A quote that is escaped does not end the string; what is outside strings is not touched.
    check_name(b"\t@A\\\"\x02B", "A\" B", &["line 1, column 34"]);
}

/// `@` stands for a list up to the name of its only group, which is its 30th character.
fn check_name(document: &[u8], name: &str, problems: &[&str]) {
    let start = br#"{"groups":[{"id":"a","name":""#;
    let mut bytes = vec![];
    for byte in document {
        match byte {
            b'@' => bytes.extend(start),
            byte => bytes.push(*byte),
        }
    }
    bytes.extend(br#""}]}"#);
    let (directory, found) = parse(&bytes).expect("a list");
    assert_eq!(directory.groups[0].name.get("en"), name);
    assert_eq!(
        paths(&found),
        problems,
        "{}",
        String::from_utf8_lossy(&bytes)
    );
}

#[test]
fn what_is_no_list() {
    check_not(b"", "line 1 column 0");
    check_not(b"  \n", "line 2 column 0");
    check_not(b"groups", "line 1 column 1");
    check_not(b"{\"groups\": [\n{]}", "line 2 column 2");
    check_not(b"{\"groups\": []", "line 1 column 13");
    check_not(b"{\"groups\": []} {}", "line 1 column 16");
    check_not(b"{\"groups\": [],}", "line 1 column 15");
    check_not(
        b"{\"groups\": [{\"id\": 1e999}]}",
        "out of range at line 1 column",
    );
    check_not(
        b"{\"x\": -1e400, \"groups\": []}",
        "out of range at line 1 column",
    );
    check_not(b"{\"groups\": [{\"x\": \"\\x\"}]}", "line 1 column");
    check_not(b"[]", "an array that is named `groups`");
    check_not(b"null", "an array that is named `groups`");
    check_not(b"\"groups\"", "an array that is named `groups`");
    check_not(b"{}", "an array that is named `groups`");
    check_not(b"{\"groups\": {}}", "an array that is named `groups`");
    check_not(b"{\"groups\": null}", "an array that is named `groups`");
    check_not(b"{\"Groups\": []}", "an array that is named `groups`");
    check_not(b"\n<!doctype html><title>Not found</title>", "a web page");
    check_not(b"\xFF\xFE{\0}\0", "UTF-16");
}

/// The first error is nearest to the cause: here, a quote that is missing.
#[test]
fn a_missing_quote_is_found_where_it_is_missing() {
    let list = "{\"groups\": [\n{ \"id\": \"a,\n\"name\": \"A\" },\n{ \"id\": \"b\" }\n]}";
    check_not(list.as_bytes(), "line 3 column 0");
}

#[test]
fn nesting_has_a_limit() {
    let limit = "recursion limit exceeded at line 1 column";
    for (start, depth, end) in [
        ("{\"x\":", 1, ",\"groups\":[]}"),
        ("{\"groups\":[[", 3, "]]}"),
    ] {
        let list = |total: usize| {
            let (open, close) = ("[".repeat(total - depth), "]".repeat(total - depth));
            format!("{start}{open}{close}{end}")
        };
        assert!(parse(list(128).as_bytes()).is_ok());
        check_not(list(129).as_bytes(), limit);
        check_not(list(1_000_000).as_bytes(), limit);
        check_not(&list(1_000_000).as_bytes()[..500_000], limit);
    }
}

#[test]
fn a_second_array_of_groups_is_passed_over() {
    let list = br#"{"groups":[{"id":"a","name":"A"}],"groups":[{"id":"b","name":"B"}]}"#;
    let (directory, problems) = parse(list).expect("a list");
    assert_eq!(directory.groups.len(), 1);
    assert_eq!(paths(&problems), ["groups"]);
}

#[test]
fn problems_are_bounded() {
    let list = format!("{{\"groups\":[{}]}}", vec!["0"; 500_000].join(","));
    let (directory, problems) = parse(list.as_bytes()).expect("a list");
    assert!(directory.groups.is_empty());
    assert_eq!(problems.len(), MAX_PROBLEMS + 1);
    let last = problems.last().expect("problems").to_string();
    assert_eq!(last, "list: and 499000 more problems like these");

    let list = format!(
        "{{\"groups\":[],\"title\":\"{}\"}}",
        "\u{1}".repeat(500_000)
    );
    let (directory, problems) = parse(list.as_bytes()).expect("a list");
    assert!(directory.title.is_none());
    assert_eq!(problems.len(), MAX_PROBLEMS + 1);
}

#[test]
fn a_long_chain_of_types_takes_no_long_time() {
    let link = |number: usize| {
        format!(
            "{{\"id\":\"t{number}\",\"broader\":\"t{}\"}}",
            number.saturating_sub(1)
        )
    };
    let types: Vec<_> = (1..50_000).map(link).collect();
    for types in [types.clone(), types.into_iter().rev().collect()] {
        let list = format!("{{\"groups\":[],\"cancer_types\":[{}]}}", types.join(","));
        assert!(peer_support_directory::feed::parse(list.as_bytes()).is_ok());
    }
}

#[test]
fn a_large_list_is_read_whole() {
    let list = large::large_list(10_000);
    assert!(
        (3_500_000..5_000_000).contains(&list.len()),
        "{}",
        list.len()
    );
    let (directory, problems) = parse(list.as_bytes()).expect("a list");
    assert_eq!(directory.groups.len(), 10_000);
    assert_eq!(problems, []);
}

fn check_not(document: &[u8], message: &str) {
    let error = parse(document).expect_err("no list");
    assert!(
        error.message.contains(message),
        "{error} for {}",
        String::from_utf8_lossy(&document[..document.len().min(80)])
    );
}
