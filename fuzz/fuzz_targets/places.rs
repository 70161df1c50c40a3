//! Any words where a place is asked for, and any table of places.
//!
//! The input is text: what is typed, on a line; a venue's postcode, town and region, on a line with tabs
//! between; then a table, which is tried beside the one that ships.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use peer_support_directory::places::{Found, Places, Spot};

const TABLE: &str = include_str!("../../public/places.txt");

static SHIPPED: LazyLock<Places> =
    LazyLock::new(|| Places::parse(TABLE).unwrap_or_else(|fault| panic!("{fault:?}")));

fuzz_target!(|text: &str| {
    let (typed, rest) = text.split_once('\n').unwrap_or((text, ""));
    let (venue, table) = rest.split_once('\n').unwrap_or((rest, ""));
    check(&SHIPPED, TABLE, typed, venue);
    match Places::parse(table) {
        Ok(places) => check(&places, table, typed, venue),
        Err(fault) => {
            let lines = table.split('\n').count();
            assert!((1..=lines).contains(&fault.line), "{fault:?}");
        }
    }
});

fn check(places: &Places, table: &str, typed: &str, venue: &str) {
    let found = places.find(typed);
    let answer = places.answer(&[typed, "\n\t", venue].concat());
    let [first, second] = answer.split('\n').collect::<Vec<_>>()[..] else {
        panic!("{answer:?} has a line for each of the request");
    };
    assert!(
        second.is_empty() || Spot::read(second).is_some(),
        "{second:?}"
    );
    match (found, Found::read(first)) {
        (Ok(place), Found::Place(name, spot)) => {
            assert_eq!(place.name, name);
            assert!((spot.point.latitude - place.point.latitude).abs() < 0.01);
            // No part of what was typed is given back, such as the second half of a postcode.
            assert!(table.contains(&name), "{name:?}");
            // What the visitor may choose again leads back.
            assert_eq!(places.find(&name).map(|place| place.name), Ok(name));
        }
        (Err(reason), Found::Not(told)) => assert_eq!(reason, told),
        (found, told) => panic!("{found:?} is told as {told:?}"),
    }
}
