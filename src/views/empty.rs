//! What stands where no group matches: which choice to take away, entries for anybody, the helpline.

use crate::i18n::key;
use web_sys::Element;

use super::chips::Wish;
use super::common::{button, link, plain};
use super::help::help_lines;
use crate::app::App;
use crate::browser::dom::{El, Wanted, el};
use crate::browser::focus::focus;
use crate::card::Action;
use crate::directory::Group;
use crate::strings::concat;

/// A few entries help; a long list is the list again.
const ENOUGH: u32 = 5;

/// A way on from a query that finds nothing. `results_title` takes focus when a choice is taken away.
pub fn empty(app: App, results_title: Element) -> El {
    let scene = app.scene();
    let words = &scene.language;
    let ways_on = el("ul.ways-on|role=list").each(
        move |_| Wanted::all(Wish::keys(&app.query())),
        move |key| way_on(app, Wish::of(key), results_title.clone()),
        |_| {},
    );
    let mut links = el("ul");
    for place in scene.index.for_any_cancer() {
        let group = scene
            .group(place)
            .filter(|_| links.element().child_element_count() < ENOUGH);
        links = links.child_if(group.and_then(|group| group_link(app, group)));
    }
    let empty = el("div.empty")
        .child(el("p").child(el("strong").text(words.get(key!("empty.text")))))
        .child(el("p").text(words.get(key!("empty.try"))))
        .child(ways_on);
    let empty = if links.element().has_child_nodes() {
        empty
            .child(el("p").text(words.get(key!("empty.any"))))
            .child(links)
    } else {
        empty
    };
    empty
        .child(el("p").text(words.get(key!("empty.help"))))
        .child(help_lines(app))
}

/// A button that takes one choice away, and says how many results that gives.
fn way_on(app: App, wish: Wish, results_title: Element) -> El {
    let label = move || {
        let mut without = app.query();
        wish.remove_from(&mut without);
        let scene = app.scene();
        let found = scene.index.apply(&without).groups.len() as u32;
        scene.count("empty.remove", found, &[("choice", &wish.name(app))])
    };
    el("li").child(
        button("button secondary")
            .text_from(label)
            .on("click", move |_| {
                focus(&results_title);
                wish.take_away(app);
            }),
    )
}

/// A link to where a group can be reached, with its name.
fn group_link(app: App, group: &Group) -> Option<El> {
    let scene = app.scene();
    let (kind, href) = match group.action(&scene.directory)? {
        Action::Join { url, .. } => ("sign-up", url.as_str().to_owned()),
        Action::Visit(url) => ("website", url.as_str().to_owned()),
        Action::Email(email) => ("email", concat(&["mailto:", email.as_str()])),
        Action::Ask(_) => return None,
    };
    let link = link(app, kind, Some(group.id.as_str()), &href);
    Some(el("li").child(link.child(plain(app, &group.name))))
}
