//! What tells servers and pages about the releases in a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::major;
use crate::bundle::integrity;
use crate::project::{Project, files, read, write};

/// Writes three files:
///
/// - `integrity.json`: `{ "1.0.0": { "peer-support-directory.js": "sha384-…" } }`, for every release and every
///   file in it. Files of `v1/` change, so no page can name what their bytes will be.
/// - `_headers`, which Netlify and Cloudflare Pages read.
/// - `nginx.conf`, for a `server` block.
pub fn write_files(project: &Project, folder: &Path) -> Result<()> {
    let versions = versions(folder)?;
    let mut hashes = BTreeMap::new();
    for version in &versions {
        hashes.insert(version, integrities(&folder.join(version))?);
    }
    let json = serde_json::to_string_pretty(&hashes)? + "\n";
    write(&folder.join("integrity.json"), json)?;

    let packaging = project.root.join("packaging");
    let template = read(&packaging.join("_headers"))?;
    let headers = headers(&template, &versions);
    write(&folder.join("_headers"), headers)?;
    let nginx = read(&packaging.join("nginx.conf"))?;
    write(&folder.join("nginx.conf"), nginx)
}

/// The releases in a folder.
fn versions(folder: &Path) -> Result<Vec<String>> {
    let mut versions = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if is_version(&name) {
            versions.push(name);
        }
    }
    versions.sort_by_key(|version| numbers(version));
    Ok(versions)
}

/// Whether a name is three numbers: `1.0.0`.
fn is_version(name: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    name.split('.').count() == 3 && name.split('.').all(is_number)
}

/// The numbers of a version, by which one comes before another.
fn numbers(version: &str) -> Vec<u32> {
    let parts = version.split('.');
    parts.filter_map(|part| part.parse().ok()).collect()
}

/// The hash of each file in a folder.
fn integrities(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut hashes = BTreeMap::new();
    for file in files(folder)? {
        if !file.ends_with(".br") && !file.ends_with(".gz") {
            let hash = integrity(&fs::read(folder.join(&file))?);
            hashes.insert(file, hash);
        }
    }
    Ok(hashes)
}

/// Fills in a template: each paragraph with `{version}` once for every release, and each with `{major}` once
/// for every major version, as pages go on naming `v1/` when there is a `v2/`.
fn headers(template: &str, versions: &[String]) -> String {
    let mut majors: Vec<String> = versions.iter().map(|version| major(version)).collect();
    majors.dedup();
    let paragraphs = template.trim_end().split("\n\n").flat_map(|paragraph| {
        let each = |name: &str, values: &[String]| -> Vec<String> {
            let fill = |value: &String| paragraph.replace(name, value);
            values.iter().map(fill).collect()
        };
        if paragraph.contains("{version}") {
            each("{version}", versions)
        } else if paragraph.contains("{major}") {
            each("{major}", &majors)
        } else {
            vec![paragraph.to_owned()]
        }
    });
    paragraphs.collect::<Vec<_>>().join("\n\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_version() {
        assert!(is_version("1.0.0") && is_version("10.2.33"));
        assert!(
            !is_version("v1") && !is_version("1.0") && !is_version("1.0.x") && !is_version("1..0")
        );
    }

    #[test]
    fn has_headers_for_every_release() {
        let template = "# Hosts\n\n/{major}/*\n  A: b\n\n/{version}/*\n  C: d\n";
        let versions = ["1.0.0", "1.0.1", "2.0.0"].map(str::to_owned);
        assert_eq!(
            headers(template, &versions),
            "# Hosts\n\n/v1/*\n  A: b\n\n/v2/*\n  A: b\n\n\
             /1.0.0/*\n  C: d\n\n/1.0.1/*\n  C: d\n\n/2.0.0/*\n  C: d\n"
        );
    }

    #[test]
    fn orders_versions_by_their_numbers() {
        assert!(numbers("1.9.0") < numbers("1.10.0") && numbers("9.0.0") < numbers("10.0.0"));
    }

    /// The lines of `_headers` for a file: those of each path that fits it.
    fn lines_for<'a>(headers: &'a str, file: &str) -> Vec<&'a str> {
        let mut fits = false;
        let mut found = Vec::new();
        for line in headers.lines() {
            if let Some(header) = line.strip_prefix("  ") {
                found.extend(fits.then_some(header));
            } else if line.starts_with('/') {
                fits = match line.split_once('*') {
                    Some((start, end)) => file.starts_with(start) && file.ends_with(end),
                    None => file == line,
                };
            }
        }
        found
    }

    #[test]
    fn hosts_and_nginx_say_the_same_of_each_file() -> Result<()> {
        let packaging = Project::find()?.root.join("packaging");
        let nginx = read(&packaging.join("nginx.conf"))?;
        let template = read(&packaging.join("_headers"))?;
        let headers = headers(&template, &["1.0.0".to_owned(), "1.0.1".to_owned()]);
        let short = "Cache-Control: public, max-age=600, stale-while-revalidate=86400";
        let for_ever = "Cache-Control: public, max-age=31536000, immutable";
        for (file, cache) in [
            ("/v1/peer-support-directory.js", short),
            ("/v1/groups.json", short),
            ("/v1/places.txt", short),
            ("/v1/peer-support-directory-a7597e620ac30c22.wasm", for_ever),
            ("/1.0.0/peer-support-directory.js", for_ever),
            ("/1.0.1/groups.json", for_ever),
        ] {
            let lines = lines_for(&headers, file);
            assert!(lines.contains(&cache), "{file}: {lines:?}");
            assert!(lines.contains(&"Access-Control-Allow-Origin: *"), "{file}");
            for line in &lines {
                let (name, value) = line.split_once(": ").context("no header")?;
                let same = lines.iter().filter(|other| other.starts_with(name));
                assert_eq!(same.count(), 1, "{file} gets {name} twice");
                assert!(nginx.contains(&format!("\"{value}\"")), "{name}: {value}");
            }
        }
        Ok(())
    }
}
