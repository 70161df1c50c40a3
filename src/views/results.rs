//! The results: heading, chips, cards a page at a time, "Show more".

use crate::i18n::key;
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use web_sys::Element;

use super::card::card;
use super::chips::chips;
use super::common::{button, heading};
use super::empty::empty;
use super::parts::Parts;
use crate::app::App;
use crate::browser::dom::{El, el};
use crate::browser::focus::{find, focus};
use crate::browser::signal::untrack;
use crate::strings::{concat, digits};

/// More cards than so many come in each part but the first.
const LEAST: usize = 2;

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
        let cards = el("ul.cards|role=list");
        let (items, heading) = (cards.element().clone(), title_element.clone());
        let parts = Parts::new(LEAST);
        let keys = move |there: &[u32]| {
            let (visible, groups) = (visible(app, is_local), &app.matches().groups);
            let mut keys = groups[visible.clone()].to_vec();
            let first = app.first().saturating_sub(visible.start);
            // Time moves cards too, while somebody uses one: that one stays, or hands its focus on.
            let used = focused(&items).and_then(|place| there.get(place)).copied();
            if let Some(used) = used
                && !keys.contains(&used)
            {
                // Not in this list, nor in the other.
                let is_hidden = |place: &usize| *place >= app.shown();
                let place = groups.iter().position(|&group| group == used);
                match place.filter(is_hidden) {
                    Some(_) => keys.push(used),
                    None => focus(&heading),
                }
            }
            parts.take(app, there, first, used, keys)
        };
        let next = next.clone();
        let focus_next = move |list: &Element| {
            let first = visible(app, is_local).start;
            let place = next.get().and_then(|place: usize| place.checked_sub(first));
            let name = place.and_then(|place| {
                let nth = digits(place as u32 + 1);
                find(list, &concat(&["li:nth-child(", &nth, ") .card-title"]))
            });
            if let Some(name) = name {
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
            asked.set(Some(shown));
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

/// Where among the groups that are found those stand whose cards show: those that meet somewhere, or those that are
/// online or anywhere. Where no place is given, all are the first.
fn visible(app: App, is_local: bool) -> Range<usize> {
    let matches = app.matches();
    let shown = app.shown().min(matches.groups.len());
    let local = shown.min(matches.local);
    if is_local { 0..local } else { local..shown }
}

/// The place of the card that has the focus.
fn focused(list: &Element) -> Option<usize> {
    let mut card = find(list, ":focus-within")?;
    let mut place = 0;
    while let Some(before) = card.previous_element_sibling() {
        card = before;
        place += 1;
    }
    Some(place)
}
