//! The binary format of WebAssembly, as far as the build looks into it.

use anyhow::{Context, Result};

/// What every module begins with: its magic number and the version of the format.
pub const PREAMBLE: &[u8] = b"\0asm\x01\0\0\0";

/// The numbers of sections.
pub const CUSTOM: u8 = 0;
pub const IMPORTS: u8 = 2;
pub const FUNCTIONS: u8 = 3;
pub const ELEMENTS: u8 = 9;
pub const CODE: u8 = 10;

/// In the section of names, the number of the part that names functions.
pub const OF_FUNCTIONS: u8 = 1;

/// All sections of a module, with their numbers.
pub fn sections(module: &[u8]) -> Result<Vec<(u8, &[u8])>> {
    let mut rest = Bytes(module.strip_prefix(PREAMBLE).context("no module")?);
    let mut sections = Vec::new();
    while let [kind, ..] = *rest.0 {
        rest.take(1)?;
        let length = rest.number()?;
        sections.push((kind, rest.take(length)?));
    }
    Ok(sections)
}

/// What a section of the module holds; where it has none, that is none of its things.
pub fn section(module: &[u8], wanted: u8) -> Result<Bytes<'_>> {
    let sections = sections(module)?;
    let found = sections.into_iter().find(|(kind, _)| *kind == wanted);
    Ok(Bytes(found.map_or(&[0], |(_, content)| content)))
}

/// Bytes that are still to be read.
pub struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    pub fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).context("cut short")?;
        self.0 = rest;
        Ok(taken)
    }

    /// A whole number in LEB128: seven bits in each byte, the lowest first.
    pub fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.take(1)?[0];
            number |= usize::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        anyhow::bail!("a number that is too long")
    }
}

/// A whole number in LEB128.
pub fn leb(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

/// Bytes with their length before them.
pub fn sized(bytes: &[u8]) -> Vec<u8> {
    [&leb(bytes.len())[..], bytes].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_and_reads_numbers() -> Result<()> {
        for number in [0, 1, 127, 128, 300, 1 << 30] {
            assert_eq!(Bytes(&leb(number)).number()?, number);
        }
        Ok(())
    }
}
