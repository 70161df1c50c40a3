//! One filter: its legend, its options with their counts, and "Show all" where they are many.

use super::common::toggle;
use super::near::near;
use crate::app::App;
use crate::browser::dom::{El, el, el_class};
use crate::browser::signal::Signal;
use crate::filter::{Choice, Facet, FacetOption};
use crate::i18n::{Key, key};
use crate::intern::sort;

/// How many options show before "Show all"; up to two more are not worth a button.
const COMMONEST: usize = 6;

/// One filter; nothing where no option would narrow the list.
pub fn facet_filter(app: App, facet: Facet) -> Option<El> {
    let scene = app.scene();
    let options = scene.index.options(facet).iter().enumerate();
    let options: Vec<(Choice, &FacetOption)> = options
        .filter(|(_, option)| option.useful)
        .map(|(place, option)| {
            (
                Choice {
                    facet,
                    option: place as u16,
                },
                option,
            )
        })
        .collect();
    let near = if facet == Facet::Place {
        near(app)
    } else {
        None
    };
    if options.is_empty() && near.is_none() {
        return None;
    }
    let is_long = options.len() > COMMONEST + 2;
    let common = commonest(&options, if is_long { COMMONEST } else { options.len() });
    let expanded = Signal::new(false);
    let legend =
        el_class("legend", "label").text(scene.language.get(Key::joined(&["filter.", facet.id()])));
    let filter = el_class("fieldset", "filter")
        .attr("part", "filter")
        .child(legend)
        .child_if(near);
    // Not the fieldset itself: Chromium looks at all of its children whenever it gets one.
    let mut rows = el("div");
    for ((choice, option), is_common) in options.into_iter().zip(common) {
        let expanded = expanded.clone();
        let is_hidden = move || !is_common && !expanded.get() && !app.is_ticked(choice);
        rows = rows.child(option_row(app, choice, option).hidden_if(is_hidden));
    }
    let more = is_long.then(|| {
        toggle(&expanded).child(el("span").text_from(move || {
            let ending = if expanded.get() { ".fewer" } else { ".all" };
            app.scene()
                .words(Key::joined(&["filter.", facet.id(), ending]))
        }))
    });
    Some(filter.child(rows).child_if(more))
}

/// A checkbox with its name and count.
fn option_row(app: App, choice: Choice, option: &FacetOption) -> El {
    let count = move || app.matches().count(choice);
    let checkbox = el_class("input", "checkbox")
        .attr("type", "checkbox")
        .property_from("checked", move || app.is_ticked(choice).into())
        .on("change", move |_| app.toggle(choice));
    let name = el("bdi")
        .attr_if("lang", option.lang.as_deref())
        .text(&option.name);
    el("label")
        .attr_from("class", move || {
            Some(if count() == 0 {
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
    el_class("span", "count").text_from(move || {
        let scene = app.scene();
        let number = scene.formats.number(app.matches().count(choice));
        scene
            .language
            .fill(key!("filters.option-count"), &[("count", &number)])
    })
}

/// For each option whether it is among the `n` that find most groups.
fn commonest(options: &[(Choice, &FacetOption)], n: usize) -> Vec<bool> {
    let count = |place: u32| options[place as usize].1.count;
    let mut order: Vec<u32> = (0..options.len() as u32).collect();
    sort(&mut order, &|a, b| count(b).cmp(&count(a)));
    let mut is_common = vec![false; options.len()];
    for place in order.into_iter().take(n) {
        is_common[place as usize] = true;
    }
    is_common
}
