//! Where places are: the table of postcode areas, postcode districts and towns, and distances.
//!
//! The table is a small file of its own that loads when somebody asks for distances. It comes in two
//! grades of one format ([`table`]): with areas and towns alone, or with districts too. A postcode is
//! cut to what the table knows before anything is looked up, and no part of it is given back but that.

mod answer;
mod point;
mod postcode;
mod region;
mod table;

pub use answer::{Found, Spot, write_venue};
pub use point::{Point, miles};
pub use region::Region;
pub use table::Fault;

use crate::filter::key;
use crate::intern::{Interner, Strings, sort};

/// How exact a point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// A postcode area or a town: miles across.
    Area,
    /// A postcode district, a venue's own coordinates or the visitor's position.
    Point,
}

/// A place that the table knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// A town's name as the table writes it, in the language that was asked in ("Derry",
    /// "Abertawe"); or the code of an area ("OX") or district ("OX3"). [`Places::find`] finds the
    /// place again by it.
    pub name: String,
    /// Its middle.
    pub point: Point,
    /// How exact the point is.
    pub grade: Grade,
    /// Its region, for a postcode the one where most people of its area live; none for the Isle of
    /// Man and the Channel Islands.
    pub region: Option<Region>,
}

/// Why no place was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFound {
    /// It has digits, so it is meant as a postcode, and it is none or its area is not in the table.
    Postcode,
    /// A town or area that is not in the table, or the beginning of several.
    Name,
    /// Nothing was typed.
    Empty,
}

/// The table of places, read.
pub struct Places {
    attribution: String,
    /// Towns' names, every one of them, and codes; folded.
    keys: Interner,
    /// By the number of its key, the name or code as the table writes it.
    written: Strings,
    /// By the number of its key.
    entries: Vec<Entry>,
}

/// What a name or a code stands for.
#[derive(Clone, Copy)]
struct Entry {
    kind: Kind,
    point: Point,
    region: Option<Region>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Area,
    District,
    Town,
}

impl Places {
    /// What the licence of the table's data asks to be shown, as plain text; empty where it asks nothing.
    pub fn attribution(&self) -> &str {
        &self.attribution
    }

    /// What to suggest while a visitor types: towns, by all their names, and post towns, by name, each
    /// once.
    pub fn names(&self) -> Vec<&str> {
        let mut towns = Vec::new();
        for number in 0..self.entries.len() as u32 {
            if self.entries[number as usize].kind == Kind::Town {
                towns.push(number);
            }
        }
        sort(&mut towns, &|a, b| self.keys.get(a).cmp(self.keys.get(b)));
        let mut names = Vec::with_capacity(towns.len());
        for town in towns {
            names.push(self.written.get(town));
        }
        names
    }

    /// The place that a visitor typed: a town in any case and accents, with its beginning enough where
    /// only one place has it; an area's code; a postcode in full or in part, cut to what the table
    /// knows (its district, else its area).
    pub fn find(&self, typed: &str) -> Result<Place, NotFound> {
        let key = key(typed);
        if key.is_empty() {
            return Err(NotFound::Empty);
        }
        let found = self
            .town(&key)
            .or_else(|| self.code(&key))
            .or_else(|| self.beginning(&key));
        match found {
            Some(number) => Ok(self.place(number)),
            // No town has a digit in its name.
            None if key.bytes().any(|byte| byte.is_ascii_digit()) => Err(NotFound::Postcode),
            None => Err(NotFound::Name),
        }
    }

    /// The place of a postcode alone, such as a venue's, in full or in part, cut to what the table
    /// knows (its district, else its area).
    pub fn of_postcode(&self, postcode: &str) -> Option<Place> {
        Some(self.place(self.code(&key(postcode))?))
    }

    /// The place of a town's name alone, in full, in any case and accents.
    pub fn of_town(&self, name: &str) -> Option<Place> {
        Some(self.place(self.town(&key(name))?))
    }

    /// All towns, once for each of their names.
    fn towns(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.kind == Kind::Town)
    }

    fn town(&self, key: &str) -> Option<u32> {
        let number = self.keys.find(key)?;
        let is_town = self.entries[number as usize].kind == Kind::Town;
        is_town.then_some(number)
    }

    /// The district of a postcode, or else its area.
    fn code(&self, key: &str) -> Option<u32> {
        let outward = postcode::outward(key)?;
        let area = postcode::area(&outward);
        self.keys.find(&outward).or_else(|| self.keys.find(area))
    }

    /// The one town whose name begins so. Names of one town lie at one point, and no two towns do.
    fn beginning(&self, key: &str) -> Option<u32> {
        let mut found: Option<u32> = None;
        for number in 0..self.entries.len() as u32 {
            let entry = &self.entries[number as usize];
            if entry.kind != Kind::Town || !self.keys.get(number).starts_with(key) {
                continue;
            }
            match found {
                None => found = Some(number),
                Some(first) if self.entries[first as usize].point == entry.point => (),
                Some(_) => return None,
            }
        }
        found
    }

    fn place(&self, number: u32) -> Place {
        let entry = &self.entries[number as usize];
        Place {
            name: self.written.get(number).into(),
            point: entry.point,
            grade: match entry.kind {
                Kind::District => Grade::Point,
                Kind::Area | Kind::Town => Grade::Area,
            },
            region: entry.region,
        }
    }
}
