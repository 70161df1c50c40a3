//! Questions of a directory and their answers, as text: the table is in another module than the groups.
//!
//! A request is what a visitor typed, on a line, then a line for each venue ([`write_venue`]). Its answer
//! has as many lines: the place that was found, or why none was ([`Found`]), then where each venue is
//! ([`Spot`]), with nothing on the line of one that the table does not know.

use super::{Grade, NotFound, Place, Places, Point, Region, miles};
use crate::directory::{Venue, split_last};
use crate::strings::digits;

/// Where something is, as far as the table knows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    pub point: Point,
    pub grade: Grade,
    pub region: Option<Region>,
}

/// What became of what a visitor typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A place, by the name that finds it again.
    Place(String, Spot),
    Not(NotFound),
}

/// What stands for each reason on the first line of an answer.
const REASONS: [(&str, NotFound); 3] = [
    ("postcode", NotFound::Postcode),
    ("name", NotFound::Name),
    ("", NotFound::Empty),
];

/// Between the parts of a line. No text of a list has one.
const TAB: &str = "\t";

/// Adds a venue's line to a request, without its end: where it is, its postcode, its town, its region.
pub fn write_venue(request: &mut String, venue: &Venue, lang: &str) {
    if let (Some(latitude), Some(longitude)) = (venue.latitude, venue.longitude) {
        let point = Point {
            latitude,
            longitude,
        };
        point.write(request);
    }
    for part in [&venue.postcode, &venue.town, &venue.region] {
        request.push_str(TAB);
        if let Some(part) = part {
            request.push_str(part.get(lang));
        }
    }
}

impl Spot {
    /// Reads a spot from a line of an answer.
    pub fn read(line: &str) -> Option<Self> {
        let mut parts = line.split('\t');
        let point = Point::read(parts.next()?)?;
        let grade = match parts.next()? {
            "" => Grade::Area,
            _ => Grade::Point,
        };
        let region = parts.next().and_then(|id| id.parse::<i64>().ok());
        Some(Self {
            point,
            grade,
            region: region.and_then(|place| Region::ALL.get(place as usize).copied()),
        })
    }

    fn write(self, answer: &mut String) {
        self.point.write(answer);
        answer.push_str(TAB);
        answer.push_str(if self.grade == Grade::Point { "1" } else { "" });
        answer.push_str(TAB);
        if let Some(region) = self.region {
            answer.push_str(&digits(region as u8));
        }
    }
}

impl Found {
    /// Reads the first line of an answer.
    pub fn read(line: &str) -> Self {
        if let Some(spot) = Spot::read(line) {
            let name = split_last(line, b'\t').map_or(line, |(_, name)| name);
            return Self::Place(name.to_owned(), spot);
        }
        let mut reasons = REASONS.iter();
        let reason = reasons.find(|(reason, _)| *reason == line);
        Self::Not(reason.map_or(NotFound::Empty, |(_, reason)| *reason))
    }
}

impl Places {
    /// Answers a request.
    pub fn answer(&self, request: &str) -> String {
        let mut answer = String::new();
        for (place, line) in request.split('\n').enumerate() {
            if place == 0 {
                self.answer_typed(line, &mut answer);
                continue;
            }
            answer.push('\n');
            if let Some(spot) = self.venue(line) {
                spot.write(&mut answer);
            }
        }
        answer
    }

    fn answer_typed(&self, typed: &str, answer: &mut String) {
        match self.find(typed) {
            Ok(place) => {
                Spot::from(&place).write(answer);
                answer.push_str(TAB);
                answer.push_str(&place.name);
            }
            Err(reason) => {
                let mut reasons = REASONS.iter();
                let known = reasons.find(|(_, known)| *known == reason);
                answer.push_str(known.map_or("", |(written, _)| written));
            }
        }
    }

    /// Where a venue is: its own coordinates, else its postcode's district, else its town, else its
    /// postcode's area.
    fn venue(&self, line: &str) -> Option<Spot> {
        let mut parts = line.split('\t');
        let own = Point::read(parts.next()?);
        let mut part = || parts.next().unwrap_or_default();
        let (postcode, town, region) = (part(), part(), part());
        let by_postcode = self.of_postcode(postcode);
        let by_town = self.of_town(town).or_else(|| self.of_town(region));
        let is_exact = by_postcode
            .as_ref()
            .is_some_and(|place| place.grade == Grade::Point);
        let known = if is_exact {
            by_postcode.or(by_town)
        } else {
            by_town.or(by_postcode)
        };
        let named = Region::from_name(region);
        match (own, known) {
            (Some(point), known) => Some(Spot {
                point,
                grade: Grade::Point,
                region: named.or_else(|| known.map_or(self.nearest(point), |place| place.region)),
            }),
            (None, Some(place)) => Some(Spot {
                region: named.or(place.region),
                ..Spot::from(&place)
            }),
            (None, None) => None,
        }
    }

    /// The region of the town that lies nearest to a point.
    fn nearest(&self, point: Point) -> Option<Region> {
        let mut nearest = (f64::INFINITY, None);
        for town in self.towns() {
            let distance = miles(point, town.point);
            if distance < nearest.0 {
                nearest = (distance, town.region);
            }
        }
        nearest.1
    }
}

impl From<&Place> for Spot {
    fn from(place: &Place) -> Self {
        Self {
            point: place.point,
            grade: place.grade,
            region: place.region,
        }
    }
}
