//! "Need help now": short and always visible.

use leptos::prelude::*;

use super::common::{heading, link, plain};
use crate::app::App;
use crate::directory::{HelpLine, PhoneNumber, Text};

/// Help lines, the list's or the widget's own, and what to do where a life is at risk.
#[component]
pub fn Help(
    /// The state that all views share.
    app: App,
) -> impl IntoView {
    let scene = app.scene();
    let title = heading(app, 1).class("p help-title").child(scene.words("help.title"));
    view! { class="p",
        <div class="help">
            {title.into_any()} <HelpLines app=app/>
            <p class="small">{scene.words("help.emergency")}" "{scene.words("help.not-medical")}</p>
        </div>
    }
}

/// The help lines alone, each with its number.
#[component]
pub fn HelpLines(
    /// The state that all views share.
    app: App,
) -> impl IntoView {
    let scene = app.scene();
    let lines = if scene.directory.help.is_empty() {
        default_lines(app)
    } else {
        scene.directory.help.clone()
    };
    let line = move |line: HelpLine| {
        let number = line.phone.as_str().to_owned();
        let href = ["tel:", &line.phone.dialled()].concat();
        let hours = line.hours.as_ref().map(|hours| (", ", plain(app, hours)));
        view! { class="p",
            <li>
                {plain(app, &line.name)} ": "
                {link(app, "phone", None, href, "phone", number.into_any())} {hours}
            </li>
        }
    };
    view! { class="p", <ul class="help-lines" role="list">{lines.into_iter().map(line).collect_view()}</ul> }
}

fn default_lines(app: App) -> Vec<HelpLine> {
    let line = |number: &str| {
        let words = |part: &str| app.scene().words(&["help.default.", number, ".", part].concat());
        Some(HelpLine {
            name: Text::plain(&words("name")),
            phone: PhoneNumber::new(&words("phone"))?,
            hours: Some(Text::plain(&words("hours"))),
        })
    };
    ["1", "2"].into_iter().filter_map(line).collect()
}
