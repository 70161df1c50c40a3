//! Recurrence, held to the crate `rrule` over twenty years.
#![cfg(not(target_arch = "wasm32"))]

mod ical;

use ical::{days_by_rrule, difference};
use peer_support_directory::directory::{Date, Time};
use peer_support_directory::schedule::{ByDay, DAY, Freq, Schedule, Weekday, Zone};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

/// The twenty years that the rules are followed through.
const FIRST: (i16, u8, u8) = (2024, 1, 1);
const YEARS: i32 = 20;

fn date() -> impl Strategy<Value = Date> {
    let day = Date::new(FIRST.0, FIRST.1, FIRST.2).map_or(0, Date::day_number);
    (day..day + YEARS * 365).prop_filter_map("a day", Date::from_day_number)
}

/// Days with numbers or without: of a mixture, rrule finds only what is both; it refuses -5, too.
fn byday(freq: Freq) -> impl Strategy<Value = String> {
    let day = (prop_oneof![1_i8..=5, -4_i8..=-1], 0..7_usize);
    (any::<bool>(), vec(day, 1..4)).prop_map(move |(has_ordinals, days)| {
        let code = |(ordinal, day): &(i8, usize)| match (freq, has_ordinals) {
            (Freq::Monthly, true) => ordinal.to_string() + Weekday::ALL[*day].code(),
            _ => Weekday::ALL[*day].code().to_owned(),
        };
        days.iter().map(code).collect::<Vec<_>>().join(",")
    })
}

fn schedule() -> impl Strategy<Value = Schedule> {
    prop_oneof![Just(Freq::Weekly), Just(Freq::Monthly)].prop_flat_map(|freq| {
        let month_day = of(prop_oneof![1_i8..=31, -31_i8..=-1]);
        let dates = (date(), of(date()), vec(date(), 0..3), any::<bool>());
        (1..=14_u8, of(byday(freq)), month_day, dates).prop_map(
            move |(interval, byday, bymonthday, (dtstart, valid_to, mut except_dates, is_hit))| {
                let schedule = Schedule {
                    freq: Some(freq),
                    interval: Some(interval),
                    byday: byday.as_deref().and_then(ByDay::parse),
                    bymonthday: bymonthday.filter(|_| freq == Freq::Monthly),
                    dtstart: Some(dtstart),
                    valid_to,
                    opens_at: Time::new(18, 30),
                    ..Schedule::default()
                };
                // Most exceptions are days on which it would be held.
                if is_hit {
                    except_dates.extend(days(&schedule).into_iter().skip(1).step_by(3).take(2));
                }
                Schedule {
                    except_dates,
                    ..schedule
                }
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_occurrence_is_that_of_rrule(schedule in schedule()) {
        prop_assert_eq!(difference(&days(&schedule), &days_of_rrule(&schedule)), None);
    }

    #[test]
    fn extra_dates_join_in(schedule in schedule(), extra in vec(date(), 1..4)) {
        let mut expected = days_of_rrule(&schedule);
        expected.extend(extra.iter().filter(|day| !schedule.except_dates.contains(day)));
        expected.sort();
        expected.dedup();
        let with_extra = Schedule { extra_dates: extra, ..schedule };
        prop_assert_eq!(difference(&days(&with_extra), &expected), None);
    }

    #[test]
    fn a_choice_of_days_is_those_days_of_all(schedule in schedule(), weekdays in 0_u8..128) {
        let mut expected = days(&schedule);
        expected.retain(|day| Weekday::of(day.day_number()).bit() & weekdays != 0);
        prop_assert_eq!(difference(&days_on(&schedule, weekdays), &expected), None);
    }

    #[test]
    fn days_and_their_numbers_are_one(day in -719_162..2_932_896_i32) {
        let date = Date::from_day_number(day).expect("a day of the years 1 to 9999");
        prop_assert_eq!(date.day_number(), day);
        let oracle = jiff::civil::date(1970, 1, 1) + jiff::Span::new().days(day);
        prop_assert_eq!(date.iso(), oracle.to_string());
        prop_assert_eq!(Weekday::of(day) as i8, oracle.weekday().to_monday_zero_offset());
    }
}

#[test]
fn days_outside_the_calendar_have_no_number() {
    assert_eq!(Date::from_day_number(-719_163), None);
    assert_eq!(Date::from_day_number(2_932_897), None);
    assert_eq!(Date::from_day_number(i32::MAX), None);
    assert_eq!(Date::from_day_number(i32::MIN), None);
}

#[test]
fn leap_days_fifth_weekdays_and_year_ends() {
    let check = |freq, byday: &str, bymonthday, interval, dtstart: &str, expected: &[&str]| {
        let schedule = Schedule {
            freq: Some(freq),
            interval: Some(interval),
            byday: ByDay::parse(byday),
            bymonthday,
            dtstart: Date::parse(dtstart),
            ..Schedule::default()
        };
        let found: Vec<_> = days(&schedule).iter().map(|day| day.iso()).collect();
        assert_eq!(found[..expected.len()], *expected, "{byday} {bymonthday:?}");
        if !byday.starts_with("-5") {
            let oracle = days_of_rrule(&schedule);
            assert_eq!(difference(&days(&schedule), &oracle), None);
        }
    };
    let (weekly, monthly) = (Freq::Weekly, Freq::Monthly);
    check(
        monthly,
        "",
        Some(29),
        12,
        "2024-02-29",
        &["2024-02-29", "2028-02-29", "2032-02-29"],
    );
    check(
        monthly,
        "",
        Some(-1),
        1,
        "2027-12-01",
        &["2027-12-31", "2028-01-31", "2028-02-29"],
    );
    check(
        monthly,
        "",
        Some(31),
        1,
        "2026-11-22",
        &["2026-12-31", "2027-01-31", "2027-03-31"],
    );
    check(
        monthly,
        "5MO",
        None,
        1,
        "2026-11-22",
        &["2026-11-30", "2027-03-29", "2027-05-31"],
    );
    check(
        monthly,
        "-5SU",
        None,
        1,
        "2026-11-22",
        &["2027-01-03", "2027-05-02", "2027-08-01"],
    );
    check(
        monthly,
        "FR",
        Some(13),
        1,
        "2026-11-22",
        &["2027-08-13", "2028-10-13", "2029-04-13"],
    );
    check(
        monthly,
        "",
        None,
        1,
        "2026-10-31",
        &["2026-10-31", "2026-12-31", "2027-01-31"],
    );
    check(
        weekly,
        "MO,FR",
        None,
        2,
        "2026-12-23",
        &["2026-12-25", "2027-01-04", "2027-01-08"],
    );
    check(
        weekly,
        "",
        None,
        3,
        "2026-12-23",
        &["2026-12-23", "2027-01-13", "2027-02-03"],
    );
}

#[test]
fn without_a_first_day_a_rule_holds_always() {
    let rule = |freq, interval, byday: &str| Schedule {
        freq: Some(freq),
        interval,
        byday: ByDay::parse(byday),
        ..Schedule::default()
    };
    assert_eq!(days(&rule(Freq::Weekly, None, "MO")).len(), 1044);
    assert_eq!(days(&rule(Freq::Monthly, Some(1), "3WE")).len(), 240);
    // It is not known from which week the interval counts, nor on which day.
    assert_eq!(days(&rule(Freq::Weekly, Some(2), "MO")), []);
    assert_eq!(days(&rule(Freq::Weekly, None, "")), []);
    assert_eq!(days(&rule(Freq::Monthly, None, "")), []);
    // What is given as a date is known all the same.
    let mut dated = rule(Freq::Monthly, Some(2), "3WE");
    dated.extra_dates.extend(Date::parse("2026-12-09"));
    assert_eq!(days(&dated).len(), 1);
}

#[test]
fn rules_that_never_fall_end() {
    let never = |bymonthday, interval, dtstart: &str| {
        let schedule = Schedule {
            freq: Some(Freq::Monthly),
            interval: Some(interval),
            bymonthday: Some(bymonthday),
            dtstart: Date::parse(dtstart),
            ..Schedule::default()
        };
        assert_eq!(days(&schedule), []);
    };
    never(31, 12, "2026-02-01");
    never(-31, 12, "2026-02-01");
    never(30, 12, "2026-02-01");
}

#[test]
fn on_the_first_day_of_the_calendar_meetings_are_still_to_come() {
    let zone = Zone::new(0, 0, &|_| 0);
    let now = i64::from(Date::FIRST.day_number()) * DAY;
    for freq in [Freq::Weekly, Freq::Monthly] {
        let schedule = Schedule {
            freq: Some(freq),
            byday: ByDay::parse("SA"),
            ..Schedule::default()
        };
        let next = schedule.next(now, &zone, Weekday::EVERY);
        assert_eq!(next.map(|next| next.date), Date::new(1, 1, 6));
    }
}

#[test]
fn days_with_numbers_and_without_are_held_on_either() {
    let rule = |byday: &str| Schedule {
        freq: Some(Freq::Monthly),
        byday: ByDay::parse(byday),
        dtstart: Date::parse("2026-11-22"),
        ..Schedule::default()
    };
    let mut expected = days_of_rrule(&rule("1TU"));
    expected.extend(days_of_rrule(&rule("MO")));
    expected.sort();
    assert_eq!(difference(&days(&rule("1TU,MO")), &expected), None);
}

/// The days of the twenty years on which a schedule is held.
fn days(schedule: &Schedule) -> Vec<Date> {
    days_on(schedule, Weekday::EVERY)
}

fn days_on(schedule: &Schedule, weekdays: u8) -> Vec<Date> {
    let zone = Zone::new(0, 0, &|_| 0);
    let first = Date::new(FIRST.0, FIRST.1, FIRST.2).map_or(0, Date::day_number);
    let mut days = Vec::new();
    let mut now = i64::from(first) * 24 * 60;
    while let Some(next) = schedule.next(now, &zone, weekdays) {
        if next.date.year() >= FIRST.0 + YEARS as i16 {
            break;
        }
        days.push(next.date);
        now = next.ends;
    }
    days
}

fn days_of_rrule(schedule: &Schedule) -> Vec<Date> {
    let last = Date::new(FIRST.0 + YEARS as i16 - 1, 12, 31);
    days_by_rrule(schedule, last.expect("a day"))
}
