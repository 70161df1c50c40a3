//! The manifest and the types name what there is: no more, and no less.

use std::collections::BTreeSet;

use serde_json::Value;

use super::*;
use crate::project::read;

/// What stands between each of two marks and the next.
fn between<'a>(text: &'a str, start: &str, end: &str) -> BTreeSet<&'a str> {
    let after = text.split(start).skip(1);
    after
        .filter_map(|rest| rest.split_once(end).map(|(found, _)| found))
        .collect()
}

fn source(file: &str) -> Result<String> {
    read(&Project::find()?.root.join(file))
}

/// All files of a folder, one after the other.
fn sources(folder: &str) -> Result<String> {
    let folder = Project::find()?.root.join(folder);
    let texts = files(&folder)?
        .into_iter()
        .map(|file| read(&folder.join(file)));
    texts.collect()
}

/// The names that the manifest has under a heading.
fn manifest(heading: &str) -> Result<BTreeSet<String>> {
    let manifest: Value = serde_json::from_str(&source("packaging/custom-elements.json")?)?;
    let entries = manifest["modules"][0]["declarations"][0][heading].as_array();
    let names = entries.into_iter().flatten();
    Ok(names
        .filter_map(|entry| Some(entry["name"].as_str()?.to_owned()))
        .collect())
}

/// The names that an interface of the types has.
fn typed(interface: &str) -> Result<BTreeSet<String>> {
    let types = source("packaging/index.d.ts")?;
    let start = format!("interface {interface} {{\n");
    let body = between(&types, &start, "\n}");
    let lines = body.iter().flat_map(|body| body.lines());
    let names = lines.filter_map(|line| {
        let (name, _) = line.split_once(':')?;
        Some(
            name.trim()
                .trim_end_matches('?')
                .trim_matches('\'')
                .to_owned(),
        )
    });
    Ok(names.filter(|name| !name.starts_with("/**")).collect())
}

#[track_caller]
fn same_names(found: BTreeSet<String>, expect: &BTreeSet<&str>) {
    assert!(!expect.is_empty());
    let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(&found, expect);
}

#[test]
fn attributes() -> Result<()> {
    let loader = source("public/loader/attributes.js")?;
    let (_, list) = loader.split_once("ATTRIBUTES = [").unwrap_or_default();
    let (list, _) = list.split_once(']').unwrap_or_default();
    let names = list.split(',').map(|name| name.trim().trim_matches('"'));
    let names = names.filter(|name| !name.is_empty()).collect();
    same_names(manifest("attributes")?, &names);
    same_names(typed("PeerSupportDirectoryAttributes")?, &names);
    Ok(())
}

#[test]
fn events() -> Result<()> {
    let loader = sources("public/loader")?;
    let names = between(&loader, "emit(\"", "\"");
    same_names(manifest("events")?, &names);
    same_names(typed("PeerSupportDirectoryEventMap")?, &names);
    Ok(())
}

#[test]
fn codes_of_errors_and_kinds_of_links() -> Result<()> {
    let types = source("packaging/index.d.ts")?;
    let loader = sources("public/loader")?;
    let typed = |field: &str| {
        let line = types
            .lines()
            .find(|line| line.trim_start().starts_with(field));
        let names = line.unwrap_or_default().split('\'').skip(1).step_by(2);
        names.map(str::to_owned).collect()
    };
    same_names(typed("code: "), &between(&loader, "new Failure(\"", "\""));
    let readme = source("README.md")?;
    let (_, kinds) = readme
        .split_once("when a link is used: ")
        .unwrap_or_default();
    let (kinds, _) = kinds.split_once(" |").unwrap_or_default();
    let kinds = kinds
        .split([',', ' '])
        .filter(|word| !word.is_empty() && *word != "or");
    same_names(typed("kind: "), &kinds.collect());
    Ok(())
}

#[test]
fn custom_properties() -> Result<()> {
    let styles = sources("styles")?;
    let names = between(&styles, "var(--psd-", ")");
    let names: Vec<String> = names
        .iter()
        .filter_map(|name| name.split([',', ')']).next())
        .map(|name| format!("--psd-{name}"))
        .collect();
    let names = names.iter().map(String::as_str).collect();
    same_names(manifest("cssProperties")?, &names);
    Ok(())
}

#[test]
fn parts() -> Result<()> {
    let (views, loader) = (sources("src/views")?, sources("public/loader")?);
    let mut found = between(&views, ".attr(\"part\", \"", "\"");
    found.extend(between(&views, "|part=", "\""));
    found.extend(between(&loader, ".part = \"", "\""));
    // What comes after it in the description of an element is none.
    let names = found
        .iter()
        .filter_map(|found| found.split(['|', '>']).next());
    let names = names.flat_map(str::split_whitespace).collect();
    same_names(manifest("cssParts")?, &names);
    Ok(())
}
