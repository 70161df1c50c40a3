//! `cargo xtask fuzz`: gives the core inputs that nobody thought of, and keeps those that make it fail.
//!
//! The targets are programs of the package `fuzz`; libFuzzer, which is part of each, chooses inputs by the
//! code that they reach. [`seeds`] writes what it begins with. All that it makes lies in `target/fuzz/`.

mod seeds;

use std::collections::VecDeque;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result, bail};

use crate::debian;
use crate::project::{Project, output, run};
use crate::tools::say;

/// The targets, by the names of their files in `fuzz/fuzz_targets/`.
pub const TARGETS: [&str; 5] = ["parse", "search", "schedule", "calendar", "places"];

/// For how many seconds each target runs in `cargo xtask test`.
pub const SMOKE: u32 = 30;

/// For how many seconds each target runs where nobody says it.
pub const LONG: u32 = 600;

/// What has the compiler count which code an input reaches, and note what it is compared with.
const COVERAGE: [&str; 5] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// How many lines of a log are shown where a target fails.
const SHOWN: usize = 60;

/// Sees to the compiler that libFuzzer needs.
pub fn find_or_install_compiler(project: &Project) -> Result<()> {
    if cfg!(windows) || project.which("c++").is_some() {
        return Ok(());
    }
    if !debian::can_install(project)? {
        bail!(
            "`c++`, which compiles libFuzzer, is not found. Install a C++ compiler, such as g++ or clang"
        );
    }
    say("Installing g++ with apt-get: a minute.");
    debian::install(project, &["g++"])
}

/// Runs targets for so many seconds each, as many at once as there are processors. An error where one fails.
pub fn fuzz(project: &Project, targets: &[&str], seconds: u32) -> Result<()> {
    let runner = Runner::build(project)?;
    seeds::write_all(project, &runner.folder)?;
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let rounds = targets.len().div_ceil(workers) as u32;
    say(&format!(
        "Fuzzing {}: {} seconds.",
        targets.join(", "),
        rounds * seconds
    ));
    let queue = Mutex::new(VecDeque::from(targets.to_vec()));
    let failures = Mutex::new(Vec::new());
    let next = || queue.lock().ok()?.pop_front();
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(target) = next() {
                    match runner.run(target, seconds) {
                        Ok(report) => println!("{report}"),
                        Err(error) => {
                            eprintln!("{error:#}");
                            failures
                                .lock()
                                .into_iter()
                                .for_each(|mut all| all.push(target));
                        }
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap_or_default();
    if !failures.is_empty() {
        bail!(
            "fuzzing found what fails, said above: {}",
            failures.join(", ")
        );
    }
    Ok(())
}

/// Runs a target with one input, such as one that failed.
pub fn again(project: &Project, target: &str, input: &Path) -> Result<()> {
    let runner = Runner::build(project)?;
    run(runner.command(target).arg(input))
}

/// The targets, compiled.
struct Runner {
    /// Where the programs are.
    programs: PathBuf,
    /// Where seeds, inputs, failures and logs go.
    folder: PathBuf,
}

impl Runner {
    fn build(project: &Project) -> Result<Self> {
        find_or_install_compiler(project)?;
        say("Compiling the fuzz targets: 2 to 4 minutes the first time, then seconds.");
        let host = host(project)?;
        let mut cargo = project.command("cargo");
        cargo
            .args(["build", "--quiet", "--locked", "--package", "fuzz"])
            // With a target of its own, what runs while compiling is not counted.
            .args(["--profile", "fuzz", "--target", &host])
            .env("CARGO_ENCODED_RUSTFLAGS", COVERAGE.join("\u{1f}"));
        run(&mut cargo)?;
        Ok(Self {
            programs: project.target.join(host).join("fuzz"),
            folder: project.target.join("fuzz"),
        })
    }

    fn command(&self, target: &str) -> Command {
        Command::new(self.programs.join(target))
    }

    /// Runs a target and says what came of it. What it prints goes to a log.
    fn run(&self, target: &str, seconds: u32) -> Result<String> {
        let folder = |name: &str| -> Result<PathBuf> {
            let folder = self.folder.join(name).join(target);
            fs::create_dir_all(&folder)
                .with_context(|| format!("cannot create {}", folder.display()))?;
            Ok(folder)
        };
        let (corpus, seeds, failures) = (folder("corpus")?, folder("seeds")?, folder("failures")?);
        let log = self.folder.join(format!("{target}.log"));
        let mut fuzzer = self.command(target);
        fuzzer
            .args([corpus, seeds])
            .arg(format!("-artifact_prefix={}/", failures.display()))
            .arg(format!(
                "-dict={}",
                self.folder.join(seeds::DICTIONARY).display()
            ))
            .arg(format!("-max_total_time={seconds}"))
            // How many bytes an input has, how many seconds it may take, and how many megabytes.
            .args(["-max_len=4096", "-timeout=60", "-rss_limit_mb=2048"])
            .arg("-print_final_stats=1")
            .stderr(File::create(&log).with_context(|| format!("cannot write {}", log.display()))?);
        let status = fuzzer
            .status()
            .with_context(|| format!("cannot start the target {target}"))?;
        let said = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
        match Tally::read(&said) {
            Some(tally) if status.success() => Ok(format!("{target}: {}", tally.sentence())),
            _ => bail!(failure(target, &said)),
        }
    }
}

/// What libFuzzer counted.
#[derive(Debug, PartialEq, Eq)]
struct Tally {
    /// How many inputs were tried.
    executions: u64,
    /// How many edges of the code they reached, and how many features: edges, by how often.
    edges: u64,
    features: u64,
}

impl Tally {
    /// Reads the end of a log.
    fn read(log: &str) -> Option<Self> {
        let number = |line: &str, name: &str| {
            let (_, rest) = line.split_once(name)?;
            rest.split_whitespace().next()?.parse().ok()
        };
        let mut lines = log.lines().rev();
        let executions = lines.find_map(|line| number(line, "stat::number_of_executed_units:"))?;
        let progress = lines.find(|line| line.contains(" cov: "))?;
        Some(Self {
            executions,
            edges: number(progress, " cov: ")?,
            features: number(progress, " ft: ")?,
        })
    }

    fn sentence(&self) -> String {
        let Self {
            executions,
            edges,
            features,
        } = self;
        format!("{executions} inputs, {edges} edges, {features} features, no failure")
    }
}

/// What is said of a target that failed: why, and how to see it again.
fn failure(target: &str, log: &str) -> String {
    // Lines of progress begin so.
    let lines = log.lines().filter(|line| !line.starts_with('#'));
    let lines: Vec<&str> = lines.collect();
    let end = lines[lines.len().saturating_sub(SHOWN)..].join("\n");
    let mut message = format!("{end}\n\nThe target {target} failed, as said above.");
    let written = lines
        .iter()
        .find_map(|line| line.split_once("Test unit written to "));
    if let Some((_, input)) = written {
        message += &format!(" To run it again:\n    cargo xtask fuzz {target} {input}");
    }
    message
}

/// The platform that the compiler runs on.
fn host(project: &Project) -> Result<String> {
    let said = output(project.command("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("`rustc -vV` names no host")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "\
        INFO: seed corpus: files: 60 min: 24b max: 21052b total: 60127b rss: 35Mb\n\
        #62\tINITED cov: 1602 ft: 4441 corp: 59/56Kb exec/s: 0 rss: 38Mb\n\
        #9000\tNEW    cov: 1710 ft: 5001 corp: 90/60Kb lim: 21052 exec/s: 900 rss: 40Mb\n\
        #9100\tDONE   cov: 1712 ft: 5003 corp: 91/60Kb lim: 21052 exec/s: 910 rss: 40Mb\n\
        Done 9100 runs in 11 second(s)\n\
        stat::number_of_executed_units: 9100\n";

    #[test]
    fn reads_what_was_counted() {
        let tally = Tally {
            executions: 9100,
            edges: 1712,
            features: 5003,
        };
        assert_eq!(Tally::read(LOG), Some(tally));
        assert_eq!(Tally::read("thread panicked"), None);
    }

    #[test]
    fn says_how_to_see_a_failure_again() {
        let log =
            "panicked at src/feed.rs\nTest unit written to target/fuzz/failures/parse/crash-1\n";
        let message = failure("parse", log);
        assert!(message.contains("panicked at src/feed.rs"));
        assert!(message.ends_with("cargo xtask fuzz parse target/fuzz/failures/parse/crash-1"));
    }

    #[test]
    fn every_target_has_a_file() -> Result<()> {
        let folder = Project::find()?.root.join("fuzz/fuzz_targets");
        let mut files = crate::project::files(&folder)?;
        let mut targets = TARGETS.map(|target| format!("{target}.rs")).to_vec();
        files.sort();
        targets.sort();
        assert_eq!(files, targets);
        Ok(())
    }
}
