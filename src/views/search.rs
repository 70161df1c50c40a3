//! The search box and the filters.

use crate::i18n::key;
use crate::strings::digits;
use std::time::Duration;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

use super::common::{button, toggle};
use crate::app::App;
use crate::browser::dom::{El, el};
use crate::browser::focus::focus;
use crate::browser::signal::{Signal, untrack};
use crate::browser::timer::Timer;

/// The pause after which typing counts as done.
const TYPING_PAUSE: Duration = Duration::from_millis(80);

/// The search form: a box, and a panel for the filters, which is given too, still empty.
///
/// "Show N results" moves focus to `results_title`.
pub fn search(app: App, results_title: Element) -> (El, El) {
    let scene = app.scene();
    let form_name = scene
        .language
        .fill(key!("search.form"), &[("title", &scene.landmark())]);
    // On a narrow container the filters are folded away until asked for.
    let open = Signal::new(false);
    let toggle_label = move || {
        let scene = app.scene();
        match app.choices().len() {
            0 => scene.words(key!("filters.toggle")),
            count => scene.language.fill(
                key!("filters.toggle-chosen"),
                &[("count", &digits(count as i64))],
            ),
        }
    };
    let is_open = open.clone();
    let panel = el("div|id=filters").attr_from("class", move || {
        Some(if is_open.get() {
            "filters"
        } else {
            "filters closed"
        })
    });
    let toggle = toggle(&open)
        .attr("class", "toggle filters-toggle")
        .attr("aria-controls", "filters")
        .child(el("span").text_from(toggle_label));
    let form = el("form.search|part=filters|role=search|autocomplete=off")
        .attr("aria-label", &form_name)
        .on("submit", move |event| {
            event.prevent_default();
            focus(&results_title);
            app.scene().host.reveal(&results_title);
        })
        .child(search_box(app))
        .child(toggle)
        .child(panel.clone());
    (form, panel)
}

/// Ends the panel, below the filters.
pub fn end_filters(app: App, panel: El) {
    let scene = app.scene();
    let hint = el("p.small").text(scene.language.get(key!("filters.hint")));
    let show = button("button secondary")
        .attr("type", "submit")
        .text_from(move || app.scene().count("results.show", app.found(), &[]));
    panel.child(hint).child(show);
}

/// The search box. Typing counts after a short pause, Escape clears.
fn search_box(app: App) -> El {
    let timer = Timer::default();
    let (overtaken, typing) = (timer.clone(), timer.clone());
    let input = el("input.input|id=search|part=search|type=search|autocapitalize=none|spellcheck=false|enterkeyhint=search")
        .property_from("value", move || {
            app.follow_clear();
            overtaken.stop();
            app.text().into()
        });
    let field: HtmlInputElement = input.element().clone().unchecked_into();
    let take = {
        let field = field.clone();
        move || {
            let text = field.value();
            if untrack(|| app.text()) != text {
                app.set_text(text);
            }
        }
    };
    let typed = take.clone();
    let input = input
        .on("input", move |_| {
            typing.restart(TYPING_PAUSE, typed.clone())
        })
        .on("keydown", move |event| {
            let key = event.unchecked_into::<KeyboardEvent>().key();
            if key == "Escape" {
                field.set_value("");
            }
            // What is typed counts before Enter moves on to the results.
            if key == "Escape" || key == "Enter" {
                timer.stop();
                take();
            }
        });
    let label = el("label.label|for=search").text(app.scene().language.get(key!("search.label")));
    el("div.search-box").child(label).child(input)
}
