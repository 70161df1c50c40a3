//! Compares the index with a plain implementation of the rules, on small random lists and queries.
//!
//! The plain one looks at every group for every question and keeps nothing.

mod lists;
mod plain;

use std::collections::BTreeSet;

use lists::*;
use peer_support_directory::directory::*;
use peer_support_directory::filter::{Facet, Query};
use plain::{Plain, TOWNS};
use proptest::prelude::*;

const TYPES: [&str; 8] = [
    "any",
    "head-and-neck",
    "mouth",
    "tongue",
    "larynx",
    "breast",
    "own",
    "under-own",
];
const AUDIENCES: [&str; 4] = ["carers", "young", "middle", "undeclared"];
const DAYS: [&str; 5] = ["", "MO", "TU,3WE", "SU", "4SU,1MO"];
const WORDS: [&str; 12] = [
    "tongue",
    "Tonge",
    "leads",
    "heads2gether",
    "20s",
    "20",
    "s",
    "Maggie's",
    "laryngectomy",
    "larger",
    "monthly",
    "cancer",
];
const TYPED: [&str; 23] = [
    "tongue",
    "tonge",
    "ton",
    "t",
    "leeds",
    "leedz",
    "heads 2 gether",
    "heads2gether",
    "20s",
    "20",
    "maggies",
    "laringectomy",
    "larynx",
    "canser",
    "suport",
    "g",
    "head",
    "mouth",
    "carer",
    "tnogue support",
    "any",
    "online comunity",
    "heads3",
];

fn a_group() -> impl Strategy<Value = Group> {
    let pick = |list: &'static [&'static str], most| {
        prop::collection::vec(prop::sample::select(list), 0..most).prop_map(|ids| ids.join(" "))
    };
    let kinds = prop::sample::select(vec![
        vec![],
        vec![Kind::Group, Kind::Helpline],
        vec![Kind::OnlineCommunity],
        vec![Kind::Resource],
    ]);
    let status = prop::sample::select(vec![
        Status::Active,
        Status::Active,
        Status::Paused,
        Status::Full,
        Status::Closed,
    ]);
    let how = prop::sample::select(vec![
        Online,
        InPerson,
        OnlineAndInPerson,
        AttendingType::Phone,
    ]);
    let town = prop::sample::select(&["", "Leeds", "LEEDS", "Bath", "Mouthwick"][..]);
    let day = prop::sample::select(&DAYS[..]);
    let opens = prop::sample::select(&["", "11:59", "12:00", "18:30"][..]);
    let meeting = (how, town, day, opens);
    let ages = prop::option::of((10u8..60, 0u8..20));
    let until = prop::sample::select(&["", "", "2026-11-21", "2026-11-22"][..]);
    (
        (
            pick(&WORDS, 3),
            pick(&WORDS, 6),
            pick(&TYPES, 3),
            pick(&AUDIENCES, 2),
        ),
        (
            kinds,
            status,
            ages,
            until,
            prop::collection::vec(meeting, 0..3),
        ),
    )
        .prop_map(|((words, summary, types, audiences), rest)| {
            let (kinds, status, ages, until, meetings) = rest;
            let mut group = group(&format!("g {words}"))
                .types(&types)
                .audiences(&audiences);
            group = group
                .kinds(&kinds)
                .status(status)
                .until(until)
                .activities("talk");
            if let Some((youngest, more)) = ages {
                group = group.ages(youngest, youngest + more);
            }
            if !summary.is_empty() {
                group = group.summary(&summary);
            }
            let meets =
                |group: Group, (how, town, day, opens)| group.meets(how, town, day).at(opens);
            meetings.into_iter().fold(group, meets)
        })
}

fn a_list() -> impl Strategy<Value = Directory> {
    prop::collection::vec(a_group(), 0..9).prop_map(|groups| Directory {
        cancer_types: vec![
            cancer_type("own", "", "mouth", &["special"]),
            cancer_type("under-own", "Under own", "own", &[]),
        ],
        audiences: vec![
            audience("carers", "Carers", (None, None), &["partner"]),
            audience("young", "Young people", (None, Some(25)), &[]),
            audience("middle", "", (Some(30), Some(40)), &["thirties"]),
        ],
        ..list(groups)
    })
}

fn choices() -> impl Strategy<Value = Vec<(Facet, &'static str)>> {
    let of = |facet: Facet, ids: &'static [&'static str]| {
        prop::sample::select(ids).prop_map(move |id| (facet, id))
    };
    let one = prop_oneof![
        of(Facet::CancerType, &TYPES[1..]),
        of(Facet::Audience, &AUDIENCES),
        of(
            Facet::Kind,
            &["group", "helpline", "online-community", "resource"]
        ),
        of(Facet::Format, &["online", "in-person", "phone"]),
        of(Facet::Place, &TOWNS),
        of(Facet::Day, &["monday", "tuesday", "wednesday", "sunday"]),
        of(Facet::Time, &["morning", "afternoon", "evening"]),
        of(Facet::Soon, &["7-days"]),
        of(Facet::Activity, &["talk"]),
    ];
    prop::collection::vec(one, 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn the_index_agrees_with_the_plain_rules(
        directory in a_list(),
        chosen in choices(),
        only_ids in prop_oneof![3 => Just(vec![]), 2 => choices()],
        text in prop::collection::vec(prop::sample::select(&TYPED[..]), 0..3),
    ) {
        let text = text.join(" ");
        let mut only_ids = only_ids;
        only_ids.retain(|(facet, _)| !matches!(facet, Facet::Day | Facet::Time | Facet::Soon));
        let restriction = only(&only_ids);
        let tested = Tested::restricted(directory.clone(), &restriction);
        // Ids that this list has no option for cannot be chosen.
        let chosen: Vec<_> = chosen
            .into_iter()
            .filter(|(facet, id)| tested.index.choice(*facet, id).is_some())
            .collect();
        let query = tested.query(&chosen, &text);
        let mut plain = Plain { directory: &directory, restriction: &restriction, tested: &tested, known: BTreeSet::new() };
        plain.known = plain.known_words();
        let found = tested.index.apply(&query);
        let counts = tested.index.count(&found);
        prop_assert_eq!(tested.index.total(), plain.shown().len());
        prop_assert_eq!(&found.groups, &plain.find(&query), "{:?} {:?}", chosen, text);
        for facet in Facet::ALL {
            for (option, shown) in tested.index.options(facet).iter().enumerate() {
                let mut instead = query.clone();
                instead.choices.retain(|choice| choice.facet != facet);
                let choice = tested.index.choice(facet, &shown.id).expect("an option's own id");
                prop_assert_eq!(usize::from(choice.option), option);
                instead.choices.insert(choice);
                let count = plain.find(&instead).len() as u32;
                prop_assert_eq!(counts.of(choice), count, "{:?} for {:?}", shown.id, query);
                let alone = Query { choices: [choice].into(), ..Query::default() };
                prop_assert_eq!(shown.count, plain.find(&alone).len() as u32);
            }
        }
    }
}
