//! The iCalendar file: RFC 5545.

use super::lines::{Lines, date, local, utc};
use super::observances::observances;
use super::reading::Reading;
use super::series::{Series, times};
use crate::strings::{concat, digits};

/// The file of a meeting, with an event for each of its series.
pub fn file(reading: &Reading<'_>, series: &[Series]) -> String {
    let mut lines = Lines::default();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Peer Support Directory//Add to calendar//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ] {
        lines.add(&[line]);
    }
    let zone = reading.schedule.zone();
    if reading.schedule.opens_at.is_some() {
        add_zone(&mut lines, reading, zone);
    }
    for series in series {
        add_event(&mut lines, reading, series, zone);
    }
    lines.add(&["END:VCALENDAR"]);
    lines.text()
}

fn add_event(lines: &mut Lines, reading: &Reading<'_>, series: &Series, zone: &str) {
    lines.add(&["BEGIN:VEVENT"]);
    // What it is known by must not change when the list does, nor with the site that shows it.
    let number = digits(reading.meeting);
    let mut uid = concat(&[reading.group, "-", &number]);
    if series.rule.is_none() {
        uid += &concat(&["-", &date(series.first)]);
    }
    lines.add_text("UID", &(uid + "@peer-support-directory.invalid"));
    lines.add(&["DTSTAMP:", &utc(reading.now)]);
    let times = times(&reading.schedule);
    let (kind, starts, ends) = match times {
        Some((opens, closes)) => (
            concat(&[";TZID=", zone]),
            local(series.first, opens),
            local(series.first, closes),
        ),
        None => (
            ";VALUE=DATE".to_owned(),
            date(series.first),
            date(series.first + 1),
        ),
    };
    lines.add(&["DTSTART", &kind, ":", &starts]);
    lines.add(&["DTEND", &kind, ":", &ends]);
    if let Some(rule) = &series.rule {
        lines.add(&["RRULE:", rule]);
    }
    for (name, days) in [("EXDATE", &series.except), ("RDATE", &series.extra)] {
        for day in days {
            let day = match times {
                Some((opens, _)) => local(*day, opens),
                None => date(*day),
            };
            lines.add(&[name, &kind, ":", &day]);
        }
    }
    lines.add_text("SUMMARY", reading.title);
    lines.add_text("LOCATION", reading.place);
    lines.add_text("DESCRIPTION", &reading.body());
    if !reading.url.is_empty() {
        lines.add(&["URL:", reading.url]);
    }
    lines.add(&["END:VEVENT"]);
}

fn add_zone(lines: &mut Lines, reading: &Reading<'_>, zone: &str) {
    lines.add(&["BEGIN:VTIMEZONE"]);
    lines.add(&["TZID:", zone]);
    for observance in observances(&reading.zone) {
        let name = if observance.to > observance.from {
            "DAYLIGHT"
        } else {
            "STANDARD"
        };
        lines.add(&["BEGIN:", name]);
        lines.add(&["DTSTART:", &local(observance.day, observance.minutes)]);
        if let Some(yearly) = observance.yearly {
            lines.add(&[
                "RRULE:FREQ=YEARLY;BYMONTH=",
                &digits(yearly.month),
                ";BYDAY=",
                &digits(yearly.ordinal),
                yearly.weekday.code(),
            ]);
        }
        lines.add(&["TZOFFSETFROM:", &offset(observance.from)]);
        lines.add(&["TZOFFSETTO:", &offset(observance.to)]);
        lines.add(&["END:", name]);
    }
    lines.add(&["END:VTIMEZONE"]);
}

/// "+0100".
fn offset(minutes: i32) -> String {
    let sign = if minutes < 0 { "-" } else { "+" };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    concat(&[sign, &digits(10_000 + hours * 100 + rest)[1..]])
}
