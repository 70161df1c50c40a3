//! What the list that ships, public/groups.json, promises to those who search it.

mod lists;

use lists::Tested;
use peer_support_directory::feed;
use peer_support_directory::filter::Facet::{self, *};

const NALC: &str = "The National Association of Laryngectomee Clubs";
const SALIVARY: &str = "Salivary Gland Cancer UK";

fn real() -> Tested {
    let json = include_bytes!("../public/groups.json");
    let (directory, problems) = feed::parse(json).expect("a list");
    assert!(problems.is_empty(), "{problems:?}");
    Tested::new(directory)
}

#[track_caller]
fn check(choices: &[(Facet, &str)], text: &str, expect: &[&str]) {
    real().check(choices, text, expect);
}

#[test]
fn tongue_finds_its_own_then_broader_then_any() {
    let real = real();
    let found = real.find(&[(CancerType, "tongue")], "");
    let first = [
        "Young Tongues",
        "Mouth Cancer Foundation",
        "The Swallows",
        "Heads2gether",
        "My Silver Linings",
    ];
    assert_eq!(found[..5], first);
    assert_eq!(found[5..], real.names(&real.index.for_any_cancer()));
    assert!(!found.contains(&NALC) && !found.contains(&SALIVARY));
}

#[test]
fn audiences_find_their_groups() {
    check(&[(Audience, "lgbtq")], "", &["OUTpatients"]);
    let real = real();
    let found = real.find(&[(Audience, "20s-40s")], "");
    assert!(found.contains(&"Shine Cancer Support"));
}

#[test]
fn words_find_what_they_mean() {
    for text in ["laryngectomee", "voice box", "laringectomy", "larynx"] {
        check(&[], text, &[NALC]);
    }
    check(&[], "live through this", &["OUTpatients"]);
    for text in ["heads2gether", "heads 2 gether", "Heads2 Gether"] {
        check(&[], text, &["Heads2gether"]);
    }
    check(&[], "swalows", &["The Swallows"]);
}

#[test]
fn mouth_is_no_month() {
    let real = real();
    let found = real.find(&[], "mouth");
    assert!(found.contains(&"Mouth Cancer Foundation"));
    assert!(!found.contains(&"Heads2gether"));
}

#[test]
fn a_day_and_a_format_are_of_one_meeting() {
    check(
        &[(Format, "in-person"), (Day, "wednesday")],
        "",
        &["The Swallows"],
    );
    let both = [(Format, "online"), (Day, "wednesday")];
    check(&both, "", &["The Swallows", "Heads2gether"]);
}

#[test]
fn head_and_neck_narrows_nothing() {
    let real = real();
    assert_eq!(real.index.total(), 10);
    let mut options = real.index.options(CancerType).iter();
    let option = options
        .find(|option| option.id == "head-and-neck")
        .expect("an option");
    assert_eq!((option.count, option.useful), (10, false));
    assert_eq!(option.name, "Head and neck cancer");
}
