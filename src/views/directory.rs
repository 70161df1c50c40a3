//! The whole directory, in reading order.

use super::common::heading;
use super::explainer::explainer;
use super::foot::foot;
use super::help::help;
use super::results::results;
use super::search::search;
use crate::app::App;
use crate::browser::dom::{El, el};
use crate::browser::owner::Owner;
use crate::browser::signal::run_waiting;
use crate::i18n::key;
use crate::slices::pause;

/// How many cards are built between two pauses.
const CARDS: usize = 2;

/// The directory, still empty.
pub fn directory(app: App) -> El {
    let scene = app.scene();
    let is_first = scene.host.number() == 1;
    el("section.directory")
        .attr("lang", scene.language.tag())
        .attr("dir", scene.language.direction())
        .attr_if("aria-labelledby", is_first.then_some("title"))
        .attr_if(
            "aria-label",
            (!is_first).then(|| scene.landmark()).as_deref(),
        )
}

/// Fills the directory in reading order, with pauses, in which the page paints what is there: title and help,
/// filters, results up to a number of cards, foot. What stands already does not move.
pub async fn fill(app: App, owner: Owner, directory: El, cards: usize) {
    let directory = owner.with(|| directory.child(intro(app)));
    pause().await;
    // Filters and results are built the other way round: "Show results" moves focus to their heading.
    let title = owner.with(|| heading(app, 1, "results-title|tabindex=-1"));
    let columns = owner.with(|| el("div.columns").child(search(app, title.element().clone())));
    let directory = directory.child(columns.clone());
    pause().await;
    let (results, more) = owner.with(|| results(app, title));
    columns.child(results.clone());
    loop {
        let shown = app.shown();
        // The first choice of a visitor in a hurry shows them all.
        if shown >= cards {
            break;
        }
        app.show(cards.min(shown + CARDS));
        run_waiting();
        pause().await;
    }
    results.child(more);
    owner.with(|| {
        let status = el("p.visually-hidden|role=status").text_from(move || app.status());
        directory.child(foot(app)).child(status)
    });
}

fn intro(app: App) -> El {
    let scene = app.scene();
    let is_hidden = scene.config.label.as_deref() == Some("");
    let title = heading(app, 0, "title|id=title|part=title|tabindex=-1")
        .attr_if("class", is_hidden.then_some("visually-hidden"))
        .text(&scene.title());
    el("div.intro")
        .child(title)
        .child(el("p.lead").text(scene.language.get(key!("intro"))))
        .child(help(app))
        .child_if(scene.config.explainer.then(|| explainer(app)))
}
