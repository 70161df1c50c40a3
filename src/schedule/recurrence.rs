//! On which days a rule falls.

use super::{ByDay, Freq, Schedule, Weekday, WeekdayNumber};
use crate::directory::{Date, days_in_month};

/// How many weeks or months are looked at before a rule counts as one that never falls: 29 February of
/// every year is at most 97 months away, and the 31st of every other month never comes.
const PERIODS: i32 = 400;

/// A rule whose days can be worked out. Days are numbers: [`Date::day_number`].
struct Rule<'a> {
    freq: Freq,
    /// Every how many weeks or months, at least 1.
    interval: i32,
    /// Any of these days; none where only the day of the month counts.
    weekdays: &'a [WeekdayNumber],
    /// The weekday where nothing but `dtstart` says it.
    weekday: Option<Weekday>,
    /// The day of the month, from its beginning or its end.
    month_day: Option<i32>,
    /// The first day on which it may fall, from which its weeks and months count.
    start: Option<i32>,
    /// The last day on which it may fall.
    end: Option<i32>,
}

impl Schedule {
    /// The first day from `from` on, as a day number, on which it is held, on any of `weekdays`, a bit
    /// each from Monday; nothing where there is none or none can be worked out.
    pub(super) fn next_day(&self, from: i32, weekdays: u8) -> Option<i32> {
        let is_wanted = |day: i32| {
            let mut excepted = self.except_dates.iter();
            weekdays & Weekday::of(day).bit() != 0 && excepted.all(|date| date.day_number() != day)
        };
        let mut next = Rule::new(self).and_then(|rule| rule.next_day(from, &is_wanted));
        for date in &self.extra_dates {
            let day = date.day_number();
            if day >= from && next.is_none_or(|next| day < next) && is_wanted(day) {
                next = Some(day);
            }
        }
        next
    }

    /// The first day from `from` on, as a day number, that is wanted and on which its rule falls, whatever
    /// other dates it names.
    pub(crate) fn next_of_rule(&self, from: i32, is_wanted: &dyn Fn(i32) -> bool) -> Option<i32> {
        Rule::new(self)?.next_day(from, is_wanted)
    }

    /// The days of the week that its rule names, a bit each from Monday.
    pub fn weekdays(&self) -> u8 {
        let mut weekdays = 0;
        if let Some(rule) = Rule::new(self) {
            for day in rule.weekdays {
                weekdays |= day.weekday.bit();
            }
            weekdays |= rule.weekday.map_or(0, Weekday::bit);
        } else if let Some(days) = &self.byday {
            for day in days.days() {
                weekdays |= day.weekday.bit();
            }
        }
        weekdays
    }
}

impl<'a> Rule<'a> {
    /// The rule of a schedule, where it says enough.
    ///
    /// What it leaves out follows from its first day, as in RFC 5545: the weekday, the day of the month,
    /// and from which week or month an interval counts.
    fn new(schedule: &'a Schedule) -> Option<Self> {
        let freq = schedule.freq?;
        let interval = i32::from(schedule.interval.unwrap_or(1)).max(1);
        let start = schedule.dtstart;
        if interval > 1 && start.is_none() {
            return None;
        }
        let mut rule = Self {
            freq,
            interval,
            weekdays: schedule.byday.as_ref().map_or(&[], ByDay::days),
            weekday: None,
            month_day: schedule.bymonthday.map(i32::from),
            start: start.map(Date::day_number),
            end: schedule.valid_to.map(Date::day_number),
        };
        if freq == Freq::Weekly {
            rule.month_day = None;
        }
        if rule.weekdays.is_empty() && rule.month_day.is_none() {
            match freq {
                Freq::Weekly => rule.weekday = Some(Weekday::of(rule.start?)),
                Freq::Monthly => rule.month_day = Some(i32::from(start?.day())),
            }
        }
        Some(rule)
    }

    /// The first day from `from` on that is wanted and on which the rule falls.
    fn next_day(&self, from: i32, is_wanted: &dyn Fn(i32) -> bool) -> Option<i32> {
        // The day before the first of the calendar is in no month.
        let from = from.max(self.start.unwrap_or_else(|| Date::FIRST.day_number()));
        let mut period = self.period_of(from)?;
        let first_period = self.start.and_then(|start| self.period_of(start));
        for _ in 0..PERIODS {
            let past = first_period.map_or(0, |first| (period - first) % self.interval);
            if past > 0 {
                period += self.interval - past;
            }
            let (first, length) = self.days_of(period)?;
            if self.end.is_some_and(|end| first > end) {
                return None;
            }
            for place in (from - first).max(0)..length {
                let day = first + place;
                if self.falls_on(day, place, length) && is_wanted(day) {
                    return Some(day).filter(|day| self.end.is_none_or(|end| *day <= end));
                }
            }
            period += 1;
        }
        None
    }

    /// Whether the rule falls on a day that stands at a place, from 0, of a week or month of this length.
    fn falls_on(&self, day: i32, place: i32, length: i32) -> bool {
        let is_month_day = |month_day: i32| match month_day {
            1.. => place + 1 == month_day,
            _ => place == length + month_day,
        };
        if !self.month_day.is_none_or(is_month_day) {
            return false;
        }
        let weekday = Weekday::of(day);
        if self.weekday.is_some_and(|wanted| wanted != weekday) {
            return false;
        }
        // Which of its kind in the month, from either end.
        let (from_start, from_end) = (place / 7 + 1, -((length - 1 - place) / 7 + 1));
        let is_day = |wanted: &WeekdayNumber| {
            let is_nth = |ordinal: i8| [from_start, from_end].contains(&ordinal.into());
            wanted.weekday == weekday
                && (self.freq == Freq::Weekly || wanted.ordinal.is_none_or(is_nth))
        };
        self.weekdays.is_empty() || self.weekdays.iter().any(is_day)
    }

    /// The number of the week, from Monday, or of the month that a day is in.
    fn period_of(&self, day: i32) -> Option<i32> {
        Some(match self.freq {
            Freq::Weekly => (day + 3).div_euclid(7),
            Freq::Monthly => {
                let date = Date::from_day_number(day)?;
                i32::from(date.year()) * 12 + i32::from(date.month()) - 1
            }
        })
    }

    /// The first day of a week or month, and how many days it has.
    fn days_of(&self, period: i32) -> Option<(i32, i32)> {
        match self.freq {
            Freq::Weekly => Some((period * 7 - 3, 7)),
            Freq::Monthly => {
                let year = i16::try_from(period.div_euclid(12)).ok()?;
                let month = period.rem_euclid(12) as u8 + 1;
                let first = Date::new(year, month, 1)?;
                Some((first.day_number(), days_in_month(year, month).into()))
            }
        }
    }
}
