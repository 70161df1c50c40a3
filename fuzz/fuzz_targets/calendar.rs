//! Calendar files and links of any schedule and texts: whole, and nothing that a text holds gets out of it.

#![no_main]

#[path = "../../tests/ical/mod.rs"]
mod ical;

use fuzz::Case;
use ical::{decoded, lines, parts, unescaped, value};
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use peer_support_directory::calendar::{Event, answer};

#[derive(Arbitrary, Debug)]
struct Input {
    case: Case,
    /// Of the group's id, title, place, details and link.
    texts: [String; 5],
    meeting: u8,
}

fuzz_target!(|input: Input| {
    let case = &input.case;
    // The reader leaves no control characters in a list's texts, and line breaks in details alone.
    let shown = |text: &String, keep: &[char]| -> String {
        let is_kept = |c: &char| !c.is_control() || keep.contains(c);
        text.chars().filter(is_kept).collect()
    };
    let [group, title, place, details, url] = &input.texts;
    let [group, title, place, url] = [group, title, place, url].map(|text| shown(text, &[]));
    let details = shown(details, &['\n', '\t']);
    let event = Event {
        group: &group,
        meeting: input.meeting.into(),
        title: &title,
        place: &place,
        details: &details,
        url: &url,
        schedule: &case.schedule,
        valid_to: case.schedule.valid_to,
        offsets: case.zone.offsets(),
        now: case.now,
    };
    let request = event.request();
    let made = answer(&request);
    if made.is_empty() {
        return;
    }
    check_links(&made);
    let lines = lines(&request);
    check_file(&lines);
    for event in parts(&lines, "VEVENT") {
        let text = |name| unescaped(value(event, name).unwrap_or_default());
        assert_eq!(text("SUMMARY"), title);
        assert_eq!(text("LOCATION"), place);
        assert_eq!(value(event, "URL").unwrap_or_default(), url);
    }
});

/// A link to a file, one to Google and one to Outlook, in which every text is spelled out.
fn check_links(made: &str) {
    let links: Vec<_> = made.split('\n').collect();
    let starts = [
        "data:text/calendar;charset=utf-8,BEGIN%3AVCALENDAR",
        "https://calendar.google.com/calendar/render?action=TEMPLATE&",
        "https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent&",
    ];
    assert_eq!(links.len(), starts.len());
    for (link, start) in links.into_iter().zip(starts) {
        let rest = link.strip_prefix(start).expect("the link's beginning");
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~%&=".contains(c);
        assert!(rest.chars().all(is_plain), "{link}");
        for part in rest.split('&').skip_while(|_| start.starts_with("data:")) {
            let (name, value) = part.split_once('=').expect("a name and a value");
            let names = [
                "text", "dates", "ctz", "recur", "location", "details", "subject", "startdt",
                "enddt", "allday", "body",
            ];
            assert!(names.contains(&name) && !value.contains('='), "{link}");
            decoded(value);
        }
    }
}

/// Each line has a name that such files have, and each part that begins ends.
fn check_file(lines: &[String]) {
    let mut open = Vec::new();
    for line in lines {
        let (head, value) = line.split_once(':').expect("a name and a value");
        let name = head.split(';').next().unwrap_or_default();
        match name {
            "BEGIN" => open.push(value),
            "END" => assert_eq!(open.pop(), Some(value)),
            _ => assert!(NAMES.contains(&name), "{line}"),
        }
        assert!(!line.contains(char::is_control), "{line:?}");
    }
    assert!(open.is_empty());
    assert!(!parts(lines, "VEVENT").is_empty());
}

const NAMES: [&str; 18] = [
    "VERSION",
    "PRODID",
    "CALSCALE",
    "METHOD",
    "TZID",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "RRULE",
    "EXDATE",
    "RDATE",
    "SUMMARY",
    "LOCATION",
    "DESCRIPTION",
    "URL",
];
