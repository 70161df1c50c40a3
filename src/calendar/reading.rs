//! Reading what the main module asks.

use crate::directory::{Date, Id, Time};
use crate::schedule::{ByDay, Freq, Instant, Schedule, Weekday, Zone};
use crate::strings::{concat, digits, join};

/// An [`Event`](super::Event), read again.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading<'a> {
    pub group: &'a str,
    pub meeting: i32,
    pub title: &'a str,
    pub place: &'a str,
    pub details: &'a str,
    pub url: &'a str,
    /// The schedule, no longer than the group is there.
    pub schedule: Schedule,
    pub zone: Zone,
    pub now: Instant,
}

impl<'a> Reading<'a> {
    /// The event of a request; nothing where it is none.
    pub fn new(request: &'a str) -> Option<Self> {
        let mut lines = request.splitn(14, '\n');
        let mut line = || lines.next();
        let (group, title, place, url) = (line()?, line()?, line()?, line()?);
        let timezone = Id::new(line()?);
        let values = numbers(line()?);
        let &[meeting, freq, interval, bymonthday, opens, closes, now] = values.as_slice() else {
            return None;
        };
        let dtstart = dates(line()?).first().copied();
        let rule_to = dates(line()?).first().copied();
        let group_to = dates(line()?).first().copied();
        let (except_dates, mut extra_dates) = (dates(line()?), dates(line()?));
        extra_dates.retain(|date| group_to.is_none_or(|last| *date <= last));
        let byday = byday(&numbers(line()?));
        let offsets = numbers(line()?);
        let mut zone = Vec::new();
        for pair in offsets.chunks_exact(2) {
            zone.push((pair[0].into(), pair[1]));
        }
        let schedule = Schedule {
            freq: match freq {
                1 => Some(Freq::Weekly),
                2 => Some(Freq::Monthly),
                _ => None,
            },
            interval: u8::try_from(interval).ok().filter(|every| *every > 0),
            byday,
            bymonthday: i8::try_from(bymonthday).ok().filter(|day| *day != 0),
            dtstart,
            valid_to: match (rule_to, group_to) {
                (Some(rule), Some(group)) => Some(rule.min(group)),
                (rule, group) => rule.or(group),
            },
            opens_at: time(opens),
            closes_at: time(closes),
            timezone,
            except_dates,
            extra_dates,
            description: None,
        };
        Some(Self {
            group,
            meeting,
            title,
            place,
            details: line()?,
            url,
            schedule,
            zone: Zone::of_offsets(zone),
            now: now.into(),
        })
    }

    /// What stands below the title: the details, then the web address.
    pub fn body(&self) -> String {
        let details = self.details.trim_end();
        let gap = match (details, self.url) {
            ("", _) | (_, "") => "",
            _ => "\n\n",
        };
        concat(&[details, gap, self.url])
    }
}

fn numbers(line: &str) -> Vec<i32> {
    line.split(' ')
        .filter_map(|word| word.parse().ok())
        .collect()
}

fn byday(days: &[i32]) -> Option<ByDay> {
    let mut codes = Vec::new();
    for day in days {
        let weekday = Weekday::ALL.get(day.rem_euclid(8) as usize)?;
        let ordinal = match day.div_euclid(8) {
            0 => String::new(),
            ordinal => digits(ordinal),
        };
        codes.push(ordinal + weekday.code());
    }
    ByDay::parse(&join(&codes, ","))
}

fn dates(line: &str) -> Vec<Date> {
    let days = numbers(line).into_iter();
    days.filter_map(Date::from_day_number).collect()
}

fn time(minutes: i32) -> Option<Time> {
    let minutes = u16::try_from(minutes).ok()?;
    Time::new((minutes / 60) as u8, (minutes % 60) as u8)
}
