//! From a query to groups, and from these to what each further choice would give.

use super::Index;
use super::bits::Bits;
use super::facet::Facet;
use super::meetings::Wanted;
use super::query::{Counts, Matches, Near, Query};
use super::search::{Search, WORST};
use crate::intern::sort;
use crate::taxonomy::{ANY, Closeness, MAX_STEPS, TypeIndex};

/// The filters that look at the whole group.
const OF_GROUPS: [Facet; 4] = [
    Facet::CancerType,
    Facet::Audience,
    Facet::Kind,
    Facet::Activity,
];

/// How many places the two measures of closeness take in the order.
const BY_TEXT: usize = WORST as usize + 1;
const BY_TYPE: usize = MAX_STEPS as usize + 2;

impl Index {
    /// What the query finds.
    pub fn apply(&self, query: &Query) -> Matches {
        let text = self.search(&query.text);
        let by_text = text.as_ref().map_or(&self.shown, |text| &text.groups);
        let wanted = self.wanted(query);
        let mut chosen = Vec::new();
        for facet in OF_GROUPS {
            chosen.push(self.chosen(query, facet));
        }
        let by_meeting = if wanted.is_any() {
            self.with_meeting(&wanted, by_text)
        } else {
            by_text.clone()
        };
        let found = narrowed(&by_meeting, &chosen, None);
        let mut groups = self.ordered(
            &self.soonest(&found, &wanted),
            self.closeness(query).as_deref(),
            text.as_ref(),
        );
        let local = match &wanted.near {
            Some(near) => self.nearest_first(&mut groups, &wanted, near),
            None => groups.len(),
        };
        Matches {
            groups,
            local,
            by_text: by_text.clone(),
            by_meeting,
            chosen,
            wanted,
        }
    }

    /// What each further choice would give.
    pub fn count(&self, matches: &Matches) -> Counts {
        let mut counts = Vec::new();
        for options in &self.options {
            counts.push(vec![0; options.list.len()]);
        }
        let chosen = &matches.chosen;
        let by_group = narrowed(&matches.by_text, chosen, None);
        self.count_meetings(&matches.wanted, &by_group, &mut counts);
        for (place, &facet) in OF_GROUPS.iter().enumerate() {
            let others = narrowed(&matches.by_meeting, chosen, Some(place));
            let found = self.found_by[facet as usize].iter();
            for (count, found) in counts[facet as usize].iter_mut().zip(found) {
                *count = others.count_shared(found);
            }
        }
        Counts(counts)
    }

    /// The groups that are for any cancer, in their order, as places in
    /// [`Directory::groups`](crate::directory::Directory::groups).
    pub fn for_any_cancer(&self) -> Vec<u32> {
        let mut groups = self.shown.clone();
        groups.keep(&self.facts.any);
        self.ordered(&self.soonest(&groups, &Wanted::default()), None, None)
    }

    /// Puts first those that meet somewhere, by distance, then those that are online or anywhere. Gives how
    /// many the first are.
    fn nearest_first(&self, groups: &mut Vec<u32>, wanted: &Wanted, near: &Near) -> usize {
        // Those that are paused or full stay last among the first. Tenths of a mile are enough to tell.
        const ANYWHERE: u32 = u32::MAX;
        const RESTS: u32 = 1 << 30;
        let mut keys = vec![ANYWHERE; self.directory.groups.len()];
        let mut local = 0;
        for &group in groups.iter() {
            let key = &mut keys[group as usize];
            for row in self.facts.meetings.rows_of(group as usize) {
                let is_in_person = self.facts.meetings.rows[row].is_in_person();
                let miles = self.miles(near, row);
                let is_far = near.within.is_some_and(|within| miles > within.into());
                if is_in_person && !is_far && self.fits_row(wanted, row) {
                    let rests = u32::from(self.resting.has(group as usize)) * RESTS;
                    *key = (*key).min(rests + ((miles * 10.0) as u32).min(RESTS - 1));
                }
            }
            local += usize::from(*key != ANYWHERE);
        }
        sort(groups, &|a, b| keys[a as usize].cmp(&keys[b as usize]));
        local
    }

    /// The groups by their soonest meeting of those that are wanted, then by name.
    fn soonest(&self, groups: &Bits, wanted: &Wanted) -> Vec<u32> {
        let dates = self.dates.borrow();
        let mut order = Vec::new();
        for &group in &dates.order {
            if groups.has(group as usize) {
                order.push(group);
            }
        }
        if wanted.is_any() {
            let mut soonest = vec![u32::MAX; self.directory.groups.len()];
            for &group in &order {
                let rows = self.facts.meetings.rows_of(group as usize);
                // A group that has one meeting was found by that.
                let is_only = rows.len() == 1;
                for row in rows {
                    if is_only || self.fits_row(wanted, row) {
                        let starts = dates.starts(row, wanted.days);
                        soonest[group as usize] = soonest[group as usize].min(starts);
                    }
                }
            }
            self.sort(&mut order, &soonest);
        }
        order
    }

    /// The groups that any choice in the filter finds; nothing where there is none.
    fn chosen(&self, query: &Query, facet: Facet) -> Option<Bits> {
        let choices = choices(query, facet)?;
        let mut chosen = Bits::new(self.directory.groups.len());
        for option in choices {
            if let Some(found) = self.found_by[facet as usize].get(option) {
                chosen.add(found);
            }
        }
        Some(chosen)
    }

    /// What the choices want of a meeting.
    pub(super) fn wanted(&self, query: &Query) -> Wanted {
        let mask16 = |facet| {
            let mut mask = 0;
            for option in choices(query, facet)? {
                mask |= 1_u16.checked_shl(option as u32).unwrap_or(0);
            }
            Some(mask)
        };
        let mask = |facet| mask16(facet).map(|mask| mask as u8);
        let places = || {
            let mut places = Bits::new(self.options(Facet::Place).len());
            for option in choices(query, Facet::Place)? {
                places.insert(option);
            }
            Some(places)
        };
        Wanted {
            formats: mask(Facet::Format),
            days: mask(Facet::Day),
            times: mask(Facet::Time),
            soon: choices(query, Facet::Soon).is_some(),
            places: places(),
            regions: mask16(Facet::Region),
            near: query.near.clone(),
        }
    }

    /// For each type of cancer, how close it is to those chosen, or where there are none, to those
    /// that the page names.
    fn closeness(&self, query: &Query) -> Option<Vec<Closeness>> {
        let numbers = &self.options[Facet::CancerType as usize].numbers;
        let mut chosen: Vec<TypeIndex> = Vec::new();
        for option in choices(query, Facet::CancerType).unwrap_or_default() {
            if let Some(&number) = numbers.get(option) {
                chosen.push(number);
            }
        }
        if chosen.is_empty() {
            return self.closeness.clone();
        }
        Some(self.taxonomy.closeness(&chosen))
    }

    /// The groups, given by their soonest meeting, in the order in which to show them: those that run
    /// before those that rest, then by closeness of the type, then of the text, then as given.
    ///
    /// All but the last are small numbers, so one counting sort is enough.
    fn ordered(
        &self,
        groups: &[u32],
        closeness: Option<&[Closeness]>,
        text: Option<&Search>,
    ) -> Vec<u32> {
        let key = |group: usize| {
            let by_type = closeness.map_or(0, |closeness| self.by_type(group, closeness));
            let by_text = text.map_or(0, |text| usize::from(text.closeness(group)));
            let rests = usize::from(self.resting.has(group));
            (rests * BY_TYPE + by_type) * BY_TEXT + by_text
        };
        let mut starts = vec![0_u32; 2 * BY_TYPE * BY_TEXT + 1];
        for &group in groups {
            starts[key(group as usize) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut ordered = vec![0; groups.len()];
        for &group in groups {
            let at = &mut starts[key(group as usize)];
            ordered[*at as usize] = group;
            *at += 1;
        }
        ordered
    }

    /// The group's place by its types: its closest type's steps, and after all steps any cancer.
    fn by_type(&self, group: usize, closeness: &[Closeness]) -> usize {
        // Less than what is unrelated.
        let mut least = ANY;
        for &index in self.facts.types.of(group) {
            if let Some(&steps) = closeness.get(usize::from(index)) {
                least = least.min(steps);
            }
        }
        usize::from(least).min(BY_TYPE - 1)
    }
}

/// The options that are chosen in a filter; nothing where there are none.
fn choices(query: &Query, facet: Facet) -> Option<Vec<usize>> {
    let mut options = Vec::new();
    for choice in &query.choices {
        if choice.facet == facet {
            options.push(usize::from(choice.option));
        }
    }
    (!options.is_empty()).then_some(options)
}

/// What is in `groups` and in each of the chosen sets, except for the one at `skipped`.
fn narrowed(groups: &Bits, chosen: &[Option<Bits>], skipped: Option<usize>) -> Bits {
    let mut narrowed = groups.clone();
    for (place, chosen) in chosen.iter().enumerate() {
        if let Some(chosen) = chosen
            && Some(place) != skipped
        {
            narrowed.keep(chosen);
        }
    }
    narrowed
}
