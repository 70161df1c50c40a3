//! From which day on, by which rule and with which other dates a meeting is held.

use super::lines::{date, utc};
use super::reading::Reading;
use crate::directory::{Named, Time};
use crate::schedule::{ByDay, Freq, Instant, Schedule, Weekday, Zone};
use crate::strings::{concat, digits, join};

/// How many minutes after its last meeting has begun a rule ends.
const LATE: Instant = 3 * 60;

/// Dates that make one event of a calendar. Days are numbers: [`crate::directory::Date::day_number`].
pub struct Series {
    /// The first day, which is always one on which it is held.
    pub first: i32,
    /// The rule, as RFC 5545 writes it.
    pub rule: Option<String>,
    /// Days of the rule on which it is not held.
    pub except: Vec<i32>,
    /// Later days outside the rule on which it is held.
    pub extra: Vec<i32>,
}

/// The series of a meeting that is held next on day `next`: that of its rule, then one for each date
/// that is alone or comes before the rule.
///
/// A rule must begin on one of its own days, and of dates without a rule many programs see only some.
pub fn series(reading: &Reading<'_>, next: i32) -> Vec<Series> {
    let schedule = &reading.schedule;
    let is_held = |day: i32| {
        let mut excepted = schedule.except_dates.iter();
        excepted.all(|date| date.day_number() != day)
    };
    let is_of_rule = |day: i32| schedule.next_of_rule(day, &|_| true) == Some(day);
    let mut all = Vec::new();
    // A rule that is over is of no use.
    let coming = schedule.next_of_rule(next, &is_held);
    let start = schedule.dtstart.map_or(next, |start| start.day_number());
    // Rules are followed only so far: one that falls first ages after its start is not found from there.
    let first = coming.map(|day| schedule.next_of_rule(start, &is_held).unwrap_or(day));
    let (mut early, mut late) = (Vec::new(), Vec::new());
    for date in &schedule.extra_dates {
        let day = date.day_number();
        if !is_held(day) || is_of_rule(day) || early.contains(&day) || late.contains(&day) {
            continue;
        }
        if first.is_some_and(|first| day > first) {
            late.push(day);
        } else if day >= next {
            early.push(day);
        }
    }
    if let Some(first) = first {
        let mut except = Vec::new();
        for date in &schedule.except_dates {
            let day = date.day_number();
            if day > first && is_of_rule(day) && !except.contains(&day) {
                except.push(day);
            }
        }
        all.push(Series {
            first,
            rule: rule(schedule, &reading.zone),
            except,
            extra: late,
        });
    }
    for first in early {
        all.push(Series {
            first,
            rule: None,
            except: Vec::new(),
            extra: Vec::new(),
        });
    }
    all
}

/// The rule of a schedule whose days can be worked out.
///
/// It says all that RFC 5545 would let the first day say: where that is, is another thing.
fn rule(schedule: &Schedule, zone: &Zone) -> Option<String> {
    let freq = schedule.freq?;
    let mut rule = concat(&["FREQ=", freq.id()]);
    let interval = schedule.interval.unwrap_or(1);
    if interval > 1 {
        rule += &concat(&[";INTERVAL=", &digits(interval)]);
    }
    let month_day = schedule.bymonthday.filter(|_| freq == Freq::Monthly);
    let mut days = String::new();
    if let Some(byday) = &schedule.byday {
        days = weekdays(byday, freq);
    }
    let mut month_day = month_day.map(i32::from);
    if days.is_empty() && month_day.is_none() {
        let start = schedule.dtstart?;
        match freq {
            Freq::Weekly => Weekday::of(start.day_number()).code().clone_into(&mut days),
            Freq::Monthly => month_day = Some(start.day().into()),
        }
    }
    if !days.is_empty() {
        rule += &concat(&[";BYDAY=", &days]);
    }
    if let Some(day) = month_day {
        rule += &concat(&[";BYMONTHDAY=", &digits(day)]);
    }
    if let Some(last) = schedule.valid_to {
        let last = last.day_number();
        // As precise as the first day is: RFC 5545, section 3.3.10. Some hours late, because the offset of a far
        // day is not known: Morocco's clocks follow Ramadan. The next day is farther still.
        let until = match schedule.opens_at {
            Some(opens) => utc(zone.instant(last, opens) + LATE),
            None => date(last),
        };
        rule += &concat(&[";UNTIL=", &until]);
    }
    // Where weeks are left out, it matters on which day they begin.
    if freq == Freq::Weekly && interval > 1 {
        rule += ";WKST=MO";
    }
    Some(rule)
}

/// Days of the week, with numbers for all or for none: programs read a mixture in different ways.
fn weekdays(byday: &ByDay, freq: Freq) -> String {
    let has_ordinals = byday.days().iter().any(|day| day.ordinal.is_some());
    let mut days: Vec<String> = Vec::new();
    for day in byday.days() {
        let code = day.weekday.code();
        let ordinals = match day.ordinal {
            _ if freq == Freq::Weekly || !has_ordinals => 0..=0,
            Some(ordinal) => ordinal..=ordinal,
            None => 1..=5,
        };
        for ordinal in ordinals {
            let number = match ordinal {
                0 => String::new(),
                ordinal => digits(ordinal),
            };
            let day = number + code;
            if !days.contains(&day) {
                days.push(day);
            }
        }
    }
    join(&days, ",")
}

/// How many minutes after its day begins a meeting begins and ends; nothing where no time is known.
pub fn times(schedule: &Schedule) -> Option<(i32, i32)> {
    const DAY: i32 = 24 * 60;
    let minutes = |time: Time| i32::from(time.minutes());
    let opens = minutes(schedule.opens_at?);
    let closes = match schedule.closes_at.map(minutes) {
        Some(closes) if closes > opens => closes,
        Some(closes) if closes < opens => closes + DAY,
        _ => opens + 60,
    };
    Some((opens, closes))
}
