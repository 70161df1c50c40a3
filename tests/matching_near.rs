//! Distances and regions, with the table of places that ships.

mod lists;

use std::fs;

use lists::*;
use peer_support_directory::directory::{self, Group, Text, Venue};
use peer_support_directory::filter::Facet::{self, Day, Format, Place, Region};
use peer_support_directory::filter::{Choice, Near, Query};
use peer_support_directory::places::{Found, Grade, NotFound, Places, Point, Spot};

fn table() -> Places {
    let table = fs::read_to_string("public/places.txt").expect("the table that ships");
    Places::parse(&table).expect("a table")
}

/// A list whose index knows where its venues are.
fn located(groups: Vec<Group>) -> Tested {
    let tested = Tested::new(list(groups));
    let answer = table().answer(&tested.index.ask_places(""));
    assert_eq!(
        tested.index.take_places(&answer),
        Found::Not(NotFound::Empty)
    );
    tested
}

fn near(tested: &Tested, typed: &str, within: Option<u16>) -> Near {
    let answer = table().answer(&tested.index.ask_places(typed));
    match tested.index.take_places(&answer) {
        Found::Place(name, spot) => Near { name, spot, within },
        Found::Not(reason) => panic!("{typed}: {reason:?}"),
    }
}

fn groups() -> Vec<Group> {
    vec![
        group("Far").meets(InPerson, "Inverness", "WE"),
        group("Here").meets(InPerson, "Oxford", "FR"),
        group("Near")
            .meets(InPerson, "Swindon", "MO")
            .meets(Online, "", "SU"),
        group("Both").meets(OnlineAndInPerson, "Leeds", "TU"),
        group("Online").meets(Online, "", "TU"),
        group("Book").kinds(&[directory::Kind::Resource]),
        group("Unknown").meets(InPerson, "Nowhere at all", "MO"),
    ]
}

#[track_caller]
fn check(
    choices: &[(Facet, &str)],
    typed: &str,
    within: Option<u16>,
    local: &[&str],
    rest: &[&str],
) {
    let tested = located(groups());
    let query = Query {
        near: Some(near(&tested, typed, within)),
        ..tested.query(choices, "")
    };
    let matches = tested.index.apply(&query);
    let names = tested.names(&matches.groups);
    assert_eq!(names[..matches.local], *local, "{typed} {within:?}");
    assert_eq!(names[matches.local..], *rest, "{typed} {within:?}");
}

#[test]
fn the_nearest_comes_first_and_what_is_online_after_all_that_meet() {
    let rest = ["Online", "Book"];
    let from_oxford = ["Here", "Near", "Both", "Far", "Unknown"];
    check(&[], "Oxford", None, &from_oxford, &rest);
    check(&[], "ox3 7lj", None, &from_oxford, &rest);
    check(
        &[],
        "inverness",
        None,
        &["Far", "Both", "Here", "Near", "Unknown"],
        &rest,
    );
}

#[test]
fn a_distance_leaves_out_what_can_only_be_reached_from_further_away() {
    check(
        &[],
        "Oxford",
        Some(10),
        &["Here"],
        &["Near", "Both", "Online", "Book"],
    );
    check(
        &[],
        "Oxford",
        Some(50),
        &["Here", "Near"],
        &["Both", "Online", "Book"],
    );
    check(
        &[(Format, "in-person")],
        "Oxford",
        Some(50),
        &["Here", "Near"],
        &[],
    );
    check(&[(Day, "monday")], "Oxford", Some(50), &["Near"], &[]);
    check(
        &[(Format, "online")],
        "Oxford",
        Some(10),
        &[],
        &["Near", "Both", "Online"],
    );
}

#[test]
fn each_option_says_what_it_would_give_at_a_distance_too() {
    let tested = located(groups());
    for within in [None, Some(10), Some(50)] {
        for chosen in [
            &[][..],
            &[(Format, "online")],
            &[(Format, "in-person")],
            &[(Day, "monday"), (Format, "in-person")],
        ] {
            let query = Query {
                near: Some(near(&tested, "Oxford", within)),
                ..tested.query(chosen, "")
            };
            let counts = tested.index.count(&tested.index.apply(&query));
            for facet in [Format, Day, Place, Region] {
                let others = query.choices.iter().filter(|other| other.facet != facet);
                let others: Vec<Choice> = others.copied().collect();
                for option in 0..tested.index.options(facet).len() as u16 {
                    let choice = Choice { facet, option };
                    let alone = Query {
                        choices: others.iter().copied().chain([choice]).collect(),
                        ..query.clone()
                    };
                    let found = tested.index.apply(&alone).groups.len() as u32;
                    let id = &tested.index.options(facet)[usize::from(option)].id;
                    assert_eq!(counts.of(choice), found, "{id} of {chosen:?}, {within:?}");
                }
            }
        }
    }
}

#[test]
fn distances_are_those_of_the_nearest_meeting() {
    let mut at_home = group("A")
        .meets(InPerson, "Swindon", "MO")
        .meets(InPerson, "Oxford", "TU");
    at_home.meetings[1].venue = Some(Venue {
        latitude: Some(51.75),
        longitude: Some(-1.26),
        ..Venue::default()
    });
    let tested = located(vec![at_home]);
    let mut from = near(&tested, "Swindon", None);
    let distance = |from: &Near, meetings: &[usize]| {
        let query = Query {
            near: Some(from.clone()),
            ..Query::default()
        };
        let distance = tested.index.distance(&query, 0, meetings);
        distance.map(|distance| (distance.miles.round(), distance.is_rough, distance.meeting))
    };
    assert_eq!(distance(&from, &[0, 1]), Some((0.0, true, 0)));
    assert_eq!(distance(&from, &[1]), Some((26.0, true, 1)));
    // Between two points that are known exactly.
    from.spot = Spot {
        point: Point {
            latitude: 51.76,
            longitude: -1.21,
        },
        grade: Grade::Point,
        region: None,
    };
    assert_eq!(distance(&from, &[0, 1]), Some((2.0, false, 1)));
    assert_eq!(tested.index.distance(&Query::default(), 0, &[0, 1]), None);
}

#[test]
fn venues_are_where_their_coordinates_postcode_or_town_say() {
    let venue = |town: &str, region: &str, postcode: &str, point: Option<(f64, f64)>| {
        let text = |text: &str| (!text.is_empty()).then(|| Text::plain(text));
        let mut group = group("A").meets(InPerson, town, "MO");
        group.meetings[0].venue = Some(Venue {
            town: text(town),
            region: text(region),
            postcode: text(postcode),
            latitude: point.map(|point| point.0),
            longitude: point.map(|point| point.1),
            ..Venue::default()
        });
        let tested = located(vec![group]);
        let counts = tested.index.count(&tested.index.apply(&Query::default()));
        let mut ids = Region.fixed_ids().iter().copied();
        ids.find(|id| {
            tested
                .index
                .choice(Region, id)
                .is_some_and(|choice| counts.of(choice) == 1)
        })
    };
    assert_eq!(venue("Oxford", "", "", None), Some("south-east"));
    assert_eq!(venue("", "", "LS1 4AP", None), Some("yorkshire"));
    assert_eq!(venue("", "", "", Some((55.95, -3.19))), Some("scotland"));
    assert_eq!(
        venue("Nowhere", "", "BT1 1AA", None),
        Some("northern-ireland")
    );
    assert_eq!(venue("Abertawe", "", "", None), Some("wales"));
    // The list knows best.
    assert_eq!(venue("Chester", "Wales", "CH1 1AA", None), Some("wales"));
    assert_eq!(venue("Nowhere", "", "", None), None);
}

#[test]
fn a_region_finds_what_meets_in_it() {
    let tested = located(groups());
    tested.check(&[(Region, "south-east")], "", &["Here"]);
    tested.check(
        &[(Region, "south-east"), (Region, "yorkshire")],
        "",
        &["Both", "Here"],
    );
    tested.check(&[(Region, "south-west"), (Format, "online")], "", &[]);
    let not_asked = Tested::new(list(groups()));
    assert!(!not_asked.index.has_places() && tested.index.has_places());
    not_asked.check(&[(Region, "south-east")], "", &[]);
}

#[test]
fn what_is_not_found_says_why() {
    let tested = located(groups());
    let found = |typed: &str| {
        let answer = table().answer(&tested.index.ask_places(typed));
        tested.index.take_places(&answer)
    };
    assert_eq!(found("ZZ9 9ZZ"), Found::Not(NotFound::Postcode));
    assert_eq!(found("Atlantis"), Found::Not(NotFound::Name));
    assert_eq!(found(" "), Found::Not(NotFound::Empty));
    // A line more would be taken for a venue.
    assert_eq!(found("Ox\nford"), Found::Not(NotFound::Name));
    let Found::Place(name, spot) = found("OX3 7LJ") else {
        panic!("a place");
    };
    // Nothing but what the table knows comes back.
    assert_eq!((name.as_str(), spot.grade), ("OX", Grade::Area));
}
