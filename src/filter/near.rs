//! How far meetings are from a place, and in which region they are.

use super::Index;
use super::meetings::{IN_PERSON, NOWHERE, Row};
use super::query::{Near, Query};
use crate::directory::replaced;
use crate::places::{Found, Grade, Spot, miles, write_venue};

/// How far away something is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    pub miles: f32,
    /// Whether the place or the venue is only known to some miles.
    pub is_rough: bool,
    /// Which of the group's meetings it is.
    pub meeting: usize,
}

impl Index {
    /// What to ask the table of places: where what a visitor typed is, and where the venues are.
    pub fn ask_places(&self, typed: &str) -> String {
        let mut request = replaced(typed, &|c| c == '\n', ' ');
        for (group, meetings) in self.facts.meetings.groups() {
            for row in meetings {
                request.push('\n');
                let group = self.directory.groups.get(group);
                let meeting = group.and_then(|group| group.meetings.get(usize::from(row.number)));
                if let Some(venue) = meeting.and_then(|meeting| meeting.venue.as_ref()) {
                    write_venue(&mut request, venue, &self.lang);
                }
            }
        }
        request
    }

    /// Takes the answer of the table of places, and with it where the venues are.
    pub fn take_places(&self, answer: &str) -> Found {
        let mut lines = answer.split('\n');
        let found = Found::read(lines.next().unwrap_or_default());
        let mut spots = Vec::new();
        for line in lines {
            spots.push(Spot::read(line));
        }
        self.spots.replace(spots);
        found
    }

    /// Whether it is known where the venues are.
    pub fn has_places(&self) -> bool {
        !self.spots.borrow().is_empty()
    }

    /// The distance to the nearest of some meetings of a group that the query wants, by their numbers in
    /// the group's list; nothing where the query names no place or where they are is not known.
    pub fn distance(&self, query: &Query, group: u32, meetings: &[usize]) -> Option<Distance> {
        let near = query.near.as_ref()?;
        let wanted = self.wanted(query);
        let spots = self.spots.borrow();
        let mut nearest: Option<Distance> = None;
        for row in self.facts.meetings.rows_of(group as usize) {
            let of_row = &self.facts.meetings.rows[row];
            let meeting = usize::from(of_row.number);
            let Some(Some(spot)) = spots.get(row).filter(|_| meetings.contains(&meeting)) else {
                continue;
            };
            let is_rough = near.spot.grade == Grade::Area || spot.grade == Grade::Area;
            let miles = self.miles(near, row);
            if of_row.is_in_person()
                && self.fits_row(&wanted, row)
                && nearest.is_none_or(|nearest| miles < nearest.miles)
            {
                nearest = Some(Distance {
                    miles,
                    is_rough,
                    meeting,
                });
            }
        }
        nearest
    }

    /// The miles from a place to a meeting, by its place in the index; endless where that is not known.
    pub(super) fn miles(&self, near: &Near, row: usize) -> f32 {
        let spots = self.spots.borrow();
        let spot = spots.get(row).and_then(Option::as_ref);
        spot.map_or(f32::INFINITY, |spot| {
            miles(near.spot.point, spot.point) as f32
        })
    }

    /// The region of a meeting, by its place in the index, as a bit.
    pub(super) fn region(&self, row: usize) -> u16 {
        let spots = self.spots.borrow();
        let spot = spots.get(row).copied().flatten();
        spot.and_then(|spot| spot.region)
            .map_or(0, |region| 1 << region as u16)
    }
}

impl Row {
    /// Whether people meet at a place.
    pub fn is_in_person(&self) -> bool {
        self.formats & IN_PERSON != 0 || (self.formats == 0 && self.place != NOWHERE)
    }

    /// Whether it can only be attended at a place, of the ways that are wanted.
    pub fn is_only_in_person(&self, formats: Option<u8>) -> bool {
        self.is_in_person() && self.formats & formats.unwrap_or(u8::MAX) & !IN_PERSON == 0
    }
}
