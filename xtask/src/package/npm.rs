//! The npm package, which jsDelivr and unpkg serve too.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project::{Project, output, read, write};

/// What is written by hand, with its place in the package.
const BY_HAND: [(&str, &str); 5] = [
    ("packaging/npm-package.json", "package.json"),
    ("packaging/npm-README.md", "README.md"),
    ("packaging/index.d.ts", "index.d.ts"),
    ("packaging/custom-elements.json", "custom-elements.json"),
    ("CHANGELOG.md", "CHANGELOG.md"),
];

/// Writes `npm/` and has npm pack it. Gives the archive's name.
pub fn pack(
    project: &Project,
    released: &BTreeMap<String, Vec<u8>>,
    folder: &Path,
) -> Result<String> {
    let npm = folder.join("npm");
    if npm.exists() {
        fs::remove_dir_all(&npm).context("cannot remove the old npm/")?;
    }
    for (file, bytes) in released {
        write(&npm.join(file), bytes)?;
    }
    for (source, file) in BY_HAND {
        let text = read(&project.root.join(source))?;
        write(&npm.join(file), text.replace("{version}", &project.version))?;
    }
    let mut command = project.command("npm");
    command
        .args(["pack", "--silent", "--ignore-scripts", "--pack-destination"])
        .arg(folder)
        .arg(&npm);
    Ok(output(&mut command)?.trim().to_owned())
}
