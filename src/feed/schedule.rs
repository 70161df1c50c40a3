//! Reading schedules, and settling what contradicts itself in them.

use std::ops::RangeInclusive;

use super::place::Place;
use super::read::{Read, is_absent, read};
use super::text::paragraphs;
use super::values::{timezone, whole};
use crate::json::Value;
use crate::schedule::{ByDay, Freq, Schedule};
use crate::strings::concat;

/// Every how many weeks or months.
pub(super) const INTERVALS: RangeInclusive<i64> = 1..=99;

/// Days of the month, from its beginning or its end; 0 is none.
pub(super) const MONTH_DAYS: RangeInclusive<i64> = -31..=31;

impl Read for Schedule {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        let mut schedule = read!(
            value,
            place,
            Schedule {
                freq,
                interval: interval,
                byday,
                bymonthday: bymonthday,
                dtstart,
                valid_to,
                opens_at,
                closes_at,
                timezone: timezone,
                except_dates,
                extra_dates,
                description: paragraphs,
            }
        )?;
        settle(&mut schedule, place);
        drop_half_a_rule(&mut schedule, value, place);
        Some(schedule)
    }
}

/// Drops `freq`, without which no dates are worked out, where another part of the rule was given and
/// cannot be used: what is left would be another rule, with dates on which nothing is held.
fn drop_half_a_rule(schedule: &mut Schedule, value: &Value, place: &mut Place) {
    // Tools that export tables write 0 for a number that nobody gave.
    let is_given =
        |name: &str| !is_absent(value.get(name)) && value.get(name).as_f64() != Some(0.0);
    let is_weekly = schedule.freq == Some(Freq::Weekly);
    let is_half = (schedule.byday.is_none() && is_given("byday"))
        || (schedule.interval.is_none() && is_given("interval"))
        || (schedule.bymonthday.is_none() && is_given("bymonthday") && !is_weekly);
    if is_half && schedule.freq.take().is_some() {
        let message = "dropped too, because another part of the rule cannot be used";
        place.report_field("freq", message.into());
    }
}

fn interval(value: &Value, place: &mut Place) -> Option<Option<u8>> {
    whole(value, place, &INTERVALS).map(|interval| Some(interval as u8))
}

fn bymonthday(value: &Value, place: &mut Place) -> Option<Option<i8>> {
    const ALLOWED: &str = "a day from 1 to 31, or from -1 to -31 to count from the month's end";
    match whole(value, place, &MONTH_DAYS)? {
        0 => place.refuse(value, ALLOWED),
        day => Some(Some(day as i8)),
    }
}

/// Settles contradictions so that no date is shown on which nothing may be held: people travel to it.
fn settle(schedule: &mut Schedule, place: &mut Place) {
    let days = schedule.byday.as_ref().map_or(&[][..], ByDay::days);
    let has_ordinal = days.iter().any(|day| day.ordinal.is_some());
    if has_ordinal && schedule.freq != Some(Freq::Monthly) {
        // "3WE" means a month's third Wednesday. Were every Wednesday meant, that one is right too.
        let message = "a day with a number is of the month; `freq` is read as MONTHLY";
        place.report_field("byday", message.into());
        schedule.freq = Some(Freq::Monthly);
    }
    if schedule.bymonthday.is_some() && schedule.freq == Some(Freq::Weekly) {
        let message = "dropped, because `freq` is WEEKLY and weeks have no day of the month";
        place.report_field("bymonthday", message.into());
        schedule.bymonthday = None;
    }
    if schedule.interval.is_some_and(|interval| interval > 1) && schedule.dtstart.is_none() {
        let message = "needs a `dtstart` too, to say from which day it counts";
        place.report_field("interval", message.into());
    }
    if let (Some(first), Some(last)) = (schedule.dtstart, schedule.valid_to)
        && last < first
    {
        let (first, last) = (first.iso(), last.iso());
        let message = [
            &last,
            " is before `dtstart`, ",
            &first,
            ": nothing is ever held",
        ];
        place.report_field("valid_to", concat(&message));
    }
}
