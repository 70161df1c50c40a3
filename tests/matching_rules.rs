//! The rules of each filter, one by one.

mod lists;

use lists::*;
use peer_support_directory::directory::{self, Date, Directory, Status};
use peer_support_directory::filter::Facet::{self, *};
use peer_support_directory::filter::{Query, Restriction};

#[track_caller]
fn check(directory: Directory, choices: &[(Facet, &str)], expect: &[&str]) {
    Tested::new(directory).check(choices, "", expect);
}

#[test]
fn within_a_filter_choices_widen_and_between_filters_they_narrow() {
    let directory = || {
        list(vec![
            group("A").types("lung").audiences("men"),
            group("B").types("bowel").audiences("women"),
            group("C").types("brain").audiences("men"),
        ])
    };
    check(
        directory(),
        &[(CancerType, "lung"), (CancerType, "bowel")],
        &["A", "B"],
    );
    let both = [
        (CancerType, "lung"),
        (CancerType, "bowel"),
        (Audience, "men"),
    ];
    check(directory(), &both, &["A"]);
}

#[test]
fn an_audience_is_listed_or_of_an_age() {
    let mut directory = list(vec![
        group("Everybody"),
        group("Listed").audiences("young"),
        group("Overlaps").ages(25, 40),
        group("Older").ages(26, 40),
        group("Odd").audiences("undeclared"),
    ]);
    directory.groups[3].maximum_age = None;
    directory.audiences = vec![
        audience("young", "Young", (None, Some(25)), &[]),
        audience("ageless", "Ageless", (None, None), &[]),
    ];
    check(
        directory.clone(),
        &[(Audience, "young")],
        &["Listed", "Overlaps"],
    );
    check(directory.clone(), &[(Audience, "ageless")], &[]);
    let tested = Tested::new(directory);
    let ids: Vec<_> = tested
        .index
        .options(Audience)
        .iter()
        .map(|option| option.id.as_str())
        .collect();
    assert_eq!(ids, ["young", "ageless", "undeclared"]);
}

#[test]
fn format_place_and_day_are_of_one_meeting() {
    let directory = || {
        list(vec![
            group("Both").meets(OnlineAndInPerson, "Bath", "WE"),
            group("Split")
                .meets(Online, "", "WE")
                .meets(InPerson, "Bath", "MO"),
            group("Line").kinds(&[directory::Kind::Helpline]),
            group("Forum").kinds(&[directory::Kind::OnlineCommunity]),
        ])
    };
    check(
        directory(),
        &[(Format, "in-person"), (Day, "wednesday")],
        &["Both"],
    );
    check(
        directory(),
        &[(Format, "online"), (Day, "wednesday")],
        &["Both", "Split"],
    );
    check(
        directory(),
        &[(Format, "online"), (Place, "bath")],
        &["Both"],
    );
    check(directory(), &[(Format, "phone")], &["Line"]);
    check(
        directory(),
        &[(Format, "online")],
        &["Both", "Split", "Forum"],
    );
    let days = [(Day, "monday"), (Day, "wednesday"), (Place, "BÂTH")];
    check(directory(), &days, &["Split", "Both"]);
}

#[test]
fn towns_are_the_same_when_folded_and_stand_by_name() {
    let directory = list(vec![
        group("A").meets(InPerson, "Newcastle-upon-Tyne", ""),
        group("B").meets(InPerson, "newcastle upon tyne", ""),
        group("C").meets(InPerson, "Bath", ""),
    ]);
    let tested = Tested::new(directory);
    let names: Vec<_> = tested
        .index
        .options(Place)
        .iter()
        .map(|option| option.name.as_str())
        .collect();
    assert_eq!(names, ["Bath", "Newcastle-upon-Tyne"]);
    tested.check(&[(Place, "NEWCASTLE upon Tyne")], "", &["A", "B"]);
    assert_eq!(tested.index.choice(Place, "Leeds"), None);
}

#[test]
fn what_is_over_is_not_shown_and_what_rests_comes_last() {
    let directory = list(vec![
        group("Paused")
            .types("lung")
            .status(Status::Paused)
            .meets(Online, "", "MO"),
        group("Full").types("lung").status(Status::Full),
        group("Closed").status(Status::Closed),
        group("Past").until("2026-11-21"),
        group("Last day").until("2026-11-22"),
        group("Active any"),
        group("Meets").meets(Online, "", "MO"),
    ]);
    let order = ["Meets", "Active any", "Last day", "Full", "Paused"];
    check(directory.clone(), &[], &order);
    check(directory.clone(), &[(CancerType, "lung")], &order);
    assert_eq!(Tested::new(directory).index.total(), 5);
}

#[test]
fn a_page_shows_only_what_it_names() {
    let directory = || {
        list(vec![
            group("A")
                .types("tongue")
                .meets(Online, "", "MO")
                .meets(InPerson, "Bath", "TU"),
            group("B").types("mouth").meets(InPerson, "Leeds", "MO"),
            group("C").kinds(&[directory::Kind::Resource]),
        ])
    };
    let check = |restriction: &Restriction, choices: &[(Facet, &str)], expect: &[&str]| {
        Tested::restricted(directory(), restriction).check(choices, "", expect);
    };
    check(&only(&[(Kind, "resource")]), &[], &["C"]);
    check(
        &only(&[(Place, "BATH"), (Place, "leeds")]),
        &[],
        &["B", "A"],
    );
    // A's Monday is online and its visit on a Tuesday.
    check(&only(&[(Format, "in-person")]), &[(Day, "monday")], &["B"]);
    check(&only(&[(Format, "by-pigeon")]), &[], &[]);
    check(&only(&[(CancerType, "mouth")]), &[], &["B", "A", "C"]);
    let two = Restriction {
        groups: Some(vec!["\"a\"".into(), "no-such-group".into()]),
        ..Restriction::default()
    };
    check(&two, &[], &["A"]);
    let tested = Tested::restricted(directory(), &only(&[(Format, "in-person")]));
    let online = tested.query(&[(Format, "online")], "");
    assert!(tested.index.apply(&online).groups.is_empty());
    let options = tested.index.options(Format);
    assert!(!options[1].useful, "all are in person");
    assert_eq!(options[1].count, 2);
}

#[test]
fn the_next_meeting_is_that_which_fits_what_is_chosen() {
    let tested = Tested::new(list(vec![
        group("A")
            .meets(Online, "", "TU,TH")
            .at("18:30")
            .meets(InPerson, "Bath", "4SU")
            .at("12:30")
            .meets(InPerson, "Leeds", ""),
        group("B").meets(Online, "", "WE").status(Status::Paused),
        group("C").meets(Online, "", "WE").until("2026-11-24"),
    ]));
    let check =
        |choices: &[(Facet, &str)], group, meetings: &[usize], expect: Option<(&str, bool)>| {
            let query = tested.query(choices, "");
            let next = tested.index.next(&query, group, meetings);
            let next = next.map(|(next, fits)| (next.date.iso(), fits));
            let expect = expect.map(|(date, fits)| (date.to_owned(), fits));
            assert_eq!(next, expect, "{choices:?}");
        };
    check(&[], 0, &[0], Some(("2026-11-24", true)));
    check(&[], 0, &[0, 1, 2], Some(("2026-11-22", true)));
    check(&[], 0, &[2], None);
    check(&[(Day, "thursday")], 0, &[0, 1], Some(("2026-11-26", true)));
    check(
        &[(Format, "online")],
        0,
        &[0, 1],
        Some(("2026-11-24", true)),
    );
    check(&[(Time, "evening")], 0, &[0, 1], Some(("2026-11-24", true)));
    // What is not wanted is known all the same, and said to be so.
    check(&[(Format, "online")], 0, &[1], Some(("2026-11-22", false)));
    // Nobody travels to what is paused or over.
    check(&[], 1, &[0], None);
    check(&[], 2, &[0], None);
}

#[test]
fn the_soonest_that_fits_comes_first() {
    let tested = Tested::new(list(vec![
        group("A")
            .meets(Online, "", "MO")
            .meets(InPerson, "Bath", "SA"),
        group("B")
            .meets(Online, "", "SA")
            .meets(InPerson, "Bath", "WE"),
        group("C"),
        group("D").meets(Online, "", "SU").at("12:30"),
    ]));
    tested.check(&[], "", &["D", "A", "B", "C"]);
    tested.check(&[(Format, "in-person")], "", &["B", "A"]);
    tested.check(&[(Day, "saturday")], "", &["A", "B"]);
    tested.check(
        &[(Soon, "7-days"), (Format, "online")],
        "",
        &["D", "A", "B"],
    );
    // It is on until half past one; then its next one is a week away.
    let index = &tested.index;
    assert_eq!(index.changes(), now() + 30);
    index.refresh(now() + 30);
    assert_eq!(index.changes(), now() + 90);
    index.refresh(now() + 90);
    assert_eq!(index.changes(), now() + 12 * 60);
    tested.check(&[], "", &["A", "B", "D", "C"]);
}

#[test]
fn a_day_of_the_month_is_soon_beside_extra_dates() {
    // The 24th is a Tuesday; the extra date is a Saturday, in two weeks.
    let mut monthly = group("B").meets(Online, "", "1MO");
    for meeting in &mut monthly.meetings {
        let schedule = meeting.schedule.as_mut().expect("a schedule");
        (schedule.byday, schedule.bymonthday) = (None, Some(24));
        schedule.extra_dates.extend(Date::parse("2026-12-05"));
    }
    let later = group("A").meets(Online, "", "FR");
    let tested = Tested::new(list(vec![later, monthly]));
    tested.check(&[(Soon, "7-days")], "", &["B", "A"]);
    tested.check(&[(Day, "saturday")], "", &["B"]);
    tested.check(&[(Day, "saturday"), (Soon, "7-days")], "", &[]);
    // Its day begins at midnight, which is 36 hours away.
    assert_eq!(tested.index.changes(), now() + 12 * 60);
    tested.index.refresh(now() + 24 * 60);
    assert_eq!(tested.index.changes(), now() + 36 * 60);
}

#[test]
fn audiences_by_age_have_an_end() {
    let mut directory = list(vec![group("A").ages(20, 30)]);
    for number in 0..300 {
        let id = format!("x{number}");
        let ages = (Some(20), None);
        directory.audiences.push(audience(&id, "", ages, &[]));
    }
    let tested = Tested::new(directory);
    tested.check(&[(Audience, "x255")], "", &["A"]);
    tested.check(&[(Audience, "x256")], "", &[]);
}

#[test]
fn an_empty_list_has_fixed_options_and_no_groups() {
    let tested = Tested::new(Directory::default());
    let lengths = Facet::ALL.map(|facet| tested.index.options(facet).len());
    assert_eq!(lengths, [0, 0, 5, 3, 0, 7, 3, 1, 0, 12]);
    assert!(tested.index.apply(&Query::default()).groups.is_empty());
    tested.check(&[(Kind, "group")], "anything at all", &[]);
}

#[test]
fn names_of_fixed_options_are_messages() {
    let tested = Tested::new(Directory::default());
    let name = |facet, at: usize| tested.index.options(facet)[at].name.as_str();
    assert_eq!(name(Kind, 4), "Book or website");
    assert_eq!(name(Format, 2), "By phone or message");
    assert_eq!(name(Day, 6), "Sunday");
    assert_eq!(name(Time, 0), "Morning");
    assert_eq!(name(Soon, 0), "In the next 7 days");
}
