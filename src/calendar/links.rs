//! Links that open a calendar on the web with a meeting filled in.

use super::lines::{date, local, utc};
use super::reading::Reading;
use super::series::{Series, times};
use crate::directory::Date;
use crate::schedule::{Instant, Occurrence};
use crate::strings::{concat, join};

/// Adds the link to Google Calendar: the next meeting of the rule, and the rule. It takes no other dates.
pub fn google(link: &mut String, reading: &Reading<'_>, series: &[Series], next: Occurrence) {
    let schedule = &reading.schedule;
    let next = next.date.day_number();
    let rule = series.iter().find_map(|series| series.rule.as_ref());
    let is_held = |day: i32| {
        let mut excepted = schedule.except_dates.iter();
        excepted.all(|date| date.day_number() != day)
    };
    // A rule counts from a day of its own.
    let of_rule = schedule.next_of_rule(next, &is_held);
    let day = of_rule.filter(|_| rule.is_some()).unwrap_or(next);
    link.push_str("https://calendar.google.com/calendar/render?action=TEMPLATE");
    add(link, "text", reading.title);
    let dates = match times(schedule) {
        Some((opens, closes)) => [local(day, opens), local(day, closes)],
        None => [date(day), date(day + 1)],
    };
    add(link, "dates", &join(&dates, "/"));
    if schedule.opens_at.is_some() {
        add(link, "ctz", schedule.zone());
    }
    if let Some(rule) = rule {
        add(link, "recur", &concat(&["RRULE:", rule]));
    }
    add(link, "location", reading.place);
    add(link, "details", &reading.body());
}

/// Adds the link to Outlook.com: the next meeting alone, because it takes no rule.
pub fn outlook(link: &mut String, reading: &Reading<'_>, next: Occurrence) {
    link.push_str("https://outlook.live.com/calendar/0/deeplink/compose");
    link.push_str("?path=/calendar/action/compose&rru=addevent");
    add(link, "subject", reading.title);
    let day = next.date.day_number();
    if reading.schedule.opens_at.is_some() {
        add(link, "startdt", &iso(next.starts));
        add(link, "enddt", &iso(next.ends));
    } else {
        for (name, day) in [("startdt", day), ("enddt", day + 1)] {
            add(
                link,
                name,
                &Date::from_day_number(day).unwrap_or(next.date).iso(),
            );
        }
        add(link, "allday", "true");
    }
    add(link, "location", reading.place);
    add(link, "body", &reading.body());
}

/// "2026-12-16T18:30:00Z".
fn iso(at: Instant) -> String {
    let stamp = utc(at);
    let (day, time) = stamp.split_at(9);
    let (hour, minute) = (&time[..2], &time[2..4]);
    concat(&[
        &day[..4],
        "-",
        &day[4..6],
        "-",
        &day[6..],
        hour,
        ":",
        minute,
        ":00Z",
    ])
}

/// Adds a part to a link, unless it is empty.
fn add(link: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        link.push('&');
        link.push_str(name);
        link.push('=');
        encode(link, value);
    }
}

/// Adds a text in which every byte is spelled out that has a meaning in links: RFC 3986, section 2.3.
pub fn encode(link: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                link.push(byte.into());
            }
            _ => {
                link.push('%');
                for half in [byte >> 4, byte & 15] {
                    link.push(DIGITS[usize::from(half)].into());
                }
            }
        }
    }
}
