//! The options of each filter.

use super::bits::Bits;
use super::facet::{FORMATS, Facet, SOON, TIMES};
use super::facts::{Facts, KINDS, Lists};
use super::meetings::NOWHERE;
use super::query::FacetOption;
use super::text;
use crate::directory::{Directory, Id};
use crate::i18n::Language;
use crate::intern::sort;
use crate::schedule::Weekday;
use crate::taxonomy::{Taxonomy, TypeIndex};

/// An id that is no option.
pub const NONE: u16 = u16::MAX;

/// The options of one filter.
#[derive(Default)]
pub struct Options {
    pub list: Vec<FacetOption>,
    /// For each option, the number of its id.
    pub numbers: Vec<u16>,
    /// For each number of an id, its option or [`NONE`].
    pub of: Vec<u16>,
}

/// The types that the list declares or that shown groups use, and their broader ones, by name.
pub fn cancer_types(
    facts: &Facts,
    shown: &Bits,
    directory: &Directory,
    taxonomy: &Taxonomy,
) -> Options {
    let mut named = used(&facts.types, shown, taxonomy.len());
    for declared in &directory.cancer_types {
        if let Some(index) = taxonomy.find(declared.id.as_str()) {
            named[usize::from(index)] = true;
        }
    }
    let mut wanted = vec![false; named.len()];
    for index in (0..named.len()).filter(|&index| named[index]) {
        for broader in taxonomy.chain(index as TypeIndex) {
            wanted[usize::from(broader)] = true;
        }
    }
    Options::new(&wanted, true, &|number| {
        let index = number as TypeIndex;
        let lang = taxonomy.lang(index).map(str::to_owned);
        option(taxonomy.id(index), taxonomy.name(index), lang)
    })
}

/// The audiences that the list declares, in its order, then those that shown groups only use.
pub fn audiences(
    facts: &Facts,
    shown: &Bits,
    directory: &Directory,
    language: &Language,
) -> Options {
    let mut wanted = used(&facts.audiences, shown, facts.audience_ids.len());
    for declared in &directory.audiences {
        if let Some(number) = facts.audience_ids.find(declared.id.as_str()) {
            wanted[number as usize] = true;
        }
    }
    Options::new(&wanted, false, &|number| {
        let id = facts.audience_ids.get(number);
        let mut declared = directory.audiences.iter();
        let declared = declared.find(|audience| audience.id.as_str() == id);
        match declared.and_then(|audience| audience.name.as_ref()) {
            Some(name) => {
                let lang = name
                    .other_lang(language.tag(), language.tag())
                    .map(str::to_owned);
                option(id, name.get(language.tag()), lang)
            }
            None => option(id, &readable(id), None),
        }
    })
}

/// What shown groups do together, by name.
pub fn activities(facts: &Facts, shown: &Bits) -> Options {
    let wanted = used(&facts.activities, shown, facts.activity_ids.len());
    Options::new(&wanted, true, &|number| {
        let id = facts.activity_ids.get(number);
        option(id, &readable(id), None)
    })
}

/// The towns where shown groups meet, by name. Their meetings then hold options instead of towns.
pub fn places(facts: &mut Facts, shown: &Bits) -> Options {
    let mut wanted = vec![false; facts.towns.len()];
    for group in shown.iter() {
        for row in facts.meetings.of(group) {
            if let Some(wanted) = wanted.get_mut(usize::from(row.place)) {
                *wanted = true;
            }
        }
    }
    let options = Options::new(
        &wanted,
        true,
        &|number| match facts.towns.get(number as usize) {
            Some((name, lang)) => option(name, name, lang.clone()),
            None => option("", "", None),
        },
    );
    for row in &mut facts.meetings.rows {
        row.place = options
            .of
            .get(usize::from(row.place))
            .copied()
            .unwrap_or(NOWHERE);
    }
    options
}

pub fn kinds(language: &Language) -> Options {
    fixed("kind.", &KINDS, language)
}

pub fn formats(language: &Language) -> Options {
    fixed("format.", &FORMATS, language)
}

pub fn days(language: &Language) -> Options {
    fixed("day.", &Weekday::IDS, language)
}

pub fn times(language: &Language) -> Options {
    fixed("time-of-day.", &TIMES, language)
}

pub fn regions(language: &Language) -> Options {
    fixed("region.", &Facet::Region.fixed_ids(), language)
}

pub fn soon(language: &Language) -> Options {
    fixed("soon.", &SOON, language)
}

impl Options {
    /// The wanted ids in the order of their numbers, or by name.
    fn new(wanted: &[bool], by_name: bool, describe: &dyn Fn(u32) -> FacetOption) -> Self {
        let numbers = (0..wanted.len()).filter(|&number| wanted[number]);
        let mut order: Vec<u32> = (0..numbers.clone().count() as u32).collect();
        let numbers: Vec<u16> = numbers
            .filter_map(|number| u16::try_from(number).ok())
            .collect();
        let described: Vec<_> = numbers
            .iter()
            .map(|&number| describe(number.into()))
            .collect();
        // The last number stands for none.
        order.truncate(usize::from(NONE).min(numbers.len()));
        if by_name {
            let keys: Vec<_> = described
                .iter()
                .map(|option| text::key(&option.name))
                .collect();
            sort(&mut order, &|a, b| {
                let by_name = keys[a as usize].cmp(&keys[b as usize]);
                by_name.then(a.cmp(&b))
            });
        }
        let mut options = Self {
            list: Vec::new(),
            numbers: Vec::new(),
            of: vec![NONE; wanted.len()],
        };
        for (option, &place) in order.iter().enumerate() {
            let number = numbers[place as usize];
            options.of[usize::from(number)] = option as u16;
            options.numbers.push(number);
            options.list.push(described[place as usize].clone());
        }
        options
    }
}

fn fixed(prefix: &str, ids: &[&str], language: &Language) -> Options {
    Options::new(&vec![true; ids.len()], false, &|number| {
        let id = ids[number as usize];
        let name = language.get(&[prefix, id].concat());
        option(id, name, None)
    })
}

/// Which numbers the shown groups have.
fn used(lists: &Lists, shown: &Bits, length: usize) -> Vec<bool> {
    let mut used = vec![false; length];
    for group in shown.iter() {
        for &number in lists.of(group) {
            if let Some(used) = used.get_mut(usize::from(number)) {
                *used = true;
            }
        }
    }
    used
}

fn option(id: &str, name: &str, lang: Option<String>) -> FacetOption {
    FacetOption {
        id: id.into(),
        name: name.into(),
        lang,
        count: 0,
        useful: false,
    }
}

fn readable(id: &str) -> String {
    Id::new(id).map_or_else(String::new, |id| id.readable())
}
