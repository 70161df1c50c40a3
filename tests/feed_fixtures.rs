//! Whole lists: the one that ships, and those of `tests/fixtures`.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fs;

use peer_support_directory::directory::*;
use peer_support_directory::feed::Problem;
use peer_support_directory::schedule::{Freq, Weekday};
use support::{parse, paths};

#[test]
fn the_real_list_is_whole() {
    let (list, problems) = read("public/groups.json");
    assert_eq!(problems, []);
    let ids: Vec<_> = list.groups.iter().map(|group| group.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "heads2gether",
            "mouth-cancer-foundation",
            "outpatients",
            "salivary-gland-cancer-uk",
            "shine-cancer-support",
            "nalc",
            "the-swallows",
            "young-tongues",
            "my-silver-linings",
            "cancer-care-map",
        ]
    );
    assert_eq!(list.help.len(), 2);
    let declared: Vec<_> = list.audiences.iter().map(|audience| &audience.id).collect();
    for group in &list.groups {
        let name = group.name.get("en");
        assert!(group.summary.is_some() && group.source.is_some(), "{name}");
        assert!(
            group.assured_date.is_none(),
            "{name}: nobody has checked it since 2022"
        );
        assert!(
            group.audiences.iter().all(|id| declared.contains(&id)),
            "{name}"
        );
        assert!(!group.cancer_types.is_empty(), "{name}");
    }
}

/// NHS style, which the interface keeps in its own words too.
#[test]
fn the_real_list_is_plainly_written() {
    let list = fs::read_to_string("public/groups.json").expect("the list");
    assert!(!list.contains(['–', '—', '’']));
    for word in ["hybrid", "telephone", "click here", "e.g.", "i.e."] {
        assert!(!list.to_lowercase().contains(word), "{word}");
    }
}

#[test]
fn every_field_is_kept() {
    let (list, problems) = read("tests/fixtures/valid.json");
    assert_eq!(problems, []);
    assert_eq!(
        list.title.as_ref().map(|title| title.get("cy")),
        Some("Grwpiau cefnogi cyfoedion")
    );
    assert_eq!(list.publisher.charity_numbers.len(), 2);
    assert_eq!(list.last_modified, Date::new(2026, 11, 20));
    assert!(list.suggest.email.is_some() && list.suggest.url.is_some());
    assert_eq!(list.help[1].phone.dialled(), "+441632960002");
    assert_eq!(list.cancer_types[1].broader, Id::new("example-sarcoma"));
    assert_eq!(list.audiences[1].maximum_age, Some(49));

    let group = &list.groups[0];
    assert_eq!(group.name.get("ar"), "مجموعة كل شيء");
    assert_eq!(group.alternate_names.len(), 2);
    assert_eq!(group.kinds.len(), Kind::NAMES.len());
    let description = group.description.as_ref().map(|text| text.get("en"));
    assert_eq!(
        description,
        Some("First paragraph.\nIts second line.\n\nSecond paragraph:\tafter a tab.")
    );
    assert_eq!(
        (group.minimum_age, group.maximum_age),
        (Some(18), Some(120))
    );
    assert_eq!(
        (
            group.activities.len(),
            group.languages.len(),
            group.accessibility.len()
        ),
        (2, 3, 2)
    );
    assert_eq!(group.status, Status::Full);
    assert!(group.alert.is_some() && group.cost.is_some() && group.url.is_some());
    assert!(
        group
            .sign_up
            .as_ref()
            .is_some_and(|join| join.label.is_some() && join.note.is_some())
    );
    assert_eq!(
        (group.emails.len(), group.phones.len(), group.social.len()),
        (2, 2, 2)
    );
    assert!(group.social[0].closed && group.social[0].url.is_some());
    assert!(group.assured_date.is_some() && group.valid_to.is_some() && group.source.is_some());

    assert_eq!(group.meetings.len(), 5);
    let meeting = &group.meetings[0];
    assert_eq!(
        meeting.attending_type,
        Some(AttendingType::OnlineAndInPerson)
    );
    let venue = meeting.venue.as_ref().expect("a venue");
    assert_eq!(venue.latitude.zip(venue.longitude), Some((51.5, -1.25)));
    let schedule = meeting.schedule.as_ref().expect("a schedule");
    assert_eq!(schedule.freq, Some(Freq::Monthly));
    assert_eq!(
        schedule.weekdays(),
        Weekday::Wednesday.bit() | Weekday::Friday.bit()
    );
    assert_eq!(
        (
            schedule.interval,
            schedule.extra_dates.len(),
            schedule.except_dates.len()
        ),
        (Some(2), 2, 1)
    );
    assert_eq!(schedule.closes_at, Time::new(20, 0));
    assert_eq!(list.groups[1].status, Status::Active);
}

#[test]
fn what_is_odd_is_read() {
    let (list, problems) = read("tests/fixtures/odd.json");
    let group = &list.groups[0];
    assert_eq!(group.id.as_str(), "the-odd-group");
    assert_eq!(group.name.get("en"), "Odd group   of  people");
    assert_eq!(group.alternate_names.len(), 1);
    assert_eq!(group.kinds, [Kind::OneToOne]);
    assert_eq!(group.status, Status::Paused);
    assert_eq!((group.minimum_age, group.maximum_age), (Some(20), Some(49)));
    assert_eq!(
        group.cancer_types,
        [Id::new("head-and-neck"), Id::new("tongue")].map(Option::unwrap)
    );
    assert_eq!(
        group.url.as_ref().map(Link::as_str),
        Some("https://www.example.org/odd")
    );
    assert_eq!(group.emails.len(), 1);
    assert_eq!(group.phones[0].number.as_str(), "01632 960010");
    assert_eq!(group.assured_date, Date::new(2026, 10, 1));
    let freqs = group
        .meetings
        .iter()
        .map(|meeting| meeting.schedule.as_ref().and_then(|s| s.freq));
    assert_eq!(
        freqs.collect::<Vec<_>>(),
        [Some(Freq::Monthly), Some(Freq::Weekly), Some(Freq::Monthly)]
    );
    assert_eq!(list.cancer_types.len(), 1);
    assert!(
        problems
            .iter()
            .all(|problem| !problem.message.contains("cannot be used"))
    );
}

#[test]
fn what_is_broken_is_reported() {
    let (list, problems) = read("tests/fixtures/broken.json");
    let kept: Vec<_> = list.groups.iter().map(|group| group.id.as_str()).collect();
    assert_eq!(kept, ["kept", "bad-fields", "ages"]);
    assert_eq!(list.groups[1].name.get("en"), "Bad fields");
    assert_eq!(
        list.groups[1].summary.as_ref().map(|text| text.get("en")),
        Some("Cadwyd")
    );
    assert_eq!(list.groups[1].meetings.len(), 3);
    assert_eq!(
        (
            list.help.len(),
            list.cancer_types.len(),
            list.audiences.len()
        ),
        (1, 4, 2)
    );
    assert_eq!(
        paths(&problems),
        [
            "groups[0]",
            "groups[1]",
            "groups[2].id",
            "groups[2]",
            "groups[3]",
            "groups[5]",
            "groups[6].alternate_names[0]",
            "groups[6].kinds[0]",
            "groups[6].summary.en",
            "groups[6].summary",
            "groups[6].cancer_types[0]",
            "groups[6].minimum_age",
            "groups[6].maximum_age",
            "groups[6].status",
            "groups[6].sign_up",
            "groups[6].url",
            "groups[6].emails[0]",
            "groups[6].phones[0]",
            "groups[6].phones[1].number",
            "groups[6].phones[1]",
            "groups[6].social[0]",
            "groups[6].social[1].closed",
            "groups[6].languages[0]",
            "groups[6].accessibility",
            "groups[6].accessibility",
            "groups[6].meetings[0]",
            "groups[6].meetings[1].attending_type",
            "groups[6].meetings[1].venue.latitude",
            "groups[6].meetings[1].venue",
            "groups[6].meetings[1].schedule.freq",
            "groups[6].meetings[1].schedule.interval",
            "groups[6].meetings[1].schedule.byday",
            "groups[6].meetings[1].schedule.bymonthday",
            "groups[6].meetings[1].schedule.dtstart",
            "groups[6].meetings[1].schedule.opens_at",
            "groups[6].meetings[1].schedule.closes_at",
            "groups[6].meetings[1].schedule.timezone",
            "groups[6].meetings[1].schedule.except_dates[1]",
            "groups[6].meetings[2].schedule.byday",
            "groups[6].meetings[2].schedule.interval",
            "groups[6].meetings[3].schedule.bymonthday",
            "groups[6].meetings[3].schedule.valid_to",
            "groups[6].assured_date",
            "groups[6].valid_to",
            "groups[6].source",
            "groups[7].minimum_age",
            "format",
            "title",
            "publisher.name",
            "publisher.url",
            "publisher.email",
            "publisher.phone",
            "publisher.charity_numbers[1]",
            "last_modified",
            "suggest",
            "help[0]",
            "help[1]",
            "help[2].phone",
            "help[2]",
            "help[3]",
            "cancer_types[0]",
            "cancer_types[3].broader",
            "cancer_types[4].broader",
            "cancer_types[5]",
            "audiences[1]",
            "audiences[2].minimum_age",
        ]
    );
}

#[test]
fn what_is_hostile_is_text() {
    let (list, problems) = read("tests/fixtures/hostile.json");
    let group = &list.groups[0];
    assert!(
        group
            .name
            .get("en")
            .starts_with("<script>alert(1)</script>")
    );
    assert_eq!(
        group.description.as_ref().map(|text| text.get("en").len()),
        Some(5055)
    );
    assert!(group.sign_up.is_none() && group.url.is_none() && group.emails.is_empty());
    let links: Vec<_> = group
        .social
        .iter()
        .filter_map(|social| social.url.as_ref())
        .collect();
    assert_eq!(links, [] as [&Link; 0]);
    assert_eq!(list.groups.len(), 3);
    assert!(problems.len() > 40);
}

fn read(path: &str) -> (Directory, Vec<Problem>) {
    parse(&fs::read(path).expect("the file is there")).expect("a list")
}
