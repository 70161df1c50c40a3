//! When and how meetings are held.

use peer_support_directory::directory::*;
use peer_support_directory::filter::Facet;
use peer_support_directory::schedule::{ByDay, DAY, Instant, Schedule, Weekday};

use super::{Plain, TOWNS, Wanted};
use crate::lists::*;

impl Plain<'_> {
    /// On which days a meeting is held as wanted; nothing where it is not. A meeting that is held on no
    /// day at all has none.
    pub fn fitting_days(
        &self,
        meeting: &Held,
        chosen: &dyn Fn(Facet) -> Wanted,
    ) -> Option<Vec<Weekday>> {
        let both = |facet| [self.only(facet), chosen(facet)].into_iter().flatten();
        let has = |facet, own: &[String]| {
            both(facet).all(|wanted| wanted.iter().any(|id| own.contains(id)))
        };
        let wants_day = both(Facet::Day).next().is_some();
        let wants_soon = both(Facet::Soon).next().is_some();
        let mut days = meeting.days.clone();
        if wants_soon {
            let soon = now() + 7 * DAY;
            days = meeting
                .dates
                .iter()
                .filter(|date| date.1 < soon)
                .map(|date| date.0)
                .collect();
        }
        days.retain(|day| has(Facet::Day, &[day.id().to_owned()]));
        let fits = has(Facet::Format, &meeting.formats)
            && has(Facet::Place, &meeting.towns)
            && has(Facet::Time, &meeting.times)
            // Nobody has asked where the venues are.
            && has(Facet::Region, &[])
            && !((wants_day || wants_soon) && days.is_empty());
        fits.then_some(days)
    }

    /// When the group's fitting meetings begin, on the fitting days.
    pub fn fitting(&self, group: &Group, chosen: &dyn Fn(Facet) -> Wanted) -> Vec<Instant> {
        let mut starts = vec![];
        for meeting in meetings(group) {
            if let Some(days) = self.fitting_days(&meeting, chosen) {
                let dates = meeting.dates.iter().filter(|date| days.contains(&date.0));
                starts.extend(dates.map(|date| date.1));
            }
        }
        starts
    }
}

/// The filters that look at single meetings.
pub const OF_MEETINGS: [Facet; 6] = [
    Facet::Format,
    Facet::Place,
    Facet::Day,
    Facet::Time,
    Facet::Soon,
    Facet::Region,
];

/// What is known of a meeting, as ids, and when it is held in the weeks to come.
#[derive(Default)]
pub struct Held {
    formats: Vec<String>,
    towns: Vec<String>,
    times: Vec<String>,
    days: Vec<Weekday>,
    dates: Vec<(Weekday, Instant)>,
}

/// Each meeting, with what helplines and communities stand for.
pub fn meetings(group: &Group) -> Vec<Held> {
    let strings = |ids: &[&str]| -> Vec<String> { ids.iter().map(|id| (*id).into()).collect() };
    let mut all = vec![];
    for meeting in &group.meetings {
        let formats = match meeting.attending_type.expect("always one here") {
            Online => strings(&["online"]),
            InPerson => strings(&["in-person"]),
            OnlineAndInPerson => strings(&["online", "in-person"]),
            AttendingType::Phone => strings(&["phone"]),
        };
        let town = meeting.venue.as_ref().and_then(|venue| venue.town.as_ref());
        let town = town.map(|town| town.get("en").to_lowercase());
        let town = TOWNS
            .iter()
            .filter(|known| town == Some(known.to_lowercase()));
        // As spelt here and, for the option's own id, as spelt first.
        let towns = town
            .flat_map(|town| strings(&[town, &town.to_uppercase()]))
            .collect();
        let mut held = Held {
            formats,
            towns,
            ..Held::default()
        };
        if let Some(schedule) = &meeting.schedule {
            let opens = schedule.opens_at.map(|time| (time.hour(), time.minute()));
            held.times = match opens {
                None => vec![],
                Some(time) if time < (12, 0) => strings(&["morning"]),
                Some(time) if time < (17, 0) => strings(&["afternoon"]),
                Some(_) => strings(&["evening"]),
            };
            let rule = schedule.byday.as_ref().map_or(&[][..], ByDay::days);
            held.days = rule.iter().map(|day| day.weekday).collect();
            if group.status != Status::Paused {
                held.dates = dates(schedule, group.valid_to);
            }
            if !held.dates.is_empty() {
                held.days = held.dates.iter().map(|date| date.0).collect();
            }
        }
        all.push(held);
    }
    if group.kinds.contains(&Kind::Helpline) {
        all.push(Held {
            formats: strings(&["phone"]),
            ..Held::default()
        });
    }
    if group.kinds.contains(&Kind::OnlineCommunity) {
        all.push(Held {
            formats: strings(&["online"]),
            ..Held::default()
        });
    }
    all
}

/// The days of the year to come on which it is held, and when it begins.
fn dates(schedule: &Schedule, last: Option<Date>) -> Vec<(Weekday, Instant)> {
    let (zone, mut now) = (london(), now());
    let mut dates = vec![];
    while let Some(next) = schedule.next(now, &zone, Weekday::EVERY) {
        if dates.len() == 60 || last.is_some_and(|last| next.date > last) {
            break;
        }
        dates.push((Weekday::of(next.date.day_number()), next.starts));
        now = next.ends;
    }
    dates
}
