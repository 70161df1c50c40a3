//! "What is peer support?": what it aims for, how kinds differ, what it can do for a person.

use super::common::{disclosure, heading};
use crate::app::App;
use crate::browser::dom::{El, el};
use crate::i18n::{Key, key};
use crate::strings::concat;

/// The explainer, closed at first.
pub fn explainer(app: App) -> El {
    let label = app.scene().words(key!("explainer.title"));
    disclosure("explainer", &label, move || content(app))
}

fn content(app: App) -> El {
    let scene = app.scene();
    let words = |parts: &[&str]| scene.words(Key::joined(&["explainer.", &concat(parts)]));
    let part = |prose: El, name: &str| {
        prose
            .child(heading(app, 1, "small-title").text(&words(&[name, ".title"])))
            .child(el("p").text(&words(&[name, ".intro"])))
    };
    let items = |name: &str, numbers: &[&str]| {
        let item = |number: &&str| el("li").text(&words(&[name, ".", number]));
        el("ul").children(numbers.iter().map(item).collect())
    };
    let kind = |number: &&str| {
        let name = words(&["kinds.", number, ".name"]);
        let text = words(&["kinds.", number, ".text"]);
        el("li")
            .child(el("strong").text(&name))
            .text(" ")
            .text(&text)
    };
    let kinds = el("ol").children(["1", "2", "3", "4"].iter().map(kind).collect());
    let prose = el("div.prose").child(el("p").text(&words(&["what"])));
    let prose = part(prose, "aims").child(items("aims", &["1", "2", "3", "4"]));
    let prose = part(prose, "kinds").child(kinds);
    part(prose, "gains").child(items("gains", &["1", "2", "3", "4", "5", "6", "7"]))
}
