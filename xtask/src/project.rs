//! Where things lie, and how other programs are run.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The package of the product.
pub const PRODUCT: &str = "peer-support-directory";

/// The project's folders, and what it is at.
pub struct Project {
    /// The repository.
    pub root: PathBuf,
    /// Cargo's target folder, wherever the user has put it.
    pub target: PathBuf,
    /// The product's version.
    pub version: String,
}

impl Project {
    /// Finds the project that this program was compiled in.
    pub fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask lies in no project")?
            .to_path_buf();
        let mut cargo = Command::new("cargo");
        cargo
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .current_dir(&root);
        let metadata: Value = serde_json::from_str(&output(&mut cargo)?)?;
        let target = metadata["target_directory"]
            .as_str()
            .context("cargo metadata names no target folder")?
            .into();
        let packages = metadata["packages"].as_array().into_iter().flatten();
        let version = packages
            .filter(|package| package["name"] == PRODUCT)
            .find_map(|package| package["version"].as_str())
            .context("cargo metadata names no version of the product")?
            .into();
        Ok(Self {
            root,
            target,
            version,
        })
    }

    /// What is built for publishing.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The releases, each in a folder of its own.
    pub fn release(&self) -> PathBuf {
        self.root.join("release")
    }

    /// Where tools go whose version on the machine is another than the project's.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// Where the build keeps what it makes on the way.
    pub fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// A program that runs in the project and sees the project's own tools first.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.which(program).unwrap_or(program.into()));
        command.current_dir(&self.root).env("PATH", self.path());
        command
    }

    /// Finds a program, among the project's own tools first.
    pub fn which(&self, program: &str) -> Option<PathBuf> {
        // npm installs its programs as `.cmd` files on Windows.
        let suffixes: &[&str] = if cfg!(windows) {
            &[".exe", ".cmd"]
        } else {
            &[""]
        };
        env::split_paths(&self.path())
            .flat_map(|folder| {
                suffixes
                    .iter()
                    .map(move |end| folder.join(format!("{program}{end}")))
            })
            .find(|file| file.is_file())
    }

    fn path(&self) -> OsString {
        let own = [
            self.tools().join("bin"),
            self.root.join("node_modules").join(".bin"),
        ];
        let machine = env::var_os("PATH").unwrap_or_default();
        env::join_paths(own.into_iter().chain(env::split_paths(&machine))).unwrap_or(machine)
    }
}

/// Runs a program that speaks for itself; an error where it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status}); it says why above", line(command));
    }
    Ok(())
}

/// Runs a program and gives what it prints; its errors go to the terminal.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", line(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` printed no text", line(command)))
}

/// Reads a text file, with its name in the error.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a file and the folders that it needs.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// Every file in a folder and the folders in it, in a fixed order, by its path inside with `/`.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            let inside = files(&entry.path())?;
            found.extend(inside.iter().map(|file| format!("{name}/{file}")));
        } else {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}

/// The command as the user would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let mut line = name.to_string_lossy().into_owned();
    for arg in command.get_args() {
        line.push(' ');
        line.push_str(&arg.to_string_lossy());
    }
    line
}
