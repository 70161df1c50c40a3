//! Single values that are valid by construction.

use std::fmt;

/// An id: what other parts of the list, attributes and links name. Never empty, holds no spaces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

/// An absolute link whose scheme is https, http, mailto or tel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(Box<str>);

/// An email address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(Box<str>);

/// A phone number as people write it, such as "020 7730 8585".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneNumber(Box<str>);

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// A wall-clock time, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(u16);

impl Id {
    /// An id, unless it is empty or holds white space.
    pub fn new(id: &str) -> Option<Self> {
        (!id.is_empty() && !id.contains(char::is_whitespace)).then(|| Self(id.into()))
    }

    /// The id as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id made readable, for one that nothing names: "guest-speakers" as "Guest speakers".
    pub fn readable(&self) -> String {
        let words = self.0.replace(['-', '_'], " ");
        let mut chars = words.chars();
        match chars.next() {
            Some(first) => first.to_uppercase().chain(chars).collect(),
            None => words,
        }
    }
}

impl Link {
    /// A link, if its scheme is one of the four and something follows it.
    pub fn new(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once(':')?;
        let is_clean = !url.contains(|c: char| c.is_whitespace() || c.is_control());
        let has_target = match scheme.to_ascii_lowercase().as_str() {
            "https" | "http" => rest
                .strip_prefix("//")
                .is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric() || c == '[')),
            "mailto" | "tel" => !rest.is_empty(),
            _ => false,
        };
        (is_clean && has_target).then(|| Self(url.into()))
    }

    /// The whole link.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The site that it opens, without "www.": "heads2gether.net"; nothing for mail and phone.
    pub fn site(&self) -> Option<&str> {
        let (_, rest) = self.0.split_once("//")?;
        let host = rest.split(['/', '?', '#']).next()?;
        let host = host.rsplit('@').next()?;
        Some(host.strip_prefix("www.").unwrap_or(host))
    }
}

impl Email {
    /// An address, if it looks like one: one @, something on both sides, a dot in the domain.
    pub fn new(email: &str) -> Option<Self> {
        let (local, domain) = email.split_once('@')?;
        let is_safe =
            |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\\\"?&".contains(c);
        let is_valid = !local.is_empty()
            && email.chars().all(is_safe)
            && !domain.contains('@')
            && domain.contains('.')
            && !domain.starts_with('.')
            && !domain.ends_with('.');
        is_valid.then(|| Self(email.into()))
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PhoneNumber {
    /// A number, if it has three digits or more and else only spaces and `+ ( ) - .`.
    pub fn new(number: &str) -> Option<Self> {
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let is_number = number
            .chars()
            .all(|c| c.is_ascii_digit() || " +()-.".contains(c));
        (digits >= 3 && is_number).then(|| Self(number.trim().into()))
    }

    /// The number as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number for a `tel:` link: digits, after a plus where there is one.
    pub fn dialled(&self) -> String {
        // In "+44 (0)20 …" the bracketed 0 is only dialled without the +44.
        let number = if self.0.starts_with('+') {
            self.0.replace("(0)", "")
        } else {
            self.0.to_string()
        };
        number
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect()
    }
}

impl Date {
    /// A date, if the calendar has it and its year is from 1 to 9999.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let is_valid = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        is_valid.then_some(Self { year, month, day })
    }

    /// A date from ISO 8601, "2026-12-16".
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |range: std::ops::Range<usize>| number(text.get(range)?);
        let has_shape =
            text.len() == 10 && &text.as_bytes()[4..5] == b"-" && &text.as_bytes()[7..8] == b"-";
        if !has_shape {
            return None;
        }
        Self::new(
            digits(0..4)? as i16,
            digits(5..7)? as u8,
            digits(8..10)? as u8,
        )
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
}

impl fmt::Display for Date {
    /// ISO 8601, "2026-12-16".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Time {
    /// A time, if the clock has it: hours 0 to 23, minutes 0 to 59.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then(|| Self(u16::from(hour) * 60 + u16::from(minute)))
    }

    /// A time from "18:30"; seconds ("18:30:00", as Open Referral writes them) are passed over.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        let part = |part: Option<&str>| number(part.filter(|p| p.len() == 2)?);
        let time = Self::new(part(parts.next())? as u8, part(parts.next())? as u8)?;
        match parts.next() {
            None => Some(time),
            seconds => (part(seconds)? < 60 && parts.next().is_none()).then_some(time),
        }
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
    digits.parse().ok()
}

fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}
