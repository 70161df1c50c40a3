//! "What is peer support?": what it aims for, how kinds differ, what it can do for a person.

use leptos::prelude::*;

use super::common::{disclosure, heading};
use crate::app::App;

/// The explainer, closed at first.
#[component]
pub fn Explainer(
    /// The state that all views share.
    app: App,
) -> impl IntoView {
    let label = app.scene().words("explainer.title").into_any();
    disclosure("explainer".into(), label, move || content(app))
}

fn content(app: App) -> AnyView {
    let scene = app.scene();
    let title = |key: &str| heading(app, 1).class("p small-title").child(scene.words(key)).into_any();
    let list = |prefix: &str, count: usize| {
        let item = |number: usize| {
            let text = scene.words(&format!("{prefix}.{number}"));
            view! { class="p", <li>{text}</li> }
        };
        (1..=count).map(item).collect_view()
    };
    let kind = |number: usize| {
        let words = |part: &str| scene.words(&format!("explainer.kinds.{number}.{part}"));
        view! { class="p", <li><strong>{words("name")}</strong>" "{words("text")}</li> }
    };
    view! { class="p",
        <div class="prose">
            <p>{scene.words("explainer.what")}</p>
            {title("explainer.aims.title")}
            <p>{scene.words("explainer.aims.intro")}</p>
            <ul>{list("explainer.aims", 4)}</ul>
            {title("explainer.kinds.title")}
            <p>{scene.words("explainer.kinds.intro")}</p>
            <ol>{(1..=4).map(kind).collect_view()}</ol>
            {title("explainer.gains.title")}
            <p>{scene.words("explainer.gains.intro")}</p>
            <ul>{list("explainer.gains", 7)}</ul>
        </div>
    }
    .into_any()
}
