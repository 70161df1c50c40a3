//! How long filtering takes with 10,000 groups:
//! `CARGO_PROFILE_RELEASE_OPT_LEVEL=3 cargo run --release --example bench_filter`

use std::sync::Arc;
use std::time::{Duration, Instant};

use peer_support_directory::directory::*;
use peer_support_directory::filter::{Choice, Env, Facet, Index, Near, Query, Restriction};
use peer_support_directory::i18n::Language;
use peer_support_directory::places::Spot;
use peer_support_directory::schedule::{ByDay, Freq, LONDON, Schedule, Weekday, Zone};

const GROUPS: usize = 10_000;

/// 22 November 2026, midday in London, in minutes since 1970.
const NOW: i64 = 29_922_480;

fn main() {
    let directory = Arc::new(directory());
    let env = Env {
        now: NOW,
        today: Date::new(2026, 11, 22).expect("a day"),
        zones: vec![(LONDON.into(), Zone::new(NOW, NOW, &|_| 0))],
        name_ranks: (0..GROUPS as u32).rev().collect(),
    };
    let language = Language::english();
    let build = || Index::new(directory.clone(), &language, &Restriction::default(), &env);
    measure("build the index", 20, || {
        build();
    });
    measure("build it with its words", 20, || build().warm());
    let index = build();
    index.warm();

    for (name, choices) in [
        ("no choice", &[][..]),
        ("a type", &[(Facet::CancerType, 1)]),
        ("a town", &[(Facet::Place, 7)]),
        (
            "two types, an audience, a format, a day",
            &[
                (Facet::CancerType, 1),
                (Facet::CancerType, 5),
                (Facet::Audience, 1),
                (Facet::Format, 1),
                (Facet::Day, 2),
            ],
        ),
    ] {
        let choices = choices
            .iter()
            .map(|&(facet, option)| Choice { facet, option });
        let query = Query {
            text: String::new(),
            choices: choices.collect(),
            ..Query::default()
        };
        measure_query(name, &index, &query);
    }
    // Everything that looks at dates and distances at once: the towns lie all over the UK.
    let request = index.ask_places("");
    let venues = request.split('\n').enumerate();
    let answer: Vec<_> = venues
        .map(|(place, _)| format!("{}\t1\t{}", spot(place), place % 12))
        .collect();
    index.take_places(&answer.join("\n"));
    let oxford = Near {
        name: "Oxford".into(),
        spot: Spot::read("51752 -1258\t\t").expect("a spot"),
        within: Some(100),
    };
    for (name, choices, near) in [
        ("soon", &[(Facet::Soon, 0)][..], None),
        ("near", &[], Some(&oxford)),
        (
            "near, soon, a day, a time, a region",
            &[
                (Facet::Soon, 0),
                (Facet::Day, 2),
                (Facet::Time, 2),
                (Facet::Region, 3),
            ],
            Some(&oxford),
        ),
    ] {
        let choices = choices
            .iter()
            .map(|&(facet, option)| Choice { facet, option });
        let query = Query {
            choices: choices.collect(),
            near: near.cloned(),
            ..Query::default()
        };
        measure_query(name, &index, &query);
    }
    measure("look at the clock", 20, || index.refresh(NOW + 1));
    for typed in [
        "breast support leeds",
        "laringectomy",
        "zzzzzzzz",
        "cansre sipport",
    ] {
        // Every key press, from the first letter to the last.
        let times: Vec<Duration> = (1..=typed.len())
            .flat_map(|end| {
                let query = Query {
                    text: typed[..end].into(),
                    ..Query::default()
                };
                (0..20)
                    .map(|_| time(&mut || drop(index.apply(&query))))
                    .collect::<Vec<_>>()
            })
            .collect();
        report(&format!("keys of \"{typed}\""), times);
    }
    measure("marks in 20 cards", 50, || {
        for group in &directory.groups[..20] {
            index.marks("breast suport", group.name.get("en"));
            if let Some(summary) = &group.summary {
                index.marks("breast suport", summary.get("en"));
            }
        }
    });
}

/// A point of the UK, in thousandths of degrees.
fn spot(place: usize) -> String {
    format!("{} -{}", 50_000 + place * 37 % 8000, place * 53 % 6000)
}

/// Finding, then counting what each further choice would give.
fn measure_query(name: &str, index: &Index, query: &Query) {
    let mut found = index.apply(query);
    measure(name, 200, || found = index.apply(query));
    measure(&format!("{name}: counts"), 200, || {
        index.count(&found);
    });
}

fn measure(name: &str, times: usize, mut run: impl FnMut()) {
    report(name, (0..times).map(|_| time(&mut run)).collect());
}

fn time(run: &mut dyn FnMut()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

fn report(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |part: usize| times[(times.len() - 1) * part / 100].as_secs_f64() * 1e3;
    println!("{name:45} median {:8.3} ms   p95 {:8.3} ms", at(50), at(95));
}

/// Groups that differ as much as real ones do, from a small generator with a fixed seed.
pub fn directory() -> Directory {
    let mut random = Random(7);
    let types = [
        "mouth",
        "tongue",
        "larynx",
        "breast",
        "bowel",
        "lung",
        "prostate",
        "ovarian",
        "lymphoma",
        "myeloma",
        "brain",
        "melanoma",
        "kidney",
        "pancreatic",
        "sarcoma",
        "any",
        "any",
        "any",
    ];
    let syllables = [
        "ber", "ton", "ham", "wick", "lee", "ding", "mar", "sto", "car", "low", "wal", "sing",
    ];
    let word = |random: &mut Random, count: usize| -> String {
        (0..count)
            .map(|_| syllables[random.below(syllables.len())])
            .collect()
    };
    let common: Vec<String> = (0..1500)
        .map(|n| word(&mut random, 1 + n % 3))
        .chain(
            [
                "support", "cancer", "group", "people", "with", "meet", "friendly",
            ]
            .map(String::from),
        )
        .collect();
    let towns: Vec<String> = (0..600).map(|_| word(&mut random, 3)).collect();
    let audiences = ["carers", "young", "lgbtq", "men", "women"];
    let groups = (0..GROUPS).map(|place| {
        let mut group = group(place, &types, &mut random);
        let name = (0..3).map(|_| common[random.below(common.len())].as_str());
        group.name = Text::plain(&name.collect::<Vec<_>>().join(" "));
        let summary = (0..35).map(|_| common[random.below(common.len())].as_str());
        group.summary = Some(Text::plain(&summary.collect::<Vec<_>>().join(" ")));
        if random.below(3) == 0 {
            group
                .audiences
                .extend(Id::new(audiences[random.below(audiences.len())]));
        }
        for _ in 0..random.below(4) {
            group.meetings.push(meeting(&towns, &mut random));
        }
        group
    });
    Directory {
        groups: groups.collect(),
        ..Directory::default()
    }
}

fn group(place: usize, types: &[&str], random: &mut Random) -> Group {
    Group {
        id: Id::new(&format!("group-{place}")).expect("an id"),
        name: Text::plain("-"),
        alternate_names: vec![],
        kinds: vec![Kind::Group, Kind::Helpline][..1 + random.below(2)].to_vec(),
        summary: None,
        description: None,
        cancer_types: Id::new(types[random.below(types.len())])
            .into_iter()
            .collect(),
        audiences: vec![],
        minimum_age: None,
        maximum_age: None,
        activities: Id::new(["discussion", "speakers"][random.below(2)])
            .into_iter()
            .collect(),
        status: Status::Active,
        alert: None,
        sign_up: None,
        url: None,
        emails: vec![],
        phones: vec![],
        social: vec![],
        cost: None,
        languages: vec![],
        accessibility: vec![],
        meetings: vec![],
        assured_date: None,
        valid_to: None,
        source: None,
    }
}

fn meeting(towns: &[String], random: &mut Random) -> Meeting {
    let how = [
        AttendingType::Online,
        AttendingType::InPerson,
        AttendingType::OnlineAndInPerson,
    ];
    Meeting {
        attending_type: Some(how[random.below(3)]),
        venue: Some(Venue {
            town: Some(Text::plain(&towns[random.below(towns.len())])),
            ..Venue::default()
        }),
        schedule: Some(Schedule {
            freq: Some(Freq::Weekly),
            byday: ByDay::parse(Weekday::ALL[random.below(7)].code()),
            ..Schedule::default()
        }),
        ..Meeting::default()
    }
}

/// A linear congruential generator.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}
