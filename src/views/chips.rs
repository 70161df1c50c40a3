//! What is chosen, as buttons that take each choice away; "Clear all" and "Copy link".

use crate::i18n::key;
use crate::strings::digits;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::common::{CROSS, button};
use crate::app::{App, Scene};
use crate::browser::dom::{El, Wanted, el};
use crate::browser::focus::{find, focus, show};
use crate::browser::signal::{Signal, follow, untrack};
use crate::browser::state;
use crate::filter::{Choice, Facet, Query};

/// One thing that the visitor looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The text in the search box.
    Search,
    /// The place to be near to.
    Near,
    /// A ticked option.
    Choice(Choice),
}

/// The keys of the wishes that are no choices.
const SEARCH_KEY: u32 = u32::MAX;
const NEAR_KEY: u32 = u32::MAX - 1;

impl Wish {
    /// All wishes of a query, as keys for a list of elements: the text first, then the ticks.
    pub fn keys(query: &Query) -> Vec<u32> {
        let mut keys = Vec::new();
        if !query.text.trim().is_empty() {
            keys.push(SEARCH_KEY);
        }
        if query.near.is_some() {
            keys.push(NEAR_KEY);
        }
        for choice in query.choices.iter() {
            keys.push(Self::Choice(*choice).key());
        }
        keys
    }

    /// The wish of a key.
    pub fn of(key: u32) -> Self {
        let facet = (key >> 16) as usize;
        match Facet::ALL.get(facet) {
            Some(facet) => Self::Choice(Choice {
                facet: *facet,
                option: key as u16,
            }),
            None if key == NEAR_KEY => Self::Near,
            None => Self::Search,
        }
    }

    /// What the visitor reads of it.
    pub fn name(self, app: App) -> String {
        let scene = app.scene();
        match self {
            Self::Search => {
                let text = app.text().trim().to_owned();
                scene
                    .language
                    .fill(key!("results.search-chip"), &[("text", &text)])
            }
            Self::Near => near_name(app, &scene),
            Self::Choice(choice) => scene.choice_name(choice),
        }
    }

    /// Takes it out of a query.
    pub fn remove_from(self, query: &mut Query) {
        match self {
            Self::Search => query.text.clear(),
            Self::Near => query.near = None,
            Self::Choice(choice) => {
                query.choices.remove(&choice);
            }
        }
    }

    /// Takes it out of what the visitor looks for.
    pub fn take_away(self, app: App) {
        let mut query = untrack(|| app.query());
        self.remove_from(&mut query);
        app.set_query(query);
    }

    fn key(self) -> u32 {
        match self {
            Self::Search => SEARCH_KEY,
            Self::Near => NEAR_KEY,
            Self::Choice(choice) => (choice.facet as u32) << 16 | u32::from(choice.option),
        }
    }
}

/// "near Oxford"; "within 10 miles of Oxford".
fn near_name(app: App, scene: &Scene) -> String {
    let Some(near) = app.near() else {
        return String::new();
    };
    let place = match near.name.as_str() {
        "" => scene.language.get(key!("near.your-location")),
        name => name,
    };
    match near.within {
        Some(miles) => {
            let values = [("miles", &*digits(miles)), ("place", place)];
            scene.language.fill(key!("near.chip-within"), &values)
        }
        None => scene.language.fill(key!("near.chip"), &[("place", place)]),
    }
}

/// The chips and the two buttons; hidden while nothing is chosen.
///
/// `results_title` takes focus when the last chip is gone.
pub fn chips(app: App, results_title: Element) -> El {
    let words = &app.scene().language;
    let title = results_title.clone();
    let chips = el("ul.chips|role=list")
        .attr("aria-label", words.get(key!("results.chosen")))
        .each(
            move |_| Wanted::all(Wish::keys(&app.query())),
            move |key| chip(app, Wish::of(key), title.clone()),
            |_| {},
        );
    let clear = button("link-button")
        .text(words.get(key!("results.clear")))
        .on("click", move |_| {
            focus(&results_title);
            app.clear();
        });
    let actions = el("div.chosen-actions").child(clear);
    el("div.chosen")
        .hidden_if(move || Wish::keys(&app.query()).is_empty())
        .child(chips)
        .child(copy_link(app, actions))
}

fn chip(app: App, wish: Wish, results_title: Element) -> El {
    let item = el("li");
    let own = item.element().clone();
    let chip = button("chip")
        .child(el(CROSS))
        .child(el("span").text_from(move || {
            app.scene()
                .language
                .fill(key!("results.remove"), &[("choice", &wish.name(app))])
        }))
        .on("click", move |_| {
            // Focus moves before the chip goes, so that it never falls to the body.
            let near = own
                .next_element_sibling()
                .or(own.previous_element_sibling());
            focus(
                &near
                    .and_then(|near| find(&near, "button"))
                    .unwrap_or(results_title.clone()),
            );
            wish.take_away(app);
        });
    item.child(chip)
}

/// Adds a button that copies a link with the choices, and a box to copy it from where the browser refuses.
fn copy_link(app: App, actions: El) -> El {
    let scene = app.scene();
    let refused = Signal::new(false);
    let field = el("input.input|id=copy|type=text|readonly=");
    let input: HtmlInputElement = field.element().clone().unchecked_into();
    // A link that is shown goes out of date with the next change.
    let out_of_date = refused.clone();
    follow(Box::new(move || {
        app.query();
        out_of_date.set(false);
    }));
    let is_refused = refused.clone();
    let by_hand = el("div.copy")
        .hidden_if(move || !is_refused.get())
        .child(el("label.label|for=copy").text(scene.language.get(key!("results.copy-by-hand"))))
        .child(field);
    let shown = by_hand.element().clone();
    let copy = move |_| {
        let scene = app.scene();
        let link = scene.host.link(&state::write(app));
        input.set_value(&link);
        let (input, shown, refused) = (input.clone(), shown.clone(), refused.clone());
        let copied = move |link: Option<String>| {
            refused.set(link.is_none());
            if link.is_some() {
                app.say(app.scene().words(key!("results.copied")));
            } else {
                // Shown now, since what is hidden takes no focus; the signal's effect comes later.
                show(&shown);
                focus(&input);
                input.select();
            }
        };
        scene.host.copy(&link, app.done(Box::new(copied)));
    };
    let button = button("link-button")
        .text(scene.language.get(key!("results.copy")))
        .on("click", copy);
    actions.child(button).child(by_hand)
}
