//! "More about X": description, every meeting with its address, languages, access, source.

use leptos::prelude::*;

use super::card::{how, kind_name};
use super::common::{disclosure, heading, link, mailto, plain};
use crate::app::App;
use crate::browser::intl::language_name;
use crate::directory::{Group, Meeting, Source, Text, Venue};

/// The disclosure at the foot of a card.
#[component]
pub fn Details(
    /// The state that all views share.
    app: App,
    /// The group's place in the list.
    place: u32,
) -> impl IntoView {
    let scene = app.scene();
    let Some(group) = scene.group(place) else {
        return ().into_any();
    };
    let name = scene.text(&group.name);
    let label = scene.language.fill("more.toggle", &[("name", name)]).into_any();
    let id = ["more-", group.id.as_str()].concat();
    disclosure(id, label, move || match app.scene().group(place) {
        Some(group) => content(app, group),
        None => ().into_any(),
    })
}

fn content(app: App, group: &Group) -> AnyView {
    let scene = app.scene();
    let words = &scene.language;
    let line = |key: &str, name: &str, items: Vec<String>| {
        (!items.is_empty()).then(|| {
            let text = words.fill(key, &[(name, &words.list(&items))]);
            view! { class="p", <p>{text}</p> }
        })
    };
    let readable = |ids: &[crate::directory::Id]| ids.iter().map(|id| id.readable()).collect();
    let names = group.alternate_names.iter().map(|name| scene.text(name).to_owned()).collect();
    let languages = group.languages.iter().map(|tag| language_name(words.locale(), tag.as_str())).collect();
    let kinds = if group.kinds.len() > 1 {
        group.kinds.iter().map(|kind| kind_name(&scene, *kind)).collect()
    } else {
        Vec::new()
    };
    view! { class="p",
        <div class="prose">
            {group.description.as_ref().map(|text| paragraphs(app, text))}
            {line("more.former-names", "names", names)}
            {meetings(app, group)}
            {line("more.kinds", "kinds", kinds)}
            {line("more.activities", "activities", readable(&group.activities))}
            {line("more.languages", "languages", languages)}
            {line("more.accessibility", "access", readable(&group.accessibility))}
            {group.source.as_ref().map(|source| source_line(app, source))}
            {tell_us(app, group)}
        </div>
    }
    .into_any()
}

/// Plain text: a blank line begins a new paragraph.
fn paragraphs(app: App, text: &Text) -> AnyView {
    let scene = app.scene();
    let lang = text.other_lang(scene.language.tag());
    let paragraph = |paragraph: &str| {
        let paragraph = paragraph.trim().to_owned();
        view! { class="p", <p dir="auto" lang=lang.map(str::to_owned)>{paragraph}</p> }
    };
    let paragraphs = scene.text(text).split("\n\n").filter(|text| !text.trim().is_empty());
    paragraphs.map(paragraph).collect_view().into_any()
}

/// Every meeting, with its address.
fn meetings(app: App, group: &Group) -> Option<AnyView> {
    let title = heading(app, 3).class("p small-title").child(app.scene().words("more.meetings"));
    let meetings: Vec<_> = group.meetings.iter().map(|meeting| meeting_item(app, meeting)).collect();
    (!meetings.is_empty())
        .then(|| view! { class="p", {title.into_any()} <ul>{meetings}</ul> }.into_any())
}

fn meeting_item(app: App, meeting: &Meeting) -> AnyView {
    let scene = app.scene();
    let address = meeting.venue.as_ref().map(|venue| address(&scene, venue)).unwrap_or_default();
    let how = how(&scene, meeting.attending_type, meeting.platform.as_ref(), "");
    let schedule = meeting.schedule.as_ref();
    let when = schedule.and_then(|schedule| scene.language.schedule(schedule, &scene.lang));
    let parts: Vec<String> = [how, Some(address), when]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let note = meeting.note.as_ref().map(|note| (". ", plain(app, note)));
    view! { class="p", <li>{parts.join(": ")} {note}</li> }.into_any()
}

/// A venue on one line: "Community Room, Tesco Extra, Swindon SN1 2AB".
fn address(scene: &crate::app::Scene, venue: &Venue) -> String {
    let parts = [&venue.name, &venue.address, &venue.town, &venue.region];
    let parts: Vec<&str> = parts.into_iter().flatten().map(|part| scene.text(part)).collect();
    let mut address = parts.join(", ");
    if let Some(postcode) = &venue.postcode {
        address.push(' ');
        address.push_str(scene.text(postcode));
    }
    address
}

fn source_line(app: App, source: &Source) -> AnyView {
    let scene = app.scene();
    let name = scene.text(&source.name);
    let text = match &source.date {
        Some(date) => scene.language.fill(
            "more.source-dated",
            &[("source", name), ("date", scene.text(date))],
        ),
        None => name.to_owned(),
    };
    let text = match &source.url {
        Some(url) => link(app, "website", None, url.as_str().into(), "", text.into_any()),
        None => text.into_any(),
    };
    view! { class="p", <p>{scene.words("more.source")} " " {text}</p> }.into_any()
}

/// A message to the publisher with the group's name filled in.
fn tell_us(app: App, group: &Group) -> Option<AnyView> {
    let scene = app.scene();
    let email = scene.directory.publisher.email.as_ref()?;
    let name = [("name", scene.text(&group.name))];
    let href = mailto(email.as_str(), &scene.language.fill("more.change-subject", &name));
    let text = scene.language.fill("more.change", &name).into_any();
    let link = link(app, "email", Some(group.id.as_str()), href, "", text);
    Some(view! { class="p", <p>{link}</p> }.into_any())
}
