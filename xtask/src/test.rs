//! `cargo xtask test`: everything that CI runs, stopping at the first failure.

use std::process::Command;
use std::{env, iter};

use anyhow::{Context, Result};

use crate::browser::{self, Browser};
use crate::build;
use crate::project::{Project, run};
use crate::tools::{self, WASM};
use crate::wordpress;

/// The package of the product.
const PRODUCT: &str = "peer-support-directory";

/// Installs what is missing and runs every check.
pub fn test(project: &Project) -> Result<()> {
    tools::for_build(project)?;
    let browser = browser::find_or_install(project)?;

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
    check(
        "Unit and property tests",
        &mut cargo(project, &["test", "--locked", "--workspace"]),
    )?;
    check(
        "WebAssembly tests, in Chromium",
        &mut wasm_tests(project, &browser)?,
    )?;

    heading("Build, with the limit on its size");
    build::build(project)?;

    let mut playwright = project.command("playwright");
    playwright
        .args(["test", "--config", "tests/e2e/playwright.config.ts"])
        .env("PSD_CHROMIUM", &browser.chromium);
    check("Browser tests, in Chromium", &mut playwright)?;

    heading("The plugin, on a real WordPress");
    wordpress::test(project, &browser).context("this check did not pass: WordPress")?;
    println!("\nEverything passed.");
    Ok(())
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
