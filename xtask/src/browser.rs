//! Chromium and its driver, in which the tests run.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::debian;
use crate::project::Project;
use crate::tools::{installed, say};

/// The names under which systems install the browser.
const CHROMIUM: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
];

/// A browser that tests can drive.
pub struct Browser {
    /// Chromium or Chrome itself.
    pub chromium: PathBuf,
    /// Its chromedriver.
    pub driver: PathBuf,
}

/// Finds a browser with its driver, or installs one.
pub fn find_or_install(project: &Project) -> Result<Browser> {
    let browser = match find(project)? {
        Some(browser) => browser,
        None => {
            install(project)?;
            find(project)?.with_context(|| format!("Chromium is installed but not found. {HOW}"))?
        }
    };
    same_version(project, &browser)?;
    Ok(browser)
}

const HOW: &str = "Install Chromium and the chromedriver of the same version, and set CHROMIUM and CHROMEDRIVER \
    to their paths if they are not on PATH.";

/// The browser that the environment names, else the one on PATH.
fn find(project: &Project) -> Result<Option<Browser>> {
    let chromium = match named(&["CHROMIUM", "CHROME"])? {
        None => CHROMIUM.iter().find_map(|name| project.which(name)),
        named => named,
    };
    let driver = match named(&["CHROMEDRIVER"])? {
        None => project.which("chromedriver"),
        named => named,
    };
    Ok(chromium
        .zip(driver)
        .map(|(chromium, driver)| Browser { chromium, driver }))
}

/// The file that the first of these variables names.
fn named(variables: &[&str]) -> Result<Option<PathBuf>> {
    for variable in variables {
        if let Some(file) = env::var_os(variable).map(PathBuf::from) {
            if !file.is_file() {
                bail!("{variable} is set to {}, which is no file", file.display());
            }
            return Ok(Some(file));
        }
    }
    Ok(None)
}

/// Installs Debian's Chromium where that is possible.
fn install(project: &Project) -> Result<()> {
    if !debian::can_install(project)? {
        bail!("no Chromium with a chromedriver is found. {HOW}");
    }
    say("Installing Chromium and its driver with apt-get: about 3 minutes.");
    debian::install(project, &["chromium", "chromium-driver"])
}

/// The driver refuses a browser of another major version, and says so in a way that helps no one.
fn same_version(project: &Project, browser: &Browser) -> Result<()> {
    let major = |program: &Path| Some(installed(project, &program.to_string_lossy())?.0);
    let (chromium, driver) = (major(&browser.chromium), major(&browser.driver));
    if chromium != driver {
        let name = |version: Option<u32>| version.map_or("unknown".into(), |v| v.to_string());
        bail!(
            "{} is of version {}, its chromedriver of version {}. {HOW}",
            browser.chromium.display(),
            name(chromium),
            name(driver)
        );
    }
    Ok(())
}
