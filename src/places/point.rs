//! Points and the distance between them.

use crate::strings::digits;

/// Degrees north and east.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub latitude: f64,
    pub longitude: f64,
}

impl Point {
    /// Adds the point to a text, in thousandths of a degree, which is some eighty yards: "51752 -1258".
    pub fn write(self, text: &mut String) {
        text.push_str(&digits((self.latitude * 1000.0) as i64));
        text.push(' ');
        text.push_str(&digits((self.longitude * 1000.0) as i64));
    }

    /// The point in degrees, as addresses of maps have it: "51.752,-1.258".
    pub fn degrees(self) -> String {
        let mut text = String::new();
        for (place, degrees) in [self.latitude, self.longitude].into_iter().enumerate() {
            let thousandths = (degrees * 1000.0) as i64;
            text.push_str(if place > 0 { "," } else { "" });
            text.push_str(if thousandths < 0 { "-" } else { "" });
            let thousandths = thousandths.abs();
            text.push_str(&digits(thousandths / 1000));
            text.push('.');
            // With a digit too many before them, no zero is lost.
            text.push_str(&digits(1000 + thousandths % 1000)[1..]);
        }
        text
    }

    /// Reads what [`Point::write`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        let (north, east) = text.split_once(' ')?;
        let degrees = |text: &str| Some(text.parse::<i64>().ok()? as f64 / 1000.0);
        Some(Self {
            latitude: degrees(north)?,
            longitude: degrees(east)?,
        })
    }
}

/// The miles in a degree of latitude, for the earth's mean radius.
const MILES_IN_A_DEGREE: f64 = 69.093;

/// The miles between two points, rounded to nothing.
///
/// As on a flat map whose scale is that of the latitude between the two: within 1% over the UK.
pub fn miles(a: Point, b: Point) -> f64 {
    let north = a.latitude - b.latitude;
    let east = (a.longitude - b.longitude) * cosine((a.latitude + b.latitude) / 2.0);
    MILES_IN_A_DEGREE * (north * north + east * east).sqrt()
}

/// The cosine of a latitude in degrees, to 0.001: the first terms of its series. The standard
/// library's cosine would add kilobytes to the module.
fn cosine(degrees: f64) -> f64 {
    let radians = degrees.to_radians();
    let square = radians * radians;
    1.0 - square / 2.0 + square * square / 24.0 - square * square * square / 720.0
}
