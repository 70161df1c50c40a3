//! What the table of places finds, how it is read, and distances.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;

use peer_support_directory::places::{Grade, NotFound, Place, Places, Point, Region, miles};
use proptest::prelude::*;

/// A table of the finer grade.
const FINE: &str = "\
    attribution Contains one thing.\n\
    attribution Contains another.\n\n\
    area OX 5180 -129 south-east Oxford\n\
    area SW 5147 -17 london London\n\
    area JE 4921 -213 - St Helier\n\
    town 5162 -394 wales Swansea / Abertawe\n\
    district OX3 5176 -121\n\
    district OX33 5175 -113\n\
    district SW1A 5150 -13\n";

fn read(table: &str) -> Places {
    match Places::parse(table) {
        Ok(places) => places,
        Err(fault) => panic!("{fault:?}"),
    }
}

fn shipped() -> Places {
    read(&fs::read_to_string("public/places.txt").expect("the table is text"))
}

#[test]
fn attribution_is_what_the_table_says() {
    assert_eq!(
        read(FINE).attribution(),
        "Contains one thing. Contains another."
    );
}

#[track_caller]
fn check(places: &Places, typed: &[&str], expect: Result<&str, NotFound>) {
    for typed in typed {
        let found = places.find(typed);
        let found = found.as_ref().map(|place| place.name.as_str());
        assert_eq!(found, expect.as_ref().copied(), "{typed:?}");
        if let Ok(name) = found {
            let again = places.find(name).map(|place| place.name);
            assert_eq!(again.as_deref(), Ok(name), "{name:?} leads back");
        }
    }
}

#[test]
fn postcodes_are_cut_to_the_area_where_the_table_has_no_districts() {
    let places = shipped();
    let oxford = [
        "ox3 7lj",
        "OX37LJ",
        "OX3",
        "ox",
        "Ox3 7",
        "ox3 7l",
        "ox37l",
        " OX3-7LJ. ",
        "OX33 1AA",
    ];
    check(&places, &oxford, Ok("OX"));
    check(&places, &["SW1A 1AA", "sw1a1aa", "sw1a1", "SW1A"], Ok("SW"));
    check(&places, &["ec1a1bb", "EC1A 1BB"], Ok("EC"));
    check(&places, &["M1", "m1 1ae", "m11ae", "M", "m1 1"], Ok("M"));
    check(&places, &["W1A 1AA", "w1a1aa", "w1a"], Ok("W"));
    check(&places, &["e16an", "E1 6AN"], Ok("E"));
    check(&places, &["JE2 3AB"], Ok("JE"));
    check(&places, &["bt48 6dq"], Ok("BT"));
    assert_eq!(
        places.find("OX3 7LJ").map(|place| place.grade),
        Ok(Grade::Area)
    );
}

#[test]
fn postcodes_are_cut_to_the_district_where_the_table_has_it() {
    let places = read(FINE);
    check(&places, &["ox3 7lj", "OX37LJ", "OX3", "ox3 7"], Ok("OX3"));
    check(&places, &["ox33", "OX33 1AA", "ox331aa"], Ok("OX33"));
    check(&places, &["ox4", "OX4 1AA", "ox"], Ok("OX"));
    check(&places, &["SW1A 1AA", "sw1a1aa"], Ok("SW1A"));
    check(&places, &["SW1 1AA", "sw1e 1aa"], Ok("SW"));
    let district = places.find("ox3 7lj").expect("a district");
    assert_eq!(
        (district.grade, district.region),
        (Grade::Point, Some(Region::SouthEast))
    );
    assert_eq!(
        district.point,
        Point {
            latitude: 51.76,
            longitude: -1.21
        }
    );
}

#[test]
fn towns_are_found_by_any_of_their_names() {
    let places = shipped();
    check(
        &places,
        &["oxford", "OXFORD", " Oxford ", "Oxf"],
        Ok("Oxford"),
    );
    check(&places, &["Abertawe", "abertaw"], Ok("Abertawe"));
    check(&places, &["Derry"], Ok("Derry"));
    check(&places, &["hull"], Ok("Hull"));
    check(
        &places,
        &["stoke on trent", "Stoke-on-T"],
        Ok("Stoke-on-Trent"),
    );
    check(&places, &["pont y pwl", "PONT-Y-PŴL"], Ok("Pont-y-pŵl"));
    check(
        &places,
        &["kings lynn", "King’s Lynn", "king's l"],
        Ok("King's Lynn"),
    );
    check(&places, &["st. albans", "St Alb"], Ok("St Albans"));
    check(&places, &["newcastle"], Ok("Newcastle"));
    check(&places, &["Wolv"], Ok("Wolverhampton"));
    let points = ["Newcastle", "Newcastle upon Tyne"]
        .map(|name| places.of_town(name).map(|town| town.point));
    assert_eq!(points[0], points[1]);
    // A post town without a line of its own is where its area is.
    check(&read(FINE), &["Oxford", "oxf"], Ok("Oxford"));
    check(&read(FINE), &["swan"], Ok("Swansea"));
}

#[test]
fn what_is_unknown_or_not_enough_is_not_guessed() {
    let places = shipped();
    check(&places, &["", "  ", "…!"], Err(NotFound::Empty));
    let no_postcodes = [
        "GIR 0AA",
        "XX1 1AA",
        "BX1 1AA",
        "OX3 7LJX",
        "0X3 7LJ",
        "123",
        "ox 7lj",
        "A1AA1AA",
        "ＯX3 7LJ",
    ];
    check(&places, &no_postcodes, Err(NotFound::Postcode));
    check(
        &places,
        &["Atlantis", "zz", "bang", "Bangor", "Lon", "Richmond"],
        Err(NotFound::Name),
    );
}

#[test]
fn venues_are_placed_by_postcode_or_by_whole_name_alone() {
    let places = shipped();
    let name = |place: Option<Place>| place.map(|place| place.name);
    assert_eq!(name(places.of_postcode("OX3 7LJ")).as_deref(), Some("OX"));
    assert_eq!(name(places.of_postcode("Oxford")), None);
    assert_eq!(name(places.of_postcode("")), None);
    assert_eq!(
        name(places.of_town("BRIGHTON and Hove")).as_deref(),
        Some("Brighton and Hove")
    );
    for unknown in ["Oxf", "OX", "OX3 7LJ", ""] {
        assert_eq!(name(places.of_town(unknown)), None, "{unknown}");
    }
}

#[test]
fn names_are_in_order_and_each_there_once() {
    assert_eq!(
        read(FINE).names(),
        ["Abertawe", "London", "Oxford", "St Helier", "Swansea"]
    );
    let places = shipped();
    let names = places.names();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    for name in ["Derry", "Londonderry", "Galashiels"] {
        assert!(names.contains(&name), "{name}");
    }
    for name in names {
        assert_eq!(
            places.find(name).map(|place| place.name).as_deref(),
            Ok(name)
        );
    }
}

#[test]
fn a_bad_line_is_named() {
    let bad = [
        "place OX 5180 -129 south-east Oxford",
        "area",
        "area OX 5180 -129 south-east",
        "area OX3 5180 -129 south-east Oxford",
        "area OX 51.80 -1.29 south-east Oxford",
        "area OX 5180 129 south-east Oxford\narea OX 5180 -129 south-east Oxford",
        "area OX -129 5180 south-east Oxford",
        "area OX 5180 -129 south Oxford",
        "area OX 5180 -129 Oxford",
        "district B3 5176 -121",
        "district A33A3 5176 -121",
        "district A3",
        "town 5162 -394 wales",
        "town 5162 -394 wales Swansea / ",
        "town 5162 wales Swansea",
        "town 5162 -394 wales Aberdeen",
        "town 5162 -394 wales Swan\tsea",
        "area A 5722 -225 scotland Aberdeen",
    ];
    for line in bad {
        let table = [
            "# A table\narea A 5722 -225 scotland Aberdeen\ntown 5715 -210 scotland Aberdeen\n",
            line,
        ]
        .concat();
        let fault = Places::parse(&table)
            .err()
            .unwrap_or_else(|| panic!("{line}"));
        assert!(
            fault.line >= 4 && !fault.what.is_empty(),
            "{line}: {fault:?}"
        );
    }
    let windows = FINE.replace('\n', "\r\n");
    assert_eq!(
        read(&windows)
            .find("ox3")
            .map(|place| place.name)
            .as_deref(),
        Ok("OX3")
    );
    assert_eq!(read("").names(), Vec::<&str>::new());
}

fn point() -> impl Strategy<Value = Point> {
    (49.0..61.0, -9.0..2.0).prop_map(|(latitude, longitude)| Point {
        latitude,
        longitude,
    })
}

/// The distance on a sphere.
fn haversine(a: Point, b: Point) -> f64 {
    let [north, east] = [b.latitude - a.latitude, b.longitude - a.longitude].map(f64::to_radians);
    let scale = a.latitude.to_radians().cos() * b.latitude.to_radians().cos();
    let h = (north / 2.0).sin().powi(2) + scale * (east / 2.0).sin().powi(2);
    2.0 * 3958.76 * h.sqrt().asin()
}

proptest! {
    #[test]
    fn miles_are_those_on_a_sphere(a in point(), b in point()) {
        let (flat, sphere) = (miles(a, b), haversine(a, b));
        prop_assert!((flat - sphere).abs() <= sphere * 0.01, "{flat} for {sphere}");
        prop_assert_eq!(flat, miles(b, a));
        prop_assert_eq!(miles(a, a), 0.0);
    }

    #[test]
    fn any_table_and_any_words_are_taken(table in "\\PC{0,200}", typed in "\\PC{0,20}") {
        let _ = Places::parse(&table);
        let _ = shipped().find(&typed);
    }

    /// Whatever is typed, no more of a postcode comes back than its district.
    #[test]
    fn the_inward_part_of_a_postcode_is_dropped(inward in "[0-9][A-Z]{2}", space in " ?") {
        let found = read(FINE).find(&["OX33", &space, &inward].concat());
        prop_assert_eq!(found.map(|place| place.name), Ok("OX33".to_owned()));
    }
}
