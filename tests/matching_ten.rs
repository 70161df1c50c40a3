//! What the list that ships promises, on a copy of its entries.

mod lists;

use lists::Tested;
use lists::ten::ten_entries;
use peer_support_directory::filter::Facet::{self, *};

const ANY: [&str; 3] = ["Cancer Care Map", "OUTpatients", "Shine Cancer Support"];
const NALC: &str = "The National Association of Laryngectomee Clubs (NALC)";

#[track_caller]
fn check(choices: &[(Facet, &str)], text: &str, expect: &[&str]) {
    Tested::new(ten_entries()).check(choices, text, expect);
}

#[test]
fn tongue_finds_its_own_then_broader_then_any() {
    let own = [
        "Young Tongues",
        "Mouth Cancer Foundation",
        "The Swallows",
        "Heads2gether",
        "My Silver Linings",
    ];
    check(
        &[(CancerType, "tongue")],
        "",
        &[&own[..], &ANY[..]].concat(),
    );
}

#[test]
fn an_audience_finds_what_is_made_for_it() {
    check(&[(Audience, "lgbtq")], "", &["OUTpatients"]);
    check(&[(Audience, "20s-40s")], "", &["Shine Cancer Support"]);
}

#[test]
fn a_day_and_a_format_are_of_one_meeting() {
    check(
        &[(Format, "in-person"), (Day, "wednesday")],
        "",
        &["The Swallows"],
    );
    check(&[(Format, "online"), (Place, "oxford")], "", &[]);
}

#[test]
fn words_of_the_larynx_find_its_clubs() {
    for text in [
        "laryngectomee",
        "voice box",
        "laringectomy",
        "larynx",
        "Laryngectomy clubs",
    ] {
        check(&[], text, &[NALC]);
    }
}

#[test]
fn a_former_name_finds_the_group() {
    check(&[], "live through this", &["OUTpatients"]);
}

#[test]
fn a_known_word_is_no_typo() {
    check(&[], "mouth", &["Mouth Cancer Foundation", "Young Tongues"]);
}

#[test]
fn letters_and_digits_may_stand_apart() {
    for text in [
        "heads2gether",
        "HEADS 2 gether",
        "heads2 gether",
        "heads2g",
        "heads 2gether",
    ] {
        check(&[], text, &["Heads2gether"]);
    }
    check(&[], "20s", &["Shine Cancer Support"]);
}

#[test]
fn an_option_that_all_or_none_have_is_not_useful() {
    let tested = Tested::new(ten_entries());
    let useful = |facet, id| {
        let mut options = tested.index.options(facet).iter();
        let option = options.find(|option| option.id == id).expect("an option");
        (option.count, option.useful)
    };
    assert_eq!(useful(CancerType, "head-and-neck"), (10, false));
    assert_eq!(useful(CancerType, "larynx"), (7, true));
    assert_eq!(useful(Kind, "one-to-one"), (0, false));
    assert_eq!(useful(Day, "wednesday"), (2, true));
}

#[test]
fn any_cancer_has_a_list_of_its_own() {
    let tested = Tested::new(ten_entries());
    assert_eq!(tested.names(&tested.index.for_any_cancer()), ANY);
}
