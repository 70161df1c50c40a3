//! Reading the directories of postcodes: the ONS Postcode Directory and OS Code-Point Open.

mod line;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail};
use csv::{ReaderBuilder, StringRecord};

use crate::project::files;
use line::{CODE_POINT, Columns, header, is_code_point, postcode};

/// How many bad lines are shown; all are counted.
const SHOWN: usize = 5;

/// The product that a file is of, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Product {
    /// The ONS Postcode Directory: a header, then degrees.
    Onspd,
    /// OS Code-Point Open: no header, then metres on the British National Grid.
    CodePoint,
}

/// The postcodes of a file or folder, by district.
pub struct Postcodes {
    pub product: Product,
    /// By code, such as "OX3".
    pub districts: BTreeMap<String, District>,
    /// How many postcodes are in use and have coordinates.
    pub count: usize,
    /// What the user should know: which lines are bad, which files were passed over.
    pub notes: Vec<String>,
}

/// Where a district's postcodes are, in degrees or metres.
#[derive(Default)]
pub struct District {
    first: Option<(f64, f64)>,
    /// Whether they lie at more than one point.
    pub is_spread: bool,
    east: f64,
    north: f64,
    count: usize,
}

impl District {
    fn add(&mut self, east: f64, north: f64) {
        let first = *self.first.get_or_insert((east, north));
        self.is_spread |= first != (east, north);
        self.east += east;
        self.north += north;
        self.count += 1;
    }

    /// The average of its postcodes, east and north.
    pub fn average(&self) -> (f64, f64) {
        let count = self.count.max(1) as f64;
        (self.east / count, self.north / count)
    }
}

impl Postcodes {
    /// Reads a file, or every CSV file in a folder and the folders in it.
    pub fn read(source: &Path) -> Result<Self> {
        let mut reading = Reading::default();
        if source.is_dir() {
            for name in files(source)? {
                if name.to_ascii_lowercase().ends_with(".csv")
                    && !reading.file(&source.join(&name))?
                {
                    reading.notes.push(format!(
                        "Passed over, as it is no list of postcodes: {name}"
                    ));
                }
            }
        } else if !reading.file(source)? {
            bail!(
                "{} is neither the ONS Postcode Directory (a CSV file with the columns pcds, lat, long \
                 and doterm) nor OS Code-Point Open (postcode, quality, easting, northing); unpack the \
                 download if it is a .zip",
                source.display()
            );
        }
        reading
            .finish()
            .with_context(|| source.display().to_string())
    }
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    product: Option<Product>,
    districts: BTreeMap<String, District>,
    count: usize,
    lines: usize,
    bad: usize,
    notes: Vec<String>,
}

impl Reading {
    /// Reads a file; says whether it is of one of the products.
    fn file(&mut self, path: &Path) -> Result<bool> {
        let name = path.display().to_string();
        let file = File::open(path).with_context(|| format!("cannot read {name}"))?;
        self.read(&name, file)
    }

    fn read(&mut self, name: &str, source: impl Read) -> Result<bool> {
        let mut builder = ReaderBuilder::new();
        let mut csv = builder
            .has_headers(false)
            .flexible(true)
            .from_reader(source);
        let mut first = StringRecord::new();
        // A first line that is no text is that of another kind of file.
        if !csv.read_record(&mut first).unwrap_or(false) {
            return Ok(false);
        }
        let (product, columns) = match header(&first) {
            Some(columns) => (
                Product::Onspd,
                columns.with_context(|| format!("{name}, line 1"))?,
            ),
            None if is_code_point(&first) => (Product::CodePoint, CODE_POINT),
            None => return Ok(false),
        };
        if *self.product.get_or_insert(product) != product {
            bail!("{name} is of another product than the files before it; give one of them alone");
        }
        if product == Product::CodePoint {
            self.line(name, 1, &first, &columns);
        }
        let mut record = StringRecord::new();
        loop {
            let line = csv.position().line();
            match csv.read_record(&mut record) {
                Ok(true) => {
                    let line = record.position().map_or(line, |position| position.line());
                    self.line(name, line, &record, &columns);
                }
                Ok(false) => return Ok(true),
                Err(error) if error.is_io_error() => {
                    return Err(error).with_context(|| format!("cannot read {name}"));
                }
                Err(_) => self.refuse(name, line, "it is no UTF-8 text"),
            }
        }
    }

    fn line(&mut self, name: &str, line: u64, record: &StringRecord, columns: &Columns) {
        match postcode(record, columns) {
            Ok(None) => self.lines += 1,
            Ok(Some((district, east, north))) => {
                self.lines += 1;
                self.count += 1;
                self.districts.entry(district).or_default().add(east, north);
            }
            Err(what) => self.refuse(name, line, what),
        }
    }

    fn refuse(&mut self, name: &str, line: u64, what: &str) {
        self.lines += 1;
        self.bad += 1;
        if self.bad <= SHOWN {
            self.notes
                .push(format!("Left out: {name}, line {line}: {what}"));
        }
    }

    fn finish(mut self) -> Result<Postcodes> {
        let Some(product) = self.product else {
            bail!("no CSV file with postcodes is in this folder; unpack the whole download");
        };
        if self.bad > 0 {
            self.notes.push(format!(
                "Lines left out as bad: {} of {}.",
                self.bad, self.lines
            ));
        }
        // A slip of the format would put places where they are not.
        if self.bad * 100 > self.lines {
            bail!(
                "more than one line in a hundred is bad; the format may have changed\n{}",
                self.notes.join("\n")
            );
        }
        Ok(Postcodes {
            product,
            districts: self.districts,
            count: self.count,
            notes: self.notes,
        })
    }
}

#[cfg(test)]
mod tests;
