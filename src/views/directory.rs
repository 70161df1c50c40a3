//! The whole directory, in reading order.

use leptos::html;
use leptos::prelude::*;

use super::common::heading;
use super::explainer::Explainer;
use super::foot::Foot;
use super::help::Help;
use super::results::Results;
use super::search::Search;
use crate::app::App;

/// The directory: title and help, filters, results, foot.
#[component]
pub fn DirectoryView(
    /// The state that all views share.
    app: App,
) -> impl IntoView {
    let scene = app.scene();
    let results_heading = NodeRef::<html::Custom<String>>::new();
    let is_first = scene.host.number() == 1;
    let has_title = scene.config.label.as_deref() != Some("");
    let title = heading(app, 0)
        .attr("id", "title")
        .attr("part", "title")
        .attr("tabindex", "-1")
        .class(if has_title { "p title" } else { "p visually-hidden" })
        .child(scene.title());
    view! { class="p",
        <section
            class="directory"
            lang=scene.language.tag().to_owned()
            dir=scene.language.direction().to_owned()
            aria-labelledby=is_first.then_some("title")
            aria-label=(!is_first).then(|| scene.landmark())
        >
            <div class="intro">
                {title.into_any()} <p class="lead">{scene.words("intro")}</p> <Help app=app/>
                {scene.config.explainer.then(|| view! { <Explainer app=app/> })}
            </div>
            <div class="columns">
                <Search app=app results_heading=results_heading/>
                <Results app=app heading_ref=results_heading/>
            </div>
            <Foot app=app/>
            <p class="visually-hidden" role="status">
                {move || app.status.get()}
            </p>
        </section>
    }
}
