//! How to reach a group: the one action, then phone, email and social networks.

use leptos::prelude::*;

use super::common::{link, mailto, plain};
use crate::app::App;
use crate::card::Action;
use crate::directory::{Group, Link, Phone, Social};

/// The action and the other ways to reach a group.
#[component]
pub fn Contact(
    /// The state that all views share.
    app: App,
    /// The group's place in the list.
    place: u32,
) -> impl IntoView {
    let scene = app.scene();
    let Some(group) = scene.group(place) else {
        return ().into_any();
    };
    let website = group.url.as_ref().filter(|_| group.sign_up.is_some());
    let website = website.map(|url| {
        let name = scene.language.fill("action.visit", &[("name", scene.text(&group.name))]);
        let link = link(app, "website", Some(group.id.as_str()), url.as_str().into(), "", name.into_any());
        view! { class="p", <li>{link}</li> }
    });
    let phones = group.phones.iter().map(|phone| phone_line(app, group, phone)).collect_view();
    let emails: Vec<_> = group
        .emails
        .iter()
        .map(|email| {
            let address = email.as_str().to_owned();
            let href = ["mailto:", &address].concat();
            let link = link(app, "email", Some(group.id.as_str()), href, "", address.into_any());
            view! { class="p", <li>{app.scene().words("email.line")} " " {link}</li> }
        })
        .collect();
    let social = group.social.iter().map(|social| social_line(app, group, social)).collect_view();
    view! { class="p",
        {action(app, group)}
        <ul class="contact" role="list">
            {website} {phones} {emails} {social}
        </ul>
    }
    .into_any()
}

/// The one filled button, what it opens, and what to know before.
fn action(app: App, group: &Group) -> AnyView {
    let scene = app.scene();
    let Some(action) = group.action(&scene.directory) else {
        return ().into_any();
    };
    let words = &scene.language;
    let name = scene.text(&group.name);
    let (kind, href, label, opens) = match action {
        Action::Join { url, label } => {
            let own = label.map(|label| scene.text(label).to_owned());
            // A button's words make sense alone: "Join the network" does not say whose.
            let label = own.filter(|label| label.contains(name));
            let label = label.unwrap_or_else(|| words.fill("action.join", &[("name", name)]));
            ("sign-up", url.as_str().to_owned(), label, opens(app, url))
        }
        Action::Visit(url) => {
            let label = words.fill("action.visit", &[("name", name)]);
            ("website", url.as_str().to_owned(), label, opens(app, url))
        }
        Action::Email(email) => {
            let label = words.fill("action.email", &[("name", name)]);
            let href = ["mailto:", email.as_str()].concat();
            ("email", href, label, scene.words("action.opens-email"))
        }
        Action::Ask(email) => {
            let publisher = scene.directory.publisher.name.as_ref();
            let publisher = publisher.map_or_else(|| scene.words("action.ask-publisher"), |name| scene.text(name).to_owned());
            let label = words.fill("action.ask", &[("publisher", &publisher), ("name", name)]);
            let href = mailto(email.as_str(), &words.fill("ask.subject", &[("name", name)]));
            ("email", href, label, scene.words("action.opens-email"))
        }
    };
    let note = group.sign_up.as_ref().and_then(|sign_up| sign_up.note.as_ref());
    let note = note.map(|note| view! { class="p", <p class="note">{plain(app, note)}</p> });
    let button = link(app, kind, Some(group.id.as_str()), href, "button", label.into_any());
    view! { class="p",
        <div class="action">{button} <span class="opens small">{opens}</span></div>
        {note}
    }
    .into_any()
}

/// What a link opens: another site, a message, a call.
fn opens(app: App, link: &Link) -> String {
    let scene = app.scene();
    match link.site() {
        Some(site) => scene.language.fill("action.opens-site", &[("site", site)]),
        None if link.as_str().to_ascii_lowercase().starts_with("tel:") => scene.words("action.opens-phone"),
        None => scene.words("action.opens-email"),
    }
}

/// "Helpline: 0800 0234 550 (9am to 5pm)": only the number is the link.
fn phone_line(app: App, group: &Group, phone: &Phone) -> AnyView {
    let scene = app.scene();
    let name = match &phone.name {
        Some(name) => plain(app, name),
        None => scene.words("phone.default").into_any(),
    };
    let href = ["tel:", &phone.number.dialled()].concat();
    let number = phone.number.as_str().to_owned().into_any();
    let link = link(app, "phone", Some(group.id.as_str()), href, "phone", number);
    let hours = phone.hours.as_ref().map(|hours| (", ", plain(app, hours)));
    view! { class="p", <li>{name} ": " {link} {hours}</li> }.into_any()
}

/// A link to the group's page there; its handle as text where the list gives no link.
fn social_line(app: App, group: &Group, social: &Social) -> AnyView {
    let scene = app.scene();
    let network = scene.text(&social.network);
    let known = scene.words(&["network.", &network.to_lowercase()].concat());
    let network = if known.is_empty() { network.to_owned() } else { known };
    let name = scene.text(&group.name);
    let handle = social.handle.as_ref().map(|handle| scene.text(handle));
    let key = match (&social.url, handle) {
        (_, Some(_)) => "social.handle",
        (Some(_), None) => "social.link",
        (None, None) => "social.network",
    };
    let values = [("group", name), ("handle", handle.unwrap_or_default()), ("network", &network)];
    let text = scene.language.fill(key, &values).into_any();
    let text = match &social.url {
        Some(url) => link(app, "social", Some(group.id.as_str()), url.as_str().into(), "", text),
        None => text,
    };
    let closed = social.closed.then(|| [" ", &scene.words("social.closed")].concat());
    view! { class="p", <li>{text} {closed}</li> }.into_any()
}
