//! One filter: its legend, its options with their counts, and "Show all" where they are many.

use std::cell::RefCell;

use super::common::toggle;
use super::near::near;
use super::parts::Parts;
use crate::app::App;
use crate::browser::dom::{El, el};
use crate::browser::signal::{Signal, untrack};
use crate::filter::{Bits, Choice, Facet, FacetOption};
use crate::i18n::{Key, key};
use crate::intern::sort;

/// How many options show before "Show all"; up to two more are not worth a button.
const COMMONEST: usize = 6;

/// How many of all are made at once, and painted before more are.
const FIRST: usize = 16;

/// One filter; nothing where no option would narrow the list.
pub fn facet_filter(app: App, facet: Facet) -> Option<El> {
    let scene = app.scene();
    let options = scene.index.options(facet);
    let places = 0..options.len() as u32;
    let useful: Vec<u32> = places
        .filter(|&place| options[place as usize].useful)
        .collect();
    let near = if facet == Facet::Place {
        near(app)
    } else {
        None
    };
    if useful.is_empty() && near.is_none() {
        return None;
    }
    let is_long = useful.len() > COMMONEST + 2;
    let shown = RefCell::new(commonest(
        options,
        &useful,
        if is_long { COMMONEST } else { useful.len() },
    ));
    let expanded = Signal::new(false);
    let legend = el("legend.label").text(scene.language.get(Key::joined(&["filter.", facet.id()])));
    let filter = el("fieldset.filter|part=filter")
        .child(legend)
        .child_if(near);
    // Of hundreds of towns, those that do not show would cost time at each change.
    let (parts, is_expanded) = (Parts::new(FIRST), expanded.clone());
    let keys = move |there: &[u32]| {
        // What was ticked once stays: its box may have the focus.
        for choice in app.choices().iter() {
            if choice.facet == facet {
                shown.borrow_mut().insert(choice.option.into());
            }
        }
        let mut keys = useful.clone();
        if !is_expanded.get() {
            keys.retain(|&place| shown.borrow().has(place as usize));
        }
        parts.take(app, there, there.len() + FIRST, None, keys)
    };
    // Not the fieldset itself: Chromium looks at all of its children whenever it gets one.
    let rows = el("div").each(
        keys,
        move |place| option_row(app, choice(facet, place)),
        |_| (),
    );
    let more = is_long.then(|| {
        toggle(&expanded).child(el("span").text_from(move || {
            let ending = if expanded.get() { ".fewer" } else { ".all" };
            app.scene()
                .words(Key::joined(&["filter.", facet.id(), ending]))
        }))
    });
    Some(filter.child(rows).child_if(more))
}

fn choice(facet: Facet, place: u32) -> Choice {
    let option = place as u16;
    Choice { facet, option }
}

/// A checkbox with its name and count.
fn option_row(app: App, choice: Choice) -> El {
    let scene = app.scene();
    let option = &scene.index.options(choice.facet)[usize::from(choice.option)];
    let checkbox = el("input.checkbox|type=checkbox")
        .property_from("checked", move || app.is_ticked(choice).into())
        .on("change", move |_| app.toggle(choice));
    let name = el("bdi")
        .attr_if("lang", option.lang.as_deref())
        .text(&option.name);
    el("label")
        .attr_from("class", move || {
            // With the count, which comes in the frame after the cards: letters that become bold are laid out anew.
            let count = app.count(choice);
            Some(if untrack(|| app.is_ticked(choice)) {
                "option ticked"
            } else if count == 0 {
                "option none"
            } else {
                "option"
            })
        })
        .child(checkbox)
        .child(
            el("span")
                .child(name)
                .text(" ")
                .child(count_words(app, choice)),
        )
}

/// How many groups a choice would give, in brackets.
pub fn count_words(app: App, choice: Choice) -> El {
    el("span.count").text_from(move || {
        let scene = app.scene();
        let number = scene.formats.number(app.count(choice));
        scene
            .language
            .fill(key!("filters.option-count"), &[("count", &number)])
    })
}

/// The places of the `n` useful options that find most groups.
fn commonest(options: &[FacetOption], useful: &[u32], n: usize) -> Bits {
    let count = |place: u32| options[place as usize].count;
    let mut order = useful.to_vec();
    sort(&mut order, &|a, b| count(b).cmp(&count(a)));
    let mut common = Bits::new(options.len());
    for place in order.into_iter().take(n) {
        common.insert(place as usize);
    }
    common
}
