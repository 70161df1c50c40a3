//! "More about X": description, every meeting with its address, languages, access, source.

use super::card::{how, kind_name};
use super::common::{disclosure, heading, link, mailto, plain, position};
use super::distance::map_link;
use super::when::when;
use crate::app::{App, Scene};
use crate::browser::dom::{El, el};
use crate::directory::{Group, Id, Meeting, Source, Text, Venue};
use crate::i18n::{Key, key};
use crate::strings::{concat, join};

/// The disclosure at the foot of a card, of the group at a place in the list.
pub fn details(app: App, group: &Group, place: u32) -> El {
    let scene = app.scene();
    let name = [("name", scene.text(&group.name))];
    let label = scene.language.fill(key!("more.toggle"), &name);
    let id = concat(&["more-", group.id.as_str()]);
    disclosure(&id, &label, move || {
        let scene = app.scene();
        let content = scene.group(place).map(|group| content(app, group, place));
        el("div.prose").children(content.unwrap_or_default())
    })
}

fn content(app: App, group: &Group, place: u32) -> Vec<El> {
    let scene = app.scene();
    let words = &scene.language;
    let line = |key: Key, name: &str, items: Vec<String>| {
        let text = || words.fill(key, &[(name, &words.list(&items))]);
        (!items.is_empty()).then(|| el("p").text(&text()))
    };
    let readable = |ids: &[Id]| ids.iter().map(Id::readable).collect();
    let names = group
        .alternate_names
        .iter()
        .map(|name| scene.text(name).to_owned())
        .collect();
    let languages = group.languages.iter();
    let languages = languages
        .map(|tag| scene.formats.language(tag.as_str()))
        .collect();
    let kinds = group.kinds.iter().filter(|_| group.kinds.len() > 1);
    let kinds = kinds.map(|kind| kind_name(&scene, *kind)).collect();
    let mut content = Vec::new();
    content.extend(
        group
            .description
            .iter()
            .flat_map(|text| paragraphs(app, text)),
    );
    content.extend(line(key!("more.former-names"), "names", names));
    content.extend(meetings(app, group, place));
    content.extend(line(key!("more.kinds"), "kinds", kinds));
    content.extend(line(
        key!("more.activities"),
        "activities",
        readable(&group.activities),
    ));
    content.extend(line(key!("more.languages"), "languages", languages));
    content.extend(line(
        key!("more.accessibility"),
        "access",
        readable(&group.accessibility),
    ));
    content.extend(group.source.as_ref().map(|source| source_line(app, source)));
    content.extend(tell_us(app, group));
    content
}

/// Plain text: a blank line begins a new paragraph.
fn paragraphs(app: App, text: &Text) -> Vec<El> {
    let scene = app.scene();
    let lang = scene.lang_of(text);
    let mut paragraphs = Vec::new();
    let mut rest = scene.text(text);
    while !rest.is_empty() {
        let end = position(rest, "\n\n");
        let (words, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after.trim_start();
        if !words.trim().is_empty() {
            let words = el("p").text(words.trim()).attr("dir", "auto");
            paragraphs.push(words.attr_if("lang", lang));
        }
    }
    paragraphs
}

/// Every meeting, with its address.
fn meetings(app: App, group: &Group, place: u32) -> Vec<El> {
    if group.meetings.is_empty() {
        return Vec::new();
    }
    let title =
        heading(app, 3, "small-title").text(app.scene().language.get(key!("more.meetings")));
    let meetings = group.meetings.iter().enumerate();
    let meetings = meetings.map(|(number, meeting)| meeting_item(app, place, number, meeting));
    vec![title, el("ul").children(meetings.collect())]
}

fn meeting_item(app: App, group: u32, number: usize, meeting: &Meeting) -> El {
    let scene = app.scene();
    let address = meeting.venue.as_ref().map(|venue| address(&scene, venue));
    let how = how(
        &scene,
        meeting.attending_type,
        meeting.platform.as_ref(),
        "",
    );
    let mut item = el("li");
    for part in [how, address].into_iter().flatten() {
        let joint = if item.element().has_child_nodes() {
            ": "
        } else {
            ""
        };
        item = item.text(joint).text(&part);
    }
    let mut joint = ": ";
    let of_group = scene.group(group);
    if let (Some(venue), Some(of_group)) = (&meeting.venue, of_group)
        && let Some(map) = map_link(app, venue, of_group)
    {
        joint = ". ";
        item = item.text(joint).child(map);
    }
    if let Some(when) = meeting
        .schedule
        .as_ref()
        .and_then(|schedule| when(app, schedule, group, vec![number]))
    {
        if item.element().has_child_nodes() {
            item = item.text(joint);
        }
        item = item.child(when);
    }
    match &meeting.note {
        Some(note) => item.text(". ").child(plain(app, note)),
        None => item,
    }
}

/// A venue on one line: "Community Room, Tesco Extra, Swindon SN1 2AB".
pub fn address(scene: &Scene, venue: &Venue) -> String {
    let parts = [&venue.name, &venue.address, &venue.town, &venue.region];
    let parts: Vec<&str> = parts
        .into_iter()
        .flatten()
        .map(|part| scene.text(part))
        .collect();
    let mut address = join(&parts, ", ");
    if let Some(postcode) = &venue.postcode {
        address.push(' ');
        address.push_str(scene.text(postcode));
    }
    address
}

fn source_line(app: App, source: &Source) -> El {
    let scene = app.scene();
    let name = scene.text(&source.name);
    let text = match &source.date {
        Some(date) => scene.language.fill(
            key!("more.source-dated"),
            &[("source", name), ("date", scene.text(date))],
        ),
        None => name.to_owned(),
    };
    let line = el("p")
        .text(scene.language.get(key!("more.source")))
        .text(" ");
    match &source.url {
        Some(url) => line.child(link(app, "website", None, url.as_str()).text(&text)),
        None => line.text(&text),
    }
}

/// A message to the publisher with the group's name filled in.
fn tell_us(app: App, group: &Group) -> Option<El> {
    let scene = app.scene();
    let email = scene.directory.publisher.email.as_ref()?;
    let name = [("name", scene.text(&group.name))];
    let href = mailto(
        email.as_str(),
        &scene.language.fill(key!("more.change-subject"), &name),
    );
    let words = scene.language.fill(key!("more.change"), &name);
    Some(el("p").child(link(app, "email", Some(group.id.as_str()), &href).text(&words)))
}
