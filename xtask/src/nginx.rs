//! The nginx that the tests of hosting run against.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::debian;
use crate::project::Project;
use crate::tools::say;

/// Where systems keep it that have its folder not on PATH.
const ELSEWHERE: &str = "/usr/sbin/nginx";

/// Finds nginx. On CI it is installed where it is missing; nowhere else, as Debian's package starts a server.
pub fn find_or_install(project: &Project) -> Result<Option<PathBuf>> {
    if let Some(program) = find(project) {
        return Ok(Some(program));
    }
    if env::var_os("CI").is_none() {
        return Ok(None);
    }
    if !debian::can_install(project)? {
        bail!("nginx is not found, and cannot be installed here. Install nginx 1.20 or later");
    }
    say("Installing nginx with apt-get: a minute.");
    debian::install(project, &["nginx"])?;
    match find(project) {
        None => bail!("nginx is installed but not found. Put its folder on PATH"),
        found => Ok(found),
    }
}

fn find(project: &Project) -> Option<PathBuf> {
    let elsewhere = || Some(PathBuf::from(ELSEWHERE)).filter(|program| program.is_file());
    project.which("nginx").or_else(elsewhere)
}
