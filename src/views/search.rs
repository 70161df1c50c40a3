//! The search box and the filters.

use std::time::Duration;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::common::{CHEVRON, icon};
use super::facet::FacetFilter;
use crate::app::App;
use crate::browser::focus::focus;

/// The pause after which typing counts as done.
const TYPING_PAUSE: Duration = Duration::from_millis(80);

/// The search form: a box, and a set of checkboxes for each filter.
#[component]
pub fn Search(
    /// The state that all views share.
    app: App,
    /// Where "Show N results" moves focus.
    results_heading: NodeRef<html::Custom<String>>,
) -> impl IntoView {
    let scene = app.scene();
    let form_name = scene.language.fill("search.form", &[("title", &scene.landmark())]);
    let filters = scene.config.filters.iter();
    let filters: Vec<_> = filters
        .map(|facet| view! { <FacetFilter app=app facet=*facet/> })
        .collect();
    // On a narrow container the filters are folded away until asked for.
    let open = RwSignal::new(false);
    let toggle_label = move || {
        let scene = app.scene();
        match app.query.with(|query| query.choices.len()) {
            0 => scene.words("filters.toggle"),
            count => scene.language.fill(
                "filters.toggle-chosen",
                &[("count", &count.to_string())],
            ),
        }
    };
    let show_label = move || app.scene().count("results.show", app.found(), &[]);
    let show = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if let Some(heading) = results_heading.get_untracked() {
            focus(&heading);
        }
    };
    view! { class="p",
        <form
            class="search"
            part="filters"
            role="search"
            aria-label=form_name
            autocomplete="off"
            on:submit=show
        >
            <SearchBox app=app/>
            <button
                type="button"
                class="toggle filters-toggle"
                part="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="filters"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {icon(CHEVRON)}
                <span class="toggle-label">{toggle_label}</span>
            </button>
            <div id="filters" class="filters" class:closed=move || !open.get()>
                {filters}
                <p class="small">{scene.words("filters.hint")}</p>
                <button type="submit" class="button secondary" part="button">
                    {show_label}
                </button>
            </div>
        </form>
    }
}

/// The search box. Typing counts after a short pause, Escape clears.
#[component]
fn SearchBox(
    /// The state that all views share.
    app: App,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    on_cleanup(stop);
    let take = move || {
        let Some(input) = input.get_untracked() else { return };
        let text = input.value();
        if app.query.with_untracked(|query| query.text != text) {
            app.change(|query| query.text = text);
        }
    };
    let typed = move |_| {
        stop();
        timer.set_value(set_timeout_with_handle(take, TYPING_PAUSE).ok());
    };
    let key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            stop();
            if let Some(input) = input.get_untracked() {
                input.set_value("");
            }
            take();
        }
        // What is typed counts before Enter moves on to the results.
        "Enter" => {
            stop();
            take();
        }
        _ => {}
    };
    view! { class="p",
        <div class="search-box">
            <label for="search" class="label">
                {app.scene().words("search.label")}
            </label>
            <input
                id="search"
                class="input"
                part="search"
                type="search"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="search"
                node_ref=input
                prop:value=move || app.search.get()
                on:input=typed
                on:keydown=key
            />
        </div>
    }
}
