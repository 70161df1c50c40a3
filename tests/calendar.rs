//! Calendar files: what is written is what the core works out, by the crate `rrule`; their clocks are those
//! of the crate `jiff`.
#![cfg(not(target_arch = "wasm32"))]

mod events;
mod ical;

use std::collections::BTreeSet;

use events::{NOW, TODAY, date, days, event, jiff_offset, schedule, weekly, zone};
use ical::{difference, lines, parts, unescaped, value};
use jiff::tz::TimeZone;
use peer_support_directory::calendar::{Event, Reading, answer};
use peer_support_directory::directory::{Date, Id};
use peer_support_directory::schedule::{DAY, Instant, Schedule, Weekday};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use rrule::RRuleSet;

/// How long the occurrences are followed, in days.
const SPAN: i32 = 6 * 365;

/// The days of a file's events up to a day, by rrule.
fn written_days(lines: &[String], end: i32) -> Vec<Date> {
    let end = Date::from_day_number(end).expect("a day").iso();
    let mut days = Vec::new();
    for event in parts(lines, "VEVENT") {
        let mut text = String::new();
        let names = ["DTSTART", "RRULE", "EXDATE", "RDATE"];
        for name in names {
            for line in event.iter().filter(|line| line.starts_with(name)) {
                // It knows no days without times.
                let line = line.replace(";VALUE=DATE:", ":");
                text += &line;
                if line.len() - line.rfind(':').expect("a value") == 9 {
                    text += "T000000Z";
                }
                text += "\n";
            }
        }
        if !text.contains("RRULE") {
            // Without a rule, it would leave out the first day.
            text += "RRULE:FREQ=DAILY;COUNT=1\n";
        }
        if !text.contains("TZID") {
            text = with_time_in_until(&text);
        }
        let set: RRuleSet = text
            .parse()
            .unwrap_or_else(|error| panic!("{text}: {error}"));
        let dates = set.into_iter().map(|at| at.format("%Y-%m-%d").to_string());
        let dates = dates.take_while(|date| *date < end);
        days.extend(dates.filter_map(|date| Date::parse(&date)));
    }
    days.sort();
    days
}

fn with_time_in_until(text: &str) -> String {
    let Some(at) = text.find("UNTIL=") else {
        return text.to_owned();
    };
    let (before, after) = text.split_at(at + 14);
    [before, "T000000Z", after].concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_occurrence_is_written(schedule in schedule()) {
        let zone = zone(schedule.zone());
        let lines = lines(&event(&schedule, &zone).request());
        let Some(next) = schedule.next(NOW, &zone, Weekday::EVERY) else {
            prop_assert_eq!(lines, Vec::<String>::new());
            return Ok(());
        };
        let from = next.date.day_number();
        let written = written_days(&lines, TODAY + SPAN);
        let to_come: Vec<_> = written.iter().copied().filter(|day| *day >= next.date).collect();
        // A meeting that goes on past midnight is no second one.
        let mut expected = days(&schedule, &zone, from - 2, TODAY + SPAN);
        expected.retain(|day| *day >= next.date);
        prop_assert_eq!(difference(&to_come, &expected), None, "{:#?}", lines);
        // What is over already was held too.
        let all: BTreeSet<_> = days(&schedule, &zone, TODAY - 1000, from).into_iter().collect();
        for day in written.iter().filter(|day| **day < next.date) {
            prop_assert!(all.contains(day), "{} {:#?}", day, lines);
        }
    }

    #[test]
    fn a_request_is_read_as_it_was_meant(
        schedule in schedule(),
        texts in vec("[^\\n]{0,40}", 3),
        id in "[a-z0-9-]{1,12}",
        details in ".{0,40}(\\n.{0,40}){0,3}",
        valid_to in of(date(0, 1500)),
    ) {
        let zone = zone(schedule.zone());
        let [title, place, url] = texts.as_slice() else { unreachable!() };
        let event = Event {
            group: &id, title, place, url, details: &details, valid_to, ..event(&schedule, &zone)
        };
        let request = event.request();
        let reading = Reading::new(&request).expect("a request");
        prop_assert_eq!(
            (reading.group, reading.meeting, reading.title, reading.place, reading.url),
            (id.as_str(), 1, title.as_str(), place.as_str(), url.as_str())
        );
        prop_assert_eq!((reading.details, reading.now), (details.as_str(), NOW));
        prop_assert_eq!(&reading.zone, &zone);
        let mut expected = schedule.clone();
        expected.valid_to = expected.valid_to.into_iter().chain(valid_to).min();
        expected.extra_dates.retain(|date| valid_to.is_none_or(|last| *date <= last));
        prop_assert_eq!(reading.schedule, expected);
    }

    #[test]
    fn texts_come_through(title in "\\PC{0,200}", details in "[\\PC\\n\\t]{0,300}", url in "https://[a-zé/]{0,90}") {
        let (schedule, zone) = (weekly("WE", "18:30", "20:00"), zone("Europe/London"));
        let event = Event { title: &title, details: &details, url: &url, ..event(&schedule, &zone) };
        let lines = lines(&event.request());
        let event = parts(&lines, "VEVENT")[0];
        prop_assert_eq!(unescaped(value(event, "SUMMARY").unwrap_or_default()), title);
        let details = details.trim_end();
        let gap = if details.is_empty() { "" } else { "\n\n" };
        let body = details.replace('\t', " ") + gap + &url;
        prop_assert_eq!(unescaped(value(event, "DESCRIPTION").unwrap_or_default()), body);
        prop_assert_eq!(value(event, "URL"), Some(url.as_str()));
    }

    #[test]
    fn nothing_that_a_text_holds_begins_a_line(title in any::<String>(), details in any::<String>()) {
        let (schedule, zone) = (weekly("WE", "18:30", "20:00"), zone("Europe/London"));
        let title = title.replace('\n', "\r");
        let event = Event { title: &title, details: &details, ..event(&schedule, &zone) };
        let names: Vec<_> = lines(&event.request())
            .iter()
            .map(|line| line.split([':', ';']).next().unwrap_or_default().to_owned())
            .collect();
        let zone = ["DTSTART", "RRULE", "TZOFFSETFROM", "TZOFFSETTO"];
        let mut expected = vec!["BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "BEGIN", "TZID"];
        for _ in 0..2 {
            expected.push("BEGIN");
            expected.extend(zone);
            expected.push("END");
        }
        expected.extend(["END", "BEGIN", "UID", "DTSTAMP", "DTSTART", "DTEND", "RRULE"]);
        expected.extend(names.iter().map(String::as_str).filter(|name| ["SUMMARY", "DESCRIPTION"].contains(name)));
        expected.extend(["END", "END"]);
        prop_assert_eq!(&names, &expected);
    }

    #[test]
    fn any_request_has_an_answer(request in "([A-Z0-9 -]{0,9}\\n){0,16}") {
        answer(&request);
    }
}

#[test]
fn the_last_day_is_written_though_its_offset_is_not_known() {
    // Ramadan begins on that day, and Morocco's clocks have gone back; browsers are asked of three years.
    let (last, zone) = (Date::parse("2030-12-26"), zone("Africa/Casablanca"));
    let schedule = Schedule {
        valid_to: last,
        timezone: Id::new("Africa/Casablanca"),
        ..weekly("TH", "04:00", "05:00")
    };
    let lines = lines(&event(&schedule, &zone).request());
    assert_eq!(written_days(&lines, TODAY + SPAN).last().copied(), last);
}

/// From when on which offset holds, as a file tells it; by rrule.
fn offsets_of(lines: &[String]) -> Vec<(Instant, i32)> {
    let minutes = |text: &str| {
        let (hours, minutes) = (&text[1..3], &text[3..]);
        let number = |text: &str| text.parse::<i32>().expect("a number");
        let sign = if text.starts_with('-') { -1 } else { 1 };
        sign * (number(hours) * 60 + number(minutes))
    };
    let mut offsets = Vec::new();
    for part in ["STANDARD", "DAYLIGHT"] {
        for observance in parts(lines, part) {
            let field = |name| value(observance, name).expect(name);
            let (from, to) = (minutes(field("TZOFFSETFROM")), minutes(field("TZOFFSETTO")));
            let start = format!("DTSTART:{}Z", field("DTSTART"));
            let rule = value(observance, "RRULE").unwrap_or("FREQ=YEARLY;COUNT=1");
            let set: RRuleSet = format!("{start}\nRRULE:{rule}").parse().expect(rule);
            let onsets = set
                .into_iter()
                .map(|at| at.timestamp() / 60 - i64::from(from));
            offsets.extend(onsets.take(100).map(|onset| (onset, to)));
        }
    }
    offsets.sort_unstable();
    offsets
}

#[test]
fn clocks_are_those_of_jiff() {
    let years = |from: i64, to: i64| ((from - 1970) * 365 * DAY, (to - 1970) * 365 * DAY);
    let span = (NOW - DAY, NOW + 3 * 365 * DAY);
    // Where clocks change by the same rule every year, other years are right too.
    let long = years(2012, 2060);
    for (id, (from, to)) in [
        ("Europe/London", long),
        ("America/New_York", long),
        ("Pacific/Auckland", long),
        ("Australia/Lord_Howe", long),
        ("America/St_Johns", long),
        ("Asia/Kolkata", long),
        ("Africa/Casablanca", span),
    ] {
        let mut schedule = weekly("WE", "18:30", "20:00");
        schedule.timezone = Id::new(id);
        let zone = zone(id);
        let lines = lines(&event(&schedule, &zone).request());
        assert_eq!(value(&lines, "TZID"), Some(id));
        let offsets = offsets_of(&lines);
        let oracle = TimeZone::get(id).expect(id);
        for at in (from..to).step_by(97) {
            let found = offsets.iter().rfind(|(from, _)| *from <= at);
            let found = found.map(|(_, offset)| *offset);
            assert_eq!(found, Some(jiff_offset(&oracle, at)), "{id} at {at}");
        }
    }
}
