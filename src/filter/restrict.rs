//! Which groups may be shown at all.

use super::bits::Bits;
use super::facet::{FORMATS, Facet, KINDS};
use super::facts::{Facts, Lists};
use super::meetings::Wanted;
use super::query::{Env, Restriction};
use crate::directory::{Directory, Status};
use crate::intern::Interner;
use crate::taxonomy::{ANY_ID, Closeness, Taxonomy, TypeIndex, UNRELATED};

/// What may be shown.
pub struct Shown {
    pub groups: Bits,
    /// Where the page names types of cancer, how close each type is to them.
    pub closeness: Option<Vec<Closeness>>,
}

/// Leaves out what is over and what the page does not want, also among the meetings.
pub fn restrict(
    facts: &mut Facts,
    directory: &Directory,
    taxonomy: &Taxonomy,
    restriction: &Restriction,
    env: &Env,
) -> Shown {
    let mut groups = Bits::new(directory.groups.len());
    for (place, group) in directory.groups.iter().enumerate() {
        let is_over = group.valid_to.is_some_and(|last| last < env.today);
        if group.status != Status::Closed && !is_over {
            groups.insert(place);
        }
    }
    if let Some(only) = &restriction.groups {
        let mut ids = Interner::new();
        for id in only {
            ids.intern(id);
        }
        keep(&mut groups, &|place| {
            let group = directory.groups.get(place);
            group.is_some_and(|group| ids.find(group.id.as_str()).is_some())
        });
    }
    let only = |facet| only(restriction, facet);
    let closeness = only(Facet::CancerType).and_then(|ids| {
        // "any" is the root of the tree: everything is narrower.
        if ids.contains(&ANY_ID) {
            return None;
        }
        let mut types: Vec<TypeIndex> = Vec::new();
        for id in ids {
            if let Some(index) = taxonomy.find(id) {
                types.push(index);
            }
        }
        let closeness = taxonomy.closeness(&types);
        keep(&mut groups, &|place| {
            let is_close = |&index: &u16| closeness.get(usize::from(index)) != Some(&UNRELATED);
            !types.is_empty()
                && (facts.any.has(place) || facts.types.of(place).iter().any(is_close))
        });
        Some(closeness)
    });
    let mut keep_listed = |facet, lists: &Lists, find: &dyn Fn(&str) -> Option<u32>| {
        if let Some(ids) = only(facet) {
            let mut wanted = Bits::new(usize::from(u16::MAX));
            for id in ids {
                if let Some(number) = find(id) {
                    wanted.insert(number as usize);
                }
            }
            keep(&mut groups, &|place| {
                let mut numbers = lists.of(place).iter();
                numbers.any(|&number| wanted.has(number.into()))
            });
        }
    };
    keep_listed(Facet::Audience, &facts.audiences, &|id| {
        facts.audience_ids.find(id)
    });
    keep_listed(Facet::Kind, &facts.kinds, &|id| position(&KINDS, id));
    keep_listed(Facet::Activity, &facts.activities, &|id| {
        facts.activity_ids.find(id)
    });

    let wanted = Wanted {
        formats: only(Facet::Format).map(|ids| mask(&FORMATS, &ids)),
        places: only(Facet::Place).map(|towns| {
            let mut places = Bits::new(facts.towns.len());
            for town in towns {
                if let Some(number) = facts.towns.find(town) {
                    places.insert(number as usize);
                }
            }
            places
        }),
        ..Wanted::default()
    };
    if wanted.is_any() {
        facts.meetings.restrict(&wanted);
        keep(&mut groups, &|place| !facts.meetings.of(place).is_empty());
    }
    Shown { groups, closeness }
}

/// The place of an id among fixed ones.
pub fn position(ids: &[&str], id: &str) -> Option<u32> {
    let place = ids.iter().position(|&known| known == id)?;
    Some(place as u32)
}

/// The ids that the page names for a filter; nothing where it names none.
fn only(restriction: &Restriction, facet: Facet) -> Option<Vec<&str>> {
    let mut ids = Vec::new();
    for (named, id) in &restriction.only {
        if *named == facet {
            ids.push(id.as_str());
        }
    }
    (!ids.is_empty()).then_some(ids)
}

fn mask(ids: &[&str], wanted: &[&str]) -> u8 {
    let mut mask = 0;
    for id in wanted {
        if let Some(bit) = position(ids, id) {
            mask |= 1 << bit;
        }
    }
    mask
}

fn keep(groups: &mut Bits, is_wanted: &dyn Fn(usize) -> bool) {
    let mut kept = groups.clone();
    kept.clear();
    for place in groups.iter() {
        if is_wanted(place) {
            kept.insert(place);
        }
    }
    *groups = kept;
}
