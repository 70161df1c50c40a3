//! The tests in Firefox: those of `tests/firefox`, which Selenium and geckodriver run.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::debian;
use crate::project::Project;
use crate::tools::{self, say};

/// The version of geckodriver, which drives every Firefox of the last years.
const GECKODRIVER: &str = "0.37.1";

/// The names under which systems install the browser.
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

/// The command that runs the tests; nothing where no Firefox is to be had.
pub fn tests(project: &Project) -> Result<Option<Command>> {
    let Some(firefox) = find_or_install(project)? else {
        if env::var_os("CI").is_some() {
            bail!(
                "Firefox is not found, and cannot be installed here. Install it, or set FIREFOX to its path"
            );
        }
        return Ok(None);
    };
    tools::install(
        project,
        "geckodriver",
        GECKODRIVER,
        &["geckodriver"],
        &["--locked"],
    )?;
    let driver = project
        .which("geckodriver")
        .context("geckodriver is installed but not found")?;
    let mut playwright = project.command("playwright");
    playwright
        .args(["test", "--config", "tests/firefox/playwright.config.ts"])
        .env("PSD_FIREFOX", firefox)
        .env("PSD_GECKODRIVER", driver);
    Ok(Some(playwright))
}

/// The Firefox that the environment names, else the one on PATH, else one from Debian.
fn find_or_install(project: &Project) -> Result<Option<PathBuf>> {
    if let Some(firefox) = env::var_os("FIREFOX").map(PathBuf::from) {
        if !firefox.is_file() {
            bail!("FIREFOX is set to {}, which is no file", firefox.display());
        }
        return Ok(Some(firefox));
    }
    let find = || FIREFOX.iter().find_map(|name| project.which(name));
    if find().is_none() && debian::can_install(project)? {
        say("Installing Firefox with apt-get: about 2 minutes.");
        debian::install(project, &["firefox-esr"])?;
    }
    Ok(find())
}
