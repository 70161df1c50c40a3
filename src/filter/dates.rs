//! When the meetings of an index are held next, as of one instant.

use super::Index;
use super::meetings::Row;
use super::query::Query;
use crate::directory::{Group, Status, Time};
use crate::intern::{sort, span};
use crate::schedule::{DAY, Instant, Occurrence, Schedule, Weekday, Zone};
use crate::slices;

/// How far ahead "soon" looks.
const SOON: Instant = 7 * DAY;

/// Of a meeting whose day of the week changes: it is held on no day that could be chosen.
const CHANGING: u8 = 1 << 7;

/// When each meeting is held next, and what follows from it.
#[derive(Default)]
pub struct Dates {
    now: Instant,
    /// For each meeting, in the order of the index, where its entries end.
    ends: Vec<u32>,
    entries: Vec<Entry>,
    /// The groups that may be shown: by their soonest meeting, then by name.
    pub order: Vec<u32>,
    /// The next instant at which any of this, or what is said of it, is another.
    pub changes: Instant,
}

/// Days of the week, a bit each from Monday.
#[derive(Clone, Copy, Default)]
pub struct Days {
    pub all: u8,
    pub soon: u8,
}

/// The next time that a meeting is held on a day of the week.
#[derive(Clone, Copy)]
struct Entry {
    /// A bit of the weekday, or [`CHANGING`].
    weekday: u8,
    starts: u32,
}

impl Dates {
    /// The dates of an index as of an instant.
    pub async fn new(index: &Index, now: Instant) -> Self {
        let mut dates = Self {
            now,
            changes: Instant::MAX,
            ..Self::default()
        };
        // "Today" and "tomorrow" change at midnight.
        for (_, zone) in &index.env.zones {
            let midnight = zone.instant(zone.day(now) + 1, Time::MIDNIGHT);
            dates.changes = dates.changes.min(midnight);
        }
        let count = index.directory.groups.len();
        slices::each(count, &mut |place| dates.add_group(index, place)).await;
        dates.sort(index);
        dates
    }

    fn add_group(&mut self, index: &Index, place: usize) {
        let is_shown = index.shown.has(place);
        for row in index.facts.meetings.of(place) {
            if is_shown {
                self.add(index, &index.directory.groups[place], row);
            }
            self.ends.push(self.entries.len() as u32);
        }
    }

    fn sort(&mut self, index: &Index) {
        let mut soonest = vec![u32::MAX; index.directory.groups.len()];
        let mut order = Vec::new();
        for place in index.shown.iter() {
            order.push(place as u32);
            for row in index.facts.meetings.rows_of(place) {
                soonest[place] = soonest[place].min(self.starts(row, None));
            }
        }
        index.sort(&mut order, &soonest);
        self.order = order;
    }

    fn add(&mut self, index: &Index, group: &Group, row: &Row) {
        if let Some((schedule, zone)) = index.schedule(group, row.number.into()) {
            let mut left = schedule.weekdays();
            if left == 0 && schedule.freq.is_some() {
                left = CHANGING;
            }
            for date in &schedule.extra_dates {
                left |= Weekday::of(date.day_number()).bit();
            }
            while left != 0 {
                // The lowest of those left.
                let weekday = left & left.wrapping_neg();
                left ^= weekday;
                let wanted = if weekday == CHANGING {
                    Weekday::EVERY
                } else {
                    weekday
                };
                if let Some(next) = next(group, schedule, zone, self.now, wanted) {
                    let turn = if next.starts > self.now {
                        next.starts
                    } else {
                        next.ends
                    };
                    self.changes = self.changes.min(turn);
                    if next.starts - SOON > self.now {
                        self.changes = self.changes.min(next.starts - SOON);
                    }
                    self.entries.push(Entry {
                        weekday,
                        starts: u32::try_from(next.starts).unwrap_or(u32::MAX),
                    });
                }
            }
        }
    }

    /// On which days of the week a meeting, by its place in the index, is to be held: on all of them, or
    /// on those of the next days. Where no date is known, `rule` says on which.
    pub fn days(&self, row: usize, rule: u8) -> Days {
        let (mut all, mut soon) = (0, 0);
        for entry in self.of(row) {
            all |= entry.weekday;
            if Instant::from(entry.starts) < self.now + SOON {
                soon |= entry.weekday;
            }
        }
        let all = if all == 0 { rule } else { all };
        Days { all, soon }
    }

    /// When a meeting, by its place in the index, begins next on any of the weekdays, or on any day; the
    /// greatest number where that is not known.
    pub fn starts(&self, row: usize, weekdays: Option<u8>) -> u32 {
        let mut starts = u32::MAX;
        for entry in self.of(row) {
            if entry.weekday & weekdays.unwrap_or(u8::MAX) != 0 {
                starts = starts.min(entry.starts);
            }
        }
        starts
    }

    fn of(&self, row: usize) -> &[Entry] {
        let span = span(&self.ends, row);
        self.entries.get(span).unwrap_or_default()
    }
}

impl Index {
    /// When the first of some meetings of a group, by their numbers in the group's list, is held next, and
    /// whether that is what the query wants. Where some are wanted, only those count, on the wanted days.
    pub fn next(
        &self,
        query: &Query,
        group: u32,
        meetings: &[usize],
    ) -> Option<(Occurrence, bool)> {
        let wanted = self.wanted(query);
        let mut soonest: Option<(Occurrence, bool)> = None;
        let of_group = self.directory.groups.get(group as usize)?;
        for row in self.facts.meetings.rows_of(group as usize) {
            let number = usize::from(self.facts.meetings.rows[row].number);
            if !meetings.contains(&number) {
                continue;
            }
            let fits = self.fits_row(&wanted, row);
            let weekdays = wanted.days.filter(|_| fits).unwrap_or(Weekday::EVERY);
            let Some((schedule, zone)) = self.schedule(of_group, number) else {
                continue;
            };
            let found = next(of_group, schedule, zone, self.now(), weekdays);
            if let Some(found) = found
                && soonest.is_none_or(|(soonest, soonest_fits)| {
                    (!fits, found.starts) < (!soonest_fits, soonest.starts)
                })
            {
                soonest = Some((found, fits));
            }
        }
        soonest
    }

    /// A time zone of the list's schedules; nothing where nobody knows it.
    pub fn zone(&self, id: &str) -> Option<&Zone> {
        let mut zones = self.env.zones.iter();
        zones.find(|(known, _)| known == id).map(|(_, zone)| zone)
    }

    /// The instant as of which meetings are held next.
    pub fn now(&self) -> Instant {
        self.dates.borrow().now
    }

    /// When what is held next, or is said of it, changes.
    pub fn changes(&self) -> Instant {
        self.dates.borrow().changes
    }

    /// Looks anew at when meetings are held next.
    pub fn refresh(&self, now: Instant) {
        let dates = slices::finish(Dates::new(self, now));
        self.dates.replace(dates);
    }

    /// The schedule of a meeting, by its number in its group's list, and its zone, where that is known.
    fn schedule<'a>(
        &'a self,
        group: &'a Group,
        meeting: usize,
    ) -> Option<(&'a Schedule, &'a Zone)> {
        // Nobody is to travel to a group that does not meet for now.
        if group.status == Status::Paused {
            return None;
        }
        let schedule = group.meetings.get(meeting)?.schedule.as_ref()?;
        Some((schedule, self.zone(schedule.zone())?))
    }

    /// Sorts groups by a number of each, then by name.
    pub(super) fn sort(&self, groups: &mut Vec<u32>, numbers: &[u32]) {
        let number = |group: u32| numbers.get(group as usize).copied();
        let rank = |group: u32| self.env.name_ranks.get(group as usize).copied();
        sort(groups, &|a, b| {
            let by_number = number(a).cmp(&number(b));
            by_number
                .then_with(|| rank(a).cmp(&rank(b)))
                .then(a.cmp(&b))
        });
    }
}

/// When a meeting is held next, as long as its group is.
fn next(
    group: &Group,
    schedule: &Schedule,
    zone: &Zone,
    now: Instant,
    weekdays: u8,
) -> Option<Occurrence> {
    let next = schedule.next(now, zone, weekdays)?;
    let is_over = group.valid_to.is_some_and(|last| last < next.date);
    (!is_over).then_some(next)
}
