//! What is known of each group, as numbers.

use super::bits::Bits;
use super::meetings::{Meetings, NOWHERE};
use super::towns::Towns;
use crate::directory::{Directory, Kind};
use crate::i18n::Language;
use crate::intern::{Interner, span};
use crate::taxonomy::Taxonomy;

/// How many audiences a group has at the most by its ages: a hostile list could have each for each.
const AUDIENCES: usize = 256;

/// What is known of each group of a directory, by the group's place.
pub struct Facts {
    /// Places in the taxonomy.
    pub types: Lists,
    /// The groups that are for any cancer.
    pub any: Bits,
    /// Numbers of `audience_ids`, listed or by age.
    pub audiences: Lists,
    /// First the declared audiences in their order, then those that groups only use.
    pub audience_ids: Interner,
    /// Places in [`KINDS`](super::facet::KINDS).
    pub kinds: Lists,
    /// Numbers of `activity_ids`.
    pub activities: Lists,
    pub activity_ids: Interner,
    /// Their places are numbers of `towns`.
    pub meetings: Meetings,
    pub towns: Towns,
}

/// A list of numbers for each group.
#[derive(Default)]
pub struct Lists {
    numbers: Vec<u16>,
    ends: Vec<u32>,
}

impl Facts {
    /// For a directory whose groups are yet to be [added](Facts::add), in their order.
    pub fn new(directory: &Directory) -> Self {
        let mut facts = Self {
            types: Lists::default(),
            any: Bits::new(directory.groups.len()),
            audiences: Lists::default(),
            audience_ids: Interner::new(),
            kinds: Lists::default(),
            activities: Lists::default(),
            activity_ids: Interner::new(),
            meetings: Meetings::default(),
            towns: Towns::new(),
        };
        for audience in &directory.audiences {
            facts.audience_ids.intern(audience.id.as_str());
        }
        facts
    }

    /// Adds what is known of the next group, which stands at a place.
    pub fn add(
        &mut self,
        place: usize,
        directory: &Directory,
        taxonomy: &Taxonomy,
        language: &Language,
    ) {
        let Some(group) = directory.groups.get(place) else {
            return;
        };
        if group.is_for_any_cancer() {
            self.any.insert(place);
        }
        let mut numbers: Vec<u32> = Vec::new();
        for id in &group.cancer_types {
            if let Some(number) = taxonomy.find(id.as_str()) {
                numbers.push(number.into());
            }
        }
        self.types.push(&numbers);

        numbers.clear();
        for id in &group.audiences {
            numbers.push(self.audience_ids.intern(id.as_str()));
        }
        if let (Some(youngest), Some(oldest)) = (group.minimum_age, group.maximum_age) {
            for audience in &directory.audiences {
                let has_ages = audience.minimum_age.is_some() || audience.maximum_age.is_some();
                let is_in_time = audience.minimum_age.is_none_or(|minimum| oldest >= minimum)
                    && audience
                        .maximum_age
                        .is_none_or(|maximum| youngest <= maximum);
                if has_ages && is_in_time && numbers.len() < AUDIENCES {
                    numbers.push(self.audience_ids.intern(audience.id.as_str()));
                }
            }
        }
        self.audiences.push(&numbers);

        numbers.clear();
        for &kind in &group.kinds {
            numbers.push(kind as u32);
        }
        if numbers.is_empty() {
            numbers.push(Kind::Group as u32);
        }
        self.kinds.push(&numbers);

        numbers.clear();
        for id in &group.activities {
            numbers.push(self.activity_ids.intern(id.as_str()));
        }
        self.activities.push(&numbers);

        let towns = &mut self.towns;
        self.meetings.push(group, &mut |meeting| {
            let town = meeting.place();
            town.map_or(NOWHERE, |town| towns.number(town, language))
        });
    }
}

impl Lists {
    /// Adds the next group's list. Numbers that are too great are left out: no list has so many ids.
    fn push(&mut self, numbers: &[u32]) {
        for &number in numbers {
            if let Ok(number) = u16::try_from(number) {
                self.numbers.push(number);
            }
        }
        self.ends.push(self.numbers.len() as u32);
    }

    /// A group's list.
    pub fn of(&self, group: usize) -> &[u16] {
        let span = span(&self.ends, group);
        self.numbers.get(span).unwrap_or_default()
    }
}
