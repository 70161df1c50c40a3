//! One bad field never costs the rest: what is kept of links, email addresses and phone numbers, and what is reported.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use peer_support_directory::directory::*;
use serde_json::json;
use support::check::check;
use support::parse;

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
        json!({ "phones": [{ "number": "(+44) 1632 960000" }, { "number": "0044 (0)1632 960000" }] }),
        numbers,
        vec!["+441632960000".into(), "00441632960000".into()],
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
