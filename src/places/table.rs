//! Reading the table. It is a text of one line for each thing:
//!
//! ```text
//! # A remark, which is passed over, as empty lines are
//! attribution What the licence of the data asks to be shown
//! area OX 5180 -129 south-east Oxford
//! district OX3 5176 -121
//! town 5162 -394 wales Swansea / Abertawe
//! ```
//!
//! An area has its code, its post town last. Coordinates are whole hundredths of a degree, north and
//! east. A region is the id of a [`Region`], or `-` outside the UK. A town has one name or several,
//! with ` / ` between them. A district comes after its area.

use super::{Entry, Kind, Places, Point, Region, postcode};
use crate::directory::Named;
use crate::filter::key;
use crate::intern::{Interner, Strings};

/// Why a table cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong in it, in English.
    pub what: &'static str,
}

/// A post town and its area.
type PostTown<'a> = (&'a str, Entry);

impl Places {
    /// Reads a table; at the first line that cannot be read, says which and why.
    pub fn parse(table: &str) -> Result<Self, Fault> {
        let mut places = Self {
            attribution: String::new(),
            keys: Interner::new(),
            written: Strings::default(),
            entries: Vec::new(),
        };
        let mut post_towns = Vec::new();
        for (at, line) in table.lines().enumerate() {
            if let Err(what) = places.read(line, &mut post_towns) {
                return Err(Fault { line: at + 1, what });
            }
        }
        // Most post towns have a line of their own, which says where they are and not where the
        // middle of their area is.
        for (name, entry) in post_towns {
            if places.keys.find(&key(name)).is_none() {
                let kind = Kind::Town;
                let _ = places.add(name, Entry { kind, ..entry });
            }
        }
        Ok(places)
    }

    fn read<'a>(
        &mut self,
        line: &'a str,
        post_towns: &mut Vec<PostTown<'a>>,
    ) -> Result<(), &'static str> {
        if line.is_empty() || line.starts_with('#') {
            return Ok(());
        }
        // Answers have tabs between their parts.
        if line.contains('\t') {
            return Err("a tab; spaces stand between the parts of a line");
        }
        let mut rest = line;
        match word(&mut rest) {
            "attribution" => {
                if !self.attribution.is_empty() {
                    self.attribution.push(' ');
                }
                self.attribution.push_str(rest);
            }
            "area" => {
                let code = word(&mut rest);
                if !postcode::is_area(&key(code)) {
                    return Err("an area's code is one or two letters");
                }
                let point = point(&mut rest)?;
                let region = region(&mut rest)?;
                let kind = Kind::Area;
                let entry = Entry {
                    kind,
                    point,
                    region,
                };
                if rest.is_empty() {
                    return Err("a name is missing");
                }
                self.add(code, entry)?;
                post_towns.push((rest, entry));
            }
            "district" => {
                let code = word(&mut rest);
                let key = key(code);
                if !postcode::is_district(&key) {
                    return Err(
                        "a district's code is that of an area, a digit and perhaps one more",
                    );
                }
                let Some(area) = self.keys.find(postcode::area(&key)) else {
                    return Err("a district's area has a line above it");
                };
                let entry = Entry {
                    kind: Kind::District,
                    point: point(&mut rest)?,
                    region: self.entries[area as usize].region,
                };
                self.add(code, entry)?;
            }
            "town" => {
                let entry = Entry {
                    kind: Kind::Town,
                    point: point(&mut rest)?,
                    region: region(&mut rest)?,
                };
                for name in rest.split(" / ") {
                    self.add(name, entry)?;
                }
            }
            _ => return Err("a line begins with #, attribution, area, district or town"),
        }
        Ok(())
    }

    fn add(&mut self, name: &str, entry: Entry) -> Result<(), &'static str> {
        let key = key(name);
        if key.is_empty() {
            return Err("a name is missing");
        }
        if self.keys.find(&key).is_some() {
            return Err("this name or code has a line already");
        }
        self.keys.intern(&key);
        self.written.push(name);
        self.entries.push(entry);
        Ok(())
    }
}

/// Takes the next word.
fn word<'a>(rest: &mut &'a str) -> &'a str {
    let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
    *rest = after;
    word
}

fn point(rest: &mut &str) -> Result<Point, &'static str> {
    let mut hundredths = || word(rest).parse::<i64>().ok();
    // The Channel Islands are the most southern, Shetland the most northern.
    match (hundredths(), hundredths()) {
        (Some(north @ 4900..=6100), Some(east @ -900..=200)) => Ok(Point {
            latitude: north as f64 / 100.0,
            longitude: east as f64 / 100.0,
        }),
        _ => Err("coordinates are whole hundredths of a degree, north and east, in the UK"),
    }
}

fn region(rest: &mut &str) -> Result<Option<Region>, &'static str> {
    match word(rest) {
        "-" => Ok(None),
        id => match Region::from_id(id) {
            Some(region) => Ok(Some(region)),
            None => Err("a region is one of the twelve, or - outside the UK"),
        },
    }
}
