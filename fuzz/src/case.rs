//! A schedule, a time zone and an instant of any bytes.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use libfuzzer_sys::arbitrary::{Arbitrary, Result, Unstructured};
use peer_support_directory::directory::{Date, Id, Time};
use peer_support_directory::schedule::{ByDay, DAY, Freq, Instant, Schedule, Weekday, Zone};

/// A schedule as a list may hold it, where its clocks stand and when somebody looks at it.
#[derive(Debug)]
pub struct Case {
    pub schedule: Schedule,
    pub zone: Zone,
    pub now: Instant,
    /// The days of the week that are wanted, a bit each from Monday.
    pub weekdays: u8,
}

/// Around which day most dates lie: 22 November 2026.
const TODAY: i32 = 20_779;

/// Zones whose clocks do odd things: half hours, two hours, a day that is left out, a summer time that is
/// taken away in winter or for a month of fasting.
const ZONES: [&str; 10] = [
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Pacific/Kwajalein",
    "Africa/Casablanca",
    "Antarctica/Troll",
];

impl<'a> Arbitrary<'a> for Case {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let today = date(bytes)?.day_number();
        let now = Instant::from(today) * DAY + bytes.int_in_range(0..=DAY - 1)?;
        let (zone, timezone) = if bytes.arbitrary()? {
            let id = *bytes.choose(&ZONES)?;
            (zone_of(id, now), id)
        } else {
            (any_zone(bytes, now)?, "Europe/Nowhere")
        };
        Ok(Self {
            schedule: schedule(bytes, timezone)?,
            zone,
            now,
            weekdays: bytes.int_in_range(0..=Weekday::EVERY)?,
        })
    }
}

fn schedule(bytes: &mut Unstructured, timezone: &str) -> Result<Schedule> {
    let freq = *bytes.choose(&[Some(Freq::Weekly), Some(Freq::Monthly), None])?;
    // The reader leaves no numbers of the month to a rule of weeks.
    let is_weekly = freq == Some(Freq::Weekly);
    let month_day = bytes.int_in_range(-31..=31)?;
    Ok(Schedule {
        freq,
        interval: maybe(bytes, |bytes| bytes.int_in_range(1..=99))?,
        byday: maybe(bytes, |bytes| byday(bytes, is_weekly))?.flatten(),
        bymonthday: Some(month_day).filter(|day| *day != 0 && !is_weekly),
        dtstart: maybe(bytes, date)?,
        valid_to: maybe(bytes, date)?,
        opens_at: maybe(bytes, time)?.flatten(),
        closes_at: maybe(bytes, time)?.flatten(),
        timezone: Id::new(timezone),
        except_dates: dates(bytes)?,
        extra_dates: dates(bytes)?,
        description: None,
    })
}

fn maybe<'a, T>(
    bytes: &mut Unstructured<'a>,
    value: impl Fn(&mut Unstructured<'a>) -> Result<T>,
) -> Result<Option<T>> {
    bytes.arbitrary::<bool>()?.then(|| value(bytes)).transpose()
}

/// One to four days of the week, with ordinals and without.
fn byday(bytes: &mut Unstructured, is_weekly: bool) -> Result<Option<ByDay>> {
    let mut days = Vec::new();
    for _ in 0..bytes.int_in_range(1..=4)? {
        let day = bytes.choose(&Weekday::ALL)?.code();
        days.push(match bytes.int_in_range(-5..=5)? {
            0 => day.to_owned(),
            _ if is_weekly => day.to_owned(),
            ordinal => format!("{ordinal}{day}"),
        });
    }
    Ok(ByDay::parse(&days.join(",")))
}

/// Most within four years of today, some anywhere in the calendar.
fn date(bytes: &mut Unstructured) -> Result<Date> {
    let day = match bytes.ratio(7, 8)? {
        true => TODAY + bytes.int_in_range(-1500..=1500)?,
        false => bytes.int_in_range(-719_162..=2_932_896)?,
    };
    Ok(Date::from_day_number(day).unwrap_or(Date::EPOCH))
}

fn dates(bytes: &mut Unstructured) -> Result<Vec<Date>> {
    let count = bytes.int_in_range(0..=3)?;
    (0..count).map(|_| date(bytes)).collect()
}

fn time(bytes: &mut Unstructured) -> Result<Option<Time>> {
    Ok(Time::new(
        bytes.int_in_range(0..=23)?,
        bytes.int_in_range(0..=59)?,
    ))
}

/// A zone of the world, as far as a browser is asked for it.
fn zone_of(id: &str, now: Instant) -> Zone {
    let known = TimeZone::get(id).expect("a zone of the database");
    around(now, &|at| {
        let at = Timestamp::from_second(at * 60).unwrap_or_default();
        known.to_offset(at).seconds() / 60
    })
}

/// A zone that the world does not have. Its clocks change by three hours at the most, in quarters, and
/// not twice within 22 days: it is looked at every 21.
fn any_zone(bytes: &mut Unstructured, now: Instant) -> Result<Zone> {
    let mut offset = bytes.int_in_range(-48..=48)? * 15;
    let mut changes = vec![(Instant::MIN, offset)];
    let mut at = now - 2 * DAY;
    for _ in 0..bytes.int_in_range(0..=6)? {
        at += bytes.int_in_range(22 * DAY..=300 * DAY)?;
        offset += bytes.int_in_range(-12..=12)? * 15;
        changes.push((at, offset));
    }
    Ok(around(now, &|at| {
        let past = changes.iter().rev().find(|(from, _)| *from <= at);
        past.map_or(0, |(_, offset)| *offset)
    }))
}

fn around(now: Instant, offset_at: &dyn Fn(Instant) -> i32) -> Zone {
    let (from, to) = (now - 2 * DAY, now + 3 * 366 * DAY);
    let zone = Zone::new(from, to, offset_at);
    for at in (from..to).step_by(61 * 60) {
        assert_eq!(zone.offset(at), offset_at(at), "{zone:?} at {at}");
    }
    zone
}
