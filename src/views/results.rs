//! The results: heading, chips, cards a page at a time, "Show more".

use leptos::html;
use leptos::prelude::*;

use super::card::Card;
use super::chips::Chips;
use super::common::heading;
use super::empty::Empty;
use crate::app::App;
use crate::browser::focus::{find, focus};

/// The results of the query.
#[component]
pub fn Results(
    /// The state that all views share.
    app: App,
    /// The heading, which buttons elsewhere move focus to.
    heading_ref: NodeRef<html::Custom<String>>,
) -> impl IntoView {
    let list = NodeRef::<html::Ul>::new();
    let title = heading(app, 1)
        .attr("tabindex", "-1")
        .class("p results-title")
        .node_ref(heading_ref)
        .child(move || app.scene().count("results.count", app.found(), &[]));
    let visible = move || {
        let shown = app.shown.get();
        app.matches.with(|matches| matches.groups.iter().take(shown).copied().collect::<Vec<_>>())
    };
    let is_empty = Memo::new(move |_| app.found() == 0);
    let left = move || (app.found() as usize).saturating_sub(app.shown.get());
    let more_label = move || {
        let scene = app.scene();
        let next = left().min(scene.config.page_size) as u32;
        let count = scene.formats.number(next);
        scene.language.fill("results.more", &[("count", &count)])
    };
    let more = move |_| {
        let before = app.shown.get_untracked();
        app.shown.update(|shown| *shown += app.scene().config.page_size);
        // The new cards are there once the view has followed the signal.
        leptos::task::spawn_local_scoped_with_cancellation(async move {
            leptos::task::tick().await;
            let item = list.get_untracked().and_then(|list| list.children().item(before as u32));
            if let Some(name) = item.and_then(|item| find(&item, ".card-title")) {
                focus(&name);
            }
        });
    };
    view! { class="p",
        <div class="results" part="results">
            {title.into_any()} <Chips app=app results_heading=heading_ref/>
            {move || {
                is_empty.get().then(|| view! { <Empty app=app results_heading=heading_ref/> })
            }}
            <ul class="cards" role="list" node_ref=list hidden=move || is_empty.get()>
                <For
                    each=visible
                    key=|place| *place
                    children=move |place| view! { <Card app=app place=place/> }
                />
            </ul>
            <button
                type="button"
                class="button secondary more"
                part="button"
                hidden=move || left() == 0
                on:click=more
            >
                {more_label}
            </button>
        </div>
    }
}
