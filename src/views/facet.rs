//! One filter: its legend, its options with their counts, and "Show all" where they are many.

use leptos::prelude::*;

use super::common::{CHEVRON, icon};
use crate::app::App;
use crate::config::facet_id;
use crate::filter::{Choice, Facet, FacetOption};

/// How many options show before "Show all"; up to two more are not worth a button.
const COMMONEST: usize = 6;

/// One filter; nothing where no option would narrow the list.
#[component]
pub fn FacetFilter(
    /// The state that all views share.
    app: App,
    /// Which filter.
    facet: Facet,
) -> impl IntoView {
    let scene = app.scene();
    let options = scene.index.options(facet).iter().enumerate();
    let options: Vec<(Choice, FacetOption)> = options
        .filter(|(_, option)| option.useful)
        .map(|(place, option)| (Choice { facet, option: place as u16 }, option.clone()))
        .collect();
    if options.is_empty() {
        return ().into_any();
    }
    let is_long = options.len() > COMMONEST + 2;
    let common = commonest(&options, if is_long { COMMONEST } else { options.len() });
    let expanded = RwSignal::new(false);
    let rows: Vec<_> = options
        .into_iter()
        .zip(common)
        .map(|((choice, option), is_common)| {
            let is_hidden = move || {
                !is_common && !expanded.get() && app.query.with(|query| !query.choices.contains(&choice))
            };
            option_row(app, choice, option, is_hidden)
        })
        .collect();
    let key = ["filter.", facet_id(facet)].concat();
    let legend = scene.words(&key);
    let more = is_long.then(|| {
        let label = move || {
            let ending = if expanded.get() { ".fewer" } else { ".all" };
            app.scene().words(&[&key, ending].concat())
        };
        view! { class="p",
            <button
                type="button"
                class="toggle"
                part="button"
                aria-expanded=move || if expanded.get() { "true" } else { "false" }
                on:click=move |_| expanded.update(|expanded| *expanded = !*expanded)
            >
                {icon(CHEVRON)}
                <span class="toggle-label">{label}</span>
            </button>
        }
    });
    view! { class="p",
        <fieldset class="filter" part="filter">
            <legend class="label">{legend}</legend>
            {rows}
            {more}
        </fieldset>
    }
    .into_any()
}

fn option_row(
    app: App,
    choice: Choice,
    option: FacetOption,
    is_hidden: impl Fn() -> bool + Send + 'static,
) -> AnyView {
    let is_checked = move || app.query.with(|query| query.choices.contains(&choice));
    let count = move || app.matches.with(|matches| matches.count(choice));
    let count_label = move || {
        let scene = app.scene();
        let number = scene.formats.number(count());
        scene.language.fill("filters.option-count", &[("count", &number)])
    };
    view! { class="p",
        <label class="option" class:none=move || count() == 0 hidden=is_hidden>
            <input
                type="checkbox"
                class="checkbox"
                prop:checked=is_checked
                on:change=move |_| app.toggle(choice)
            />
            <span>
                <bdi lang=option.lang>{option.name}</bdi>
                " "
                <span class="count">{count_label}</span>
            </span>
        </label>
    }
    .into_any()
}

/// For each option whether it is among the `n` that find most groups.
fn commonest(options: &[(Choice, FacetOption)], n: usize) -> Vec<bool> {
    // Few enough to compare each with each: a list has as many options as a page can show.
    let rank = |place: usize| {
        let count = options[place].1.count;
        let before = |(other, (_, option)): &(usize, &(Choice, FacetOption))| {
            option.count > count || (option.count == count && *other < place)
        };
        options.iter().enumerate().filter(before).count()
    };
    (0..options.len()).map(|place| rank(place) < n).collect()
}
