//! "Need help now": short and always visible.

use super::common::{heading, link, plain};
use crate::app::App;
use crate::browser::dom::{El, el};
use crate::directory::{HelpLine, PhoneNumber, Text};
use crate::i18n::{Key, key};
use crate::strings::concat;

/// Help lines, the list's or the widget's own, and what to do where a life is at risk.
pub fn help(app: App) -> El {
    let words = &app.scene().language;
    let risk = concat(&[
        words.get(key!("help.emergency")),
        " ",
        words.get(key!("help.not-medical")),
    ]);
    el("div.help")
        .child(heading(app, 1, "help-title").text(words.get(key!("help.title"))))
        .child(help_lines(app))
        .child(el("p.small").text(&risk))
}

/// The help lines alone, each with its number.
pub fn help_lines(app: App) -> El {
    let scene = app.scene();
    let lines = if scene.directory.help.is_empty() {
        default_lines(app)
    } else {
        scene.directory.help.clone()
    };
    let line = |line: &HelpLine| {
        let href = concat(&["tel:", &line.phone.dialled()]);
        let number = link(app, "phone", None, &href)
            .attr("class", "phone")
            .text(line.phone.as_str());
        let item = el("li")
            .child(plain(app, &line.name))
            .text(": ")
            .child(number);
        match &line.hours {
            Some(hours) => item.text(", ").child(plain(app, hours)),
            None => item,
        }
    };
    el("ul.help-lines|role=list").children(lines.iter().map(line).collect())
}

fn default_lines(app: App) -> Vec<HelpLine> {
    let line = |number: &str| {
        let words = |part: &str| {
            app.scene()
                .words(Key::joined(&["help.default.", number, ".", part]))
        };
        Some(HelpLine {
            name: Text::plain(&words("name")),
            phone: PhoneNumber::new(&words("phone"))?,
            hours: Some(Text::plain(&words("hours"))),
        })
    };
    ["1", "2"].into_iter().filter_map(line).collect()
}
