//! `cargo xtask test`: everything that CI runs, stopping at the first failure.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs, iter};

use anyhow::{Context, Result};

use crate::browser::{self, Browser};
use crate::build::{self, Built};
use crate::project::{PRODUCT, Project, run};
use crate::tools::{self, WASM};
use crate::{bench, firefox, fonts, fuzz, nginx, package, wordpress};

/// Installs what is missing and runs every check.
pub fn test(project: &Project) -> Result<()> {
    tools::for_build(project)?;
    let browser = browser::find_or_install(project)?;
    fonts::find_or_install(project)?;
    let nginx = nginx::find_or_install(project)?;
    fuzz::find_or_install_compiler(project)?;

    check(
        "Formatting",
        &mut cargo(project, &["fmt", "--all", "--check"]),
    )
    .context("`cargo fmt --all` mends it")?;
    let native = [
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    check("Lints, native", &mut cargo(project, &native))?;
    let wasm = ["--lib", "--test", "web", "--", "-D", "warnings"];
    let wasm = [
        &["clippy", "--locked", "--target", WASM, "-p", PRODUCT],
        &wasm[..],
    ]
    .concat();
    check("Lints, WebAssembly", &mut cargo(project, &wasm))?;
    for folder in [
        "tests/bench",
        "tests/e2e",
        "tests/firefox",
        "tests/wordpress",
        "packaging/check",
    ] {
        let title = format!("Types of {folder}");
        check(&title, project.command("tsc").args(["--project", folder]))?;
    }
    check(
        "Unit and property tests",
        &mut cargo(project, &["test", "--locked", "--workspace"]),
    )?;
    heading("Fuzzing, in short");
    fuzz::fuzz(project, &fuzz::TARGETS, fuzz::SMOKE)?;
    check(
        "WebAssembly tests, in Chromium",
        &mut wasm_tests(project, &browser)?,
    )?;

    heading("Build and release, with the limit on their size");
    let built = build::build(project)?;
    let release = release(project, &built)?;

    let mut playwright = project.command("playwright");
    playwright
        .args(["test", "--config", "tests/e2e/playwright.config.ts"])
        .env("PSD_CHROMIUM", &browser.chromium)
        .env("PSD_RELEASE", &release);
    match &nginx {
        Some(program) => playwright.env("PSD_NGINX", program),
        None => playwright.args(["--grep-invert", "nginx/"]),
    };
    check("Browser tests, in Chromium", &mut playwright)?;
    heading("The benchmark, once, for what it measures and not for how fast");
    bench::smoke(project, &browser)?;
    let mut skipped = Vec::new();
    if nginx.is_none() {
        skipped.push(NO_NGINX.to_owned());
    }
    match firefox::tests(project)? {
        Some(mut tests) => check("Browser tests, in Firefox", &mut tests)?,
        None => skipped.push(NO_FIREFOX.to_owned()),
    }
    match wordpress::tests(project, &browser)? {
        Some(mut tests) => check("The plugin, on a real WordPress", &mut tests)?,
        None => skipped.push(wordpress::missing()),
    }
    println!("\nEverything that was run passed.");
    for what in skipped {
        println!("SKIPPED: {what}");
    }
    Ok(())
}

const NO_NGINX: &str = "the tests with nginx, because none is found. On Debian or Ubuntu, \
    `apt-get install nginx` brings it, and starts a server.";

const NO_FIREFOX: &str =
    "the tests in Firefox, because none is found. Install it, or set FIREFOX to its path.";

/// A release of what has been built, for the tests alone.
fn release(project: &Project, built: &Built) -> Result<PathBuf> {
    let folder = project.scratch().join("release");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("cannot remove the release of the last tests")?;
    }
    package::package(project, built, &folder)?;
    Ok(folder)
}

/// The tests of `tests/web`, which run inside a page.
fn wasm_tests(project: &Project, browser: &Browser) -> Result<Command> {
    let runner = project
        .which("wasm-bindgen-test-runner")
        .context("wasm-bindgen-test-runner is not found; it comes with the wasm-bindgen CLI")?;
    let mut command = cargo(
        project,
        &[
            "test", "--locked", "--target", WASM, "-p", PRODUCT, "--test", "web",
        ],
    );
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", &browser.driver);
    // The driver looks for the browser on PATH; webdriver.json says how it is started.
    if let Some(folder) = browser.chromium.parent() {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = iter::once(folder.to_path_buf()).chain(env::split_paths(&path));
        command.env("PATH", env::join_paths(folders)?);
    }
    Ok(command)
}

fn cargo(project: &Project, args: &[&str]) -> Command {
    let mut command = project.command("cargo");
    command.args(args);
    command
}

/// Runs one check under its heading.
fn check(title: &str, command: &mut Command) -> Result<()> {
    heading(title);
    run(command).with_context(|| format!("this check did not pass: {title}"))
}

fn heading(title: &str) {
    println!("\n== {title} ==");
}
