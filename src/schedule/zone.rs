//! Time zones, as far as somebody outside the core knows them: when their clocks change.

use crate::directory::{Date, Time};

/// Minutes since the beginning of 1970, in UTC.
pub type Instant = i64;

/// The minutes of a day.
pub const DAY: i64 = 24 * 60;

/// A time zone's offsets over a span of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Zone {
    /// From which instant on which offset holds, in minutes east of UTC; in order. The first holds
    /// before its instant too, the last for ever.
    offsets: Vec<(Instant, i32)>,
}

/// How far apart a zone is asked for its offset. Clocks that change twice within it seem not to change:
/// the shortest time between two changes is that of Ramadan in Morocco, about five weeks.
const STEP: i64 = 21 * DAY;

impl Zone {
    /// The zone whose offset at an instant, in minutes east of UTC, `offset_at` knows, from one instant
    /// to another.
    pub fn new(from: Instant, to: Instant, offset_at: &dyn Fn(Instant) -> i32) -> Self {
        let mut offset = offset_at(from);
        let mut offsets = vec![(from, offset)];
        let mut at = from;
        while at < to {
            let next = at + STEP;
            let offset_then = offset_at(next);
            if offset_then != offset {
                // The change lies after `before` and not after `after`.
                let (mut before, mut after) = (at, next);
                while after - before > 1 {
                    let middle = (before + after) / 2;
                    if offset_at(middle) == offset {
                        before = middle;
                    } else {
                        after = middle;
                    }
                }
                offset = offset_then;
                offsets.push((after, offset));
            }
            at = next;
        }
        Self { offsets }
    }

    /// The zone with these offsets, as [`Zone::offsets`] gives them.
    pub fn of_offsets(offsets: Vec<(Instant, i32)>) -> Self {
        Self { offsets }
    }

    /// The offset at an instant, in minutes east of UTC.
    pub fn offset(&self, at: Instant) -> i32 {
        let mut offset = 0;
        for (place, (from, next)) in self.offsets.iter().enumerate() {
            if place == 0 || *from <= at {
                offset = *next;
            }
        }
        offset
    }

    /// The day that it is at an instant, as [`Date::day_number`].
    pub fn day(&self, at: Instant) -> i32 {
        (at + i64::from(self.offset(at))).div_euclid(DAY) as i32
    }

    /// When the clocks show a time on a day.
    ///
    /// After RFC 5545, section 3.3.5: a time that the clocks skip is told as before the change, and of
    /// two equal times the first counts.
    pub fn instant(&self, day: i32, time: Time) -> Instant {
        let local = i64::from(day) * DAY + i64::from(time.minutes());
        let mut offset = self.offsets.first().map_or(0, |(_, offset)| *offset);
        for (from, next) in self.offsets.iter().skip(1) {
            if local - i64::from(offset.max(*next)) >= *from {
                offset = *next;
            }
        }
        local - i64::from(offset)
    }

    /// When the clocks change, and to which offset; the first stands for the time before all changes.
    pub fn offsets(&self) -> &[(Instant, i32)] {
        &self.offsets
    }
}

/// The time that the clocks show at an instant of a zone with this offset, and the day.
pub fn wall_clock(at: Instant, offset: i32) -> Option<(Date, Time)> {
    let local = at + i64::from(offset);
    let minutes = local.rem_euclid(DAY);
    let date = Date::from_day_number(local.div_euclid(DAY) as i32)?;
    let time = Time::new((minutes / 60) as u8, (minutes % 60) as u8)?;
    Some((date, time))
}
