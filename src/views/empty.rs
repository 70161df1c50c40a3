//! What stands where no group matches: which choice to take away, entries for anybody, the helpline.

use leptos::html;
use leptos::prelude::*;

use super::chips::Wish;
use super::common::{link, plain};
use super::help::HelpLines;
use crate::app::App;
use crate::browser::focus::focus;
use crate::card::Action;
use crate::directory::Group;

/// A way on from a query that finds nothing.
#[component]
pub fn Empty(
    /// The state that all views share.
    app: App,
    /// Where focus goes when a choice is taken away.
    results_heading: NodeRef<html::Custom<String>>,
) -> impl IntoView {
    let scene = app.scene();
    let wishes = move || app.query.with(Wish::all);
    let remove = move |wish: Wish| {
        let label = move || {
            let mut without = app.query.get();
            wish.remove_from(&mut without);
            let scene = app.scene();
            let found = scene.index.apply(&without).groups.len() as u32;
            scene.count("empty.remove", found, &[("choice", &wish.name(app))])
        };
        let click = move |_| {
            if let Some(heading) = results_heading.get_untracked() {
                focus(&heading);
            }
            app.change(|query| wish.remove_from(query));
        };
        view! { class="p",
            <li>
                <button type="button" class="button secondary" part="button" on:click=click>
                    {label}
                </button>
            </li>
        }
    };
    let any = scene.index.for_any_cancer();
    let links: Vec<_> = any
        .into_iter()
        .filter_map(|place| group_link(app, scene.group(place)?))
        .take(ENOUGH)
        .collect();
    let any = (!links.is_empty()).then(|| {
        view! { class="p",
            <p>{scene.words("empty.any")}</p>
            <ul>{links}</ul>
        }
    });
    view! { class="p",
        <div class="empty">
            <p>
                <strong>{scene.words("empty.text")}</strong>
            </p>
            <p>{scene.words("empty.try")}</p>
            <ul class="ways-on" role="list">
                <For each=wishes key=|wish| *wish children=remove/>
            </ul>
            {any}
            <p>{scene.words("empty.help")}</p>
            <HelpLines app=app/>
        </div>
    }
}

/// A few entries help; a long list is the list again.
const ENOUGH: usize = 5;

/// A link to where a group can be reached, with its name.
fn group_link(app: App, group: &Group) -> Option<AnyView> {
    let scene = app.scene();
    let (kind, href) = match group.action(&scene.directory)? {
        Action::Join { url, .. } => ("sign-up", url.as_str().to_owned()),
        Action::Visit(url) => ("website", url.as_str().to_owned()),
        Action::Email(email) => ("email", ["mailto:", email.as_str()].concat()),
        Action::Ask(_) => return None,
    };
    let name = plain(app, &group.name);
    let link = link(app, kind, Some(group.id.as_str()), href, "", name);
    Some(view! { class="p", <li>{link}</li> }.into_any())
}
