//! How to reach a group: the one action, then phone, email and social networks.

use super::common::{link, mailto, plain, position};
use crate::app::App;
use crate::browser::dom::{El, el};
use crate::card::Action;
use crate::directory::{Group, Link, Phone, Social};
use crate::i18n::{Key, key};
use crate::strings::concat;

/// The action, then the other ways to reach a group.
pub fn contact(app: App, group: &Group) -> Vec<El> {
    let scene = app.scene();
    let id = Some(group.id.as_str());
    let website = group
        .url
        .as_ref()
        .filter(|_| group.sign_up.is_some())
        .map(|url| {
            let name = [("name", scene.text(&group.name))];
            let words = scene.language.fill(key!("action.visit"), &name);
            el("li").child(link(app, "website", id, url.as_str()).text(&words))
        });
    let emails = group.emails.iter().map(|email| {
        let href = concat(&["mailto:", email.as_str()]);
        let words = concat(&[scene.language.get(key!("email.line")), " "]);
        el("li")
            .text(&words)
            .child(link(app, "email", id, &href).text(email.as_str()))
    });
    let ways = el("ul.contact|role=list")
        .child_if(website)
        .children(
            group
                .phones
                .iter()
                .map(|phone| phone_line(app, group, phone))
                .collect(),
        )
        .children(emails.collect())
        .children(
            group
                .social
                .iter()
                .map(|social| social_line(app, group, social))
                .collect(),
        );
    let has_ways = ways.element().has_child_nodes();
    let mut contact = action(app, group);
    contact.extend(has_ways.then_some(ways));
    contact
}

/// The one filled button, what it opens, and what to know before.
fn action(app: App, group: &Group) -> Vec<El> {
    let scene = app.scene();
    let Some(action) = group.action(&scene.directory) else {
        return Vec::new();
    };
    let words = &scene.language;
    let name = scene.text(&group.name);
    let (kind, href, label, opens) = match action {
        Action::Join { url, label } => {
            let own = label.map(|label| scene.text(label).to_owned());
            // A button's words make sense alone: "Join the network" does not say whose.
            let label = own.filter(|label| position(label, name).is_some());
            let label = label.unwrap_or_else(|| words.fill(key!("action.join"), &[("name", name)]));
            ("sign-up", url.as_str().to_owned(), label, opens(app, url))
        }
        Action::Visit(url) => {
            let label = words.fill(key!("action.visit"), &[("name", name)]);
            ("website", url.as_str().to_owned(), label, opens(app, url))
        }
        Action::Email(email) => {
            let label = words.fill(key!("action.email"), &[("name", name)]);
            let href = concat(&["mailto:", email.as_str()]);
            (
                "email",
                href,
                label,
                scene.words(key!("action.opens-email")),
            )
        }
        Action::Ask(email) => {
            let publisher = scene.directory.publisher.name.as_ref();
            let publisher = publisher.map_or_else(
                || scene.words(key!("action.ask-publisher")),
                |name| scene.text(name).to_owned(),
            );
            let label = words.fill(
                key!("action.ask"),
                &[("publisher", &publisher), ("name", name)],
            );
            let href = mailto(
                email.as_str(),
                &words.fill(key!("ask.subject"), &[("name", name)]),
            );
            (
                "email",
                href,
                label,
                scene.words(key!("action.opens-email")),
            )
        }
    };
    let button = link(app, kind, Some(group.id.as_str()), &href)
        .attr("class", "button")
        .attr("part", "sign-up button")
        .text(&label);
    let opens = el("span.opens small").text(&opens);
    let action = el("div.action").child(button).child(opens);
    let note = group
        .sign_up
        .as_ref()
        .and_then(|sign_up| sign_up.note.as_ref());
    let note = note.map(|note| el("p.note").child(plain(app, note)));
    [action].into_iter().chain(note).collect()
}

/// What a link opens: another site, a message, a call.
fn opens(app: App, link: &Link) -> String {
    let scene = app.scene();
    match link.site() {
        Some(site) => scene
            .language
            .fill(key!("action.opens-site"), &[("site", site)]),
        None if link.as_str().starts_with("tel:") => scene.words(key!("action.opens-phone")),
        None => scene.words(key!("action.opens-email")),
    }
}

/// "Helpline: 0800 0234 550, 9am to 5pm": only the number is the link.
fn phone_line(app: App, group: &Group, phone: &Phone) -> El {
    let line = el("li");
    let line = match &phone.name {
        Some(name) => line.child(plain(app, name)),
        None => line.text(app.scene().language.get(key!("phone.default"))),
    };
    let href = concat(&["tel:", &phone.number.dialled()]);
    let number = link(app, "phone", Some(group.id.as_str()), &href)
        .attr("class", "phone")
        .text(phone.number.as_str());
    let line = line.text(": ").child(number);
    match &phone.hours {
        Some(hours) => line.text(", ").child(plain(app, hours)),
        None => line,
    }
}

/// A link to the group's page there; its handle as text where the list gives no link.
fn social_line(app: App, group: &Group, social: &Social) -> El {
    let scene = app.scene();
    let network = scene.text(&social.network);
    let id = network.to_ascii_lowercase();
    let known = scene.language.get(Key::joined(&["network.", &id]));
    // Other names may share a key with one that is there.
    let is_known = id == "twitter" || known.eq_ignore_ascii_case(network);
    let network = if is_known { known } else { network };
    let name = scene.text(&group.name);
    let handle = social.handle.as_ref().map(|handle| scene.text(handle));
    let key = match (&social.url, handle) {
        (Some(_), Some(_)) => key!("social.link-handle"),
        (None, Some(_)) => key!("social.handle"),
        (Some(_), None) => key!("social.link"),
        (None, None) => key!("social.network"),
    };
    let values = [
        ("group", name),
        ("handle", handle.unwrap_or_default()),
        ("network", network),
    ];
    let text = scene.language.fill(key, &values);
    let line = match &social.url {
        Some(url) => {
            let link = link(app, "social", Some(group.id.as_str()), url.as_str());
            el("li").child(link.text(&text))
        }
        None => el("li").text(&text),
    };
    if social.closed {
        line.text(" ")
            .text(scene.language.get(key!("social.closed")))
    } else {
        line
    }
}
