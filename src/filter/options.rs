//! The options of each filter.

use super::bits::Bits;
use super::facet::Facet;
use super::facts::{Facts, Lists};
use super::meetings::NOWHERE;
use super::query::FacetOption;
use super::text;
use crate::directory::{Directory, Id};
use crate::i18n::{Key, Language};
use crate::intern::sort;
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
        // Those that the list declares have the first numbers.
        let declared = directory.audiences.get(number as usize);
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
    let options = Options::new(&wanted, true, &|number| {
        let (name, lang) = facts.towns.get(number);
        option(name, name, lang)
    });
    for row in &mut facts.meetings.rows {
        row.place = options
            .of
            .get(usize::from(row.place))
            .copied()
            .unwrap_or(NOWHERE);
    }
    options
}

/// The options of a filter whose ids the format fixes, in their order. Their messages begin with `prefix`.
pub fn fixed(facet: Facet, prefix: &str, language: &Language) -> Options {
    let ids = facet.fixed_ids();
    Options::new(&vec![true; ids.len()], false, &|number| {
        let id = ids[number as usize];
        let name = language.get(Key::joined(&[prefix, id]));
        option(id, name, None)
    })
}

impl Options {
    /// The wanted ids in the order of their numbers, or by name.
    fn new(wanted: &[bool], by_name: bool, describe: &dyn Fn(u32) -> FacetOption) -> Self {
        let (mut order, mut keys) = (Vec::new(), Vec::new());
        for (number, &is_wanted) in wanted.iter().enumerate() {
            let is_option = is_wanted && number <= usize::from(u16::MAX);
            let number = number as u32;
            if is_option {
                order.push(number);
            }
            keys.push(if by_name && is_option {
                text::key(&describe(number).name)
            } else {
                String::new()
            });
        }
        // The last number stands for none.
        order.truncate(usize::from(NONE));
        if by_name {
            let key = |number: u32| &keys[number as usize];
            sort(&mut order, &|a, b| key(a).cmp(key(b)));
        }
        let mut options = Self {
            list: Vec::new(),
            numbers: Vec::new(),
            of: vec![NONE; wanted.len()],
        };
        for number in order {
            options.of[number as usize] = options.list.len() as u16;
            options.numbers.push(number as u16);
            options.list.push(describe(number));
        }
        options
    }
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
