//! How words are compared: case, accents, apostrophes, digits, beginnings, typos, marks.

mod lists;

use lists::{Tested, With, cancer_type, group, list};
use peer_support_directory::directory::{Directory, Text, Translation};
use peer_support_directory::filter::Query;

/// Whether `typed` finds a group with this name.
fn finds(name: &str, typed: &str) -> bool {
    !Tested::new(list(vec![group(name)]))
        .find(&[], typed)
        .is_empty()
}

#[track_caller]
fn check(name: &str, typed: &str, expect: bool) {
    assert_eq!(finds(name, typed), expect, "{typed:?} in {name:?}");
}

/// What is marked in `shown`, in brackets. The list has a group of that name.
#[track_caller]
fn check_marks(shown: &str, typed: &str, expect: &str) {
    let tested = Tested::new(list(vec![group(shown)]));
    let mut marked = String::new();
    let mut end = 0;
    for mark in tested.index.marks(typed, shown) {
        marked += &[&shown[end..mark.start], "[", &shown[mark.clone()], "]"].concat();
        end = mark.end;
    }
    assert_eq!(marked + &shown[end..], expect, "{typed:?}");
}

#[test]
fn case_and_accents_do_not_matter() {
    check("Caffi Tŷ Hedd", "ty hedd", true);
    check("Caffi Ty Hedd", "TŶ", true);
    check("Łódź Świt", "lodz swit", true);
    check("Nguyễn Đức", "nguyen duc", true);
    check("İstanbul ışık Şule", "istanbul isik sule", true);
    check(
        "Cœur et Æsir, Großes Þing",
        "coeur aesir grosses thing",
        true,
    );
    check("Cafe\u{301}", "café", true);
    check("Café", "cafe\u{301}", true);
    check("Ẃẁẅ ỳ", "www y", true);
    check("ΈΛΛΗΝΕΣ", "έλλη", true);
    check("Привет ЙОД", "привет йод", true);
    check("Ակումբ", "ԱԿՈՒՄԲ", true);
    check("हिन्दी", "हिन्दी", true);
    check("支持小组", "支持", true);
}

#[test]
fn apostrophes_vanish_and_other_marks_part_words() {
    for typed in ["Maggie's", "Maggie’s", "maggies", "maggie", "MAGGIE`S"] {
        check("Maggie’s Oxford", typed, true);
    }
    check("Non-Hodgkin (UK)", "hodgkin uk", true);
    check("H&N", "h & n", true);
    check("Soft\u{ad}ware", "software", true);
    check("Group", "…!? -", true);
}

#[test]
fn words_match_from_their_beginnings_in_any_order() {
    check("Mouth Cancer Foundation", "foun mou", true);
    check("Mouth Cancer Foundation", "outh", false);
    check("Mouth Cancer Foundation", "mouth swallows", false);
    // A known word is taken as it is, even where it differs from another by one letter.
    check("Monthly Southampton", "mouth", false);
}

#[test]
fn letters_and_digits_are_the_same_together_and_apart() {
    for name in ["Heads2gether", "Heads 2 Gether", "HEADS-2-gether"] {
        for typed in [
            "heads2gether",
            "heads 2 gether",
            "heads2 gether",
            "heads 2gether",
            "heads2g",
        ] {
            check(name, typed, true);
        }
    }
    check("People in their 20s", "20s", true);
    check("People in their 20s", "20", true);
    check("Room 20 with some support", "20s", false);
    check("Covid-19", "covid19", true);
    check("Covid-19", "covid18", false);
    check("Heads 2 and more gether", "heads2gether", false);
}

#[test]
fn mistakes_are_forgiven_by_length() {
    check("Swallows", "swalows", true);
    check("Swallows", "swlalows", true);
    check("Swallows", "swalow", true);
    check("Swallows", "swaollws", true);
    check("Swallows", "wallows", false);
    check("Swallows", "smallowz", true);
    check("Swallows", "smalow", false);
    check("Zest", "zets", true);
    check("Zen", "zne", false);
    check("Group 2026", "2025", false);
    let long = "z".repeat(100_000);
    check("Zest", &long, false);
}

#[test]
fn names_come_before_traits_before_summaries() {
    let tested = Tested::new(list(vec![
        group("Calm").summary("We speak of larynx and of little else."),
        group("Boxes").types("larynx"),
        group("The Larynx Club").types("larynx"),
        group("Once").formerly("Larynx UK"),
    ]));
    tested.check(&[], "larynx", &["Once", "The Larynx Club", "Boxes", "Calm"]);
}

#[test]
fn every_word_counts_for_the_order() {
    let tested = Tested::new(list(vec![
        group("A").summary("Quill and plume."),
        group("B quill").summary("And plume."),
        group("C quill plume"),
    ]));
    tested.check(&[], "plume quill", &["C quill plume", "B quill", "A"]);
}

#[test]
fn fewer_mistakes_come_first() {
    let tested = Tested::new(list(vec![group("A quizzacul"), group("B quizzical")]));
    tested.check(&[], "quizzucal", &["B quizzical", "A quizzacul"]);
}

#[test]
fn a_group_is_found_by_its_broader_types_and_not_by_others() {
    let mut directory = list(vec![
        group("Tongues").types("tongue"),
        group("Everybody"),
        group("Necks").types("head-and-neck"),
        group("Ours").types("ours"),
    ]);
    directory.cancer_types = vec![cancer_type("ours", "Our cancer", "tongue", &["gizmo"])];
    let tested = Tested::new(directory);
    tested.check(&[], "mouth", &["Ours", "Tongues"]);
    tested.check(&[], "lingual", &["Ours", "Tongues"]);
    tested.check(&[], "gizmo", &["Ours"]);
    tested.check(&[], "any cancer", &["Everybody"]);
    tested.check(&[], "h&n", &["Necks", "Ours", "Tongues"]);
}

#[test]
fn every_translation_is_searched() {
    let translation = |lang: &str, text: &str| Translation {
        lang: Some(lang.into()),
        text: text.into(),
    };
    let mut both = group("x");
    both.name = Text::new(vec![
        translation("en", "Hope"),
        translation("cy", "Gobaith"),
    ])
    .expect("two translations");
    let tested = Tested::new(Directory {
        groups: vec![both, group("Other")],
        ..Directory::default()
    });
    tested.check(&[], "gobaith", &["Hope"]);
    tested.check(&[], "hope", &["Hope"]);
}

#[test]
fn a_text_without_words_is_no_search() {
    let tested = Tested::new(list(vec![group("A"), group("B")]));
    for text in ["", "  ", "?!", "'"] {
        let query = Query {
            text: text.into(),
            ..Query::default()
        };
        assert_eq!(tested.index.apply(&query).groups.len(), 2, "{text:?}");
    }
}

#[test]
fn marks_show_what_matched() {
    check_marks(
        "Mouth Cancer Foundation",
        "canc mouth",
        "[Mouth] [Canc]er Foundation",
    );
    check_marks("Maggie’s Oxford", "maggies ox", "[Maggie’s] [Ox]ford");
    check_marks("Maggie’s", "maggie", "[Maggie]’s");
    check_marks("Heads2gether", "heads2geth", "[Heads2geth]er");
    check_marks("Heads 2 Gether", "heads2gether", "[Heads 2 Gether]");
    check_marks("Heads2gether", "2 heads", "[Heads2]gether");
    check_marks("Cafe\u{301} Łódź", "cafe lo", "[Cafe\u{301}] [Łó]dź");
    check_marks("Æsir", "a", "[Æ]sir");
    check_marks("The Swallows", "swalows", "The [Swallows]");
    check_marks("Monthly", "mouth", "Monthly");
    check_marks("‘Quoted’ text", "quotd", "‘[Quoted]’ text");
    check_marks("💛 Hope", "hope 💛", "💛 [Hope]");
    check_marks("A", "", "A");
}

#[test]
fn what_follows_a_hundred_words_does_not_count() {
    let word = |number: u32| format!("w{} ", char::from_u32('一' as u32 + number).unwrap_or(' '));
    let name: String = (0..100).map(word).collect();
    check(&name, &name, true);
    check(&name, &(name.clone() + "missing"), true);
    let shorter: String = (0..99).map(word).collect();
    check(&name, &(shorter.clone() + "missing"), false);
    check(&name, &(shorter + "w一 w丁 w一 missing"), false);
}

#[test]
fn a_very_long_word_takes_no_longer_than_its_letters() {
    // A table of all letters by all letters would have a million million cells.
    let long = "w".repeat(1_000_000);
    check(&(long.clone() + "the"), &(long.clone() + "teh"), true);
    check(&long, &(long.clone() + "the"), false);
}
