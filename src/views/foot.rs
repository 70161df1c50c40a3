//! The foot: suggest a group, when the list was last changed, who keeps it.

use leptos::prelude::*;

use super::common::{link, mailto, plain};
use crate::app::App;

/// The end of the directory.
#[component]
pub fn Foot(
    /// The state that all views share.
    app: App,
) -> impl IntoView {
    let scene = app.scene();
    let directory = &scene.directory;
    let suggest = directory.suggest.url.as_ref().map(|url| ("website", url.as_str().to_owned()));
    let suggest = suggest.or_else(|| {
        let email = directory.suggest.email.as_ref()?;
        Some(("email", mailto(email.as_str(), &scene.words("suggest.subject"))))
    });
    let suggest = suggest.map(|(kind, href)| {
        let link = link(app, kind, None, href, "", scene.words("suggest.link").into_any());
        view! { class="p", <p>{scene.words("suggest.title")} " " {link}</p> }
    });
    let updated = directory.last_modified.map(|date| {
        let text = scene.language.fill("updated", &[("date", &scene.formats.date(date))]);
        view! { class="p", <p>{text}</p> }
    });
    view! { class="p",
        <div class="directory-foot small">
            {suggest} {updated} {publisher(app)}
        </div>
    }
}

fn publisher(app: App) -> Option<AnyView> {
    let scene = app.scene();
    let publisher = &scene.directory.publisher;
    let name = plain(app, publisher.name.as_ref()?);
    let name = match &publisher.url {
        Some(url) => link(app, "website", None, url.as_str().into(), "", name),
        None => name,
    };
    let numbers: Vec<String> = publisher.charity_numbers.iter().map(|number| scene.text(number).to_owned()).collect();
    let key = match numbers.len() {
        0 => None,
        1 => Some("publisher.charity"),
        _ => Some("publisher.charity.many"),
    };
    let charity = key.map(|key| {
        let text = scene.language.fill(key, &[("numbers", &scene.language.list(&numbers))]);
        [". ", &text, "."].concat()
    });
    let line = scene.words("publisher.line");
    let (before, after) = line.split_once("{publisher}").unwrap_or((&line, ""));
    let after = match charity {
        Some(charity) => charity,
        None => after.to_owned(),
    };
    Some(view! { class="p", <p>{before.to_owned()} {name} {after}</p> }.into_any())
}
