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
        // Where only the day is known, it is all of the day, or what comes before it closes.
        let opens = self.opens_at.unwrap_or(Time::MIDNIGHT);
        let starts = zone.instant(day, opens);
        let ends = match self.closes_at {
            Some(closes) if closes < opens => zone.instant(day + 1, closes),
            Some(closes) if closes > opens => zone.instant(day, closes),
            _ if self.opens_at.is_some() => starts + HOUR,
            _ => zone.instant(day + 1, Time::MIDNIGHT),
        };
        Some(Occurrence {
            date: Date::from_day_number(day)?,
            starts,
            // Where the clocks go back between the two, it is not over before it begins.
            ends: ends.max(starts),
        })
    }
}
