//! The foot: suggest a group, when the list was last changed, who keeps it.

use super::common::{link, mailto, plain};
use crate::app::App;
use crate::browser::dom::{El, el};
use crate::i18n::key;

/// The end of the directory.
pub fn foot(app: App) -> El {
    let scene = app.scene();
    let words = &scene.language;
    let suggest = &scene.directory.suggest;
    let page = suggest
        .url
        .as_ref()
        .map(|url| ("website", url.as_str().to_owned()));
    let message = suggest.email.as_ref();
    let message = message.map(|email| {
        (
            "email",
            mailto(email.as_str(), words.get(key!("suggest.subject"))),
        )
    });
    let suggest = page.or(message).map(|(kind, href)| {
        let link = link(app, kind, None, &href).text(words.get(key!("suggest.link")));
        el("p")
            .text(words.get(key!("suggest.title")))
            .text(" ")
            .child(link)
    });
    let updated = scene.directory.last_modified.map(|date| {
        let date = scene.formats.date(date);
        el("p").text(&words.fill(key!("updated"), &[("date", &date)]))
    });
    el("div.directory-foot small")
        .child_if(suggest)
        .child_if(updated)
        .child_if(publisher(app))
}

/// Who keeps the list, and under which charity numbers.
fn publisher(app: App) -> Option<El> {
    let scene = app.scene();
    let words = &scene.language;
    let publisher = &scene.directory.publisher;
    let name = plain(app, publisher.name.as_ref()?);
    let name = match &publisher.url {
        Some(url) => link(app, "website", None, url.as_str()).child(name),
        None => name,
    };
    // The name stands inside the sentence, as an element of its own.
    let line = words.get(key!("publisher.line"));
    let (before, rest) = line.split_once('{').unwrap_or((line, ""));
    let after = rest.split_once('}').map_or("", |(_, after)| after);
    let line = el("p").text(before).child(name).text(after);
    let numbers = publisher.charity_numbers.iter();
    let numbers: Vec<String> = numbers
        .map(|number| scene.text(number).to_owned())
        .collect();
    let key = match numbers.len() {
        0 => return Some(line),
        1 => key!("publisher.charity"),
        _ => key!("publisher.charity.many"),
    };
    let charity = words.fill(key, &[("numbers", &words.list(&numbers))]);
    Some(line.text(" ").text(&charity))
}
