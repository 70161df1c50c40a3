//! The table of places that ships: everything is there, and where it should be.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use peer_support_directory::directory::Named;
use peer_support_directory::places::{Grade, Place, Places, Point, Region, miles};

/// The 121 postcode areas of the UK, then those of Guernsey, the Isle of Man and Jersey.
const AREAS: &str = "\
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC \
    EH EN EX FK FY G GL GU HA HD HG HP HR HS HU HX IG IP IV KA KT KW KY L LA LD LE LL LN LS LU M ME \
    MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST \
    SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE GY IM JE";

/// The cities of the UK, with the City of London as London.
const CITIES: &str = "\
    Bath,Birmingham,Bradford,Brighton and Hove,Bristol,Cambridge,Canterbury,Carlisle,Chelmsford,\
    Chester,Chichester,Colchester,Coventry,Derby,Doncaster,Durham,Ely,Exeter,Gloucester,Hereford,\
    Kingston upon Hull,Lancaster,Leeds,Leicester,Lichfield,Lincoln,Liverpool,London,Manchester,\
    Milton Keynes,Newcastle upon Tyne,Norwich,Nottingham,Oxford,Peterborough,Plymouth,Portsmouth,\
    Preston,Ripon,Salford,Salisbury,Sheffield,Southampton,Southend-on-Sea,St Albans,Stoke-on-Trent,\
    Sunderland,Truro,Wakefield,Wells,Westminster,Winchester,Wolverhampton,Worcester,York,\
    Aberdeen,Dundee,Dunfermline,Edinburgh,Glasgow,Inverness,Perth,Stirling,\
    Bangor\\, Gwynedd,Cardiff,Newport,St Asaph,St Davids,Swansea,Wrexham,\
    Armagh,Bangor\\, County Down,Belfast,Lisburn,Londonderry,Newry";

fn shipped_text() -> String {
    fs::read_to_string("public/places.txt").expect("the table is text")
}

fn shipped() -> Places {
    match Places::parse(&shipped_text()) {
        Ok(places) => places,
        Err(fault) => panic!("{fault:?}"),
    }
}

/// The lines of one kind in the shipped table, without their first word.
fn lines<'a>(text: &'a str, kind: &'a str) -> impl Iterator<Item = &'a str> {
    text.lines()
        .filter_map(move |line| line.strip_prefix(kind)?.strip_prefix(' '))
}

/// Each area's code and post town.
fn areas(text: &str) -> Vec<(&str, &str)> {
    lines(text, "area")
        .map(|line| {
            let parts: Vec<&str> = line.splitn(5, ' ').collect();
            (parts[0], parts[4])
        })
        .collect()
}

/// The first name of each town.
fn towns(text: &str) -> Vec<&str> {
    let names = lines(text, "town").map(|line| line.splitn(4, ' ').nth(3).expect("names"));
    names
        .map(|names| names.split(" / ").next().unwrap_or(names))
        .collect()
}

/// A region's bounds, in degrees: south, north, west, east.
fn bounds(region: Option<Region>) -> [f64; 4] {
    match region {
        Some(Region::Scotland) => [54.6, 60.9, -7.7, -0.7],
        Some(Region::NorthernIreland) => [54.0, 55.4, -8.2, -5.4],
        Some(Region::Wales) => [51.35, 53.45, -5.4, -2.65],
        Some(Region::NorthEast) => [54.4, 55.85, -2.7, -0.75],
        Some(Region::NorthWest) => [52.95, 55.2, -3.65, -1.9],
        Some(Region::Yorkshire) => [53.3, 54.65, -2.55, 0.15],
        Some(Region::WestMidlands) => [51.85, 53.25, -3.25, -1.15],
        Some(Region::EastMidlands) => [51.95, 53.65, -2.05, 0.4],
        Some(Region::East) => [51.4, 53.0, -0.75, 1.8],
        Some(Region::London) => [51.28, 51.7, -0.52, 0.34],
        Some(Region::SouthEast) => [50.55, 52.2, -2.0, 1.5],
        Some(Region::SouthWest) => [49.85, 52.15, -6.4, -1.5],
        // Jersey to the north of the Isle of Man.
        None => [49.1, 54.45, -4.9, -1.95],
    }
}

#[track_caller]
fn check_inside(name: &str, place: &Place) {
    let [south, north, west, east] = bounds(place.region);
    let Point {
        latitude,
        longitude,
    } = place.point;
    let is_inside = (south..=north).contains(&latitude) && (west..=east).contains(&longitude);
    assert!(is_inside, "{name}: {place:?}");
}

#[test]
fn every_area_is_there_once_and_inside_its_nation() {
    let (text, places) = (shipped_text(), shipped());
    let codes: Vec<&str> = areas(&text).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes.len(), 124);
    assert_eq!(
        codes.into_iter().collect::<BTreeSet<_>>(),
        AREAS.split(' ').collect()
    );
    let mut points = BTreeMap::new();
    for (code, town) in areas(&text) {
        let area = places.find(code).expect(code);
        assert_eq!((area.name.as_str(), area.grade), (code, Grade::Area));
        check_inside(code, &area);
        let point = [area.point.latitude, area.point.longitude].map(|degrees| degrees.to_string());
        assert_eq!(
            points.insert(point, code),
            None,
            "{code} lies where another does"
        );
        // Its post town has a line of its own, near the middle of where its people live.
        let town = places
            .of_town(town)
            .unwrap_or_else(|| panic!("{code}: {town}"));
        let distance = miles(area.point, town.point);
        assert!(
            distance < 25.0,
            "{code} is {distance} miles from {}",
            town.name
        );
        // Two areas have most of their people in another region than their post town.
        if !["HP", "KT"].contains(&code) {
            assert_eq!(area.region, town.region, "{code}");
        }
    }
}

#[test]
fn every_town_is_inside_its_nation_and_at_a_point_of_its_own() {
    let (text, places) = (shipped_text(), shipped());
    let mut points = BTreeMap::new();
    let towns = towns(&text);
    for &name in &towns {
        let town = places.of_town(name).expect(name);
        assert_eq!(town.grade, Grade::Area);
        check_inside(name, &town);
        let point = [town.point.latitude, town.point.longitude].map(|degrees| degrees.to_string());
        assert_eq!(
            points.insert(point, name),
            None,
            "{name} lies where another does"
        );
    }
    assert!(towns.len() >= 300);
    for region in Region::ALL {
        let count = towns
            .iter()
            .filter(|name| places.of_town(name).and_then(|town| town.region) == Some(region))
            .count();
        assert!(count >= 20, "{}: {count}", region.id());
    }
}

#[test]
fn every_city_is_there() {
    let places = shipped();
    let cities = CITIES.replace("\\, ", "\\");
    let cities: Vec<String> = cities
        .split(',')
        .map(|city| city.replace('\\', ", "))
        .collect();
    assert_eq!(cities.len(), 76);
    for city in cities {
        assert!(places.of_town(&city).is_some(), "{city}");
    }
}

/// Distances as road signs and maps have them, as the crow flies: a slip in a digit shows here.
#[test]
fn known_distances_hold() {
    let places = shipped();
    let known = [
        ("London", "Edinburgh", 332.0),
        ("London", "Birmingham", 101.0),
        ("London", "Cardiff", 131.0),
        ("London", "Brighton", 47.0),
        ("London", "Oxford", 51.0),
        ("London", "Norwich", 98.0),
        ("Glasgow", "Edinburgh", 42.0),
        ("Manchester", "Liverpool", 31.0),
        ("Manchester", "Leeds", 36.0),
        ("Belfast", "Derry", 60.0),
        ("Cardiff", "Swansea", 34.0),
        ("Bristol", "Plymouth", 101.0),
        ("Aberdeen", "Inverness", 83.0),
        ("Newcastle", "Carlisle", 53.0),
        ("Leicester", "Nottingham", 22.0),
    ];
    for (from, to, expect) in known {
        let [a, b] = [from, to].map(|name| places.of_town(name).expect(name).point);
        let distance = miles(a, b);
        assert!(
            (distance - expect).abs() < 3.0,
            "{from} to {to}: {distance}"
        );
    }
}

#[test]
fn what_ships_is_small_and_asks_for_no_attribution() {
    assert!(shipped_text().len() < 25_000);
    assert_eq!(shipped().attribution(), "");
}
