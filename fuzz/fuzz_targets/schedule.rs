//! A meeting is held when a plain reading of its rule, day by day, says so: no day too many, none missing.

#![no_main]

#[path = "../../tests/ical/mod.rs"]
mod ical;

use fuzz::{Case, plain};
use ical::days_by_rrule;
use libfuzzer_sys::fuzz_target;
use peer_support_directory::directory::Date;
use peer_support_directory::schedule::{DAY, Instant, Schedule, Weekday, Zone};

/// How many meetings are followed.
const MEETINGS: usize = 12;

fuzz_target!(|case: Case| {
    let Case {
        schedule,
        zone,
        mut now,
        weekdays,
    } = case;
    let mut last: Option<Date> = None;
    for _ in 0..MEETINGS {
        let found = schedule.next(now, &zone, weekdays);
        let known = found.map(|found| found.date);
        assert_eq!(found, plain::next(&schedule, &zone, now, weekdays, known));
        let Some(found) = found else { break };
        assert!(found.ends > now && found.ends >= found.starts);
        assert!(last.is_none_or(|last| last < found.date), "{last:?}");
        (now, last) = (found.ends, Some(found.date));
    }
    if can_be_read_by_rrule(&schedule) {
        compare_with_rrule(schedule);
    }
});

/// rrule wants a first day, and of a rule with numbers for some days alone it finds only what is both. It
/// refuses -5. Where a rule never falls, it takes long to say so.
fn can_be_read_by_rrule(schedule: &Schedule) -> bool {
    let days = schedule.byday.as_ref().map_or(&[][..], |days| days.days());
    let numbers = days.iter().filter(|day| day.ordinal.is_some()).count();
    let years = 1970..2100;
    schedule.freq.is_some()
        && (numbers == 0 || numbers == days.len())
        && days.iter().all(|day| day.ordinal != Some(-5))
        && schedule
            .dtstart
            .is_some_and(|day| years.contains(&day.year()))
        && schedule
            .valid_to
            .is_none_or(|day| years.contains(&day.year()))
}

fn compare_with_rrule(mut schedule: Schedule) {
    schedule.extra_dates.clear();
    let utc = Zone::new(0, 0, &|_| 0);
    let start = schedule.dtstart.map_or(0, Date::day_number);
    let mut now = Instant::from(start) * DAY;
    let mut days = Vec::new();
    while days.len() < MEETINGS
        && let Some(next) = schedule.next(now, &utc, Weekday::EVERY)
    {
        days.push(next.date);
        now = next.ends;
    }
    if let Some(last) = days.last() {
        assert_eq!(days, days_by_rrule(&schedule, *last));
    }
}
