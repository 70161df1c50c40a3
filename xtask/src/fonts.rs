//! The fonts that the browser tests measure in.

use anyhow::{Result, bail};

use crate::debian;
use crate::project::{Project, output};
use crate::tools::say;

/// What browsers set pages in that name no font, and what most pages name; after each, fonts whose letters are
/// as wide.
const WIDTHS: [[&str; 3]; 2] = [
    ["Times New Roman", "Liberation Serif", "Tinos"],
    ["Arial", "Liberation Sans", "Arimo"],
];

/// Installs fonts as wide as these where there are none: in wider ones cards are taller, and fewer of them fit into
/// a window.
pub fn find_or_install(project: &Project) -> Result<()> {
    // Systems without fontconfig have the fonts themselves.
    if project.which("fc-match").is_none() || missing(project)?.is_none() {
        return Ok(());
    }
    if debian::can_install(project)? {
        say("Installing fonts with apt-get: seconds.");
        debian::install(project, &["fonts-liberation"])?;
    }
    if let Some(widths) = missing(project)? {
        bail!(
            "no font as wide as {} is found. Install one of {}",
            widths[0],
            widths.join(", ")
        );
    }
    Ok(())
}

/// The first of the widths that no font has.
fn missing(project: &Project) -> Result<Option<[&'static str; 3]>> {
    for widths in WIDTHS {
        let mut command = project.command("fc-match");
        let found = output(command.args(["--format=%{family}", widths[0]]))?;
        if !is_one_of(&found, &widths) {
            return Ok(Some(widths));
        }
    }
    Ok(None)
}

/// Whether a font, by its names with commas between, is one of these.
fn is_one_of(names: &str, fonts: &[&str]) -> bool {
    names.split(',').any(|name| fonts.contains(&name.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_is_known_by_any_of_its_names() {
        let [times, arial] = WIDTHS;
        assert!(is_one_of("Liberation Serif", &times));
        assert!(is_one_of("Tinos,Tinos Regular\n", &times));
        assert!(is_one_of("Liberation Sans, Arial", &arial));
        assert!(!is_one_of("Liberation Sans", &times));
        assert!(!is_one_of("Arial Narrow", &arial));
        assert!(!is_one_of("DejaVu Sans", &arial));
        assert!(!is_one_of("", &arial));
    }
}
