//! Packages of Debian and Ubuntu, for the tests.

use std::path::Path;

use anyhow::Result;

use crate::project::{Project, output, run};

/// Whether this machine and user can install packages.
pub fn can_install(project: &Project) -> Result<bool> {
    let has_apt = Path::new("/etc/debian_version").exists();
    Ok(has_apt && (is_root(project)? || project.which("sudo").is_some()))
}

/// Installs packages with what they depend on, and nothing else.
pub fn install(project: &Project, packages: &[&str]) -> Result<()> {
    apt_get(project, &["update"])?;
    let options = ["install", "-y", "--no-install-recommends"];
    apt_get(project, &[&options, packages].concat())
}

fn apt_get(project: &Project, args: &[&str]) -> Result<()> {
    let mut command = if is_root(project)? {
        project.command("apt-get")
    } else {
        let mut sudo = project.command("sudo");
        sudo.args(["--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        sudo
    };
    run(command.args(args).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_root(project: &Project) -> Result<bool> {
    Ok(project.which("id").is_some() && output(project.command("id").arg("-u"))?.trim() == "0")
}
