//! Events to write into calendar files, any schedules among them, in zones as the crate jiff knows them.
#![allow(dead_code, reason = "not every test binary uses all")]

use jiff::Timestamp;
use jiff::tz::TimeZone;
use peer_support_directory::calendar::Event;
use peer_support_directory::directory::{Date, Id, Time};
use peer_support_directory::schedule::{ByDay, DAY, Freq, Instant, Schedule, Weekday, Zone};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

const ZONES: [&str; 7] = [
    "Europe/London",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "America/St_Johns",
];

/// Noon of 22 November 2026.
pub const NOW: Instant = 20_779 * DAY + 12 * 60;

/// The day of [`NOW`], counted from the beginning of 1970.
pub const TODAY: i32 = (NOW / DAY) as i32;

pub fn jiff_offset(zone: &TimeZone, at: Instant) -> i32 {
    let at = Timestamp::from_second(at * 60).expect("an instant of these years");
    zone.to_offset(at).seconds() / 60
}

/// A zone as far as a browser is asked for it.
pub fn zone(id: &str) -> Zone {
    let oracle = TimeZone::get(id).expect("a zone of the bundled database");
    Zone::new(NOW - 2 * DAY, NOW + 3 * 366 * DAY, &|at| {
        jiff_offset(&oracle, at)
    })
}

pub fn event<'a>(schedule: &'a Schedule, zone: &'a Zone) -> Event<'a> {
    Event {
        group: "heads",
        meeting: 1,
        title: "Heads together",
        place: "",
        details: "",
        url: "",
        schedule,
        valid_to: None,
        offsets: zone.offsets(),
        now: NOW,
    }
}

pub fn weekly(byday: &str, opens: &str, closes: &str) -> Schedule {
    Schedule {
        freq: Some(Freq::Weekly),
        byday: ByDay::parse(byday),
        opens_at: Time::parse(opens),
        closes_at: Time::parse(closes),
        ..Schedule::default()
    }
}

/// The days on which a schedule is held, from a day to another.
pub fn days(schedule: &Schedule, zone: &Zone, from: i32, to: i32) -> Vec<Date> {
    let mut days = Vec::new();
    let mut now = i64::from(from) * DAY;
    while let Some(next) = schedule.next(now, zone, Weekday::EVERY) {
        if next.date.day_number() >= to {
            break;
        }
        days.push(next.date);
        now = next.ends.max(next.starts + 1);
    }
    days
}

pub fn date(from: i32, to: i32) -> impl Strategy<Value = Date> {
    (TODAY + from..TODAY + to).prop_filter_map("a day", Date::from_day_number)
}

/// Any weekdays with numbers or without; rrule refuses -5.
fn byday(freq: Freq) -> impl Strategy<Value = ByDay> {
    let ordinal = of(prop_oneof![1_i8..=5, -4_i8..=-1]);
    vec((ordinal, 0..7_usize), 1..4).prop_filter_map("days", move |days| {
        let code = |(ordinal, day): &(Option<i8>, usize)| {
            let ordinal = ordinal.filter(|_| freq == Freq::Monthly);
            ordinal.map_or(String::new(), |ordinal| ordinal.to_string()) + Weekday::ALL[*day].code()
        };
        ByDay::parse(&days.iter().map(code).collect::<Vec<_>>().join(","))
    })
}

fn time() -> impl Strategy<Value = Option<Time>> {
    // Not among the hours that clocks skip: what is held then is another thing to each program.
    of((4..24_u8, 0..60_u8).prop_filter_map("a time", |(hour, minute)| Time::new(hour, minute)))
}

pub fn schedule() -> impl Strategy<Value = Schedule> {
    let freq = prop_oneof![
        4 => Just(Some(Freq::Weekly)),
        4 => Just(Some(Freq::Monthly)),
        1 => Just(None),
    ];
    freq.prop_flat_map(|freq| {
        let month_day = of(prop_oneof![1_i8..=31, -31_i8..=-1]);
        let start = of(date(-900, 200));
        let dates = (start, of(date(-50, 1500)), vec(date(-40, 700), 0..4));
        let rule = (of(1..=5_u8), of(byday(freq.unwrap_or(Freq::Monthly))));
        let times = (time(), time(), select(&ZONES[..]));
        let hits = (any::<bool>(), any::<bool>());
        (
            rule,
            month_day,
            dates,
            vec(date(-40, 700), 0..3),
            times,
            hits,
        )
            .prop_map(
                move |((interval, byday), bymonthday, dates, excepted, times, hits)| {
                    let (dtstart, valid_to, extra_dates) = dates;
                    let (opens_at, closes_at, timezone) = times;
                    let mut schedule = Schedule {
                        freq,
                        interval,
                        byday,
                        bymonthday: bymonthday.filter(|day| day % 3 == 0),
                        dtstart,
                        valid_to,
                        opens_at,
                        closes_at,
                        timezone: Id::new(timezone),
                        except_dates: excepted,
                        extra_dates,
                        description: None,
                    };
                    let zone = Zone::new(0, 0, &|_| 0);
                    let held = days(&schedule, &zone, TODAY, TODAY + 900);
                    // Most exceptions are days on which it would be held, the first among them; so are
                    // some of the dates outside the rule.
                    if hits.0 {
                        schedule.except_dates.extend(held.iter().step_by(3).take(3));
                    }
                    if hits.1 {
                        schedule
                            .extra_dates
                            .extend(held.iter().skip(1).step_by(2).take(3));
                    }
                    schedule
                },
            )
    })
}
