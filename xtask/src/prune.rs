//! Taking out of the module what its glue does not use, and giving the rest short names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::order::{self, Likeness};
use crate::project::{Project, output, run, write};
use crate::sizes;
use crate::{table, texts};

/// The module without any export that the glue does not use, optimised once more, and the glue for it.
pub fn prune(project: &Project, module: &Path, glue: &str) -> Result<(Vec<u8>, String)> {
    let folder = project.scratch().join("prune");
    let plain = folder.join("plain-table.wasm");
    let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let bytes = texts::without_unread(&bytes)?;
    write(&plain, table::without_closures(&bytes)?)?;
    let small = shrink(project, &plain, &exports(glue))?;
    // Only now, as each further round would name the short names again.
    let (module, printed) = finish(
        project,
        &small,
        &["--minify-imports-and-exports-and-modules"],
    )?;
    Ok((module, renamed(glue, &Names::parse(&printed)?)))
}

/// A module that is used without glue, with nothing but the exports of these names.
pub fn prune_plain(project: &Project, module: &Path, exports: &[&str]) -> Result<Vec<u8>> {
    let small = shrink(project, module, &exports.iter().copied().collect())?;
    Ok(finish(project, &small, &[])?.0)
}

/// How functions may be compared to order them. Which way is best is chance, and most of the gain is in any.
const WAYS: [Likeness; 12] = [
    Likeness { run: 3, before: 1 },
    Likeness { run: 3, before: 2 },
    Likeness { run: 3, before: 3 },
    Likeness { run: 4, before: 1 },
    Likeness { run: 4, before: 2 },
    Likeness { run: 4, before: 3 },
    Likeness { run: 5, before: 1 },
    Likeness { run: 5, before: 2 },
    Likeness { run: 5, before: 4 },
    Likeness { run: 6, before: 2 },
    Likeness { run: 6, before: 3 },
    Likeness { run: 6, before: 4 },
];

/// A module with its functions in an order that brotli finds many repeats in: the best of a few. Gives also what wasm-opt
/// printed of the further passes that it was given.
fn finish(project: &Project, module: &[u8], passes: &[&str]) -> Result<(Vec<u8>, String)> {
    let folder = project.scratch().join("prune");
    let (named, finished) = (folder.join("named.wasm"), folder.join("finished.wasm"));
    let mut best = None;
    for way in WAYS {
        write(&named, order::with_names(module, way)?)?;
        let mut finish = project.command("wasm-opt");
        finish.args(passes).args(FINISH);
        let printed = output(finish.arg(&named).arg("-o").arg(&finished))?;
        let module = fs::read(&finished).context("wasm-opt has written no module")?;
        let size = sizes::brotli(&module)?.len();
        if best.as_ref().is_none_or(|(least, _)| size < *least) {
            best = Some((size, (module, printed)));
        }
    }
    Ok(best.context("there is no order to try")?.1)
}

/// The last steps: the functions in the order that their names give, then without names. The section that
/// names the module's features goes last: each step before reads it.
const FINISH: [&str; 3] = [
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-target-features",
];

/// What wasm-opt is not to do, though it makes the module smaller: brotli finds fewer repeats after it, and
/// makes 2.5 KB more of the result.
const UNDONE: [&str; 4] = [
    "inlining-optimizing",
    "local-cse",
    "merge-locals",
    "simplify-locals",
];

/// Takes out of a module what its exports do not need, and optimises it.
fn shrink(project: &Project, module: &Path, exports: &BTreeSet<&str>) -> Result<Vec<u8>> {
    let roots: Vec<Value> = exports
        .iter()
        .map(|name| json!({ "name": name, "export": name, "root": true }))
        .collect();
    let folder = project.scratch().join("prune");
    let (graph, pruned) = (folder.join("graph.json"), folder.join("pruned.wasm"));
    let small = folder.join("small.wasm");
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

    // Nothing lies in the first kilobyte of memory, the far end of the stack, so that offsets may be added
    // up in the loads and stores.
    let mut optimise = project.command("wasm-opt");
    optimise
        .args(["-O3", "--converge", "--low-memory-unused"])
        .args(UNDONE.map(|pass| format!("--skip-pass={pass}")))
        .args(["--strip-debug", "--strip-producers"])
        .arg(&pruned)
        .arg("-o")
        .arg(&small);
    run(&mut optimise)?;
    fs::read(small).context("wasm-opt has written no module")
}

/// The short names that wasm-opt gave what goes in and out of the module.
///
/// wasm-bindgen's own end in hashes, which no compression makes smaller: 3 KB, half in the module and
/// half in the glue.
#[derive(Default)]
struct Names {
    /// The one module that all imports come from.
    module: String,
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Names {
    /// Reads what wasm-opt prints: `{ "imports": [[module, name, short]…], "exports": [[name, short]…] }`.
    fn parse(text: &str) -> Result<Self> {
        let printed: Value = serde_json::from_str(text)
            .with_context(|| format!("wasm-opt printed no names but {text:?}"))?;
        let rows = |key: &str| -> Result<Vec<Vec<String>>> {
            serde_json::from_value(printed[key].clone())
                .with_context(|| format!("wasm-opt printed no rows of {key:?}"))
        };
        let mut names = Self::default();
        for row in rows("imports")? {
            if let [module, name, short] = &row[..] {
                names.module.clone_from(module);
                names.imports.insert(name.clone(), short.clone());
            }
        }
        for row in rows("exports")? {
            if let [name, short] = &row[..] {
                names.exports.insert(name.clone(), short.clone());
            }
        }
        Ok(names)
    }
}

/// What wasm-opt calls the one module that all imports come from.
const MODULE: &str = "a";

/// The glue with the short names: imports are keys of an object, exports are used as `wasm.name`.
fn renamed(glue: &str, names: &Names) -> String {
    let glue = glue.replace(&format!("\"{}\"", names.module), &format!("\"{MODULE}\""));
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut renamed = String::with_capacity(glue.len());
    let mut rest = glue.as_str();
    while let Some(start) = rest.find(is_name) {
        renamed.push_str(&rest[..start]);
        let word = &rest[start..];
        let end = word.find(|c| !is_name(c)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        let short = if renamed.ends_with("wasm.") {
            names.exports.get(word)
        } else {
            names.imports.get(word).filter(|_| after.starts_with(':'))
        };
        renamed.push_str(short.map_or(word, String::as_str));
        rest = after;
    }
    renamed.push_str(rest);
    renamed
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

    #[test]
    fn finds_the_exports_that_are_used() {
        let glue = "function b() { wasm.b(wasm.memory); } exports.c = c;";
        assert_eq!(exports(glue), BTreeSet::from(["b", "memory"]));
    }

    #[test]
    fn gives_short_names_to_what_goes_in_and_out() {
        let names = Names::parse(
            r#"{ "imports": [["./m.js", "__wbg_log_0a", "a"]], "exports": [["mount", "b"]] }"#,
        )
        .unwrap();
        let glue = "function mount() { wasm.mount(wasm.memory); }\n\
            exports.mount = mount; imports = { \"./m.js\": { __wbg_log_0a: f, __wbg_log_0ab: g } };";
        assert_eq!(
            renamed(glue, &names),
            "function mount() { wasm.b(wasm.memory); }\n\
            exports.mount = mount; imports = { \"a\": { a: f, __wbg_log_0ab: g } };"
        );
        assert!(Names::parse("nothing").is_err());
    }
}
