//! The font that the browser tests measure in.

use anyhow::{Result, bail};

use crate::debian;
use crate::project::{Project, output};
use crate::tools::say;

/// What browsers set pages in that name no font, and fonts whose letters are as wide.
const WIDTHS: [&str; 3] = ["Times New Roman", "Liberation Serif", "Tinos"];

/// Installs a font as wide as Times New Roman where there is none: in a wider one cards are taller, and fewer of
/// them fit into a window.
pub fn find_or_install(project: &Project) -> Result<()> {
    // Systems without fontconfig have the font itself.
    if project.which("fc-match").is_none() || is_there(project)? {
        return Ok(());
    }
    if !debian::can_install(project)? {
        bail!(
            "no font as wide as Times New Roman is found. Install one of {}",
            WIDTHS.join(", ")
        );
    }
    say("Installing a font with apt-get: seconds.");
    debian::install(project, &["fonts-liberation"])?;
    if !is_there(project)? {
        bail!("fonts-liberation is installed, but another font stands in for Times New Roman");
    }
    Ok(())
}

fn is_there(project: &Project) -> Result<bool> {
    let mut command = project.command("fc-match");
    let found = output(command.args(["--format=%{family}", WIDTHS[0]]))?;
    // A font may have several names, with commas between.
    Ok(found.split(',').any(|name| WIDTHS.contains(&name.trim())))
}
