//! `cargo xtask bench`: how fast the directory is beside what a charity could use instead.
//!
//! `tests/bench` holds the peers' pages and the program that visits them all in one session of Chromium. Here
//! its results become medians, ratios and a report. A time is never a test: only a ratio from one run says
//! something about the product and not about the machine.

mod goals;
mod measures;
mod report;
mod results;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use crate::browser::{self, Browser};
use crate::build;
use crate::project::{Project, read, run, write};
use crate::tools::say;
use results::Results;

#[path = "../../tests/fixtures/large.rs"]
mod large;

/// The report that a whole run writes.
const REPORT: &str = "docs/benchmarks.md";

/// What is visited, and how often.
#[derive(Debug, PartialEq, Eq)]
pub struct Plan {
    /// How many groups the lists have.
    sizes: &'static [usize],
    /// How often each page is visited as the machine is.
    unthrottled: u32,
    /// How often with a slow processor and a slow network.
    slowed: u32,
}

impl Plan {
    /// What the report is made of.
    pub const WHOLE: Self = Self {
        sizes: &[100, 1_000, 10_000],
        unthrottled: 3,
        slowed: 2,
    };

    /// Enough to see what a change does, and nothing to write down.
    pub const QUICK: Self = Self {
        sizes: &[1_000],
        unthrottled: 2,
        slowed: 1,
    };

    /// Enough to see that everything is measured.
    const SMOKE: Self = Self {
        sizes: &[100],
        unthrottled: 1,
        slowed: 0,
    };
}

/// Builds the directory and the peers' pages, visits them by a plan, and prints how they compare. A whole run
/// writes the report too.
pub fn bench(project: &Project, plan: &Plan) -> Result<()> {
    let browser = browser::find_or_install(project)?;
    build::build(project)?;
    say(
        "Visiting every page: about 20 minutes for a whole run. Leave the machine alone meanwhile.",
    );
    let results = visit(project, &browser, plan)?;
    println!("\n{}", report::tables(&results)?);
    println!("{}", report::goals(&results)?);
    if *plan == Plan::WHOLE {
        write(&project.root.join(REPORT), report::report(&results)?)?;
        println!("{REPORT} is written.");
    }
    Ok(())
}

/// Visits every page once with a short list, so that a change that breaks the benchmark is seen at once.
///
/// No time counts: only that everything that is measured is there, for everyone.
pub fn smoke(project: &Project, browser: &Browser) -> Result<()> {
    let results = visit(project, browser, &Plan::SMOKE)?;
    report::report(&results).map(drop)
}

/// Runs the program of `tests/bench` over what is in `dist/`.
fn visit(project: &Project, browser: &Browser, plan: &Plan) -> Result<Results> {
    let scratch = project.scratch().join("bench");
    let lists = scratch.join("lists");
    for size in plan.sizes {
        write(
            &lists.join(format!("{size}.json")),
            large::large_list(*size),
        )?;
    }
    let out = scratch.join("results.json");
    if out.exists() {
        fs::remove_file(&out).context("cannot remove the results of the last run")?;
    }
    let order = json!({
        "root": project.root,
        "lists": lists,
        "sizes": plan.sizes,
        "rounds": { "unthrottled": plan.unthrottled, "slowed": plan.slowed },
        "chromium": browser.chromium,
        "out": out,
    });
    let program = bundle(project)?;
    run(project.command("node").arg(program).arg(order.to_string()))?;
    Results::read(&read(&out)?)
}

/// Makes one script for Node of the program. It lies where Node finds the npm packages.
fn bundle(project: &Project) -> Result<PathBuf> {
    let out = project.root.join("node_modules/.cache/bench.mjs");
    run(project
        .command("esbuild")
        .args(["--bundle", "--platform=node", "--format=esm"])
        .args(["--packages=external", "--log-level=warning"])
        .arg(Path::new("tests/bench/main.ts"))
        .arg(format!("--outfile={}", out.display())))?;
    Ok(out)
}
