//! One classic script of the loader, wasm-bindgen's glue, the styles and the loader's words.
//!
//! `public/loader.js` is an ES module that imports `./generated.js`, which is written here, and is
//! bundled with it by esbuild. What `generated.js` exports is described at [`generated`].

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256, Sha384};

use crate::project::{Project, files, read, run, write};

/// The module as the loader asks for it.
#[derive(Debug, PartialEq, Eq)]
pub struct Module {
    /// Its name in `dist/`: another name for other bytes, so that it may be cached for ever.
    pub file: String,
    /// Its hash, which the browser checks.
    pub integrity: String,
}

impl Module {
    /// Names a module by what it is, where there are several, and by its bytes.
    pub fn new(what: &str, wasm: &[u8]) -> Self {
        Self {
            file: format!("peer-support-directory-{what}{}.wasm", short_hash(wasm)),
            integrity: integrity(wasm),
        }
    }
}

/// What tells a file's bytes from others in its name.
pub fn short_hash(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The value of an `integrity` attribute.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// What goes into the script beside the files of `public/` and the styles.
pub struct Parts {
    pub module: Module,
    /// The module that loads when somebody asks for it.
    pub later: Module,
    /// What wasm-bindgen wrote for the module.
    pub glue: String,
    /// By language, what the loader says.
    pub words: Value,
}

/// Makes the script. `folder` is where the other files lie, as seen from the script: `./` or `../1.0.0/`.
pub fn script(project: &Project, parts: &Parts, folder: &str) -> Result<Vec<u8>> {
    let stage = project.scratch().join("stage");
    if stage.exists() {
        fs::remove_dir_all(&stage)?;
    }
    let public = project.root.join("public");
    write(&stage.join("loader.js"), read(&public.join("loader.js"))?)?;
    if public.join("loader").is_dir() {
        for file in files(&public.join("loader"))? {
            write(
                &stage.join("loader").join(&file),
                read(&public.join("loader").join(&file))?,
            )?;
        }
    }
    let css = styles(project, &stage)?;
    write(
        &stage.join("generated.js"),
        generated(parts, folder, &project.version, &css)?,
    )?;

    let out = stage.join("script.js");
    run(esbuild(project)
        .args(["--format=iife", "--target=es2022"])
        // An optimiser may put it after a script that ends without one.
        .arg("--banner:js=;")
        .arg(stage.join("loader.js"))
        .arg(format!("--outfile={}", out.display())))?;
    let script = read(&out)?;
    if let Some(call) = runs_text(&script) {
        bail!(
            "the script calls `{call}`, which pages with a strict Content Security Policy refuse. \
             Find what brings it in {}",
            stage.join("generated.js").display()
        );
    }
    Ok(script.into())
}

/// All styles as one minified text.
fn styles(project: &Project, stage: &Path) -> Result<String> {
    let out = stage.join("styles.css");
    run(esbuild(project)
        .arg("styles/main.css")
        .arg(format!("--outfile={}", out.display())))?;
    Ok(read(&out)?.trim_end().to_owned())
}

fn esbuild(project: &Project) -> std::process::Command {
    let mut esbuild = project.command("esbuild");
    // Its default charset stays: ASCII alone is right whatever a page's encoding is.
    esbuild.args([
        "--bundle",
        "--minify",
        "--legal-comments=none",
        "--log-level=warning",
    ]);
    esbuild
}

/// The text of `generated.js`, which imports what Rust calls by name (`make`), and exports:
///
/// - `glue(instantiate)`: evaluates wasm-bindgen's glue afresh, with state of its own, and gives the promise
///   of what Rust exports. `instantiate` gets the imports and gives the promise of the module's exports.
/// - `MODULE`: `{ file, integrity }` of the module.
/// - `LATER`: the same of the module that loads when somebody asks for it.
/// - `FOLDER`: where these and the other files lie, as seen from the script.
/// - `VERSION`: the product's version.
/// - `CSS`: all styles.
/// - `WORDS`: for each language, what the loader says, and the language's `tag`, `locale` and `direction`,
///   and the `file` of its other words where they are not in the module.
fn generated(parts: &Parts, folder: &str, version: &str, css: &str) -> Result<String> {
    let module = |module: &Module| json!({ "file": module.file, "integrity": module.integrity });
    let exports = [
        ("glue", as_function(&parts.glue)?),
        ("MODULE", module(&parts.module).to_string()),
        ("LATER", module(&parts.later).to_string()),
        ("FOLDER", json!(folder).to_string()),
        ("VERSION", json!(version).to_string()),
        ("CSS", json!(css).to_string()),
        ("WORDS", parts.words.to_string()),
    ];
    let export = |(name, value)| format!("export const {name} = {value};\n");
    // What Rust imports by name stands where the glue finds it.
    let imported = "import { make } from \"./loader/elements.js\";\n".to_owned();
    Ok(imported + &exports.map(export).concat())
}

/// The glue as a function, without its own ways to find, download and start the module: the loader does
/// that itself, and one of them takes the address of the script that runs, which throws in some pages
/// (`about:srcdoc`).
fn as_function(glue: &str) -> Result<String> {
    let from_first_class = glue.split_once("\n    class ");
    let parts =
        from_first_class.and_then(|(_, rest)| rest.split_once("\n    async function __wbg_load("));
    let Some((parts, _)) = parts else {
        bail!("wasm-bindgen's glue has changed: bundle.rs does not find its parts");
    };
    Ok(format!(
        "async (instantiate) => {{\nconst exports = {{}};\nclass {parts}\n\
         __wbg_finalize_init({{ exports: await instantiate(__wbg_get_imports()) }});\n\
         return exports;\n}}"
    ))
}

/// Whether a script runs text as code, and by which call.
fn runs_text(script: &str) -> Option<&'static str> {
    ["eval(", "Function("].into_iter().find(|call| {
        script.match_indices(call).any(|(at, _)| {
            !script[..at].ends_with(|c: char| c.is_alphanumeric() || "_$.`".contains(c))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_a_module_by_its_bytes() {
        let module = Module::new("", b"");
        assert_eq!(module.file, "peer-support-directory-e3b0c44298fc1c14.wasm");
        assert!(
            module
                .integrity
                .starts_with("sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdD")
        );
        assert_ne!(Module::new("", b"other").file, module.file);
    }

    #[track_caller]
    fn generated_of(glue: &str) -> Result<String> {
        let parts = Parts {
            module: Module::new("", b""),
            later: Module::new("", b""),
            glue: glue.into(),
            words: json!({}),
        };
        generated(&parts, "../1.0.0/", "1.0.0", "a{b:\"\u{2028}\"}")
    }

    #[test]
    fn makes_a_function_of_the_glue() -> Result<()> {
        let glue = "let wasm_bindgen = (function(exports) {\n    let script_src = f();\n\
            \n    class Handle {}\n    exports.Handle = Handle;\n\
            \n    async function __wbg_load(module, imports) {}\n})();";
        let text = generated_of(glue)?;
        assert!(text.starts_with(
            "import { make } from \"./loader/elements.js\";\n\
             export const glue = async (instantiate) => {\n"
        ));
        assert!(text.contains("class Handle {}\n    exports.Handle = Handle;\n"));
        assert!(text.contains("return exports;\n};\nexport const MODULE = {"));
        assert!(!text.contains("script_src") && !text.contains("__wbg_load"));
        assert!(generated_of("let wasm_bindgen;").is_err());
        Ok(())
    }

    #[test]
    fn tells_the_loader_what_it_is_built_with() -> Result<()> {
        let text = generated_of("\n    class A {}\n    async function __wbg_load(m) {}")?;
        assert!(text.contains("export const FOLDER = \"../1.0.0/\";\n"));
        assert!(text.contains("export const VERSION = \"1.0.0\";\n"));
        assert!(text.contains("export const CSS = \"a{b:\\\""));
        Ok(())
    }

    #[test]
    fn sees_text_run_as_code() {
        assert_eq!(runs_text("new Function(a)"), Some("Function("));
        assert_eq!(runs_text("x=eval(a)"), Some("eval("));
        assert_eq!(
            runs_text("isFunction(a);retrieval(b);a.eval(c);`Function(${d})`"),
            None
        );
    }
}
