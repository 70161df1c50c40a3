//! Reading schedules, and settling what contradicts itself in them.

use serde_json::Value;

use super::place::Place;
use super::read::{Read, read};
use super::values::{paragraphs, timezone, whole};
use crate::schedule::{ByDay, Freq, Schedule};

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
        Some(schedule)
    }
}

fn interval(value: &Value, place: &mut Place) -> Option<Option<u8>> {
    whole(value, place, 1, 99).map(|interval| Some(interval as u8))
}

fn bymonthday(value: &Value, place: &mut Place) -> Option<Option<i8>> {
    const ALLOWED: &str = "a day from 1 to 31, or from -1 to -31 to count from the month's end";
    match whole(value, place, -31, 31)? {
        0 => place.refuse(value, ALLOWED),
        day => Some(Some(day as i8)),
    }
}

/// Settles contradictions so that no date is shown on which nothing may be held: people travel.
fn settle(schedule: &mut Schedule, place: &mut Place) {
    let has_ordinal = schedule
        .byday
        .iter()
        .flat_map(ByDay::days)
        .any(|day| day.ordinal.is_some());
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
        let message = format!("{last} is before `dtstart`, {first}: nothing is ever held");
        place.report_field("valid_to", message);
    }
}
