//! The next time of a meeting in words: "Next: Wednesday 16 December, 6:30pm".

use super::Language;
use super::key::key;
use crate::directory::{Date, Time, replaced, split_last};
use crate::schedule::{DAY, Instant, LONDON, Occurrence, Schedule, Weekday, Zone, wall_clock};

/// What is to be told of a meeting's next time.
pub struct NextTime<'a> {
    pub schedule: &'a Schedule,
    pub occurrence: Occurrence,
    /// The zone of the schedule.
    pub zone: &'a Zone,
    pub now: Instant,
    /// The visitor's own offset at an instant, in minutes east of UTC.
    pub visitor_offset: &'a dyn Fn(Instant) -> i32,
    /// A day and its month, "16 December", with the year where that is not plain.
    pub date: &'a dyn Fn(Date) -> String,
}

impl Language {
    /// When a meeting is held next: "Today, 7pm", "Tomorrow, 6:30pm", "Next: Monday 7 December, 7pm", "On
    /// now until 8pm". Where the visitor's clock shows another time, with that too.
    pub fn next_time(&self, next: &NextTime<'_>) -> String {
        let Occurrence { starts, ends, .. } = next.occurrence;
        let times = (next.schedule.opens_at, next.schedule.closes_at);
        if let (Some(opens), closes) = times
            && starts <= next.now
        {
            return match closes.filter(|closes| *closes != opens) {
                Some(closes) => self.fill(
                    key!("next.now-until"),
                    &[("time", &self.both_clocks(next, closes, ends))],
                ),
                None => self.get(key!("next.now")).to_owned(),
            };
        }
        let (day, is_near) = self.next_day(next);
        let when = match next.schedule.opens_at {
            Some(opens) => {
                let time = self.both_clocks(next, opens, starts);
                self.fill(key!("next.day-and-time"), &[("day", &day), ("time", &time)])
            }
            None => day,
        };
        if is_near {
            return when;
        }
        self.fill(key!("next.later"), &[("when", &when)])
    }

    /// "Today" or "Tomorrow", which is near, else the weekday and date; in the meeting's zone.
    ///
    /// What is today is only said where it is the same day for the visitor.
    fn next_day(&self, next: &NextTime<'_>) -> (String, bool) {
        let visitor_day = |at: Instant| {
            let local = at + i64::from((next.visitor_offset)(at));
            local.div_euclid(DAY) as i32
        };
        let date = next.occurrence.date;
        let (day, today) = (date.day_number(), next.zone.day(next.now));
        let is_same_day = today == visitor_day(next.now)
            && (next.schedule.opens_at.is_none() || day == visitor_day(next.occurrence.starts));
        match day - today {
            0 if is_same_day => (self.get(key!("next.today")).to_owned(), true),
            1 if is_same_day => (self.get(key!("next.tomorrow")).to_owned(), true),
            _ => {
                let weekday = self.weekday(Weekday::of(day));
                let date = (next.date)(date);
                let values = [("weekday", weekday), ("date", date.as_str())];
                (self.fill(key!("next.weekday"), &values), false)
            }
        }
    }

    /// A time of the meeting, at an instant, and what the visitor's clock shows then, where that is another:
    /// "6:30pm UK time (7:30pm your time)".
    fn both_clocks(&self, next: &NextTime<'_>, time: Time, at: Instant) -> String {
        let words = self.time(time);
        let visitor_offset = (next.visitor_offset)(at);
        let Some((date, visitor_time)) = wall_clock(at, visitor_offset) else {
            return words;
        };
        if visitor_offset == next.zone.offset(at) {
            return words;
        }
        let mut yours = self.time(visitor_time);
        let day = date.day_number();
        if day != next.zone.day(at) {
            let weekday = self.weekday(Weekday::of(day));
            yours = self.fill(
                key!("next.your-day"),
                &[("time", &yours), ("weekday", weekday)],
            );
        }
        let place = match next.schedule.zone() {
            LONDON => self.get(key!("next.uk")).to_owned(),
            // The city in the zone's id is what people know it by.
            id => {
                let city = split_last(id, b'/').map_or(id, |(_, city)| city);
                replaced(city, &|c| c == '_', ' ')
            }
        };
        let values = [
            ("time", words.as_str()),
            ("place", &place),
            ("yours", &yours),
        ];
        self.fill(key!("next.two-clocks"), &values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::Id;
    use crate::schedule::{ByDay, Freq};

    /// Minutes since 1970, in UTC.
    fn utc(text: &str) -> Instant {
        let (day, time) = text.split_once(' ').expect("a day and a time");
        let (day, time) = (Date::parse(day), Time::parse(time));
        i64::from(day.expect("a day").day_number()) * DAY
            + i64::from(time.expect("a time").minutes())
    }

    /// What is said of a Monday's meeting from 7pm at a time of UTC, where the meeting's clocks and the
    /// visitor's are so many minutes ahead of it.
    fn check(
        now: &str,
        (opens, closes): (&str, &str),
        zone: (&str, i32),
        visitor: i32,
        expect: &str,
    ) {
        let schedule = Schedule {
            freq: Some(Freq::Weekly),
            byday: ByDay::parse("MO"),
            opens_at: Time::parse(opens),
            closes_at: Time::parse(closes),
            timezone: Id::new(zone.0),
            ..Schedule::default()
        };
        let now = utc(now);
        let offsets = Zone::new(now, now, &|_| zone.1);
        let next = NextTime {
            occurrence: schedule
                .next(now, &offsets, Weekday::EVERY)
                .expect("a Monday"),
            schedule: &schedule,
            zone: &offsets,
            now,
            visitor_offset: &|_| visitor,
            date: &|date| [&date.day().to_string(), " ", &date.month().to_string()].concat(),
        };
        assert_eq!(Language::english().next_time(&next), expect);
    }

    #[test]
    fn at_home() {
        let check = |now, times, expect| check(now, times, ("", 0), 0, expect);
        check("2026-11-22 12:00", ("19:00", "20:00"), "Tomorrow, 7pm");
        check("2026-11-23 18:59", ("19:00", "20:00"), "Today, 7pm");
        check("2026-11-23 19:00", ("19:00", "20:00"), "On now until 8pm");
        check("2026-11-23 19:00", ("19:00", ""), "On now");
        check(
            "2026-11-23 20:00",
            ("19:00", "20:00"),
            "Next: Monday 30 11, 7pm",
        );
        check("2026-11-23 12:00", ("", ""), "Today");
        check("2026-11-24 12:00", ("", ""), "Next: Monday 30 11");
        check(
            "2026-11-24 00:10",
            ("23:30", "00:30"),
            "On now until 12:30am",
        );
    }

    #[test]
    fn elsewhere() {
        let london = |now, visitor, expect| {
            check(
                now,
                ("18:30", "20:00"),
                ("Europe/London", 0),
                visitor,
                expect,
            );
        };
        london(
            "2026-11-23 12:00",
            60,
            "Today, 6:30pm UK time (7:30pm your time)",
        );
        london(
            "2026-11-23 19:00",
            60,
            "On now until 8pm UK time (9pm your time)",
        );
        // In Auckland it is Monday too, but when the meeting begins, Tuesday.
        let auckland = "Next: Monday 23 11, 6:30pm UK time (7:30am on Tuesday your time)";
        london("2026-11-23 09:00", 13 * 60, auckland);
        london("2026-11-22 12:00", 13 * 60, auckland);
        let dublin = "Today, 6:30pm Dublin time (1:30pm your time)";
        check(
            "2026-11-23 12:00",
            ("18:30", ""),
            ("Europe/Dublin", 0),
            -300,
            dublin,
        );
        // In New York it is still Sunday.
        let new_york = "Next: Monday 23 11, 6:30pm UK time (1:30pm your time)";
        london("2026-11-23 02:00", -300, new_york);
    }
}
