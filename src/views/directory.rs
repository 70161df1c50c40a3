//! The whole directory, in reading order.

use super::common::heading;
use super::explainer::explainer;
use super::facet::facet_filter;
use super::foot::foot;
use super::help::help;
use super::results::results;
use super::search::{end_filters, search};
use crate::app::App;
use crate::browser::dom::{El, el};
use crate::browser::owner::Owner;
use crate::browser::signal::run_waiting;
use crate::i18n::key;
use crate::slices::pause;

/// How many cards come before the filters.
const FIRST: usize = 2;

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

/// Fills the directory with pauses, in which the page paints what is there: title, help and the search box, the first
/// cards, the filters, the other cards up to a number, foot. What stands already does not move: filters stand beside
/// the cards, or are folded away.
pub async fn fill(app: App, owner: Owner, directory: El, cards: usize) {
    let directory = owner.with(|| directory.child(intro(app)));
    pause().await;
    let (panel, results, more) = owner.with(|| columns(app, &directory));
    let scene = app.scene();
    let mut facets = scene.config.visible_filters().into_iter();
    loop {
        pause().await;
        // All, once a visitor in a hurry has chosen something.
        let shown = app.shown();
        let is_first = shown < FIRST.min(cards);
        let facet = if is_first { None } else { facets.next() };
        if let Some(facet) = facet {
            owner.with(|| panel.clone().child_if(facet_filter(app, facet)));
        } else if shown < cards {
            app.show(shown + 1);
            run_waiting();
        } else {
            break;
        }
    }
    owner.with(|| {
        end_filters(app, panel);
        results.child(more);
        let status = el("p.visually-hidden|role=status").text_from(move || app.status());
        directory.child(foot(app)).child(status)
    });
}

/// The search and the results beside each other. Gives what is filled later: the panel of filters, the results, and the
/// button at their end.
fn columns(app: App, directory: &El) -> (El, El, El) {
    // "Show results" moves focus to the heading of the results.
    let title = heading(app, 1, "results-title|tabindex=-1");
    let (search, panel) = search(app, title.element().clone());
    let (results, more) = results(app, title);
    let columns = el("div.columns").child(search).child(results.clone());
    columns.append_to(directory.element());
    (panel, results, more)
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
