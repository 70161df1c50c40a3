//! The documents keep up with the repository: every link to a file of it leads somewhere.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// A link: what it says, and where it leads.
#[derive(Debug, PartialEq)]
struct Link {
    words: String,
    target: String,
}

#[test]
fn every_link_to_a_file_leads_somewhere() {
    let mut count = 0;
    for document in documents() {
        let text = read(&document);
        for Link { target, .. } in links(&text).iter().filter(is_file) {
            let file = beside(&document, target);
            assert!(
                file.exists(),
                "{}: {target} is not there",
                document.display()
            );
            count += 1;
        }
    }
    assert!(count > 50, "only {count} links were found");
}

/// A link whose words are in quotes names a test, or a row of its table, in the file that it leads to; the name may
/// go on.
#[test]
fn every_test_that_is_named_is_there() {
    let mut count = 0;
    for document in documents() {
        let text = read(&document);
        for Link { words, target } in links(&text).iter().filter(is_file) {
            let Some(title) = words.strip_prefix('"').and_then(|it| it.strip_suffix('"')) else {
                continue;
            };
            let test = read(&beside(&document, target)).replace("\\'", "'");
            let begins = |start| test.contains(&[start, title].concat());
            assert!(
                ["'", "\"", "`", "fn "].into_iter().any(begins),
                "{}: {target} has nothing whose name begins with {title}",
                document.display()
            );
            count += 1;
        }
    }
    assert!(count > 50, "only {count} tests are named");
}

#[test]
fn links_are_found() {
    let text = "See [one\nand](a.md) or ![`two`](b.png#c), not `[x](no)`.\n```\n[y](no)\n```\n[\"z (z)\"](d.ts)";
    let link = |words: &str, target: &str| Link {
        words: words.to_owned(),
        target: target.to_owned(),
    };
    let found = [
        link("one and", "a.md"),
        link("`two`", "b.png#c"),
        link("\"z (z)\"", "d.ts"),
    ];
    assert_eq!(links(text), found);
}

/// The documents at the top and in `docs/`.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_document = |path: &PathBuf| path.extension().is_some_and(|end| end == "md");
    let in_folder = |folder: PathBuf| {
        let entries = fs::read_dir(folder).expect("a folder");
        entries.map(|entry| entry.expect("an entry").path())
    };
    let all = in_folder(root.to_owned()).chain(in_folder(root.join("docs")));
    all.filter(is_document).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Where a link in a document leads, without the place in the file.
fn beside(document: &Path, target: &str) -> PathBuf {
    let path = target.split('#').next().unwrap_or_default();
    document.parent().expect("a folder").join(path)
}

fn is_file(link: &&Link) -> bool {
    let is_elsewhere = |scheme| link.target.starts_with(scheme);
    !["https:", "http:", "mailto:", "#"]
        .into_iter()
        .any(is_elsewhere)
}

/// The links of a Markdown text, but for those in code.
fn links(text: &str) -> Vec<Link> {
    let mut prose = String::new();
    let mut in_code = false;
    for line in text.lines() {
        if line.starts_with("```") {
            in_code = !in_code;
        } else if !in_code {
            prose.push_str(line);
            prose.push(' ');
        }
    }
    let mut all = vec![];
    for (middle, _) in prose.match_indices("](") {
        let start = prose[..middle].rfind('[').map_or(0, |at| at + 1);
        let after = &prose[middle + "](".len()..];
        let is_code = prose[..start].matches('`').count() % 2 == 1;
        if let Some((target, _)) = after.split_once(')')
            && !is_code
        {
            let (words, target) = (prose[start..middle].to_owned(), target.to_owned());
            all.push(Link { words, target });
        }
    }
    all
}
