//! "Add to calendar": an iCalendar file after RFC 5545, and links that open a calendar on the web.
//!
//! The main module only writes down what it knows of a meeting ([`Event::request`]). What makes a file of
//! it ([`answer`]) is in a module of its own, which loads when somebody first asks for it.

mod file;
mod lines;
mod links;
mod observances;
mod reading;
mod series;

use crate::directory::{Date, Time};
use crate::schedule::{Instant, Schedule, Weekday};
use crate::strings::digits;

pub use reading::Reading;

use links::encode;

/// What the main module knows of a meeting. Texts but for `details` are on one line.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// The id of the group, and the number of the meeting in it: what the event is known by.
    pub group: &'a str,
    pub meeting: usize,
    pub title: &'a str,
    pub place: &'a str,
    pub details: &'a str,
    pub url: &'a str,
    pub schedule: &'a Schedule,
    /// The last day on which the group is there.
    pub valid_to: Option<Date>,
    /// The clocks of the schedule's zone.
    pub offsets: &'a [(Instant, i32)],
    pub now: Instant,
}

impl Event<'_> {
    /// The event as text, for [`answer`]: a line for each text, then lines of numbers, then the details.
    ///
    /// Days and times are numbers too: one way to write them all is the least code.
    pub fn request(&self) -> String {
        let schedule = self.schedule;
        let mut request = String::new();
        for text in [
            self.group,
            self.title,
            self.place,
            self.url,
            schedule.zone(),
        ] {
            request.push_str(text);
            request.push('\n');
        }
        let time = |time: Option<Time>| time.map_or(-1, |time| i32::from(time.minutes()));
        for number in [
            self.meeting as i32,
            schedule.freq.map_or(0, |freq| freq as i32 + 1),
            schedule.interval.map_or(0, i32::from),
            schedule.bymonthday.map_or(0, i32::from),
            time(schedule.opens_at),
            time(schedule.closes_at),
            self.now as i32,
        ] {
            add(&mut request, number);
        }
        for dates in [
            schedule.dtstart.as_slice(),
            schedule.valid_to.as_slice(),
            self.valid_to.as_slice(),
            &schedule.except_dates,
            &schedule.extra_dates,
        ] {
            request.push('\n');
            for date in dates {
                add(&mut request, date.day_number());
            }
        }
        request.push('\n');
        if let Some(byday) = &schedule.byday {
            for day in byday.days() {
                // The weekday as the last octal digit.
                let ordinal = day.ordinal.map_or(0, i32::from);
                add(&mut request, ordinal * 8 + day.weekday as i32);
            }
        }
        request.push('\n');
        for (from, offset) in self.offsets {
            add(&mut request, *from as i32);
            add(&mut request, *offset);
        }
        request.push('\n');
        request.push_str(self.details);
        request
    }
}

fn add(request: &mut String, number: i32) {
    request.push_str(&digits(number));
    request.push(' ');
}

/// What [`Event::request`] asks for, a line each: the calendar file as a `data:` link, the link to Google
/// Calendar with the whole series, and the link to Outlook.com with the next meeting. Empty where no
/// meeting is still to come.
pub fn answer(request: &str) -> String {
    made(request).unwrap_or_default()
}

fn made(request: &str) -> Option<String> {
    let mut reading = Reading::new(request)?;
    reading.zone = observances::lengthened(reading.zone);
    let next = reading
        .schedule
        .next(reading.now, &reading.zone, Weekday::EVERY)?;
    let series = series::series(&reading, next.date.day_number());
    let mut answer = String::from("data:text/calendar;charset=utf-8,");
    encode(&mut answer, &file::file(&reading, &series));
    answer.push('\n');
    links::google(&mut answer, &reading, &series, next);
    answer.push('\n');
    links::outlook(&mut answer, &reading, next);
    Some(answer)
}
