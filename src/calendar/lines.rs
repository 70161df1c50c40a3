//! Lines of an iCalendar file: RFC 5545, sections 3.1 and 3.3.

use crate::directory::{Date, Time};
use crate::schedule::{Instant, wall_clock};
use crate::strings::{concat, digits};

/// How many bytes a line may have, its end aside.
const LONGEST: usize = 75;

/// A file under construction.
#[derive(Default)]
pub struct Lines(String);

impl Lines {
    /// Adds a line as it stands, in as many pieces as it needs.
    ///
    /// Nothing that controls a device gets in: it could end the line and begin another.
    pub fn add(&mut self, parts: &[&str]) {
        let mut length = 0;
        for c in parts.iter().flat_map(|part| part.chars()) {
            if c.is_control() {
                continue;
            }
            if length + c.len_utf8() > LONGEST {
                // The space that leads the next piece counts there.
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Adds a line of text, unless that is empty.
    pub fn add_text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.add(&[name, ":", &escape(text)]);
        }
    }

    /// The file.
    pub fn text(self) -> String {
        self.0
    }
}

/// A text as a value: what has a meaning there, and line ends, are spelled out.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

/// "20261216".
pub fn date(day: i32) -> String {
    // Only days outside the years 1 to 9999 have no date, and no schedule names one.
    let date = Date::from_day_number(day).unwrap_or(Date::EPOCH);
    date.iso().replace('-', "")
}

/// "20261216T183000", as clocks show it, which may be on a later day.
pub fn local(day: i32, minutes: i32) -> String {
    let (hours, rest) = (minutes.rem_euclid(24 * 60) / 60, minutes.rem_euclid(60));
    let day = date(day + minutes.div_euclid(24 * 60));
    let time = digits(1_000_000 + hours * 10_000 + rest * 100);
    concat(&[&day, "T", &time[1..]])
}

/// "20261216T183000Z".
pub fn utc(at: Instant) -> String {
    let (date, time) = wall_clock(at, 0).unwrap_or((Date::EPOCH, Time::MIDNIGHT));
    local(date.day_number(), time.minutes().into()) + "Z"
}
