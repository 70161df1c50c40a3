//! A visitor's choices as text, for the history entry and for copied links: `cancer-type=tongue&q=oxford`.

use js_sys::{decode_uri_component, encode_uri_component};

use crate::app::{App, Scene};
use crate::browser::signal::untrack;
use crate::filter::{Facet, Query};
use crate::strings::{concat, digits, join};

/// The search text's name, that of the number of cards, and that of the place to be near to.
const SEARCH: &str = "q";
const SHOWN: &str = "shown";
const NEAR: &str = "near";

/// Whether the choices are still those that the attributes made.
pub fn is_initial(app: App) -> bool {
    let scene = app.scene();
    let is_first_page = untrack(|| app.shown()) == scene.config.page_size;
    is_first_page && untrack(|| app.query()) == scene.initial_query
}

/// The choices for a link that is shared. Never empty. The place that a visitor is near to is no part of
/// them.
pub fn write(app: App) -> String {
    let query = untrack(|| app.query());
    let shown = untrack(|| app.shown());
    let scene = app.scene();
    let mut parts = vec![pair(SEARCH, &query.text)];
    for choice in &query.choices {
        if let Some(option) = scene
            .index
            .options(choice.facet)
            .get(usize::from(choice.option))
        {
            parts.push(pair(choice.facet.id(), &option.id));
        }
    }
    if shown > scene.config.page_size {
        parts.push(pair(SHOWN, &digits(shown as i64)));
    }
    join(&parts, "&")
}

/// The choices for this browser alone, with the place to be near to.
pub fn write_all(app: App) -> String {
    let mut text = write(app);
    if let Some(near) = app.near_state() {
        text.push('&');
        text.push_str(&pair(NEAR, &near));
    }
    text
}

/// Looks again for what only the table of places knows: the place to be near to, and regions.
pub fn look_up_places(app: App, state: &str) {
    for part in state.split('&') {
        if let Some((NEAR, value)) = part.split_once('=') {
            app.seek_again(&decode(value).unwrap_or_default());
            return;
        }
    }
    let query = untrack(|| app.query());
    let mut choices = query.choices.iter();
    if choices.any(|choice| choice.facet == Facet::Region) {
        app.locate_venues();
    }
}

/// The query and the number of cards of a text, but for the filters in `reset`, whose choices are those of
/// the attributes. All are, where the text is empty. What the list does not have is passed over.
pub fn read(scene: &Scene, state: &str, reset: &[Facet]) -> (Query, usize) {
    if state.is_empty() {
        return (scene.initial_query.clone(), scene.config.page_size);
    }
    let initial = scene.initial_query.choices.iter();
    let mut query = Query {
        text: String::new(),
        choices: initial
            .filter(|choice| reset.contains(&choice.facet))
            .copied()
            .collect(),
        near: None,
    };
    let mut shown = scene.config.page_size;
    // A link may ask for more cards than there are groups: they are counted up to one part after the other.
    let most = scene.index.total();
    for part in state.split('&') {
        let Some((name, value)) = part.split_once('=') else {
            continue;
        };
        let Some(value) = decode(value) else { continue };
        match name {
            SEARCH => query.text = value,
            SHOWN => {
                let count = value.parse::<i64>().unwrap_or(0);
                shown = shown.max(count.clamp(0, most as i64) as usize);
            }
            name => {
                let facet = Facet::from_id(name).filter(|facet| !reset.contains(facet));
                // A filter that the page restricts is not the visitor's to choose.
                let facet = facet.filter(|facet| !scene.config.is_restricted(*facet));
                query
                    .choices
                    .extend(facet.and_then(|facet| scene.index.choice(facet, &value)));
            }
        }
    }
    (query, shown)
}

fn pair(name: &str, value: &str) -> String {
    concat(&[name, "=", &String::from(encode_uri_component(value))])
}

fn decode(value: &str) -> Option<String> {
    decode_uri_component(value).ok().map(String::from)
}
