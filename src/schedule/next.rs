//! When a meeting is held next.

use super::Schedule;
use super::zone::{Instant, Zone};
use crate::directory::{Date, Time};

/// One time that a meeting is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The day, in the zone of the meeting.
    pub date: Date,
    /// When it begins; the beginning of the day where no time is known.
    pub starts: Instant,
    /// When it is over.
    pub ends: Instant,
}

/// How long a meeting is on whose end nobody knows, in minutes.
const HOUR: i64 = 60;

impl Schedule {
    /// The occurrence that is on at an instant, or else the next one, on any of `weekdays`, a bit each from
    /// Monday; nothing where there is none or none can be worked out.
    pub fn next(&self, now: Instant, zone: &Zone, weekdays: u8) -> Option<Occurrence> {
        // What began yesterday may go on past midnight.
        let mut from = zone.day(now) - 1;
        loop {
            let day = self.next_day(from, weekdays)?;
            let occurrence = self.on(day, zone)?;
            if occurrence.ends > now {
                return Some(occurrence);
            }
            from = day + 1;
        }
    }

    /// The occurrence of a day.
    fn on(&self, day: i32, zone: &Zone) -> Option<Occurrence> {
        const MIDNIGHT: Time = Time::MIDNIGHT;
        let starts = zone.instant(day, self.opens_at.unwrap_or(MIDNIGHT));
        let ends = match (self.opens_at, self.closes_at) {
            (Some(opens), Some(closes)) if closes < opens => zone.instant(day + 1, closes),
            (opens, Some(closes)) if Some(closes) != opens => zone.instant(day, closes),
            (Some(_), _) => starts + HOUR,
            (None, _) => zone.instant(day + 1, MIDNIGHT),
        };
        Some(Occurrence {
            date: Date::from_day_number(day)?,
            starts,
            // Where the clocks go back between the two, it is not over before it begins.
            ends: ends.max(starts),
        })
    }
}
