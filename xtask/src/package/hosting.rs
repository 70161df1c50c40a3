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
    let headers = headers(&template, &major(&project.version), &versions);
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
    versions.sort();
    Ok(versions)
}

/// Whether a name is three numbers: `1.0.0`.
fn is_version(name: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = name.split('.').collect();
    parts.len() == 3 && parts.into_iter().all(is_number)
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

/// Fills in a template: `{major}` once, and each paragraph with `{version}` once for every release.
fn headers(template: &str, major: &str, versions: &[String]) -> String {
    let paragraphs = template.trim_end().split("\n\n").flat_map(|paragraph| {
        if paragraph.contains("{version}") {
            let of = |version: &String| paragraph.replace("{version}", version);
            versions.iter().map(of).collect()
        } else {
            vec![paragraph.replace("{major}", major)]
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
        let versions = ["1.0.0".to_owned(), "1.0.1".to_owned()];
        assert_eq!(
            headers(template, "v1", &versions),
            "# Hosts\n\n/v1/*\n  A: b\n\n/1.0.0/*\n  C: d\n\n/1.0.1/*\n  C: d\n"
        );
    }
}
