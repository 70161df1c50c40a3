//! `cargo xtask package`: writes the release tree, which a publisher uploads as it is.
//!
//! - `1.0.0/` never changes, so pages may name its script with Subresource Integrity.
//! - `v1/` goes with every release. Its script takes its module from `1.0.0/`, so a copy of it in some cache
//!   finds what it was built with, for as long as releases are never removed. Its own `groups.json`
//!   may be replaced at any time.
//! - `integrity.json`, `_headers` and `nginx.conf` are for all releases in the folder: see [`hosting`].
//! - `npm/` and the `.tgz` of it: see [`npm`].

mod hosting;
mod npm;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::build::{Built, SCRIPT, write_compressed};
use crate::bundle;
use crate::project::{Project, files, write};
use crate::tools::say;

/// The group list, which a script shows that is told of no other.
const LIST: &str = "groups.json";

/// Whether a page may need a file of `dist/`; the others are the demo's.
pub fn is_released(file: &str) -> bool {
    let others = [
        LIST,
        "groups.schema.json",
        "places.txt",
        "LICENSE",
        "THIRD-PARTY-NOTICES",
    ];
    // The script, the modules and the languages.
    file.starts_with("peer-support-directory") || others.contains(&file)
}

/// Writes what has been built into a folder of releases. Gives what to do with it.
pub fn package(project: &Project, built: &Built, folder: &Path) -> Result<String> {
    let version = &project.version;
    let major = major(version);
    say("Writing the release: seconds.");
    let released: BTreeMap<_, _> = built
        .files
        .iter()
        .filter(|(file, _)| is_released(file))
        .map(|(file, bytes)| (file.clone(), bytes.clone()))
        .collect();
    write_fixed(&folder.join(version), &released)?;

    let mut moving = released.clone();
    let beside = format!("../{version}/");
    moving.insert(
        SCRIPT.into(),
        bundle::script(project, &built.parts, &beside)?,
    );
    write_moving(&folder.join(&major), &moving)?;

    hosting::write_files(project, folder)?;
    let archive = npm::pack(project, &released, folder)?;
    Ok(format!(
        "{} holds {version}/, {major}/ and {archive}.\n\
         Upload it over what is there already, and `npm publish` the archive. Never remove a release: pages \
         and caches name its files.",
        folder.display()
    ))
}

/// `v1` of `1.0.0`.
fn major(version: &str) -> String {
    format!("v{}", version.split('.').next().unwrap_or(version))
}

/// Writes a release that is not there yet. One that is there must be the same.
fn write_fixed(folder: &Path, released: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    if folder.exists() {
        return same(folder, released);
    }
    for (file, bytes) in released {
        write_compressed(folder, file, bytes)?;
    }
    Ok(())
}

/// Compares a release with what has been built. Compressed copies are of the same bytes, and not compared.
fn same(folder: &Path, released: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    let is_copy = |file: &String| file.ends_with(".br") || file.ends_with(".gz");
    let there = files(folder)?.into_iter().filter(|file| !is_copy(file));
    let mut found = BTreeMap::new();
    for file in there {
        let bytes = fs::read(folder.join(&file))?;
        found.insert(file, bytes);
    }
    let differs = |file: &&String| found.get(*file) != released.get(*file);
    if let Some(file) = found.keys().chain(released.keys()).find(differs) {
        bail!(
            "{} is there already, and its {file} is not what has been built now. A release never changes: \
             raise the version in Cargo.toml, or remove the folder if it was never published",
            folder.display()
        );
    }
    Ok(())
}

/// Writes the folder that goes with every release, and removes nothing: modules are named by their bytes.
fn write_moving(folder: &Path, released: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    for (file, bytes) in released {
        // Whoever replaces the list need not think of its compressed copies.
        if file == LIST {
            write(&folder.join(file), bytes)?;
        } else {
            write_compressed(folder, file, bytes)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod contract_tests;
#[cfg(test)]
mod tests;
