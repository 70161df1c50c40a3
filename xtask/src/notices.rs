//! The notices for other people's code that is part of the module.
//!
//! Cargo says which crates are in the module and under which licence; the texts come from the
//! crates' own folders.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::project::{Project, output};
use crate::tools::WASM;

/// The standard library is in the module, and Cargo does not name it.
const STANDARD_LIBRARY: &str = "Rust standard library (MIT OR Apache-2.0)";

/// A crate that is part of the module.
struct Crate {
    /// Its name, version and licence expression.
    title: String,
    /// What its folder holds of licences and notices.
    texts: Vec<String>,
}

/// The whole file: each text once, after the crates that it is for.
pub fn notices(project: &Project) -> Result<String> {
    let in_module = in_module(project)?;
    let mut cargo = project.command("cargo");
    cargo.args([
        "metadata",
        "--locked",
        "--format-version",
        "1",
        "--filter-platform",
        WASM,
    ]);
    let metadata: Value = serde_json::from_str(&output(&mut cargo)?)?;
    let packages = metadata["packages"]
        .as_array()
        .context("cargo metadata names no packages")?;
    let mut crates = vec![standard_library()];
    for package in packages {
        if in_module.contains(&name_and_version(package)) {
            crates.push(read_crate(package)?);
        }
    }
    Ok(render(&crates))
}

/// Name and version of each crate that the module is made of.
fn in_module(project: &Project) -> Result<BTreeSet<String>> {
    let mut cargo = project.command("cargo");
    cargo
        .args([
            "tree",
            "--locked",
            "--package",
            "peer-support-directory",
            "--target",
            WASM,
        ])
        // A procedural macro runs at compile time only.
        .args([
            "--edges",
            "normal,no-proc-macro",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ]);
    let tree = output(&mut cargo)?;
    let crates = tree.lines().filter_map(|line| {
        let (name, rest) = line.split_once(" v")?;
        let version = rest.split(' ').next()?;
        (name != "peer-support-directory").then(|| format!("{name} {version}"))
    });
    Ok(crates.collect())
}

fn name_and_version(package: &Value) -> String {
    let field = |name| package[name].as_str().unwrap_or_default();
    format!("{} {}", field("name"), field("version"))
}

fn read_crate(package: &Value) -> Result<Crate> {
    let license = package["license"].as_str().unwrap_or("see the text");
    let title = format!("{} ({license})", name_and_version(package));
    let manifest = package["manifest_path"]
        .as_str()
        .context("a crate lies nowhere")?;
    let folder = Path::new(manifest)
        .parent()
        .context("a crate lies nowhere")?;
    let mut names: Vec<String> = fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder of {title}"))?
        .flatten()
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| is_notice(name))
        .collect();
    names.sort();
    let mut texts = Vec::new();
    for name in chosen(license, names) {
        texts.push(tidy(&String::from_utf8_lossy(&fs::read(
            folder.join(name),
        )?)));
    }
    if texts.is_empty() {
        texts.push(without_file(package));
    }
    Ok(Crate { title, texts })
}

/// Whether a file of a crate is a licence or a notice, by its name.
fn is_notice(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    let is_text = !name.ends_with(".RS") && !name.ends_with(".TOML");
    is_text
        && [
            "LICENSE",
            "LICENCE",
            "COPYING",
            "COPYRIGHT",
            "NOTICE",
            "UNLICENSE",
        ]
        .iter()
        .any(|start| name.starts_with(start))
}

/// Where a crate leaves the choice and MIT is one of its licences, MIT is taken, with any notice.
fn chosen(license: &str, names: Vec<String>) -> Vec<String> {
    let is_mit = |name: &String| name.to_ascii_uppercase().contains("MIT");
    let is_choice = license.contains(" OR ") || license.contains('/');
    if !(is_choice && !license.contains(" AND ") && names.iter().any(is_mit)) {
        return names;
    }
    let keeps = |name: &String| is_mit(name) || name.to_ascii_uppercase().starts_with("NOTICE");
    names.into_iter().filter(keeps).collect()
}

/// What stands for a crate whose folder holds no licence.
fn without_file(package: &Value) -> String {
    let authors = package["authors"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    let authors: Vec<_> = authors.collect();
    let name = package["name"].as_str().unwrap_or_default();
    let holders = if authors.is_empty() {
        format!("the {name} authors")
    } else {
        authors.join(", ")
    };
    mit(&holders)
}

fn standard_library() -> Crate {
    let texts = vec![mit("The Rust Project Contributors")];
    Crate {
        title: STANDARD_LIBRARY.into(),
        texts,
    }
}

/// The MIT licence, from the project's own copy.
fn mit(holders: &str) -> String {
    let own = tidy(include_str!("../../LICENSE-MIT"));
    let terms = own
        .split_once("Permission is hereby")
        .map_or("", |(_, terms)| terms);
    format!("Copyright (c) {holders}\n\nPermission is hereby{terms}")
}

/// The text with `\n` at the ends of lines and nothing around it.
fn tidy(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn render(crates: &[Crate]) -> String {
    let mut titles: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for part in crates {
        for text in &part.texts {
            titles.entry(text).or_default().insert(&part.title);
        }
    }
    let mut sections: Vec<_> = titles.into_iter().collect();
    sections.sort_by(|(_, a), (_, b)| a.cmp(b));
    let rule = "-".repeat(80);
    let mut out = "peer-support-directory contains code from these projects.\n".to_owned();
    for (text, titles) in sections {
        let titles: Vec<_> = titles.into_iter().collect();
        out += &format!("\n{rule}\n{}\n{rule}\n\n{text}\n", titles.join("\n"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(license: &str, names: &[&str], expect: &[&str]) {
        let names = names.iter().map(ToString::to_string).collect();
        assert_eq!(chosen(license, names), expect);
    }

    #[test]
    fn takes_mit_where_there_is_a_choice() {
        let both = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"];
        check("MIT OR Apache-2.0", &both, &["LICENSE-MIT", "NOTICE"]);
        check("Apache-2.0/MIT", &both, &["LICENSE-MIT", "NOTICE"]);
        check("(MIT OR Apache-2.0) AND Unicode-3.0", &both, &both);
        check("MIT", &["LICENSE"], &["LICENSE"]);
        check("MIT OR Apache-2.0", &["LICENSE"], &["LICENSE"]);
    }

    #[test]
    fn writes_each_text_once() {
        let part = |title: &str, text: &str| Crate {
            title: title.into(),
            texts: vec![text.into()],
        };
        let out = render(&[
            part("b 1 (MIT)", "terms"),
            part("a 1 (MIT)", "terms"),
            part("c 1 (X)", "x"),
        ]);
        assert_eq!(out.matches("terms").count(), 1);
        assert!(out.contains("a 1 (MIT)\nb 1 (MIT)\n---"));
    }

    #[test]
    fn knows_licence_files() {
        assert!(is_notice("LICENSE-MIT") && is_notice("license.md") && is_notice("COPYRIGHT"));
        assert!(!is_notice("src") && !is_notice("license.rs"));
    }
}
