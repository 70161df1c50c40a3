//! How, where and on which days groups meet. These three go together, meeting by meeting.

use super::bits::Bits;
use super::facet::Facet;
use crate::directory::{AttendingType, Group, Kind, Meeting};
use crate::schedule::{ByDay, Schedule};

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
    /// On which days, a bit each from Monday.
    pub days: u8,
}

/// What is wanted of a meeting. Nothing wanted fits every meeting; an empty set fits none.
#[derive(Clone, Default)]
pub struct Wanted {
    pub formats: Option<u8>,
    pub days: Option<u8>,
    pub places: Option<Bits>,
}

impl Meetings {
    /// Adds a group's meetings. A helpline is as good as a meeting by phone, and an online
    /// community as one online, at no place and on no day.
    pub fn push(&mut self, group: &Group, place: &mut dyn FnMut(&Meeting) -> u16) {
        for (number, meeting) in group.meetings.iter().enumerate() {
            self.rows.push(Row {
                place: place(meeting),
                number: u16::try_from(number).unwrap_or(UNLISTED),
                formats: meeting.attending_type.map_or(0, formats),
                days: meeting.schedule.as_ref().map_or(0, days),
            });
        }
        for (kind, formats) in [(Kind::Helpline, PHONE), (Kind::OnlineCommunity, ONLINE)] {
            if group.kinds.contains(&kind) {
                self.rows.push(Row {
                    place: NOWHERE,
                    number: UNLISTED,
                    formats,
                    days: 0,
                });
            }
        }
        self.ends.push(self.rows.len() as u32);
    }

    /// A group's meetings.
    pub fn of(&self, group: usize) -> &[Row] {
        let end = |group: usize| self.ends.get(group).map_or(0, |&end| end as usize);
        let start = if group == 0 { 0 } else { end(group - 1) };
        self.rows.get(start..end(group)).unwrap_or_default()
    }

    /// Drops the meetings that do not fit.
    pub fn restrict(&mut self, wanted: &Wanted) {
        let mut kept = Self::default();
        for group in 0..self.ends.len() {
            let rows = self.of(group).iter().filter(|row| wanted.fits(row));
            kept.rows.extend(rows);
            kept.ends.push(kept.rows.len() as u32);
        }
        *self = kept;
    }

    /// The groups of `among` that have a fitting meeting. For those also in `counted`, `counts` of
    /// formats, places and days grow by what each option would find in place of what is wanted there.
    pub fn find(
        &self,
        wanted: &Wanted,
        among: &Bits,
        counted: &Bits,
        counts: &mut [Vec<u32>],
    ) -> Bits {
        let mut found = Bits::new(self.ends.len());
        // The last group that was counted at each place, so that each counts once.
        let mut seen = vec![u32::MAX; counts[Facet::Place as usize].len()];
        for group in among.iter() {
            let is_counted = counted.has(group);
            let (mut formats, mut days) = (0, 0);
            for row in self.of(group) {
                let (format, place, day) = wanted.check(row);
                if format && place && day {
                    found.insert(group);
                }
                if place && day {
                    formats |= row.formats;
                }
                if format && place {
                    days |= row.days;
                }
                if is_counted
                    && format
                    && day
                    && let Some(seen) = seen.get_mut(usize::from(row.place))
                    && *seen != group as u32
                {
                    *seen = group as u32;
                    counts[Facet::Place as usize][usize::from(row.place)] += 1;
                }
            }
            if is_counted {
                count_bits(formats, &mut counts[Facet::Format as usize]);
                count_bits(days, &mut counts[Facet::Day as usize]);
            }
        }
        found
    }
}

impl Row {
    /// Whether it is the meeting of this number in the group's list.
    pub fn is(&self, number: usize) -> bool {
        usize::from(self.number) == number && self.number != UNLISTED
    }
}

impl Wanted {
    /// Whether anything is wanted.
    pub fn is_any(&self) -> bool {
        self.formats.is_some() || self.days.is_some() || self.places.is_some()
    }

    /// Whether the meeting is all that is wanted.
    pub fn fits(&self, row: &Row) -> bool {
        self.check(row) == (true, true, true)
    }

    /// Whether the meeting's format, place and day are wanted.
    fn check(&self, row: &Row) -> (bool, bool, bool) {
        let places = self.places.as_ref();
        (
            self.formats
                .is_none_or(|formats| formats & row.formats != 0),
            places.is_none_or(|places| places.has(row.place.into())),
            self.days.is_none_or(|days| days & row.days != 0),
        )
    }
}

fn count_bits(bits: u8, counts: &mut [u32]) {
    for (bit, count) in counts.iter_mut().enumerate() {
        *count += u32::from(bits >> bit & 1);
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

fn days(schedule: &Schedule) -> u8 {
    let days = schedule.byday.as_ref().map_or(&[][..], ByDay::days);
    days.iter()
        .fold(0, |mask, day| mask | 1 << day.weekday as u8)
}
