use super::*;

/// A folder of its own, removed at the end.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("xtask-package-{name}-{}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind is in the folder for such things.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn released(script: &str) -> BTreeMap<String, Vec<u8>> {
    [(SCRIPT, script), (LIST, "{}")]
        .map(|(file, text)| (file.to_owned(), text.as_bytes().to_vec()))
        .into()
}

#[test]
fn releases_what_pages_need() {
    for file in [
        SCRIPT,
        LIST,
        "peer-support-directory-later-41d369ba34a878bf.wasm",
    ] {
        assert!(is_released(file), "{file}");
    }
    for file in ["index.html", "demo.css", "icon.svg"] {
        assert!(!is_released(file), "{file}");
    }
}

#[test]
fn names_the_major_version() {
    assert_eq!(major("1.0.0"), "v1");
    assert_eq!(major("12.3.4"), "v12");
}

#[test]
fn a_release_never_changes() -> Result<()> {
    let folder = Folder::new("fixed");
    write_fixed(&folder.0, &released("first"))?;
    assert!(folder.0.join(format!("{SCRIPT}.br")).is_file());
    write_fixed(&folder.0, &released("first"))?;

    let error = write_fixed(&folder.0, &released("other")).map_err(|error| error.to_string());
    assert!(
        error.is_err_and(|error| error.contains(SCRIPT) && error.contains("raise the version"))
    );
    assert_eq!(fs::read(folder.0.join(SCRIPT))?, b"first");

    let more = [
        released("first"),
        [("places.txt".to_owned(), Vec::new())].into(),
    ];
    let more = more.into_iter().flatten().collect();
    assert!(write_fixed(&folder.0, &more).is_err());
    fs::write(folder.0.join("extra.txt"), "")?;
    assert!(write_fixed(&folder.0, &released("first")).is_err());
    Ok(())
}

#[test]
fn the_moving_folder_keeps_old_modules_and_an_uncompressed_list() -> Result<()> {
    let folder = Folder::new("moving");
    write(&folder.0.join("old.wasm"), "old")?;
    write_moving(&folder.0, &released("first"))?;
    write_moving(&folder.0, &released("second"))?;
    assert_eq!(fs::read(folder.0.join("old.wasm"))?, b"old");
    assert_eq!(fs::read(folder.0.join(SCRIPT))?, b"second");
    assert!(folder.0.join(LIST).is_file());
    assert!(!folder.0.join(format!("{LIST}.br")).exists());
    Ok(())
}
