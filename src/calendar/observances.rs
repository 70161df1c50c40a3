//! A zone's clocks as iCalendar tells them: by yearly rules, where they follow some.

use crate::directory::{Date, days_in_month};
use crate::schedule::{DAY, Instant, Weekday, Zone};

/// The first year that calendars are told of, and the last that is worked out here.
const FIRST_YEAR: i16 = 1970;
const LAST_YEAR: i16 = 2100;

/// A change of the clocks, once or every year.
pub struct Observance {
    /// The offsets before and after it, in minutes east of UTC.
    pub from: i32,
    pub to: i32,
    /// When it comes first, by the clocks before it: the day, and the minutes since that began.
    pub day: i32,
    pub minutes: i32,
    pub yearly: Option<Yearly>,
}

/// A day of every year: the last Sunday of March.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Yearly {
    pub month: u8,
    /// 1 to 4, or -1 for the last.
    pub ordinal: i32,
    pub weekday: Weekday,
}

impl Yearly {
    /// Its day in a year.
    fn day(self, year: i16) -> Option<i32> {
        let first = Date::new(year, self.month, 1)?.day_number();
        let from = match self.ordinal {
            // The last of a weekday is in the last seven days.
            ..0 => first + i32::from(days_in_month(year, self.month)) - 7,
            ordinal => first + (ordinal - 1) * 7,
        };
        let past = self.weekday as i32 - Weekday::of(from) as i32;
        Some(from + past.rem_euclid(7))
    }
}

/// All changes of a zone's clocks, with what held before the first.
pub fn observances(zone: &Zone) -> Vec<Observance> {
    let changes = changes(zone);
    if let Some(yearly) = yearly(&changes) {
        return yearly;
    }
    let first = zone.offsets().first().map_or(0, |(_, offset)| *offset);
    let mut all = vec![Observance {
        from: first,
        to: first,
        day: 0,
        minutes: 0,
        yearly: None,
    }];
    all.extend(changes);
    all
}

/// A zone with what its yearly rules say of the years before and after it was looked at; the same zone
/// where it has none.
pub fn lengthened(zone: Zone) -> Zone {
    let Some(mut rules) = yearly(&changes(&zone)) else {
        return zone;
    };
    if rules[0].day > rules[1].day {
        rules.swap(0, 1);
    }
    let mut offsets = vec![(Instant::MIN, rules[0].from)];
    for year in FIRST_YEAR..=LAST_YEAR {
        for rule in &rules {
            if let Some(day) = rule.yearly.and_then(|yearly| yearly.day(year)) {
                let local = i64::from(day) * DAY + i64::from(rule.minutes);
                offsets.push((local - i64::from(rule.from), rule.to));
            }
        }
    }
    Zone::of_offsets(offsets)
}

/// The changes of a zone, each on its own.
fn changes(zone: &Zone) -> Vec<Observance> {
    let mut changes = Vec::new();
    for pair in zone.offsets().windows(2) {
        let ((_, from), (at, to)) = (pair[0], pair[1]);
        let local = at + i64::from(from);
        changes.push(Observance {
            from,
            to,
            day: local.div_euclid(DAY) as i32,
            minutes: local.rem_euclid(DAY) as i32,
            yearly: None,
        });
    }
    changes
}

/// Two changes that come every year, where every other one of those known is the same.
fn yearly(changes: &[Observance]) -> Option<Vec<Observance>> {
    let mut rules = Vec::new();
    for offset in 0..2 {
        let mut own = changes.iter().skip(offset).step_by(2);
        let first = own.next()?;
        let mut year = Date::from_day_number(first.day)?.year();
        let mut found = [Some(rule(first.day, true)?), rule(first.day, false)];
        // Of one change alone nobody knows whether it comes again.
        let mut count = 1;
        for change in own {
            year += 1;
            count += 1;
            let is_same =
                (change.from, change.to, change.minutes) == (first.from, first.to, first.minutes);
            if !is_same || Date::from_day_number(change.day)?.year() != year {
                return None;
            }
            for rule in &mut found {
                *rule = rule.filter(|rule| rule.day(year) == Some(change.day));
            }
        }
        // Every last Sunday of the years looked at may be a fourth one too; laws say "last".
        let is_last = found[0].filter(|rule| rule.day(year - count + 1) == Some(first.day));
        let yearly = is_last.or(found[1])?;
        if count == 1 {
            return None;
        }
        rules.push(Observance {
            day: yearly.day(FIRST_YEAR)?,
            yearly: Some(yearly),
            ..*first
        });
    }
    Some(rules)
}

/// The rule that a day of a year follows: as the last of its weekday in its month, or the n-th.
fn rule(day: i32, is_last: bool) -> Option<Yearly> {
    let date = Date::from_day_number(day)?;
    let ordinal = i32::from(date.day() - 1) / 7 + 1;
    Some(Yearly {
        month: date.month(),
        ordinal: if is_last { -1 } else { ordinal },
        weekday: Weekday::of(day),
    })
}
