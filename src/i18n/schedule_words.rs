//! A schedule in words: "Third Wednesday of every month, 6:30pm to 8pm".

use super::key::key;
use super::{Key, Language, sentence_case};
use crate::directory::Time;
use crate::schedule::{Freq, Schedule, Weekday};
use crate::strings::digits;

impl Language {
    /// The rule and its times in words; nothing where the schedule says neither. The list's own description
    /// of it is the list's words, in a language of its own.
    pub fn schedule(&self, schedule: &Schedule) -> Option<String> {
        // "Every month" adds nothing to a description, which says what the rule cannot.
        let rule = self.rule(schedule).or_else(|| match schedule.description {
            Some(_) => None,
            None => self.frequency(schedule),
        });
        let words = match (rule, self.times(schedule)) {
            (Some(rule), Some(times)) => self.fill(
                key!("schedule.rule-and-times"),
                &[("rule", &rule), ("times", &times)],
            ),
            (rule, times) => rule.or(times)?,
        };
        Some(sentence_case(&words))
    }

    /// A time as the NHS writes it: 6:30pm, 7pm, midday, midnight.
    pub fn time(&self, time: Time) -> String {
        match (time.hour(), time.minute()) {
            (0, 0) => return self.get(key!("time.midnight")).to_owned(),
            (12, 0) => return self.get(key!("time.midday")).to_owned(),
            _ => {}
        }
        let key = if time.hour() < 12 {
            key!("time.am")
        } else {
            key!("time.pm")
        };
        let hour = match time.hour() % 12 {
            0 => 12,
            hour => hour,
        };
        let mut clock = digits(hour);
        if time.minute() > 0 {
            clock.push(':');
            if time.minute() < 10 {
                clock.push('0');
            }
            clock.push_str(&digits(time.minute()));
        }
        self.fill(key, &[("time", &clock)])
    }

    /// The name of a day of the week.
    pub fn weekday(&self, weekday: Weekday) -> &str {
        self.get(Key::joined(&["day.", weekday.id()]))
    }

    /// "6:30pm to 8pm", or only the beginning.
    fn times(&self, schedule: &Schedule) -> Option<String> {
        let opens = self.time(schedule.opens_at?);
        let Some(closes) = schedule.closes_at else {
            return Some(opens);
        };
        let closes = self.time(closes);
        Some(self.fill(
            key!("schedule.times"),
            &[("opens", &opens), ("closes", &closes)],
        ))
    }

    /// The days on which the rule falls; nothing where it names none.
    fn rule(&self, schedule: &Schedule) -> Option<String> {
        let interval = schedule.interval.unwrap_or(1);
        let key = match (schedule.freq?, interval) {
            (Freq::Weekly, 1) => key!("schedule.weekly"),
            (Freq::Weekly, 2) => key!("schedule.every-other-week"),
            (Freq::Weekly, _) => key!("schedule.weeks"),
            (Freq::Monthly, 1) => key!("schedule.monthly"),
            (Freq::Monthly, 2) => key!("schedule.every-other-month"),
            (Freq::Monthly, _) => key!("schedule.months"),
        };
        let days = self.days(schedule)?;
        let interval = digits(interval);
        Some(self.fill(key, &[("days", &days), ("interval", &interval)]))
    }

    /// "Monday and Thursday", "third Wednesday", "day 15".
    fn days(&self, schedule: &Schedule) -> Option<String> {
        if let Some(byday) = &schedule.byday {
            let mut days = Vec::new();
            for day in byday.days() {
                let weekday = self.weekday(day.weekday);
                days.push(match day.ordinal {
                    Some(ordinal) => {
                        let ordinal = self.get(Key::joined(&["ordinal.", &digits(ordinal)]));
                        self.fill(
                            key!("schedule.ordinal-day"),
                            &[("ordinal", ordinal), ("day", weekday)],
                        )
                    }
                    None => weekday.to_owned(),
                });
            }
            return Some(self.list(&days));
        }
        let day = match schedule.bymonthday? {
            -1 => self.get(key!("schedule.last-day")).to_owned(),
            day @ ..0 => {
                let before_last = digits(day.unsigned_abs() - 1);
                self.fill(
                    key!("schedule.days-before-last"),
                    &[("count", &before_last)],
                )
            }
            day => self.fill(key!("schedule.day-of-month"), &[("day", &digits(day))]),
        };
        Some(day)
    }

    /// "Every week", where no day is known.
    fn frequency(&self, schedule: &Schedule) -> Option<String> {
        let key = match (schedule.freq?, schedule.interval.unwrap_or(1)) {
            (Freq::Weekly, 1) => key!("schedule.every-week"),
            (Freq::Weekly, _) => key!("schedule.every-weeks"),
            (Freq::Monthly, 1) => key!("schedule.every-month"),
            (Freq::Monthly, _) => key!("schedule.every-months"),
        };
        let interval = digits(schedule.interval.unwrap_or(1));
        Some(self.fill(key, &[("interval", &interval)]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::Text;
    use crate::schedule::ByDay;

    #[test]
    fn rules_read_as_people_say_them() {
        check(
            Freq::Monthly,
            1,
            "3WE",
            "18:30",
            "20:00",
            "Third Wednesday of every month, 6:30pm to 8pm",
        );
        check(Freq::Weekly, 1, "MO", "19:00", "", "Every Monday, 7pm");
        check(
            Freq::Weekly,
            2,
            "TU,TH",
            "12:00",
            "13:05",
            "Every other week on Tuesday and Thursday, midday to 1:05pm",
        );
        check(
            Freq::Weekly,
            3,
            "SU",
            "00:30",
            "",
            "Every 3 weeks on Sunday, 12:30am",
        );
        check(
            Freq::Monthly,
            1,
            "1WE,-1FR",
            "",
            "",
            "First Wednesday and last Friday of every month",
        );
        check(
            Freq::Monthly,
            2,
            "2SA",
            "09:15",
            "",
            "Second Saturday of every other month, 9:15am",
        );
        check(Freq::Monthly, 1, "", "18:30", "", "Every month, 6:30pm");
        check(Freq::Monthly, 1, "", "", "", "Every month");
        check(Freq::Weekly, 4, "", "", "", "Every 4 weeks");
    }

    #[test]
    fn days_of_the_month_count_from_either_end() {
        for (day, expected) in [
            (15, "Day 15 of every month"),
            (-1, "Last day of every month"),
            (-3, "2 days before the last day of every month"),
        ] {
            let schedule = Schedule {
                freq: Some(Freq::Monthly),
                bymonthday: Some(day),
                ..Schedule::default()
            };
            let words = Language::english().schedule(&schedule);
            assert_eq!(words.as_deref(), Some(expected));
        }
    }

    #[test]
    fn where_no_day_is_known_a_description_says_it_better() {
        let schedule = Schedule {
            freq: Some(Freq::Monthly),
            description: Some(Text::plain("Monthly. Ask for the date.")),
            ..Schedule::default()
        };
        let words = Language::english().schedule(&schedule);
        assert_eq!(words, None);
    }

    fn check(freq: Freq, interval: u8, byday: &str, opens: &str, closes: &str, expected: &str) {
        let schedule = Schedule {
            freq: Some(freq),
            interval: Some(interval),
            byday: ByDay::parse(byday),
            opens_at: Time::parse(opens),
            closes_at: Time::parse(closes),
            ..Schedule::default()
        };
        let words = Language::english().schedule(&schedule);
        assert_eq!(words.as_deref(), Some(expected));
    }
}
