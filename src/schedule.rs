//! When a meeting is held: a weekly or monthly rule, after RFC 5545, in local wall-clock time.

mod next;
mod recurrence;
mod zone;

pub use next::Occurrence;
pub use zone::{DAY, Instant, Zone, wall_clock};

use crate::directory::{Date, Id, Named, Text, Time};

/// A recurrence rule with its times. Every part may be missing; what is there is valid.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Schedule {
    /// Whether the rule counts weeks or months.
    pub freq: Option<Freq>,
    /// Every how many weeks or months; 1 means each.
    pub interval: Option<u8>,
    /// The days, as in RFC 5545: `MO`, `TU,TH`, `3WE`, `-1FR`.
    pub byday: Option<ByDay>,
    /// The day of the month, 1 to 31, or from its end, -1 to -31.
    pub bymonthday: Option<i8>,
    /// The first day on which the rule holds.
    pub dtstart: Option<Date>,
    /// The last day on which the rule holds.
    pub valid_to: Option<Date>,
    /// When it begins.
    pub opens_at: Option<Time>,
    /// When it ends; before `opens_at` means on the next day.
    pub closes_at: Option<Time>,
    /// An IANA time zone; none means Europe/London.
    pub timezone: Option<Id>,
    /// Days of the rule on which it is not held.
    pub except_dates: Vec<Date>,
    /// Days outside the rule on which it is held.
    pub extra_dates: Vec<Date>,
    /// The rule in words, where it has no date that can be computed.
    pub description: Option<Text>,
}

/// The zone of schedules that name none.
pub const LONDON: &str = "Europe/London";

/// What a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freq {
    Weekly,
    Monthly,
}

/// One or more days of the week, each with its ordinal in the month where it has one. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByDay(Vec<WeekdayNumber>);

/// A day of the week, and which of the month: the third Wednesday, the last Friday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WeekdayNumber {
    /// 1 to 5, or -1 to -5 from the end of the month; nothing means every one.
    pub ordinal: Option<i8>,
    pub weekday: Weekday,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Named for Freq {
    const NAMES: &'static [(&'static str, Self)] =
        &[("WEEKLY", Self::Weekly), ("MONTHLY", Self::Monthly)];
}

impl Schedule {
    /// The zone in which its times are.
    pub fn zone(&self) -> &str {
        self.timezone.as_ref().map_or(LONDON, Id::as_str)
    }
}

impl ByDay {
    /// Days from RFC 5545's `byday`: two-letter codes with optional ordinals, with commas between.
    pub fn parse(text: &str) -> Option<Self> {
        let mut days = Vec::new();
        for day in text.split(',') {
            days.push(WeekdayNumber::parse(day.trim())?);
        }
        Some(Self(days))
    }

    /// The days, in the list's order.
    pub fn days(&self) -> &[WeekdayNumber] {
        &self.0
    }
}

impl WeekdayNumber {
    fn parse(text: &str) -> Option<Self> {
        let at = text.len().checked_sub(2)?;
        let (ordinal, code) = (text.get(..at)?, text.get(at..)?);
        let mut weekdays = Weekday::ALL.iter();
        let weekday = *weekdays.find(|weekday| weekday.code().eq_ignore_ascii_case(code))?;
        let ordinal = match ordinal {
            "" => None,
            ordinal => match ordinal.parse::<i64>() {
                Ok(number @ (-5..=-1 | 1..=5)) => Some(number as i8),
                _ => return None,
            },
        };
        Some(Self { ordinal, weekday })
    }
}

impl Weekday {
    /// Monday to Sunday.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The weekday of a day, by [`Date::day_number`].
    pub fn of(day: i32) -> Self {
        // 1 January 1970 was a Thursday.
        Self::ALL[(day + 3).rem_euclid(7) as usize]
    }

    /// All of them, as a set with a bit each.
    pub const EVERY: u8 = 0x7f;

    /// Its bit in a set of weekdays: the lowest is Monday's.
    pub fn bit(self) -> u8 {
        1 << self as u8
    }

    /// The two-letter code of RFC 5545.
    pub fn code(self) -> &'static str {
        ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][self as usize]
    }

    /// The names in attributes and links, from Monday.
    pub const IDS: [&'static str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    /// The name in attributes and links: "monday" to "sunday".
    pub fn id(self) -> &'static str {
        Self::IDS[self as usize]
    }
}
