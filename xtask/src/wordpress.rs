//! The WordPress plugin: `cargo xtask wordpress` makes it, `cargo xtask test` tries it on a real WordPress.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::browser::Browser;
use crate::build::SCRIPT;
use crate::debian;
use crate::package::is_released;
use crate::project::{Project, files, read, write};
use crate::tools::say;

/// The plugin's name, and that of its folder.
const PLUGIN: &str = "peer-support-directory";

/// Its sources in the repository.
const SOURCES: &str = "integrations/wordpress/peer-support-directory";

/// What the tests need of Debian. A web server has to be there for `wordpress`; nothing uses it.
const PACKAGES: [&str; 8] = [
    "wordpress",
    "wordpress-theme-twentytwentyone",
    "wordpress-theme-twentytwentytwo",
    "wordpress-theme-twentytwentythree",
    "php-cli",
    "php-mysql",
    "mariadb-server-core",
    "nginx",
];

/// Where the plugin is made, unless somebody says where.
pub fn folder(project: &Project) -> PathBuf {
    project.target.join("wordpress")
}

/// Makes the plugin's folder and its zip in `out`, and gives the zip.
pub fn package(project: &Project, dist: &Path, out: &Path) -> Result<PathBuf> {
    let plugin = plugin(project, dist, out)?;
    let file = out.join(format!("{PLUGIN}-wordpress-{}.zip", project.version));
    zip(&plugin, &file)?;
    println!("The WordPress plugin is {}.", file.display());
    Ok(file)
}

/// Makes the plugin's folder in `out`: its sources, and what `dist` holds for visitors in `assets/`.
pub fn plugin(project: &Project, dist: &Path, out: &Path) -> Result<PathBuf> {
    let plugin = out.join(PLUGIN);
    if plugin.exists() {
        fs::remove_dir_all(&plugin)
            .with_context(|| format!("cannot remove {}", plugin.display()))?;
    }
    let sources = project.root.join(SOURCES);
    for file in files(&sources)? {
        copy(&sources, &file, &plugin)?;
    }
    let assets = plugin.join("assets");
    for file in files(dist)?.iter().filter(|file| is_asset(file)) {
        copy(dist, file, &assets)?;
    }
    write(
        &assets.join("cancer-types.json"),
        serde_json::to_string(&cancer_types(project)?)?,
    )?;
    Ok(plugin)
}

/// Packs a folder with its name, as WordPress wants to have a plugin.
///
/// The same files give the same bytes: names are in order, and the times are all alike.
pub fn zip(folder: &Path, file: &Path) -> Result<()> {
    let name = folder.file_name().context("a folder has a name")?;
    let name = name.to_string_lossy();
    let out = File::create(file).with_context(|| format!("cannot write {}", file.display()))?;
    let mut zip = ZipWriter::new(out);
    for inside in files(folder)? {
        zip.start_file(format!("{name}/{inside}"), SimpleFileOptions::default())?;
        zip.write_all(&fs::read(folder.join(&inside))?)?;
    }
    zip.finish()?;
    Ok(())
}

/// The command that tries the plugin on a real WordPress; nothing where Debian's packages are not there. On CI
/// they are installed; nowhere else, as some of them may start servers.
pub fn tests(project: &Project, browser: &Browser) -> Result<Option<Command>> {
    if !is_installed(project)? {
        if std::env::var_os("CI").is_none() {
            return Ok(None);
        }
        if !debian::can_install(project)? {
            bail!("WordPress cannot be installed here. Not run: {}", missing());
        }
        say("Installing WordPress, PHP and MariaDB with apt-get: about 2 minutes.");
        debian::install(project, &PACKAGES)?;
    }
    let zip = package(project, &project.dist(), &folder(project))?;
    let mut playwright = project.command("playwright");
    playwright
        .args(["test", "--config", "tests/wordpress/playwright.config.ts"])
        .env("PSD_CHROMIUM", &browser.chromium)
        .env("PSD_WORDPRESS", zip);
    Ok(Some(playwright))
}

/// What is not tried, and how to try it.
pub fn missing() -> String {
    format!(
        "the tests of the WordPress plugin, because they need Debian's packages: \
         apt-get install --no-install-recommends {}",
        PACKAGES.join(" ")
    )
}

/// Whether Debian's packages are all there.
fn is_installed(project: &Project) -> Result<bool> {
    if project.which("dpkg-query").is_none() {
        return Ok(false);
    }
    let mut query = project.command("dpkg-query");
    query
        .args(["--show", "--showformat", "${db:Status-Status}\n"])
        .args(PACKAGES)
        // It complains of each package that it has never heard of.
        .stderr(Stdio::null());
    let said = query.output().context("cannot start `dpkg-query`")?;
    let said = String::from_utf8_lossy(&said.stdout);
    Ok(said.lines().filter(|line| *line == "installed").count() == PACKAGES.len())
}

fn copy(from: &Path, file: &str, to: &Path) -> Result<()> {
    let bytes = fs::read(from.join(file)).with_context(|| format!("cannot read {file}"))?;
    write(&to.join(file), bytes)
}

/// Whether a file of `dist/` belongs into the plugin. Few WordPress sites serve the compressed copies.
fn is_asset(file: &str) -> bool {
    let is_copy = file.ends_with(".br") || file.ends_with(".gz");
    !is_copy && is_released(file)
}

/// The built-in types of cancer by id: the `name` in English, and the id of the `broader` type or null.
fn cancer_types(project: &Project) -> Result<Value> {
    let tree = read(&project.root.join("src/taxonomy/types.txt"))?;
    let english: Value = serde_json::from_str(&read(&project.root.join("src/i18n/en.json"))?)?;
    let names = &english["cancer_types"];
    // The line of types from the root to the current one, as in `src/taxonomy.rs`.
    let mut line: Vec<&str> = Vec::new();
    let mut types = BTreeMap::new();
    for entry in tree.lines() {
        let id = entry.trim_start();
        line.truncate(entry.len() - id.len());
        let name = names[id][0]
            .as_str()
            .with_context(|| format!("{id} has no name"))?;
        types.insert(id, json!({ "name": name, "broader": line.last() }));
        line.push(id);
    }
    Ok(serde_json::to_value(types)?)
}

/// Whether there is something to put into the plugin.
pub fn is_built(project: &Project) -> bool {
    project.dist().join(SCRIPT).is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plugin_has_the_version_of_the_product() -> Result<()> {
        let project = Project::find()?;
        let version = &project.version;
        let sources = project.root.join(SOURCES);
        let main = read(&sources.join("peer-support-directory.php"))?;
        let wanted = [
            format!(" * Version:           {version}\n"),
            format!("define( 'PSD_VERSION', '{version}' );\n"),
        ];
        assert!(wanted.iter().all(|line| main.contains(line)), "{version}");
        let readme = read(&sources.join("readme.txt"))?;
        assert!(readme.contains(&format!("\nStable tag: {version}\n")));
        Ok(())
    }

    #[test]
    fn leaves_the_demo_and_compressed_copies_out() {
        assert!(is_asset("peer-support-directory.js"));
        assert!(is_asset("groups.json"));
        assert!(!is_asset("groups.json.br"));
        assert!(!is_asset("index.html"));
    }

    #[test]
    fn gives_the_tree_of_cancer_types() -> Result<()> {
        let types = cancer_types(&Project::find()?)?;
        assert_eq!(
            types["tongue"],
            json!({ "name": "Tongue cancer", "broader": "mouth" })
        );
        assert_eq!(types["head-and-neck"]["broader"], Value::Null);
        Ok(())
    }

    #[test]
    fn zips_the_same_way_each_time() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-zip-{}", std::process::id()));
        write(&folder.join("plugin/a.php"), "<?php".repeat(100))?;
        write(&folder.join("plugin/assets/b.js"), "b")?;
        let packed = |name: &str| -> Result<Vec<u8>> {
            zip(&folder.join("plugin"), &folder.join(name))?;
            Ok(fs::read(folder.join(name))?)
        };
        let (one, other) = (packed("one.zip")?, packed("other.zip")?);
        assert_eq!(one, other);
        let mut archive = zip::ZipArchive::new(File::open(folder.join("one.zip"))?)?;
        let first = archive.by_index(0)?;
        assert_eq!(first.name()?, "plugin/a.php");
        assert!(first.compressed_size() < 100);
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
