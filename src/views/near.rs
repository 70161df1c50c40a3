//! What is near: a place to count distances from, how far is too far, and a map of the UK's regions.

use crate::i18n::key;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

use super::common::{button, disclosure};
use super::facet::count_words;
use crate::app::App;
use crate::browser::dom::{El, el};
use crate::browser::focus::find;
use crate::browser::signal::untrack;
use crate::filter::{Choice, Facet};
use crate::strings::{concat, digits};

/// The distances to choose from, in miles.
const DISTANCES: [u16; 3] = [10, 25, 50];

/// What stands in the filter of places before the towns; nothing where no group has a venue.
pub fn near(app: App) -> Option<El> {
    let scene = app.scene();
    let mut groups = scene.directory.groups.iter();
    if !groups.any(|group| group.meetings.iter().any(|meeting| meeting.venue.is_some())) {
        return None;
    }
    let words = &scene.language;
    let here = button("link-button")
        .text(words.get(key!("near.here")))
        .on("click", move |_| app.seek_here());
    let problem = move || app.place_problem();
    // Nobody is called to the box: they may have gone on before it is known that there is no answer.
    let message = el("p.problem|id=near-problem")
        .hidden_if(move || problem().is_none())
        .text_from(move || {
            let Some(problem) = problem() else {
                return String::new();
            };
            let words = app.scene().words(problem);
            app.say(words.clone());
            words
        });
    let label = el("label.label|for=near").text(words.get(key!("near.label")));
    let near = el("div.near")
        .child(label)
        .child(place_box(app))
        .child(suggestions())
        .child(message)
        .child(here)
        .child(distances(app))
        .child(disclosure(
            "regions",
            words.get(key!("regions.toggle")),
            move || {
                app.locate_venues();
                regions(app)
            },
        ));
    Some(near)
}

/// The box for a town, an area or a postcode.
fn place_box(app: App) -> El {
    let input = el("input.input|id=near|type=text|list=near-places|aria-describedby=near-problem|autocapitalize=words|spellcheck=false")
        .property_from("value", move || {
            app.follow_clear();
            // What was typed is cut to what is known of it.
            app.near()
                .map_or_else(String::new, |near| near.name)
                .into()
        });
    let field: HtmlInputElement = input.element().clone().unchecked_into();
    let typed = field.clone();
    let asked = field.clone();
    input
        .on("focus", move |_| suggest(app, &asked))
        .on("change", move |_| {
            // Enter has asked for it already.
            let near = untrack(|| app.near());
            if near.is_none_or(|near| near.name != typed.value()) {
                app.seek(&typed.value());
            }
        })
        .on("keydown", move |event| {
            let key = event.clone().unchecked_into::<KeyboardEvent>().key();
            if key == "Enter" {
                // It asks for the place, and not for the results before that is found.
                event.prevent_default();
                app.seek(&field.value());
            }
        })
}

fn suggestions() -> El {
    el("datalist|id=near-places")
}

/// Fills the suggestions when somebody is about to type.
fn suggest(app: App, input: &Element) {
    let Some(suggestions) = input
        .parent_element()
        .and_then(|near| find(&near, "datalist"))
    else {
        return;
    };
    if suggestions.has_child_nodes() {
        return;
    }
    let fill = move |names: Option<String>| {
        for name in names.unwrap_or_default().lines() {
            el("option").attr("value", name).append_to(&suggestions);
        }
    };
    app.scene()
        .host
        .later("names", "", app.done(Box::new(fill)));
}

/// From where distances count, and how far is too far; hidden until a place is given.
fn distances(app: App) -> El {
    let scene = app.scene();
    let words = &scene.language;
    let is_hidden = move || app.near().is_none();
    let from = el("p.small").text_from(move || {
        let scene = app.scene();
        match app.near() {
            Some(near) if near.name.is_empty() => scene.words(key!("near.from-here")),
            Some(near) => scene
                .language
                .fill(key!("near.from"), &[("place", &near.name)]),
            None => String::new(),
        }
    });
    let mut select = el("select.input|id=within")
        .child(el("option|value=").text(words.get(key!("near.any-distance"))));
    for miles in DISTANCES {
        let miles = digits(miles);
        let name = words.fill(key!("near.within"), &[("miles", &miles)]);
        select = select.child(el("option").attr("value", &miles).text(&name));
    }
    let select = select.property_from("value", move || {
        let within = app.near().and_then(|near| near.within);
        within.map_or_else(String::new, digits).into()
    });
    let chosen: HtmlInputElement = select.element().clone().unchecked_into();
    let select = select.on("change", move |_| {
        // A select's value is read as an input's is.
        let miles = chosen.value().parse::<i64>().ok();
        app.set_within(miles.map(|miles| miles as u16));
    });
    let label = el("label.label|for=within").text(words.get(key!("near.distance")));
    el("div")
        .hidden_if(is_hidden)
        .child(from)
        .child(label)
        .child(select)
}

/// The twelve nations and regions, each a square where it lies: buttons with their counts.
fn regions(app: App) -> El {
    let scene = app.scene();
    let mut map = el("ul.regions|role=list");
    for (place, region) in scene.index.options(Facet::Region).iter().enumerate() {
        let choice = Choice {
            facet: Facet::Region,
            option: place as u16,
        };
        let pressed = move || {
            Some(if app.is_ticked(choice) {
                "true"
            } else {
                "false"
            })
        };
        let tile = button("region")
            .attr_from("aria-pressed", pressed)
            .child(el("span").text(&region.name))
            .text(" ")
            .child(count_words(app, choice))
            .on("click", move |_| app.toggle(choice));
        map = map.child(
            el("li")
                .attr("class", &concat(&["r-", &region.id]))
                .child(tile),
        );
    }
    let hint = el("p.small").text(scene.language.get(key!("regions.hint")));
    el("div").child(hint).child(map)
}
