//! Compressing what visitors download, and the limit on what they download first.

use std::io::Write;

use anyhow::{Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// The most that the first load may weigh with brotli, in bytes.
const LIMIT: usize = 102_000;

/// What it should weigh.
const AIM: usize = 95_000;

/// The ends of the names of text files, and of the module.
const TEXT: [&str; 9] = [
    "css", "html", "ics", "js", "json", "svg", "txt", "wasm", "xml",
];

/// What a file weighs, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// Its name in `dist/`.
    pub file: String,
    pub raw: usize,
    /// As raw, where it is not compressed.
    pub gzip: usize,
    /// As raw, where it is not compressed.
    pub brotli: usize,
}

impl Size {
    /// A file that is not compressed.
    pub fn raw(file: &str, raw: usize) -> Self {
        let file = file.to_owned();
        Self {
            file,
            raw,
            gzip: raw,
            brotli: raw,
        }
    }
}

/// Whether a file gets smaller by compression: text and WebAssembly do, pictures do not.
pub fn is_compressible(file: &str) -> bool {
    match file
        .rsplit('/')
        .next()
        .and_then(|name| name.rsplit_once('.'))
    {
        Some((_, extension)) => TEXT.contains(&extension),
        // LICENSE and the like.
        None => true,
    }
}

/// The file as gzip, without a time in it.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// The file as brotli, at the highest level and with the largest window that every browser takes.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        // The module as one block of 256 KB, not as four: 0.1 KB less.
        lgblock: 18,
        ..BrotliEncoderParams::default()
    };
    let mut out = Vec::new();
    let mut encoder = brotli::CompressorWriter::with_params(&mut out, 4096, &settings);
    encoder.write_all(bytes)?;
    encoder.flush()?;
    drop(encoder);
    Ok(out)
}

/// The sizes as a table of KB (1000 bytes).
pub fn table(sizes: &[Size]) -> String {
    let width = sizes
        .iter()
        .map(|size| size.file.len())
        .max()
        .unwrap_or(0)
        .max(4);
    let row = |file: &str, cells: [&str; 3]| {
        let [raw, gzip, brotli] = cells;
        format!("{file:width$}  {raw:>9}  {gzip:>9}  {brotli:>9}\n")
    };
    let mut table = row("file", ["raw KB", "gzip", "brotli"]);
    for size in sizes {
        let cells = [size.raw, size.gzip, size.brotli].map(kilobytes);
        table += &row(&size.file, cells.each_ref().map(String::as_str));
    }
    table
}

/// The sum of what a visitor downloads before the directory shows; an error above the limit.
pub fn check<'a>(first_load: impl Iterator<Item = &'a Size>) -> Result<String> {
    let total = first_load.map(|size| size.brotli).sum();
    let line = format!(
        "First load, script and module with brotli: {} KB (limit {}, aim {}).",
        kilobytes(total),
        LIMIT / 1000,
        AIM / 1000
    );
    if total > LIMIT {
        bail!("{line} It must lose {} KB.", kilobytes(total - LIMIT));
    }
    Ok(line)
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_sizes() {
        let size = Size {
            gzip: 500,
            brotli: 400,
            ..Size::raw("a.js", 12_345)
        };
        let expect =
            "file     raw KB       gzip     brotli\na.js       12.3        0.5        0.4\n";
        assert_eq!(table(&[size]), expect);
    }

    #[test]
    fn refuses_a_heavy_first_load() {
        let sizes = [Size::raw("a", 90_000), Size::raw("b", 12_000)];
        assert!(check(sizes.iter()).is_ok_and(|line| line.contains("102.0 KB")));
        let heavy = [Size::raw("a", 103_500)];
        assert!(check(heavy.iter()).is_err_and(|error| error.to_string().contains("lose 1.5 KB")));
    }

    #[test]
    fn compresses_the_same_way_each_time() -> Result<()> {
        let text = "peer support ".repeat(1000);
        assert!(gzip(text.as_bytes())?.len() < 200);
        assert_eq!(gzip(text.as_bytes())?, gzip(text.as_bytes())?);
        assert!(brotli(text.as_bytes())?.len() < 100);
        assert_eq!(brotli(text.as_bytes())?, brotli(text.as_bytes())?);
        Ok(())
    }

    #[test]
    fn leaves_pictures_alone() {
        assert!(is_compressible("x/y.wasm"));
        assert!(is_compressible("LICENSE"));
        assert!(!is_compressible("x.png"));
    }
}
