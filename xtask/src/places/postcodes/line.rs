//! One line of a directory of postcodes.

use anyhow::{Context, Result};
use csv::StringRecord;

/// Where a product has what is needed.
pub struct Columns {
    postcode: usize,
    east: usize,
    north: usize,
    /// The day from which a postcode is out of use.
    ended: Option<usize>,
    quality: Option<usize>,
}

/// Code-Point Open has no header; its columns are always these.
pub const CODE_POINT: Columns = Columns {
    postcode: 0,
    east: 2,
    north: 3,
    ended: None,
    quality: Some(1),
};

/// The columns of the ONS Postcode Directory, if this is its header.
pub fn header(record: &StringRecord) -> Option<Result<Columns>> {
    let place = |name: &str| {
        record
            .iter()
            .position(|field| field.trim().eq_ignore_ascii_case(name))
    };
    let postcode = place("pcds")?;
    let need = |name: &str| {
        place(name).with_context(|| {
            format!("the ONS Postcode Directory has a column `{name}`, and this file has not")
        })
    };
    Some((|| {
        Ok(Columns {
            postcode,
            east: need("long")?,
            north: need("lat")?,
            ended: Some(need("doterm")?),
            quality: None,
        })
    })())
}

/// Whether this is a line of Code-Point Open.
pub fn is_code_point(record: &StringRecord) -> bool {
    let is_number = |at| {
        record
            .get(at)
            .is_some_and(|field| field.trim().parse::<f64>().is_ok())
    };
    record.get(0).and_then(district).is_some() && (1..4).all(is_number)
}

/// The district and the coordinates of a line, east and north; nothing where the postcode is out of
/// use or has no coordinates.
pub fn postcode(
    record: &StringRecord,
    columns: &Columns,
) -> Result<Option<(String, f64, f64)>, &'static str> {
    let field = |at: usize| record.get(at).map(str::trim).ok_or("columns are missing");
    let district = district(field(columns.postcode)?).ok_or("its postcode is none")?;
    if let Some(ended) = columns.ended
        && !field(ended)?.is_empty()
    {
        return Ok(None);
    }
    // Code-Point Open marks a postcode without coordinates by its quality, the other by a latitude of
    // 99.999999 or none.
    let has_none = match columns.quality {
        Some(quality) => field(quality)? == "90",
        None => field(columns.north)?.is_empty() || field(columns.north)?.starts_with("99.99"),
    };
    if has_none {
        return Ok(None);
    }
    let number = |at| {
        field(at)?
            .parse::<f64>()
            .map_err(|_| "its coordinates are no numbers")
    };
    let (east, north) = (number(columns.east)?, number(columns.north)?);
    let (easts, norths) = match columns.quality {
        Some(_) => (1.0..700_000.0, 1.0..1_300_000.0),
        None => (-9.0..2.0, 49.0..61.0),
    };
    if !easts.contains(&east) || !norths.contains(&north) {
        return Err("its coordinates are not in the UK");
    }
    Ok(Some((district, east, north)))
}

/// The district of a full postcode, in capitals; the last three characters are the inward part.
pub fn district(postcode: &str) -> Option<String> {
    let code: String = postcode
        .split_whitespace()
        .collect::<String>()
        .to_ascii_uppercase();
    if !code.is_ascii() || !(5..=7).contains(&code.len()) {
        return None;
    }
    let (outward, inward) = code.split_at(code.len() - 3);
    let is_inward = matches!(inward.as_bytes(), [b'0'..=b'9', b'A'..=b'Z', b'A'..=b'Z']);
    let letters = outward.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &outward.as_bytes()[letters..];
    // GIR 0AA is a postcode by the rules, without a digit in its first half.
    let is_outward = outward == "GIR"
        || (matches!(letters, 1 | 2)
            && rest.first().is_some_and(u8::is_ascii_digit)
            && rest.len() <= 2
            && rest.iter().all(u8::is_ascii_alphanumeric));
    (is_inward && is_outward).then(|| outward.to_owned())
}
