//! Days and times, without a time zone.

use crate::strings::{concat, digits};
use std::fmt;
use std::ops::Range;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// The days of 400 years, after which the calendar repeats itself.
const DAYS_IN_CYCLE: i32 = 146_097;

/// From 1 March of the year 0 to 1 January 1970.
const DAYS_TO_EPOCH: i32 = 719_468;

/// A wall-clock time, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(u16);

impl Date {
    /// 1 January 1970, where computers begin to count.
    pub const EPOCH: Self = Self {
        year: 1970,
        month: 1,
        day: 1,
    };

    /// 1 January of the year 1, before which no date is read.
    pub const FIRST: Self = Self {
        year: 1,
        month: 1,
        day: 1,
    };

    /// A date, if the calendar has it and its year is from 1 to 9999.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let is_valid = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        is_valid.then_some(Self { year, month, day })
    }

    /// A date from ISO 8601, "2026-12-16". A time after it ("2026-12-16T09:30:00Z", as Open
    /// Referral writes `last_modified`) is passed over.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = (text.get(..10)?, text.get(10..)?);
        let is_time = |time: &str| Time::parse(time.get(1..6)?);
        let begins_time = matches!(time.as_bytes().first(), None | Some(b'T' | b' '));
        let is_split = [day.get(4..5)?, day.get(7..8)?] == ["-", "-"];
        if !begins_time || !is_split || (!time.is_empty() && is_time(time).is_none()) {
            return None;
        }
        let part = |range: Range<usize>| number(day.get(range)?);
        let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
        Self::new(year as i16, month as u8, day as u8)
    }

    pub fn year(self) -> i16 {
        self.year
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since [`Date::EPOCH`].
    pub fn day_number(self) -> i32 {
        // Years begin in March here, so that a leap day is a year's last; they come in cycles of 400.
        let month = i32::from(self.month);
        let year = i32::from(self.year) - i32::from(month <= 2);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(self.day) - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - DAYS_TO_EPOCH
    }

    /// The day that comes so many days after [`Date::EPOCH`]; nothing outside the years 1 to 9999.
    pub fn from_day_number(days: i32) -> Option<Self> {
        let days = days.checked_add(DAYS_TO_EPOCH)?;
        let (cycle, of_cycle) = (
            days.div_euclid(DAYS_IN_CYCLE),
            days.rem_euclid(DAYS_IN_CYCLE),
        );
        let leap_days = of_cycle / 1460 - of_cycle / 36_524 + of_cycle / 146_096;
        let year_of_cycle = (of_cycle - leap_days) / 365;
        let day_of_year =
            of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = (from_march + 2) % 12 + 1;
        let year = cycle * 400 + year_of_cycle + i32::from(month <= 2);
        Self::new(i16::try_from(year).ok()?, month as u8, day as u8)
    }

    /// ISO 8601, "2026-12-16".
    pub fn iso(self) -> String {
        // With a digit too many before them, no zero is lost.
        let year = digits(10_000 + i32::from(self.year));
        let (month, day) = (digits(100 + self.month), digits(100 + self.day));
        concat(&[&year[1..], "-", &month[1..], "-", &day[1..]])
    }
}

impl fmt::Display for Date {
    /// ISO 8601, "2026-12-16".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}

impl Time {
    /// 0:00.
    pub const MIDNIGHT: Self = Self(0);

    /// A time, if the clock has it: hours 0 to 23, minutes 0 to 59.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then(|| Self(u16::from(hour) * 60 + u16::from(minute)))
    }

    /// A time from "18:30"; seconds ("18:30:00", as Open Referral writes them) are passed over.
    pub fn parse(text: &str) -> Option<Self> {
        let is_split = |at: usize| text.as_bytes().get(at).is_none_or(|byte| *byte == b':');
        if !matches!(text.len(), 5 | 8) || !is_split(2) || !is_split(5) {
            return None;
        }
        let part = |at: usize| number(text.get(at..at + 2)?);
        if text.len() == 8 && part(6)? >= 60 {
            return None;
        }
        Self::new(part(0)? as u8, part(3)? as u8)
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// 0 to 23.
    pub fn hour(self) -> u8 {
        (self.0 / 60) as u8
    }

    /// 0 to 59.
    pub fn minute(self) -> u8 {
        (self.0 % 60) as u8
    }
}

/// A number of ASCII digits alone: no sign, no space.
fn number(digits: &str) -> Option<u32> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // One way to read numbers for the whole module.
    u32::try_from(digits.parse::<i64>().ok()?).ok()
}

/// How many days a month has, 28 to 31.
pub(crate) fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}
