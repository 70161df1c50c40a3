//! A plain implementation of the rules of matching, to compare the index with.
//!
//! It looks at every group for every question.

mod meetings;
mod words;

use std::collections::BTreeSet;

use peer_support_directory::directory::*;
use peer_support_directory::filter::{Facet, Query, Restriction};
use peer_support_directory::taxonomy::Taxonomy;

use crate::lists::*;
use meetings::{OF_MEETINGS, meetings};

/// The towns that the lists of this test may have.
pub const TOWNS: [&str; 3] = ["Leeds", "Bath", "Mouthwick"];

/// The rules of matching, group by group; nothing is kept but the words that are no typos.
pub struct Plain<'a> {
    pub directory: &'a Directory,
    pub restriction: &'a Restriction,
    pub tested: &'a Tested,
    /// The words that are no typos.
    pub known: BTreeSet<String>,
}

/// Ids that are wanted of one filter; nothing means that nothing is wanted.
type Wanted = Option<Vec<String>>;

impl Plain<'_> {
    pub fn shown(&self) -> Vec<u32> {
        let groups = self.directory.groups.iter().enumerate();
        let today = env(self.directory).today;
        let shown = groups.filter(|(_, group)| {
            group.status != Status::Closed
                && group.valid_to.is_none_or(|last| last >= today)
                && self.fits(group, &|_| None)
        });
        shown.map(|(place, _)| place as u32).collect()
    }

    pub fn find(&self, query: &Query) -> Vec<u32> {
        let wanted = |facet| self.chosen(query, facet);
        let fits = |place: &u32| {
            let group = &self.directory.groups[*place as usize];
            self.fits(group, &wanted) && self.text_fit(group, &query.text).is_some()
        };
        let mut found: Vec<u32> = self.shown().into_iter().filter(fits).collect();
        let types = wanted(Facet::CancerType).or_else(|| self.only(Facet::CancerType));
        let types = types.filter(|types| !types.iter().any(|id| id == "any"));
        let ranks = env(self.directory).name_ranks;
        found.sort_by_key(|&place| {
            let group = &self.directory.groups[place as usize];
            let by_type = types.as_ref().map(|types| self.closeness(group, types));
            let dates = self.fitting(group, &wanted);
            let soonest = dates.into_iter().min().unwrap_or(i64::MAX);
            (
                group.status != Status::Active,
                by_type,
                self.text_fit(group, &query.text),
                soonest,
                ranks[place as usize],
            )
        });
        found
    }

    fn chosen(&self, query: &Query, facet: Facet) -> Wanted {
        let chosen = query.choices.iter().filter(|choice| choice.facet == facet);
        let options = self.tested.index.options(facet);
        let ids: Vec<_> = chosen
            .map(|choice| options[choice.option as usize].id.clone())
            .collect();
        (!ids.is_empty()).then_some(ids)
    }

    fn only(&self, facet: Facet) -> Wanted {
        let only = self
            .restriction
            .only
            .iter()
            .filter(|(named, _)| *named == facet);
        let ids: Vec<_> = only.map(|(_, id)| id.clone()).collect();
        (!ids.is_empty()).then_some(ids)
    }

    /// Whether the group is what the page and the visitor want, text aside.
    fn fits(&self, group: &Group, chosen: &dyn Fn(Facet) -> Wanted) -> bool {
        let both = |facet| [self.only(facet), chosen(facet)].into_iter().flatten();
        let has = |facet, own: Vec<String>| {
            both(facet).all(|wanted| wanted.iter().any(|id| own.contains(id)))
        };
        let types_fit =
            both(Facet::CancerType).all(|wanted| self.closeness(group, &wanted) < usize::MAX);
        let strings = |ids: &[Id]| ids.iter().map(|id| id.as_str().to_owned()).collect();
        let wants_meeting = OF_MEETINGS
            .into_iter()
            .any(|facet| both(facet).next().is_some());
        types_fit
            && has(Facet::Audience, self.audiences(group))
            && has(Facet::Kind, kinds(group))
            && has(Facet::Activity, strings(&group.activities))
            && (!wants_meeting
                || meetings(group)
                    .iter()
                    .any(|meeting| self.fitting_days(meeting, chosen).is_some()))
    }

    /// The fewest steps between the group's types and those wanted; 100 for a group for any cancer.
    fn closeness(&self, group: &Group, wanted: &[String]) -> usize {
        let taxonomy = self.tested.index.taxonomy();
        let mut best = usize::MAX;
        let is_any = group.cancer_types.is_empty() || group.cancer_types.contains(&id("any"));
        if is_any {
            best = 100;
        }
        for wanted in wanted {
            if wanted == "any" {
                return 0;
            }
            for own in &group.cancer_types {
                let up = chain(taxonomy, wanted)
                    .iter()
                    .position(|id| id == own.as_str());
                let down = chain(taxonomy, own.as_str())
                    .iter()
                    .position(|id| id == wanted);
                best = best.min(up.unwrap_or(best)).min(down.unwrap_or(best));
            }
        }
        best
    }

    fn audiences(&self, group: &Group) -> Vec<String> {
        let mut own: Vec<String> = group
            .audiences
            .iter()
            .map(|id| id.as_str().into())
            .collect();
        let (Some(youngest), Some(oldest)) = (group.minimum_age, group.maximum_age) else {
            return own;
        };
        for audience in &self.directory.audiences {
            let has_ages = audience.minimum_age.is_some() || audience.maximum_age.is_some();
            let (from, to) = (
                audience.minimum_age.unwrap_or(0),
                audience.maximum_age.unwrap_or(255),
            );
            if has_ages && (from..=to).any(|age| (youngest..=oldest).contains(&age)) {
                own.push(audience.id.as_str().into());
            }
        }
        own
    }
}

fn chain(taxonomy: &Taxonomy, id: &str) -> Vec<String> {
    let index = taxonomy.find(id).into_iter();
    let chain = index.flat_map(|index| taxonomy.chain(index));
    chain.map(|index| taxonomy.id(index).to_owned()).collect()
}

fn kinds(group: &Group) -> Vec<String> {
    let id = |kind: &Kind| match kind {
        Kind::Group => "group",
        Kind::OneToOne => "one-to-one",
        Kind::Helpline => "helpline",
        Kind::OnlineCommunity => "online-community",
        Kind::Resource => "resource",
    };
    let kinds = if group.kinds.is_empty() {
        &[Kind::Group][..]
    } else {
        &group.kinds
    };
    kinds.iter().map(|kind| id(kind).to_owned()).collect()
}
