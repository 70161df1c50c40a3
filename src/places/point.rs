//! Points and the distance between them.

/// Degrees north and east.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub latitude: f64,
    pub longitude: f64,
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
