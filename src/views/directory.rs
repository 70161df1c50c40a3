//! The whole directory, in reading order.

use super::common::{heading, paragraph};
use super::explainer::explainer;
use super::foot::foot;
use super::help::help;
use super::results::results;
use super::search::search;
use crate::app::App;
use crate::browser::dom::{El, el_class};

/// The directory: title and help, filters, results, foot.
pub fn directory(app: App) -> El {
    let scene = app.scene();
    let is_first = scene.host.number() == 1;
    let has_title = scene.config.label.as_deref() != Some("");
    let title = heading(
        app,
        0,
        if has_title {
            "title"
        } else {
            "visually-hidden"
        },
    )
    .attr("id", "title")
    .attr("part", "title")
    .attr("tabindex", "-1")
    .text(&scene.title());
    let intro = el_class("div", "intro")
        .child(title)
        .child(paragraph("lead", scene.language.get("intro")))
        .child(help(app))
        .child_if(scene.config.explainer.then(|| explainer(app)));
    // Filters and results are built the other way round: "Show results" moves focus to their heading.
    let results_title = heading(app, 1, "results-title");
    let columns = el_class("div", "columns")
        .child(search(app, results_title.element().clone()))
        .child(results(app, results_title));
    let status = el_class("p", "visually-hidden")
        .attr("role", "status")
        .text_from(move || app.status());
    el_class("section", "directory")
        .attr("lang", scene.language.tag())
        .attr("dir", scene.language.direction())
        .attr_if("aria-labelledby", is_first.then_some("title"))
        .attr_if(
            "aria-label",
            (!is_first).then(|| scene.landmark()).as_deref(),
        )
        .child(intro)
        .child(columns)
        .child(foot(app))
        .child(status)
}
