//! The results: heading, chips, cards a page at a time, "Show more".

use crate::i18n::key;
use std::cell::Cell;
use std::rc::Rc;

use web_sys::Element;

use super::card::card;
use super::chips::chips;
use super::common::{button, heading};
use super::empty::empty;
use super::parts::Parts;
use crate::app::App;
use crate::browser::dom::{El, el};
use crate::browser::focus::{find, focus, has_focus};
use crate::browser::signal::untrack;

/// How many new cards are made first at the least: all that are to stand in the window are.
const FIRST: usize = 2;

/// The results of the query, and the button that shows more of them, which is to stand at their end. `title` is
/// their heading, which buttons elsewhere move focus to.
pub fn results(app: App, title: El) -> (El, El) {
    let title_element = title.element().clone();
    let title = title.text_from(move || app.scene().count("results.count", app.found(), &[]));
    let is_empty = move || app.found() == 0;
    // The place of the card that takes focus once it is there.
    let next = Rc::new(Cell::new(None));
    let asked = next.clone();
    let cards = |is_local: bool| {
        let cards = el("ul.cards|role=list").hidden_if(move || visible(app, is_local).is_empty());
        let (items, heading) = (cards.element().clone(), title_element.clone());
        let parts = Parts::new(FIRST);
        let keys = move |there: &[u32]| {
            let mut keys = visible(app, is_local);
            // Time moves cards too, while somebody uses one: that one stays, or hands its focus on.
            if let Some(&used) = focused(&items).and_then(|place| there.get(place))
                && !keys.contains(&used)
            {
                let is_found = app.matches().groups.contains(&used);
                if is_found && !visible(app, !is_local).contains(&used) {
                    keys.push(used);
                } else {
                    focus(&heading);
                }
            }
            parts.take(app, there, app.seen(), &mut keys);
            keys
        };
        let next = next.clone();
        let focus_next = move |list: &Element| {
            let first = if is_local {
                0
            } else {
                visible(app, true).len() as u32
            };
            let place = next.get().and_then(|place: u32| place.checked_sub(first));
            let item = place.and_then(|place| list.children().item(place));
            if let Some(name) = item.and_then(|item| find(&item, ".card-title")) {
                next.take();
                focus(&name);
            }
        };
        cards.each(keys, move |place| card(app, place), focus_next)
    };
    let (local, elsewhere) = (cards(true), cards(false));
    let anywhere = heading(app, 2, "anywhere")
        .hidden_if(move || visible(app, false).is_empty())
        .text(app.scene().language.get(key!("near.anywhere")));
    let left = move || (app.found() as usize).saturating_sub(app.shown());
    let more = button("button secondary more")
        .hidden_if(move || left() == 0)
        .text_from(move || {
            let scene = app.scene();
            let count = scene
                .formats
                .number(left().min(scene.config.page_size) as u32);
            scene
                .language
                .fill(key!("results.more"), &[("count", &count)])
        })
        .on("click", move |_| {
            let shown = untrack(|| app.shown());
            asked.set(Some(shown as u32));
            app.show(shown + app.scene().config.page_size);
        });
    let chips = chips(app, title_element.clone());
    let way_on =
        el("div.empty-place").child_while(is_empty, move || empty(app, title_element.clone()));
    let results = el("div.results|part=results")
        .child(title)
        .child(chips)
        .child(way_on)
        .child(local)
        .child(anywhere)
        .child(elsewhere);
    (results, more)
}

/// The groups whose cards show: those that meet somewhere, or those that are online or anywhere. Where no
/// place is given, all are the first.
fn visible(app: App, is_local: bool) -> Vec<u32> {
    let matches = app.matches();
    let shown = app.shown().min(matches.groups.len());
    let local = shown.min(matches.local);
    let visible = if is_local { 0..local } else { local..shown };
    matches.groups[visible].to_vec()
}

/// The place of the item that has the focus.
fn focused(list: &Element) -> Option<usize> {
    let items = list.children();
    (0..items.length())
        .find(|place| items.item(*place).is_some_and(|item| has_focus(&item)))
        .map(|place| place as usize)
}
