//! iCalendar text: rules as the crate rrule reads them, and files taken apart.
#![allow(dead_code, reason = "not every test binary uses all")]

use peer_support_directory::calendar::answer;
use peer_support_directory::directory::{Date, Named};
use peer_support_directory::schedule::{Freq, Schedule, WeekdayNumber};
use rrule::RRuleSet;

/// The first place where two lists of days differ: many days make no message.
pub fn difference(
    found: &[Date],
    expected: &[Date],
) -> Option<(usize, Option<Date>, Option<Date>)> {
    let at = |days: &[Date], place| days.get(place).copied();
    let mut places = 0..found.len().max(expected.len());
    let place = places.find(|&place| at(found, place) != at(expected, place))?;
    Some((place, at(found, place), at(expected, place)))
}

/// The days up to a last one on which a schedule with a first day is held, extra dates aside, by rrule.
pub fn days_by_rrule(schedule: &Schedule, last: Date) -> Vec<Date> {
    let start = schedule.dtstart.expect("rrule needs a first day");
    if schedule.valid_to.is_some_and(|last| last < start) {
        // It refuses a rule that ends before it begins.
        return Vec::new();
    }
    let text = rule_text(schedule, start);
    let set: RRuleSet = text
        .parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"));
    set.into_iter()
        .filter_map(|date| Date::parse(&date.format("%Y-%m-%d").to_string()))
        .take_while(|day| *day <= last)
        .collect()
}

/// The schedule as RFC 5545 writes it, in UTC.
fn rule_text(schedule: &Schedule, start: Date) -> String {
    let stamp = |date: &Date| format!("{}T183000Z", date.iso().replace('-', ""));
    let freq = schedule.freq.map_or("", Freq::id);
    let interval = schedule.interval.unwrap_or(1);
    let mut text = format!(
        "DTSTART:{}\nRRULE:FREQ={freq};INTERVAL={interval};WKST=MO",
        stamp(&start)
    );
    if let Some(byday) = &schedule.byday {
        let code = |day: &WeekdayNumber| {
            let ordinal = day.ordinal.map(|ordinal| ordinal.to_string());
            ordinal.unwrap_or_default() + day.weekday.code()
        };
        let days: Vec<_> = byday.days().iter().map(code).collect();
        text += &format!(";BYDAY={}", days.join(","));
    }
    if let Some(day) = schedule.bymonthday {
        text += &format!(";BYMONTHDAY={day}");
    }
    if let Some(last) = &schedule.valid_to {
        text += &format!(";UNTIL={}", stamp(last));
    }
    if !schedule.except_dates.is_empty() {
        let dates: Vec<_> = schedule.except_dates.iter().map(stamp).collect();
        text += &format!("\nEXDATE:{}", dates.join(","));
    }
    text
}

/// The lines of the file that a request is answered with, whole again; empty where there is none.
pub fn lines(request: &str) -> Vec<String> {
    let answer = answer(request);
    let Some(link) = answer.split('\n').next().filter(|link| !link.is_empty()) else {
        return Vec::new();
    };
    let text = link.strip_prefix("data:text/calendar;charset=utf-8,");
    unfolded(&decoded(text.expect("a data link")))
}

/// The lines of a file. None is longer than RFC 5545 allows.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.strip_suffix("\r\n").expect("an end").split("\r\n") {
        assert!(line.len() <= 75, "{line}");
        match line.strip_prefix(' ') {
            Some(rest) => lines.last_mut().expect("a line before").push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// A text of a link.
pub fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next().expect("a digit")).to_digit(16);
        bytes.push(match byte {
            b'%' => (digit().expect("hex") * 16 + digit().expect("hex")) as u8,
            byte => byte,
        });
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// The lines of each part with a name, such as VEVENT.
pub fn parts<'a>(lines: &'a [String], name: &str) -> Vec<&'a [String]> {
    let (begin, end) = (format!("BEGIN:{name}"), format!("END:{name}"));
    let mut parts = Vec::new();
    let mut start = 0;
    for (place, line) in lines.iter().enumerate() {
        if *line == begin {
            start = place + 1;
        } else if *line == end {
            parts.push(&lines[start..place]);
        }
    }
    parts
}

/// The value of the first line with a name, whatever its parameters.
pub fn value<'a>(part: &'a [String], name: &str) -> Option<&'a str> {
    part.iter().find_map(|line| {
        let (head, value) = line.split_once(':')?;
        (head.split(';').next() == Some(name)).then_some(value)
    })
}

/// A text that was a value.
pub fn unescaped(text: &str) -> String {
    let mut found = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        found.push(match c {
            '\\' => match chars.next().expect("an escape") {
                'n' => '\n',
                c => c,
            },
            c => c,
        });
    }
    found
}
