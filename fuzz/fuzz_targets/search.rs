//! Any words typed at any list: what is found is what the plain rules of matching say.
//!
//! The input is text. Its first line is typed, its second is typed after it; each further line is a group:
//! `name|summary|former name|town|types of cancer|audience`, as far as it goes. Without groups, what is
//! typed is looked for in a list that is made once.

#![no_main]

#[path = "../../tests/lists/mod.rs"]
mod lists;
#[path = "../../tests/plain/mod.rs"]
mod plain;

use std::collections::BTreeSet;
use std::time::Duration;

use cpu_time::ThreadTime;
use libfuzzer_sys::fuzz_target;
use lists::{Tested, With, audience, cancer_type, group, list, name};
use peer_support_directory::directory::{Directory, Group, Id, Text};
use peer_support_directory::filter::{Query, Restriction};
use plain::Plain;

thread_local! {
    static TEN_ENTRIES: Subject = Subject::new(lists::ten::ten_entries());
}

fuzz_target!(|text: &str| {
    let mut lines = text.lines();
    let mut line = || lines.next().unwrap_or_default();
    let (typed, more) = (line(), line());
    let groups: Vec<Group> = lines.take(12).filter_map(a_group).collect();
    let check = |subject: &Subject| {
        let found = check(subject, typed, more);
        // The plain rules take letters as they are: accents and other scripts are beyond them.
        if text.is_ascii() {
            let plain = plain(&subject.tested, subject.known.clone());
            assert_eq!(found, plain.find(&query(typed)));
        }
    };
    if groups.is_empty() {
        TEN_ENTRIES.with(check);
    } else {
        check(&Subject::new(directory(groups)));
    }
});

/// A list, with the words that are no typos in it.
struct Subject {
    tested: Tested,
    known: BTreeSet<String>,
}

impl Subject {
    fn new(directory: Directory) -> Self {
        let tested = Tested::new(directory);
        let known = plain(&tested, BTreeSet::new()).known_words();
        tested.index.warm();
        Self { tested, known }
    }

    fn find(&self, typed: &str) -> Vec<u32> {
        let found = self.tested.index.apply(&query(typed));
        self.tested.index.count(&found);
        found.groups
    }
}

fn plain(tested: &Tested, known: BTreeSet<String>) -> Plain<'_> {
    static ALL: Restriction = Restriction {
        only: Vec::new(),
        groups: None,
    };
    Plain {
        directory: &tested.directory,
        restriction: &ALL,
        tested,
        known,
    }
}

fn query(typed: &str) -> Query {
    Query {
        text: typed.into(),
        ..Query::default()
    }
}

/// Checks what is typed, and gives the groups that it finds.
fn check(subject: &Subject, typed: &str, more: &str) -> Vec<u32> {
    let found = timed(subject, typed);
    check_narrowing(subject, typed, more, &found);
    check_ways_to_type(subject, typed, &found);
    for group in &subject.tested.directory.groups {
        for text in [&group.name].into_iter().chain(&group.summary) {
            check_marks(subject, typed, text.get("en"));
        }
    }
    found
}

fn directory(groups: Vec<Group>) -> Directory {
    Directory {
        cancer_types: vec![cancer_type("own", "Own type", "mouth", &["special"])],
        audiences: vec![
            audience("carers", "Carers", (None, None), &["partner"]),
            audience("young", "Young people", (None, Some(25)), &[]),
        ],
        ..list(groups)
    }
}

fn a_group(line: &str) -> Option<Group> {
    let mut fields = line.split('|').map(|field| {
        // What shows nothing is no text.
        let is_shown = !Text::plain(field).get("en").is_empty();
        if is_shown { field } else { "" }
    });
    let mut field = || fields.next().unwrap_or_default();
    let name = field();
    if name.is_empty() {
        return None;
    }
    let mut own = group("g");
    own.name = Text::plain(name);
    for (text, add) in [
        (field(), With::summary as fn(Group, &str) -> Group),
        (field(), With::formerly),
        (field(), |group, town| {
            group.meets(lists::InPerson, town, "")
        }),
        (field(), With::types),
        (field(), With::audiences),
    ] {
        let is_id = |word| Id::new(word).is_some();
        if !text.is_empty() && text.split_whitespace().all(is_id) {
            own = add(own, text);
        }
    }
    Some(own)
}

/// What is typed finds groups within a time, of the processor and not of the clock on the wall, that its
/// words and those of the list explain.
fn timed(subject: &Subject, typed: &str) -> Vec<u32> {
    let texts = subject.tested.directory.groups.iter().map(|group| {
        let summary = group
            .summary
            .as_ref()
            .map_or(0, |text| text.get("en").len());
        summary + name(group).len()
    });
    // The vocabulary has a thousand words.
    let words = texts.sum::<usize>() + 10_000;
    let work = (typed.len() + 1) * words;
    let start = ThreadTime::now();
    let found = subject.find(typed);
    let taken = start.elapsed();
    let allowed = Duration::from_millis(50) + Duration::from_nanos(5 * work as u64);
    assert!(taken < allowed, "{taken:?} for {work} units of work");
    found
}

/// A word more never finds more, whatever it is.
fn check_narrowing(subject: &Subject, typed: &str, more: &str, found: &[u32]) {
    let found: BTreeSet<_> = found.iter().collect();
    let narrower = subject.find(&[typed, more].join(" "));
    assert!(
        narrower.iter().all(|group| found.contains(group)),
        "{more:?} after {typed:?} finds {narrower:?}"
    );
}

/// Neither the order of the words nor capitals matter.
fn check_ways_to_type(subject: &Subject, typed: &str, found: &[u32]) {
    let words: Vec<_> = typed.split_whitespace().rev().collect();
    assert_eq!(subject.find(&words.join(" ")), found, "the other way round");
    assert_eq!(
        subject.find(&typed.to_ascii_uppercase()),
        found,
        "in capitals"
    );
}

/// Marks are whole characters, in their order and apart.
fn check_marks(subject: &Subject, typed: &str, shown: &str) {
    let mut end = None;
    for mark in subject.tested.index.marks(typed, shown) {
        assert!(shown.get(mark.clone()).is_some_and(|part| !part.is_empty()));
        assert!(
            end.is_none_or(|end| end < mark.start),
            "{mark:?} in {shown:?}"
        );
        end = Some(mark.end);
    }
}
