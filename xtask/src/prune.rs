//! Taking out of the module and its glue what a library exports and nothing uses.
//!
//! An export keeps its code in the module. Leptos depends on `server_fn` and so on `wasm-streams`,
//! which exports three classes for streams that Rust writes: 2 KB with brotli, and never used here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::project::{Project, output, run, write};

/// The classes of `wasm-streams`.
const CLASSES: [&str; 3] = [
    "IntoUnderlyingByteSource",
    "IntoUnderlyingSink",
    "IntoUnderlyingSource",
];

/// The module and its glue without the classes, and the module without any export that the glue does
/// not use. What stays is optimised once more.
pub fn prune(project: &Project, module: &Path, glue: &str) -> Result<(Vec<u8>, String)> {
    let glue = CLASSES
        .iter()
        .fold(glue.to_owned(), |glue, class| without_class(&glue, class));
    let roots: Vec<Value> = exports(&glue)
        .into_iter()
        .map(|name| json!({ "name": name, "export": name, "root": true }))
        .collect();
    let folder = project.scratch().join("prune");
    let (graph, pruned, small) = (
        folder.join("graph.json"),
        folder.join("pruned.wasm"),
        folder.join("small.wasm"),
    );
    write(&graph, Value::from(roots).to_string())?;

    let mut metadce = project.command("wasm-metadce");
    metadce
        .arg(module)
        .arg("--graph-file")
        .arg(&graph)
        .arg("-o")
        .arg(&pruned);
    // It prints what it takes out.
    output(&mut metadce)?;

    // The section that names the module's features goes last: each step before reads it.
    let strip = [
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ];
    let mut optimise = project.command("wasm-opt");
    optimise
        .args(["-Oz", "--converge"])
        .args(strip)
        .arg(&pruned)
        .arg("-o")
        .arg(&small);
    run(&mut optimise)?;
    Ok((
        fs::read(&small).context("wasm-opt has written no module")?,
        glue,
    ))
}

/// The glue without a class, unless something in it uses the class.
fn without_class(glue: &str, class: &str) -> String {
    let declaration = (
        format!("    class {class} {{\n"),
        format!("exports.{class} = {class};\n"),
    );
    let finalization = (
        format!("    const {class}Finalization = "),
        "));\n".to_owned(),
    );
    let cut = |text: &str, (start, end): (String, String)| {
        let from = text.find(&start)?;
        let to = from + text[from..].find(&end)? + end.len();
        Some(format!("{}{}", &text[..from], &text[to..]))
    };
    cut(glue, declaration)
        .and_then(|text| cut(&text, finalization))
        .filter(|text| !text.contains(class))
        .unwrap_or_else(|| glue.to_owned())
}

/// The exports of the module that the glue uses.
fn exports(glue: &str) -> BTreeSet<&str> {
    let uses = glue.split("wasm.").skip(1);
    let names = uses.map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$');
        &rest[..end.unwrap_or(rest.len())]
    });
    names.filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "    class A {\n        free() { wasm.__wbg_a_free(this.ptr); }\n    }\n\
        \x20   exports.A = A;\n    function b() { wasm.b(wasm.memory); }\n\
        \x20   const AFinalization = (typeof F === 'undefined')\n        ? {}\n\
        \x20       : new F(ptr => wasm.__wbg_a_free(ptr, 1));\n    end\n";

    #[test]
    fn takes_out_a_class() {
        let glue = without_class(GLUE, "A");
        assert_eq!(glue, "    function b() { wasm.b(wasm.memory); }\n    end\n");
        assert_eq!(exports(&glue), BTreeSet::from(["b", "memory"]));
    }

    #[test]
    fn leaves_a_class_that_is_used() {
        let used = format!("{GLUE}A.__wrap(1);");
        assert_eq!(without_class(&used, "A"), used);
        assert_eq!(without_class("nothing", "A"), "nothing");
    }
}
