//! How, where and when groups meet. These go together, meeting by meeting.

mod counts;

use std::ops::Range;

use super::Index;
use super::bits::Bits;
use super::dates::Days;
use super::query::Near;
use crate::directory::{AttendingType, Group, Kind, Meeting, Time};
use crate::intern::span;
use crate::schedule::Schedule;

/// The place of a meeting that has none.
pub const NOWHERE: u16 = u16::MAX;

/// The number of a meeting that stands for a kind of support.
const UNLISTED: u16 = u16::MAX;

pub const ONLINE: u8 = 1;
pub const IN_PERSON: u8 = 1 << 1;
pub const PHONE: u8 = 1 << 2;

/// The meetings of all groups, group after group.
#[derive(Default)]
pub struct Meetings {
    pub rows: Vec<Row>,
    /// Where each group's rows end.
    pub ends: Vec<u32>,
}

/// One meeting.
#[derive(Clone, Copy)]
pub struct Row {
    /// The option of the place filter.
    pub place: u16,
    /// Which of the group's meetings it is.
    pub number: u16,
    /// How it is held, a bit each.
    pub formats: u8,
    /// The days that its rule names, a bit each from Monday.
    pub days: u8,
    /// At which times of day, a bit each.
    pub times: u8,
}

/// What is wanted of a meeting. Nothing wanted fits every meeting; an empty set fits none.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub formats: Option<u8>,
    pub days: Option<u8>,
    pub times: Option<u8>,
    /// Whether it is to be held soon.
    pub soon: bool,
    pub places: Option<Bits>,
    pub regions: Option<u16>,
    /// The place that distances count from, and how far is too far.
    pub near: Option<Near>,
}

/// What is known of a meeting beside its row.
#[derive(Clone, Copy, Default)]
pub struct Known {
    pub days: Days,
    /// A bit of its region.
    pub region: u16,
    /// How far away it is; 0 where no place is named.
    pub miles: f32,
}

// What of it a meeting misses, a bit each. Day and soon are one: the same date is to be both.
const FORMAT: u8 = 1;
const PLACE: u8 = 1 << 1;
const TIME: u8 = 1 << 2;
const WHEN: u8 = 1 << 3;
const REGION: u8 = 1 << 4;
const NEAR: u8 = 1 << 5;

impl Meetings {
    /// Adds a group's meetings. A helpline is as good as a meeting by phone, and an online
    /// community as one online, at no place and on no day.
    pub fn push(&mut self, group: &Group, place: &mut dyn FnMut(&Meeting) -> u16) {
        for (number, meeting) in group.meetings.iter().enumerate() {
            let schedule = meeting.schedule.as_ref();
            self.rows.push(Row {
                place: place(meeting),
                number: u16::try_from(number).unwrap_or(UNLISTED),
                formats: meeting.attending_type.map_or(0, formats),
                days: schedule.map_or(0, Schedule::weekdays),
                times: schedule
                    .and_then(|schedule| schedule.opens_at)
                    .map_or(0, times),
            });
        }
        for (kind, formats) in [(Kind::Helpline, PHONE), (Kind::OnlineCommunity, ONLINE)] {
            if group.kinds.contains(&kind) {
                self.rows.push(Row {
                    place: NOWHERE,
                    number: UNLISTED,
                    formats,
                    days: 0,
                    times: 0,
                });
            }
        }
        self.ends.push(self.rows.len() as u32);
    }

    /// A group's meetings.
    pub fn of(&self, group: usize) -> &[Row] {
        self.rows.get(self.rows_of(group)).unwrap_or_default()
    }

    /// The places of a group's meetings in the index.
    pub fn rows_of(&self, group: usize) -> Range<usize> {
        span(&self.ends, group)
    }

    /// Each group's place with its meetings.
    pub fn groups(&self) -> impl Iterator<Item = (usize, &[Row])> {
        (0..self.ends.len()).map(|group| (group, self.of(group)))
    }

    /// Drops the meetings that are not held in the wanted ways and places; no days are wanted.
    pub fn restrict(&mut self, wanted: &Wanted) {
        let mut kept = Self::default();
        for group in 0..self.ends.len() {
            for row in self.of(group) {
                if wanted.misses(row, Known::default()) == 0 {
                    kept.rows.push(*row);
                }
            }
            kept.ends.push(kept.rows.len() as u32);
        }
        *self = kept;
    }
}

impl Wanted {
    /// Whether anything is wanted.
    pub fn is_any(&self) -> bool {
        self.wants_meeting() || self.within().is_some()
    }

    /// How many miles away it may be; nothing means any distance.
    pub fn within(&self) -> Option<u16> {
        self.near.as_ref()?.within
    }

    /// Whether a meeting is needed to have it. What is held nowhere is as near as can be.
    fn wants_meeting(&self) -> bool {
        self.formats.is_some()
            || self.days.is_some()
            || self.times.is_some()
            || self.soon
            || self.places.is_some()
            || self.regions.is_some()
    }

    /// What a meeting misses of what is wanted.
    pub fn misses(&self, row: &Row, known: Known) -> u8 {
        let has = |wanted: Option<u8>, own: u8| wanted.is_none_or(|wanted| wanted & own != 0);
        let when = self.days_of(known.days);
        let places = self.places.as_ref();
        let mut misses = 0;
        for (what, is_missed) in [
            (FORMAT, !has(self.formats, row.formats)),
            (
                PLACE,
                !places.is_none_or(|places| places.has(row.place.into())),
            ),
            (TIME, !has(self.times, row.times)),
            (
                REGION,
                self.regions
                    .is_some_and(|regions| regions & known.region == 0),
            ),
            (
                NEAR,
                self.is_too_far(known) && row.is_only_in_person(self.formats),
            ),
            (WHEN, !has(self.days, when) || (self.soon && when == 0)),
        ] {
            if is_missed {
                misses |= what;
            }
        }
        misses
    }

    /// Whether the place of a meeting is farther away than wanted.
    fn is_too_far(&self, known: Known) -> bool {
        self.within()
            .is_some_and(|within| known.miles > f32::from(within))
    }

    /// The days on which a meeting counts.
    fn days_of(&self, days: Days) -> u8 {
        if self.soon { days.soon } else { days.all }
    }
}

impl Index {
    /// The groups of `among` that have a fitting meeting.
    pub(super) fn with_meeting(&self, wanted: &Wanted, among: &Bits) -> Bits {
        let mut found = Bits::new(self.directory.groups.len());
        for group in among.iter() {
            let mut rows = self.facts.meetings.rows_of(group);
            if rows.is_empty() && !wanted.wants_meeting()
                || rows.any(|row| self.fits_row(wanted, row))
            {
                found.insert(group);
            }
        }
        found
    }

    /// Whether a meeting, by its place in the index, is all that is wanted.
    pub(super) fn fits_row(&self, wanted: &Wanted, row: usize) -> bool {
        let of_row = self.facts.meetings.rows.get(row);
        of_row.is_some_and(|of_row| wanted.misses(of_row, self.known(wanted, row)) == 0)
    }

    /// What is known of a meeting, by its place in the index, beside its row.
    fn known(&self, wanted: &Wanted, row: usize) -> Known {
        let rule = self.facts.meetings.rows.get(row).map_or(0, |row| row.days);
        Known {
            days: self.dates.borrow().days(row, rule),
            region: self.region(row),
            miles: wanted
                .near
                .as_ref()
                .map_or(0.0, |near| self.miles(near, row)),
        }
    }
}

fn formats(attending_type: AttendingType) -> u8 {
    match attending_type {
        AttendingType::Online => ONLINE,
        AttendingType::InPerson => IN_PERSON,
        AttendingType::OnlineAndInPerson => ONLINE | IN_PERSON,
        AttendingType::Phone => PHONE,
    }
}

/// The time of day, as a bit of [`TIMES`](super::facet::TIMES).
fn times(opens: Time) -> u8 {
    match opens.hour() {
        ..12 => 1,
        12..17 => 1 << 1,
        17.. => 1 << 2,
    }
}
