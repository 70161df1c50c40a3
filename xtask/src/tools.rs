//! What must be installed before anything runs: each check installs what is missing, or says how to get it.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::project::{Project, output, read, run, write};

/// The version of Trunk that builds the module.
const TRUNK: &str = "0.21.14";

/// The target of the module.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The oldest major version of Node that the npm packages run on.
const NODE: u32 = 20;

/// Major, minor and patch.
type Version = (u32, u32, u32);

/// Installs what the build needs.
pub fn for_build(project: &Project) -> Result<()> {
    node(project)?;
    wasm_target(project)?;
    rust_source(project)?;
    npm_packages(project)?;
    trunk(project)?;
    wasm_bindgen(project)
}

/// Checks that Node is there, and new enough.
fn node(project: &Project) -> Result<()> {
    let how = "Get Node 20 or later from https://nodejs.org or with your system's packages.";
    if project.which("node").is_none() || project.which("npm").is_none() {
        bail!("Node and npm are needed, and not found. {how}");
    }
    match installed(project, "node") {
        Some((major, _, _)) if major >= NODE => Ok(()),
        Some((major, _, _)) => bail!("Node {NODE} or later is needed; found Node {major}. {how}"),
        None => bail!("`node --version` says no version. {how}"),
    }
}

/// Adds the compiler's target for WebAssembly.
fn wasm_target(project: &Project) -> Result<()> {
    let mut rustc = project.command("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    if Path::new(output(&mut rustc)?.trim()).is_dir() {
        return Ok(());
    }
    if project.which("rustup").is_none() {
        bail!(
            "the compiler has no target {WASM}, and rustup, which adds it, is not found. \
             Get Rust through rustup: https://rustup.rs"
        );
    }
    say("Adding the compiler's target for WebAssembly: about a minute.");
    run(project.command("rustup").args(["target", "add", WASM]))
}

/// Adds the standard library's source, from which the module's own is built.
fn rust_source(project: &Project) -> Result<()> {
    let sysroot = output(project.command("rustc").args(["--print", "sysroot"]))?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std");
    if library.is_dir() {
        return Ok(());
    }
    if project.which("rustup").is_none() {
        bail!(
            "the source of Rust's standard library is not found, nor rustup, which adds it. \
             Get Rust through rustup: https://rustup.rs"
        );
    }
    say("Adding the source of Rust's standard library: seconds.");
    run(project
        .command("rustup")
        .args(["component", "add", "rust-src"]))
}

/// Installs the npm packages of the lock file, unless they are there already.
fn npm_packages(project: &Project) -> Result<()> {
    let lock = read(&project.root.join("package-lock.json"))?;
    let stamp = project
        .root
        .join("node_modules")
        .join(".installed-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say("Installing the npm packages of the lock file: about a minute.");
    let mut npm = project.command("npm");
    npm.args(["ci", "--no-audit", "--no-fund"])
        // Playwright drives the Chromium that is found or installed for the tests.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run(&mut npm)?;
    write(&stamp, lock)
}

fn trunk(project: &Project) -> Result<()> {
    install(project, "trunk", TRUNK, &["trunk"], &["--locked"])
}

/// The wasm-bindgen CLI works only with a module made by exactly its version of the crate.
fn wasm_bindgen(project: &Project) -> Result<()> {
    let lock = read(&project.root.join("Cargo.lock"))?;
    let wanted = locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock names no version of wasm-bindgen")?;
    let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    // Not `--locked`: the lock file that this package ships does not resolve.
    install(project, "wasm-bindgen-cli", wanted, &programs, &[])
}

/// Installs a package's programs, unless the machine has each in the version that is wanted.
///
/// They go into the target folder: other versions on the machine stay as they are.
pub fn install(
    project: &Project,
    package: &str,
    wanted: &str,
    programs: &[&str],
    options: &[&str],
) -> Result<()> {
    let is_there = |program: &&str| installed(project, program) == version(wanted);
    if programs.iter().all(is_there) {
        return Ok(());
    }
    say(&format!(
        "Compiling {package} {wanted} into {}: up to 20 minutes, once.",
        project.tools().display()
    ));
    let mut cargo = project.command("cargo");
    cargo
        .args(["install", package, "--version", wanted, "--root"])
        .arg(project.tools())
        .args(options);
    run(&mut cargo).with_context(|| {
        format!(
            "{package} {wanted} could not be installed. On Debian or Ubuntu, \
             `apt-get install build-essential pkg-config` gives what compiling it needs"
        )
    })
}

/// The version of a program that the machine has.
pub fn installed(project: &Project, program: &str) -> Option<Version> {
    project.which(program)?;
    let mut command = project.command(program);
    let said = command
        .arg("--version")
        .stderr(Stdio::null())
        .output()
        .ok()?;
    version(&String::from_utf8_lossy(&said.stdout))
}

/// The first version in what a program says of itself: `trunk 0.21.14`, `v20.20.2`.
fn version(text: &str) -> Option<Version> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.')
        .find_map(|word| {
            let mut parts = word.split('.').map(str::parse);
            let mut next = || parts.next()?.ok();
            Some((next()?, next()?, next()?))
        })
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    lines.find(|line| *line == format!("name = \"{package}\""))?;
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

/// Says what happens and how long it may take.
pub fn say(message: &str) {
    println!("-- {message}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_versions() {
        assert_eq!(version("v20.20.2\n"), Some((20, 20, 2)));
        assert_eq!(version("trunk 0.21.14"), Some((0, 21, 14)));
        assert_eq!(
            version("Chromium 156.0.8078.79 built on Debian 12"),
            Some((156, 0, 8078))
        );
        assert_eq!(version("wasm-opt version 132"), None);
    }

    #[test]
    fn finds_a_locked_version() {
        let lock = "name = \"a-b\"\nversion = \"1.0.0\"\n\nname = \"a\"\nversion = \"2.0.0\"\n";
        assert_eq!(locked_version(lock, "a"), Some("2.0.0"));
        assert_eq!(locked_version(lock, "b"), None);
    }

    /// Trunk downloads a tool whose version differs from what it finds.
    #[test]
    fn trunk_wants_what_is_installed() -> Result<()> {
        let root = Project::find()?.root;
        let trunk = read(&root.join("Trunk.toml"))?;
        let lock = read(&root.join("Cargo.lock"))?;
        let bindgen = locked_version(&lock, "wasm-bindgen").context("no wasm-bindgen")?;
        assert!(trunk.contains(&format!("wasm_bindgen = \"{bindgen}\"")));

        let packages: serde_json::Value = serde_json::from_str(&read(&root.join("package.json"))?)?;
        let binaryen = packages["devDependencies"]["binaryen"].as_str();
        let major = binaryen
            .and_then(|version| version.split('.').next())
            .context("no binaryen")?;
        assert!(trunk.contains(&format!("wasm_opt = \"version_{major}\"")));
        Ok(())
    }
}
