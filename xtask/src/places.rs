//! `cargo xtask places FILE`: the finer table of places.
//!
//! The table that ships has postcode areas and towns. This adds the postcode districts, each at the
//! average of its postcodes, from a directory of postcodes that the publisher downloads ([`postcodes`]).

mod postcodes;

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use proj4rs::proj::Proj;
use proj4rs::transform::transform;

use crate::build::write_compressed;
use crate::project::{Project, read};
use crate::sizes;
use crate::tools::say;
use postcodes::{District, Postcodes, Product};

/// The table's name, in `public/` and in `dist/`.
const TABLE: &str = "places.txt";

/// The most that the table may weigh with brotli, in bytes.
const LIMIT: usize = 20_000;

/// Northern Ireland's postcodes are in the ONS Postcode Directory under a licence for internal use alone,
/// and not the Open Government Licence. A website may not publish what is made of them.
const NOT_OPEN: &str = "BT";

/// The British National Grid, with the shift from its datum to WGS84: right to 5 metres.
const NATIONAL_GRID: &str = "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 \
    +y_0=-100000 +ellps=airy +units=m \
    +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489";

/// Degrees on WGS84.
const DEGREES: &str = "+proj=longlat +datum=WGS84";

/// Reads the postcodes of a file or folder and writes `dist/places.txt`.
pub fn places(project: &Project, source: &Path) -> Result<()> {
    let dist = project.dist();
    if !dist.is_dir() {
        bail!("there is no dist/ to write the table to; run `cargo xtask build` first");
    }
    let shipped = read(&project.root.join("public").join(TABLE))?;
    say("Reading postcodes: a minute for all of the UK.");
    let postcodes = Postcodes::read(source)?;
    for note in &postcodes.notes {
        println!("{note}");
    }
    let (table, left_out) = table(&shipped, &postcodes, year(source))?;
    println!(
        "Read {} postcodes in {} districts. Left out, as they are no places or not open: {}.",
        postcodes.count,
        postcodes.districts.len(),
        match &left_out[..] {
            [] => "none".to_owned(),
            codes => codes.join(" "),
        }
    );
    if left_out.iter().any(|code| parts(code).0 == NOT_OPEN) {
        println!(
            "Northern Ireland's districts ({NOT_OPEN}) are among them: their licence does not let a \
             website publish them. Its area and towns are in the table."
        );
    }
    println!("{}", check(&sizes::brotli(table.as_bytes())?)?);
    write_compressed(&dist, TABLE, table.as_bytes())?;
    println!("dist/{TABLE} is ready. `cargo xtask build` puts the shipped one back.");
    Ok(())
}

/// The shipped table with the districts behind it, and the codes of those left out.
fn table(shipped: &str, postcodes: &Postcodes, year: u64) -> Result<(String, Vec<String>)> {
    let mut areas = BTreeSet::new();
    let mut table =
        "# Places of the UK, with postcode districts by `cargo xtask places`.\n".to_owned();
    table += &format!("attribution {}\n", attribution(year));
    for line in shipped.lines().filter(|line| !line.starts_with('#')) {
        if let Some(area) = line.strip_prefix("area ") {
            areas.insert(area.split(' ').next().unwrap_or(area));
        }
        table += line;
        table.push('\n');
    }
    let mut districts: Vec<_> = postcodes.districts.iter().collect();
    districts.sort_by(|(a, _), (b, _)| in_order(a, b));
    let grid = Grid::new()?;
    let (mut lines, mut left_out) = (String::new(), Vec::new());
    for (code, district) in districts {
        if !is_place(code, district, &areas) {
            left_out.push(code.clone());
            continue;
        }
        let (east, north) = district.average();
        let (latitude, longitude) = match postcodes.product {
            Product::Onspd => (north, east),
            Product::CodePoint => grid.to_degrees(east, north).with_context(|| {
                format!("district {code}: {east:.0} {north:.0} is not on the National Grid")
            })?,
        };
        let [north, east] = [latitude, longitude].map(|degrees| (degrees * 100.0).round() as i64);
        lines += &format!("district {code} {north} {east}\n");
    }
    if lines.is_empty() {
        bail!("no district is left to write; is this the whole file, with its coordinates?");
    }
    Ok((table + &lines, left_out))
}

/// Whether people live in a district, and its data may be published.
///
/// Some codes are no places: BX is banks wherever they are, XX and GIR firms, and others stand for the
/// post boxes and the large firms of one sorting office. The first kind has an area that is none of the
/// UK's; the second has coordinates at a single point, or none at all and so is not here. A district
/// where people live has many streets, and so many points.
fn is_place(code: &str, district: &District, areas: &BTreeSet<&str>) -> bool {
    let (area, _) = parts(code);
    areas.contains(area) && area != NOT_OPEN && district.is_spread
}

/// What the Open Government Licence and its data's owners ask to be shown, for both products.
fn attribution(year: u64) -> String {
    format!(
        "Contains OS data © Crown copyright and database right {year}. Contains Royal Mail data © \
         Royal Mail copyright and database right {year}. Contains National Statistics data © Crown \
         copyright and database right {year}. Licensed under the Open Government Licence v3.0."
    )
}

/// The year of the data: that in the name of the file or folder, as in `ONSPD_MAY_2026`, else this year.
fn year(source: &Path) -> u64 {
    let name = source.file_name().unwrap_or_default().to_string_lossy();
    let named = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4 && digits.starts_with("20"))
        .find_map(|digits| digits.parse().ok());
    named.unwrap_or_else(|| {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        // A year has 31,556,952 seconds on average.
        1970 + now.map_or(0, |now| now.as_secs() / 31_556_952)
    })
}

/// What the table weighs; an error above the limit.
fn check(brotli: &[u8]) -> Result<String> {
    let kilobytes = brotli.len() as f64 / 1000.0;
    let line = format!(
        "The table with brotli: {kilobytes:.1} KB (limit {}).",
        LIMIT / 1000
    );
    if brotli.len() > LIMIT {
        bail!("{line} Nothing was written; are there codes in the file that are no postcodes?");
    }
    Ok(line)
}

/// The area of a district, and the rest of its code.
fn parts(code: &str) -> (&str, &str) {
    code.split_at(
        code.find(|c: char| c.is_ascii_digit())
            .unwrap_or(code.len()),
    )
}

/// By area, then as numbers: OX2 before OX10.
fn in_order(a: &str, b: &str) -> Ordering {
    let key = |code| {
        let (area, rest) = parts(code);
        let digits = rest.trim_end_matches(|c: char| !c.is_ascii_digit());
        (area, digits.len(), rest)
    };
    key(a).cmp(&key(b))
}

/// The way from the National Grid to degrees.
struct Grid {
    grid: Proj,
    degrees: Proj,
}

impl Grid {
    fn new() -> Result<Self> {
        Ok(Self {
            grid: Proj::from_proj_string(NATIONAL_GRID)?,
            degrees: Proj::from_proj_string(DEGREES)?,
        })
    }

    /// Latitude and longitude of an easting and a northing in metres.
    fn to_degrees(&self, east: f64, north: f64) -> Result<(f64, f64)> {
        let mut point = (east, north, 0.0);
        transform(&self.grid, &self.degrees, &mut point)?;
        Ok((point.1.to_degrees(), point.0.to_degrees()))
    }
}

#[cfg(test)]
mod tests;
