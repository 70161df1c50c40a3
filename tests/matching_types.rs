//! The tree of cancer types.

mod lists;

use lists::{Tested, With, cancer_type, group, list, only};
use peer_support_directory::directory::CancerType;
use peer_support_directory::filter::Facet::CancerType as Type;
use peer_support_directory::i18n::{Key, Language};
use peer_support_directory::taxonomy::{Taxonomy, UNRELATED};

/// How close two types are in a tree with the declared types.
#[track_caller]
fn check(declared: &[CancerType], chosen: &str, other: &str, expect: u8) {
    let taxonomy = Taxonomy::new(declared, &[chosen, other], &Language::english());
    let find = |id| taxonomy.find(id).expect("a type");
    let closeness = taxonomy.closeness(&[find(chosen)]);
    assert_eq!(
        closeness[usize::from(find(other))],
        expect,
        "{chosen} and {other}"
    );
}

#[test]
fn closeness_counts_steps_up_or_down() {
    check(&[], "tongue", "tongue", 0);
    check(&[], "tongue", "mouth", 1);
    check(&[], "tongue", "head-and-neck", 2);
    check(&[], "head-and-neck", "tongue", 2);
    check(&[], "tongue", "larynx", UNRELATED);
    check(&[], "breast", "lung", UNRELATED);
    check(&[], "breast", "something-else", UNRELATED);
}

#[test]
fn every_built_in_type_has_a_name_and_every_name_a_type() {
    let english = Language::english();
    let taxonomy = Taxonomy::new(&[], &[], &english);
    for index in 0..taxonomy.len() as u16 {
        let id = taxonomy.id(index);
        assert!(!english.cancer_type(id).is_empty(), "{id} has no name");
        assert_eq!(taxonomy.find(id), Some(index), "{id} stands twice");
    }
    let json: serde_json::Value =
        serde_json::from_str(include_str!("../src/i18n/en.json")).expect("JSON");
    for id in json["cancer_types"].as_object().expect("an object").keys() {
        assert!(
            id == "any" || taxonomy.find(id).is_some(),
            "{id} is no type"
        );
    }
}

#[test]
fn a_list_adds_and_overrides() {
    let declared = [
        cancer_type("tongue", "Cancer of the tongue", "", &["glossal"]),
        cancer_type("tip", "", "tongue", &[]),
        cancer_type("larynx", "", "mouth", &[]),
    ];
    check(&declared, "tip", "mouth", 2);
    check(&declared, "larynx", "mouth", 1);
    let taxonomy = Taxonomy::new(&declared, &["not-declared"], &Language::english());
    let name = |id| taxonomy.name(taxonomy.find(id).expect("a type"));
    assert_eq!(name("tongue"), "Cancer of the tongue");
    assert_eq!(name("tip"), "Tip");
    assert_eq!(name("not-declared"), "Not declared");
    let words = taxonomy.words(taxonomy.find("tongue").expect("a type"));
    assert!(words.contains("glossal") && words.contains("lingual"));
}

#[test]
fn circles_are_cut_and_the_list_wins() {
    let own = [
        cancer_type("a", "", "b", &[]),
        cancer_type("b", "", "c", &[]),
        cancer_type("c", "", "a", &[]),
        cancer_type("self", "", "self", &[]),
    ];
    check(&own, "a", "c", 2);
    check(&own, "self", "self", 0);
    let over_built_in = [cancer_type("head-and-neck", "", "tongue", &[])];
    check(&over_built_in, "head-and-neck", "tongue", 1);
    check(&over_built_in, "mouth", "head-and-neck", 1);
}

#[test]
fn hostile_trees_end() {
    let name = |n: usize| format!("t{n}");
    let line: Vec<_> = (0..3000)
        .map(|n| cancer_type(&name(n), "", &name((n + 1) % 3000), &[]))
        .collect();
    check(&line, "t0", "t15", 15);
    check(&line, "t0", "t16", UNRELATED);
}

#[test]
fn options_are_what_is_used_or_declared_and_broader() {
    let mut directory = list(vec![
        group("A").types("tongue"),
        group("B").types("zzz any"),
    ]);
    directory.cancer_types = vec![
        cancer_type("lung", "", "", &[]),
        cancer_type("x", "", "unknown", &[]),
    ];
    let tested = Tested::new(directory);
    let options: Vec<_> = tested
        .index
        .options(Type)
        .iter()
        .map(|option| option.id.as_str())
        .collect();
    assert_eq!(
        options,
        [
            "head-and-neck",
            "lung",
            "mouth",
            "tongue",
            "unknown",
            "x",
            "zzz"
        ]
    );
    tested.check(&[(Type, "lung")], "", &["B"]);
    tested.check(&[(Type, "lung"), (Type, "mouth")], "", &["A", "B"]);
    assert_eq!(tested.index.choice(Type, "any"), None);
}

#[test]
fn a_page_may_name_types() {
    let groups = || {
        vec![
            group("Any"),
            group("Lung").types("lung"),
            group("Mouth").types("mouth"),
        ]
    };
    let check = |ids: &[&str], expect: &[&str]| {
        let ids: Vec<_> = ids.iter().map(|id| (Type, *id)).collect();
        Tested::restricted(list(groups()), &only(&ids)).check(&[], "", expect);
    };
    check(&["tongue"], &["Mouth", "Any"]);
    check(&["lung", "mouth"], &["Lung", "Mouth", "Any"]);
    check(&["no-such-type"], &[]);
    check(&["any"], &["Any", "Lung", "Mouth"]);
}

#[test]
fn a_type_of_the_lists_own_has_no_words_of_the_vocabulary() {
    // The vocabulary's words are found by a hash that both have.
    let (own, built_in) = ("uterine-sarcoma", "secondary-breast");
    assert_eq!(Key::of(own), Key::of(built_in));
    let english = Language::english();
    let used = Taxonomy::new(&[], &[own], &english);
    let find = |taxonomy: &Taxonomy| taxonomy.find(own).expect("a type");
    assert_eq!(used.name(find(&used)), "Uterine sarcoma");
    let declared = [cancer_type(own, "Womb sarcoma", "womb", &[])];
    let declared = Taxonomy::new(&declared, &[], &english);
    assert_eq!(declared.words(find(&declared)), "Womb sarcoma\n");
}
