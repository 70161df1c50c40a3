//! When a meeting is held, day by day: a plain reading of RFC 5545 that works nothing out in advance.

use peer_support_directory::directory::{Date, Time};
use peer_support_directory::schedule::{
    ByDay, DAY, Freq, Instant, Occurrence, Schedule, Weekday, Zone,
};

/// How many days are looked at for a meeting that may never be held again: 29 February comes within eight
/// years, and a fifth weekday of it or of a month that an interval allows may take longer.
const DAYS: i32 = 8 * 366;

/// The first meeting, on any of the wanted weekdays, that is not over at an instant; within eight years, or
/// up to a day that is known to be one.
pub fn next(
    schedule: &Schedule,
    zone: &Zone,
    now: Instant,
    weekdays: u8,
    known: Option<Date>,
) -> Option<Occurrence> {
    let from = zone.day(now) - 2;
    let to = known.map_or(from + DAYS, Date::day_number);
    let is_wanted = |day: &i32| Weekday::of(*day).bit() & weekdays != 0 && is_held(schedule, *day);
    let held = (from..=to).filter(is_wanted);
    let mut meetings = held.filter_map(|day| on(schedule, zone, day));
    meetings.find(|meeting| meeting.ends > now)
}

/// Whether it is held on a day.
pub fn is_held(schedule: &Schedule, day: i32) -> bool {
    let Some(date) = Date::from_day_number(day) else {
        return false;
    };
    !schedule.except_dates.contains(&date)
        && (schedule.extra_dates.contains(&date) || falls_on(schedule, date).unwrap_or(false))
}

/// Whether the rule falls on a day; nothing where there is no rule that says so.
fn falls_on(schedule: &Schedule, date: Date) -> Option<bool> {
    let freq = schedule.freq?;
    let interval = i32::from(schedule.interval.unwrap_or(1));
    let start = schedule.dtstart;
    let period = |date: Date| match freq {
        Freq::Weekly => (date.day_number() + 3).div_euclid(7),
        Freq::Monthly => i32::from(date.year()) * 12 + i32::from(date.month()),
    };
    let is_turn = match start {
        Some(start) => (period(date) - period(start)) % interval == 0,
        None if interval > 1 => return None,
        None => true,
    };
    let is_in_span = start.is_none_or(|first| first <= date)
        && schedule.valid_to.is_none_or(|last| date <= last);
    let month_day = schedule.bymonthday.filter(|_| freq == Freq::Monthly);
    let is_day = match (&schedule.byday, month_day) {
        (None, None) => match freq {
            Freq::Weekly => weekday(start?) == weekday(date),
            Freq::Monthly => start?.day() == date.day(),
        },
        (byday, month_day) => {
            byday.as_ref().is_none_or(|days| is_one(days, date, freq))
                && month_day.is_none_or(|day| [date.day() as i8, -from_end(date)].contains(&day))
        }
    };
    Some(is_turn && is_in_span && is_day)
}

fn is_one(days: &ByDay, date: Date, freq: Freq) -> bool {
    let nth = [
        (date.day() as i8 - 1) / 7 + 1,
        -((from_end(date) - 1) / 7 + 1),
    ];
    days.days().iter().any(|day| {
        let is_nth = day.ordinal.is_none_or(|ordinal| nth.contains(&ordinal));
        day.weekday == weekday(date) && (is_nth || freq == Freq::Weekly)
    })
}

/// Which day of the month it is, counted from the last, which is 1.
fn from_end(date: Date) -> i8 {
    let is_there = |day: &u8| Date::new(date.year(), date.month(), *day).is_some();
    let last = (28..=31).rev().find(is_there).unwrap_or(28);
    (last - date.day()) as i8 + 1
}

fn weekday(date: Date) -> Weekday {
    Weekday::of(date.day_number())
}

/// From when to when it is held on a day.
fn on(schedule: &Schedule, zone: &Zone, day: i32) -> Option<Occurrence> {
    let at = |day, time| instant(zone, day, time);
    let starts = at(day, schedule.opens_at.unwrap_or(Time::MIDNIGHT));
    let ends = match (schedule.opens_at, schedule.closes_at) {
        (None, None | Some(Time::MIDNIGHT)) => at(day + 1, Time::MIDNIGHT),
        (None, Some(closes)) => at(day, closes),
        (Some(opens), Some(closes)) if closes > opens => at(day, closes),
        (Some(opens), Some(closes)) if closes < opens => at(day + 1, closes),
        (Some(_), _) => starts + 60,
    };
    Some(Occurrence {
        date: Date::from_day_number(day)?,
        starts,
        ends: ends.max(starts),
    })
}

/// When the clocks of a zone show a time first; where they skip it, when they would have shown it.
fn instant(zone: &Zone, day: i32, time: Time) -> Instant {
    let local = i64::from(day) * DAY + i64::from(time.minutes());
    let offsets = zone.offsets();
    let shown = offsets.iter().map(|(_, offset)| local - i64::from(*offset));
    let shown = shown.filter(|at| at + i64::from(zone.offset(*at)) == local);
    shown.min().unwrap_or_else(|| {
        let skip = offsets.windows(2).find(|pair| {
            let ((_, before), (at, after)) = (pair[0], pair[1]);
            (at + i64::from(before)..at + i64::from(after)).contains(&local)
        });
        local - i64::from(skip.map_or(0, |pair| pair[0].1))
    })
}
