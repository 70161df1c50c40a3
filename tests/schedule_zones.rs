//! Time zones, held to the crate `jiff` over twenty years.
#![cfg(not(target_arch = "wasm32"))]

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use peer_support_directory::directory::{Date, Time};
use peer_support_directory::schedule::{DAY, Schedule, Weekday, Zone, wall_clock};
use proptest::prelude::*;
use proptest::sample::select;

/// Zones with and without summer time, of both hemispheres, with odd offsets and odd changes.
const ZONES: [&str; 12] = [
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Africa/Casablanca",
    "UTC",
];

fn minute(year: i16) -> i64 {
    let first = Date::new(year, 1, 1).map_or(0, Date::day_number);
    i64::from(first) * DAY
}

fn jiff_zone(id: &str) -> TimeZone {
    TimeZone::get(id).expect("a zone of the bundled database")
}

fn jiff_offset(zone: &TimeZone, at: i64) -> i32 {
    let at = Timestamp::from_second(at * 60).expect("an instant of these years");
    zone.to_offset(at).seconds() / 60
}

fn zone(id: &str) -> Zone {
    let oracle = jiff_zone(id);
    Zone::new(minute(2020), minute(2040), &|at| jiff_offset(&oracle, at))
}

proptest! {
    #[test]
    fn every_offset_is_that_of_jiff(id in select(&ZONES[..]), at in minute(2020)..minute(2040)) {
        prop_assert_eq!(zone(id).offset(at), jiff_offset(&jiff_zone(id), at));
    }

    #[test]
    fn every_wall_clock_time_is_that_of_jiff(
        id in select(&ZONES[..]),
        at in minute(2020) + DAY..minute(2040) - DAY,
    ) {
        check_wall_clock(id, &zone(id), at);
    }
}

#[test]
fn at_every_change_too() {
    for id in ZONES {
        let zone = zone(id);
        let oracle = jiff_zone(id);
        let changes = zone.offsets().iter().skip(1);
        let found: Vec<_> = changes.map(|(at, _)| *at).collect();
        let first = Timestamp::from_second(minute(2020) * 60).expect("2020");
        let expected: Vec<_> = oracle
            .following(first)
            .map(|change| change.timestamp().as_second() / 60)
            .take_while(|at| *at < minute(2040))
            .collect();
        // Changes of the name or of the summer flag alone are no change of the clocks.
        assert!(found.iter().all(|at| expected.contains(at)), "{id}");
        for at in expected {
            for minutes in [-61, -60, -31, -30, -1, 0, 1, 29, 30, 31, 59, 60, 61] {
                assert_eq!(
                    zone.offset(at + minutes),
                    jiff_offset(&oracle, at + minutes),
                    "{id}"
                );
                for offset in [zone.offset(at - 1), zone.offset(at)] {
                    check_wall_clock(id, &zone, at + i64::from(offset) + minutes);
                }
            }
        }
    }
}

/// A wall-clock time, given as minutes of UTC's clock, is the same instant here and in jiff.
fn check_wall_clock(id: &str, zone: &Zone, local: i64) {
    let (date, time) = wall_clock(local, 0).expect("a day of these years");
    let civil = DateTime::new(
        date.year(),
        date.month() as i8,
        date.day() as i8,
        time.hour() as i8,
        time.minute() as i8,
        0,
        0,
    );
    // Its "compatible" way is that of RFC 5545, section 3.3.5.
    let ambiguous = jiff_zone(id).to_ambiguous_timestamp(civil.expect("a time"));
    let expected = ambiguous.compatible().expect("an instant").as_second() / 60;
    let found = zone.instant(date.day_number(), time);
    assert_eq!(found, expected, "{id} {civil:?}", civil = date.iso());
    let (shown_date, shown_time) = wall_clock(found, zone.offset(found)).expect("a day");
    if !matches!(ambiguous.offset(), jiff::tz::AmbiguousOffset::Gap { .. }) {
        assert_eq!((shown_date, shown_time), (date, time), "{id}");
    }
}

#[test]
fn half_past_six_stays_half_past_six() {
    let london = zone("Europe/London");
    let schedule = weekly("SU", "18:30", "20:00");
    let mut now = minute(2026);
    for _ in 0..52 {
        let next = schedule
            .next(now, &london, Weekday::EVERY)
            .expect("a Sunday");
        let clock =
            |at| wall_clock(at, london.offset(at)).map(|(_, time)| (time.hour(), time.minute()));
        assert_eq!(clock(next.starts), Some((18, 30)), "{}", next.date);
        assert_eq!(clock(next.ends), Some((20, 0)), "{}", next.date);
        now = next.ends;
    }
}

#[test]
fn meetings_begin_and_end() {
    let london = zone("Europe/London");
    let at = |text: &str| {
        let (day, time) = text.split_once(' ').expect("a day and a time");
        let day = Date::parse(day).expect("a day").day_number();
        london.instant(day, Time::parse(time).expect("a time"))
    };
    let check = |schedule: &Schedule, now: &str, starts: &str, ends: &str| {
        let next = schedule.next(at(now), &london, Weekday::EVERY);
        let next = next.map(|next| (next.starts, next.ends));
        assert_eq!(next, Some((at(starts), at(ends))), "{now}");
    };
    let evening = weekly("WE", "18:30", "20:00");
    check(
        &evening,
        "2026-11-25 18:29",
        "2026-11-25 18:30",
        "2026-11-25 20:00",
    );
    check(
        &evening,
        "2026-11-25 19:59",
        "2026-11-25 18:30",
        "2026-11-25 20:00",
    );
    check(
        &evening,
        "2026-11-25 20:00",
        "2026-12-02 18:30",
        "2026-12-02 20:00",
    );
    // Over an hour after it begins, where nobody says when it ends.
    let open = weekly("WE", "18:30", "");
    check(
        &open,
        "2026-11-25 19:29",
        "2026-11-25 18:30",
        "2026-11-25 19:30",
    );
    check(
        &open,
        "2026-11-25 19:30",
        "2026-12-02 18:30",
        "2026-12-02 19:30",
    );
    // On the next day, where it ends before it begins.
    let night = weekly("WE", "23:00", "00:30");
    check(
        &night,
        "2026-11-26 00:29",
        "2026-11-25 23:00",
        "2026-11-26 00:30",
    );
    check(
        &night,
        "2026-11-26 00:30",
        "2026-12-02 23:00",
        "2026-12-03 00:30",
    );
    // All day, where only the day is known.
    let day = weekly("WE", "", "");
    check(
        &day,
        "2026-11-25 23:59",
        "2026-11-25 00:00",
        "2026-11-26 00:00",
    );
    check(
        &day,
        "2026-11-26 00:00",
        "2026-12-02 00:00",
        "2026-12-03 00:00",
    );
    // At midnight it is over when the day is, not before it begins.
    let until_midnight = weekly("WE", "", "00:00");
    check(
        &until_midnight,
        "2026-11-25 23:59",
        "2026-11-25 00:00",
        "2026-11-26 00:00",
    );
    // The clocks go back between its beginning and its end, or skip its beginning.
    let back = weekly("SU", "00:30", "01:30");
    check(
        &back,
        "2026-10-24 12:00",
        "2026-10-25 00:30",
        "2026-10-25 01:30",
    );
    let skipped = weekly("SU", "01:30", "01:45");
    check(
        &skipped,
        "2026-03-28 12:00",
        "2026-03-29 02:30",
        "2026-03-29 02:45",
    );
}

fn weekly(byday: &str, opens: &str, closes: &str) -> Schedule {
    Schedule {
        freq: Some(peer_support_directory::schedule::Freq::Weekly),
        byday: peer_support_directory::schedule::ByDay::parse(byday),
        opens_at: Time::parse(opens),
        closes_at: Time::parse(closes),
        ..Schedule::default()
    }
}
