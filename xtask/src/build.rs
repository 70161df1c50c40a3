//! `cargo xtask build`: writes `dist/`.
//!
//! Trunk compiles the module, [`prune`] takes out what nothing uses and optimises the rest; [`bundle`] makes
//! the one script of the loader, the glue and the styles; the rest is copied. Building twice gives the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::bundle::{self, Module, Parts};
use crate::glue;
use crate::languages::Languages;
use crate::notices;
use crate::project::{Project, files, read, run, write};
use crate::prune;
use crate::sizes::{self, Size};
use crate::tools::{self, say};

/// The one file that a partner names.
pub const SCRIPT: &str = "peer-support-directory.js";

/// What lies in `public/` and is part of the script.
const BUNDLED: [&str; 2] = ["loader.js", "loader/"];

/// What has been built, for whoever makes more of it.
pub struct Built {
    /// The files of `dist/`, without their compressed copies.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What the script was made of.
    pub parts: Parts,
}

/// Installs what is missing, builds everything and checks the size of the first load.
pub fn build(project: &Project) -> Result<Built> {
    tools::for_build(project)?;

    say("Compiling the modules for visitors: 2 to 5 minutes the first time, then 1.");
    let later_wasm = later(project)?;
    trunk(project)?;
    let out = project.scratch().join("trunk");
    let glue = glue::shorten(&read(&out.join("peer-support-directory.js"))?)?;
    let (wasm, glue) = prune::prune(project, &out.join("peer-support-directory_bg.wasm"), &glue)?;

    say("Bundling the script: seconds.");
    let languages = Languages::read(project)?;
    let parts = Parts {
        module: Module::new("", &wasm),
        later: Module::new("later-", &later_wasm),
        glue,
        words: languages.words,
    };
    let script = bundle::script(project, &parts, "./")?;
    let script_integrity = bundle::integrity(&script);

    let mut dist = copied(project)?;
    dist.insert(
        "THIRD-PARTY-NOTICES".into(),
        notices::notices(project)?.into(),
    );
    dist.extend(languages.files);
    dist.insert(SCRIPT.into(), script);
    dist.insert(parts.module.file.clone(), wasm);
    dist.insert(parts.later.file.clone(), later_wasm);

    say("Compressing: seconds.");
    let sizes = write_dist(project, &dist)?;
    println!("\n{}", sizes::table(&sizes));
    println!("Subresource Integrity of {SCRIPT}:\n{script_integrity}\n");
    let first_load = |size: &&Size| size.file == SCRIPT || size.file == parts.module.file;
    println!("{}", sizes::check(sizes.iter().filter(first_load))?);
    println!("dist/ is ready.");
    Ok(Built { files: dist, parts })
}

/// What makes the module small: a panic stops at once, without a message, and no code is kept to write
/// one. A visitor never sees a message of a panic; the loader sees the trap. Two thirds of the gain come
/// from building the standard library the same way, which stable Rust only does when told to.
///
/// The threshold is in LLVM's measure of code: at its own for small code, 5, too much is left to call.
///
/// The stack is a little less than the megabyte that it is by default, so that what lies above it, all
/// constant text included, has addresses of three bytes and not four.
const SMALL: [&str; 6] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
    "-Cllvm-args=-inline-threshold=25",
    "-Clink-arg=-zstack-size=917504",
];

/// Has Trunk compile the module and run wasm-bindgen.
fn trunk(project: &Project) -> Result<()> {
    let mut trunk = small(project, "trunk")?;
    trunk
        .args(["--log", "warn", "build", "--skip-version-check", "--dist"])
        .arg(project.scratch().join("trunk"))
        // Trunk takes only `true` and `false` here, and stops at the usual `1`.
        .env_remove("NO_COLOR");
    run(&mut trunk)
}

/// The exports of `src/later.rs` that the loader uses.
const LATER_EXPORTS: [&str; 4] = ["memory", "request", "answer", "length"];

/// Compiles the module that loads when somebody asks for it. It needs no glue, so Trunk has no part in it.
fn later(project: &Project) -> Result<Vec<u8>> {
    let out = project.scratch().join("later");
    let mut cargo = small(project, "cargo")?;
    // A folder of its own: where Trunk looks, the other module is to lie.
    cargo
        .args(["build", "--quiet", "--release", "--locked", "--lib"])
        .args(["--package", "peer-support-directory"])
        .args(["--target", "wasm32-unknown-unknown", "--features", "later"])
        .args(["-Zunstable-options", "--artifact-dir"])
        .arg(&out);
    run(&mut cargo)?;
    let module = out.join("peer_support_directory.wasm");
    prune::prune_plain(project, &module, &LATER_EXPORTS)
}

/// A program that compiles for visitors: [`SMALL`], with a standard library of its own.
fn small(project: &Project, program: &str) -> Result<Command> {
    let mut command = project.command(program);
    let mut options = remap_paths(project)?;
    options.extend(SMALL.map(str::to_owned));
    command
        .env("CARGO_ENCODED_RUSTFLAGS", options.join("\u{1f}"))
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    Ok(command)
}

/// The compiler's options that keep the paths of this machine out of the module's panic messages.
fn remap_paths(project: &Project) -> Result<Vec<String>> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let sources = home
        .context("no home folder is known; set CARGO_HOME")?
        .join("registry/src");
    let mut folders = vec![project.root.clone(), project.target.clone()];
    if let Ok(registries) = fs::read_dir(sources) {
        folders.extend(registries.flatten().map(|registry| registry.path()));
    }
    // The last that fits counts, so the deeper folder comes after.
    folders.sort();
    let option = |folder: &PathBuf| format!("--remap-path-prefix={}=", folder.display());
    Ok(folders.iter().map(option).collect())
}

/// What goes into `dist/` as it is: the files of `public/` that are no part of the script, and the licences.
fn copied(project: &Project) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut copied = BTreeMap::new();
    let public = project.root.join("public");
    let is_bundled = |file: &str| BUNDLED.iter().any(|part| file.starts_with(part));
    for file in files(&public)?.into_iter().filter(|file| !is_bundled(file)) {
        let bytes = fs::read(public.join(&file)).with_context(|| format!("public/{file}"))?;
        copied.insert(file, bytes);
    }
    copied.insert("LICENSE".into(), license(project)?.into());
    Ok(copied)
}

/// Both licences in one file, as the product is under either.
fn license(project: &Project) -> Result<String> {
    Ok(format!(
        "peer-support-directory is under the MIT licence or the Apache licence, as you choose.\n\n\
         {}\n{}",
        read(&project.root.join("LICENSE-MIT"))?,
        read(&project.root.join("LICENSE-APACHE"))?
    ))
}

/// Replaces `dist/` as a whole, with a compressed copy of each file that gains by it.
fn write_dist(project: &Project, files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<Size>> {
    let dist = project.dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).context("cannot remove the old dist/")?;
    }
    files
        .iter()
        .map(|(file, bytes)| write_compressed(&dist, file, bytes))
        .collect()
}

/// Writes a file into a folder, with a compressed copy of each kind beside it if it gains by that.
pub fn write_compressed(folder: &Path, file: &str, bytes: &[u8]) -> Result<Size> {
    write(&folder.join(file), bytes)?;
    let mut size = Size::raw(file, bytes.len());
    if sizes::is_compressible(file) {
        let (gzip, brotli) = (sizes::gzip(bytes)?, sizes::brotli(bytes)?);
        write(&folder.join(format!("{file}.gz")), &gzip)?;
        write(&folder.join(format!("{file}.br")), &brotli)?;
        (size.gzip, size.brotli) = (gzip.len(), brotli.len());
    }
    Ok(size)
}
