//! The project's commands: what people run after they have cloned it.
//!
//! [`tools`] sees to what must be installed, [`build`] writes `dist/`, [`package`] writes `release/`,
//! [`wordpress`] makes the plugin, [`places`] refines the table of places, [`serve`] shows `dist/`,
//! [`bench`] measures it, [`fuzz`] looks for inputs that the core cannot bear and [`test`] checks everything.

mod bench;
mod browser;
mod build;
mod bundle;
mod debian;
mod firefox;
mod fonts;
mod fuzz;
mod glue;
mod languages;
mod nginx;
mod notices;
mod order;
mod package;
mod places;
mod project;
mod prune;
mod serve;
mod sizes;
mod table;
mod test;
mod texts;
mod tools;
mod wasm;
mod wordpress;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};

use bench::Plan;
use project::Project;

const USAGE: &str = "\
Usage: cargo xtask <command>

  demo [--port N]   builds, then shows the demo page on http://127.0.0.1:8080 until Ctrl-C
  test              runs everything that CI runs: formatting, lints, unit, wasm and browser tests
  bench [--quick]   measures the directory beside what a charity could use instead, and writes
                    docs/benchmarks.md, in about 20 minutes; --quick takes a few, and writes nothing
  fuzz [--seconds N] [TARGET]
                    gives the core made-up inputs, for 600 seconds each target: parse, search, schedule,
                    calendar, places
  fuzz TARGET FILE  runs a target with one input, such as one that made it fail
  build             writes dist/, optimised, ready to upload to any static host
  package           writes release/: this version for good, v1/ that goes with it, and the npm package
  places FILE       puts postcode districts into the table of places in dist/; FILE is the ONS Postcode
                    Directory or OS Code-Point Open, or a folder of its CSV files
  wordpress         makes the WordPress plugin, a zip to upload, of dist/; builds that where there is none

All but `places` install what is missing and say so. The first run may take up to 30 minutes, most of it
to compile Trunk and the wasm-bindgen CLI where they are missing; later runs take about a minute, and
the tests a few. You need Rust through rustup (https://rustup.rs) and Node 20 or later
(https://nodejs.org).";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let command = match Command::parse(&args) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("{error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nError: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// What the user asked for.
#[derive(Debug, PartialEq, Eq)]
enum Command {
    Bench {
        plan: Plan,
    },
    Demo {
        port: u16,
    },
    Test,
    Fuzz {
        targets: Vec<&'static str>,
        seconds: u32,
    },
    FuzzAgain {
        target: &'static str,
        input: PathBuf,
    },
    Build,
    Package,
    Places {
        source: PathBuf,
    },
    Wordpress,
    Help,
}

impl Command {
    fn parse(args: &[String]) -> Result<Self> {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        Ok(match args[..] {
            ["demo"] => Self::Demo { port: 8080 },
            ["demo", "--port", port] => match port.parse() {
                Ok(port) => Self::Demo { port },
                Err(_) => bail!("`{port}` is no port: give a number from 1 to 65535."),
            },
            ["test"] => Self::Test,
            ["bench"] => Self::Bench { plan: Plan::WHOLE },
            ["bench", "--quick"] => Self::Bench { plan: Plan::QUICK },
            ["fuzz", target, input] if target != "--seconds" => Self::FuzzAgain {
                target: fuzz_target(target)?,
                input: input.into(),
            },
            ["fuzz", ref rest @ ..] => {
                let (seconds, rest) = match rest {
                    ["--seconds", seconds, rest @ ..] => (seconds.parse().ok(), rest),
                    rest => (Some(fuzz::LONG), rest),
                };
                let Some(seconds @ 1..) = seconds else {
                    bail!("`--seconds` takes a whole number from 1.");
                };
                let targets = match rest {
                    [] => fuzz::TARGETS.to_vec(),
                    [target] => vec![fuzz_target(target)?],
                    _ => bail!("`fuzz` takes one target, or none for all of them."),
                };
                Self::Fuzz { targets, seconds }
            }
            ["build"] => Self::Build,
            ["package"] => Self::Package,
            ["places", source] => Self::Places {
                source: source.into(),
            },
            ["places"] => bail!("Say which file or folder holds the postcodes."),
            ["wordpress"] => Self::Wordpress,
            ["help" | "--help" | "-h"] => Self::Help,
            [] => bail!("Say which command to run."),
            _ => bail!("`{}` is not a command.", args.join(" ")),
        })
    }
}

fn fuzz_target(name: &str) -> Result<&'static str> {
    match fuzz::TARGETS.into_iter().find(|target| *target == name) {
        Some(target) => Ok(target),
        None => bail!(
            "`{name}` is no target of fuzzing: {}.",
            fuzz::TARGETS.join(", ")
        ),
    }
}

fn run(command: Command) -> Result<()> {
    let project = Project::find()?;
    match command {
        Command::Demo { port } => {
            // First, so that a port in use is known before the build and not after it.
            let server = serve::listen(port)?;
            build::build(&project)?;
            serve::serve(server, &project.dist())
        }
        Command::Test => test::test(&project),
        Command::Bench { plan } => bench::bench(&project, &plan),
        Command::Fuzz { targets, seconds } => fuzz::fuzz(&project, &targets, seconds),
        Command::FuzzAgain { target, input } => fuzz::again(&project, target, &input),
        Command::Build => build::build(&project).map(drop),
        Command::Package => {
            let built = build::build(&project)?;
            let next = package::package(&project, &built, &project.release())?;
            println!("\n{next}");
            Ok(())
        }
        Command::Places { source } => places::places(&project, &source),
        Command::Wordpress => {
            if !wordpress::is_built(&project) {
                build::build(&project)?;
            }
            let out = wordpress::folder(&project);
            wordpress::package(&project, &project.dist(), &out).map(drop)
        }
        Command::Help => {
            println!("{USAGE}");
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(args: &[&str], expect: Option<Command>) {
        let args: Vec<String> = args.iter().map(ToString::to_string).collect();
        assert_eq!(Command::parse(&args).ok(), expect);
    }

    #[test]
    fn reads_commands() {
        check(&["build"], Some(Command::Build));
        check(&["package"], Some(Command::Package));
        check(&["wordpress"], Some(Command::Wordpress));
        check(&["bench"], Some(Command::Bench { plan: Plan::WHOLE }));
        check(
            &["bench", "--quick"],
            Some(Command::Bench { plan: Plan::QUICK }),
        );
        check(&["bench", "--slow"], None);
        check(&["demo"], Some(Command::Demo { port: 8080 }));
        check(
            &["demo", "--port", "9000"],
            Some(Command::Demo { port: 9000 }),
        );
        check(&["demo", "--port", "many"], None);
        let source = "ONSPD_MAY_2026.csv".into();
        check(
            &["places", "ONSPD_MAY_2026.csv"],
            Some(Command::Places { source }),
        );
        check(&["places"], None);
        let targets = fuzz::TARGETS.to_vec();
        let seconds = fuzz::LONG;
        check(&["fuzz"], Some(Command::Fuzz { targets, seconds }));
        check(
            &["fuzz", "--seconds", "9", "parse"],
            Some(Command::Fuzz {
                targets: vec!["parse"],
                seconds: 9,
            }),
        );
        check(
            &["fuzz", "parse", "crash-1"],
            Some(Command::FuzzAgain {
                target: "parse",
                input: "crash-1".into(),
            }),
        );
        check(&["fuzz", "--seconds", "0"], None);
        check(&["fuzz", "prase"], None);
        check(&[], None);
        check(&["bulid"], None);
    }
}
