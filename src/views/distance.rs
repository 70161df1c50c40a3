//! How far away a card's meetings are, and where to see a venue on a map.

use super::common::link;
use crate::app::App;
use crate::browser::dom::{El, el};
use crate::directory::{Group, Venue};
use crate::i18n::key;
use crate::i18n::sentence_case;
use crate::places::Point;
use crate::strings::join;

/// How far away the nearest of some meetings of a group is, by their places in the group; empty while no
/// place is given, or where the venues are is not known.
pub fn distance(app: App, group: u32, meetings: Vec<usize>) -> El {
    el("strong.distance").text_from(move || words(app, group, &meetings).unwrap_or_default())
}

fn words(app: App, group: u32, meetings: &[usize]) -> Option<String> {
    let scene = app.scene();
    let distance = scene.index.distance(&app.query(), group, meetings)?;
    if !distance.miles.is_finite() {
        return None;
    }
    let words = if distance.is_rough {
        // In fives: neither end is known better.
        match (distance.miles / 5.0 + 0.5) as u32 * 5 {
            0 => scene.words(key!("distance.about-near")),
            miles => {
                let miles = scene.formats.number(miles);
                scene
                    .language
                    .fill(key!("distance.about"), &[("count", &miles)])
            }
        }
    } else if distance.miles < 1.0 {
        scene.words(key!("distance.near"))
    } else {
        scene.count("distance.miles", (distance.miles + 0.5) as u32, &[])
    };
    let meeting = scene.group(group)?.meetings.get(distance.meeting)?;
    match meeting.place().filter(|_| meetings.len() > 1) {
        Some(place) => {
            let values = [("place", scene.text(place)), ("distance", &words)];
            Some(scene.language.fill(key!("near.nearest"), &values))
        }
        None => Some(sentence_case(&words)),
    }
}

/// A link to a map that shows a venue; nothing where the list does not say where it is.
pub fn map_link(app: App, venue: &Venue, group: &Group) -> Option<El> {
    let scene = app.scene();
    let name = scene.text(&group.name);
    let parts = [&venue.name, &venue.address, &venue.town, &venue.postcode];
    let parts = parts.into_iter().flatten().map(|part| scene.text(part));
    let parts: Vec<&str> = parts.collect();
    // Of a town alone a map shows nothing that helps.
    if venue.address.is_none() && venue.postcode.is_none() && venue.name.is_none() {
        return None;
    }
    let place = join(&parts, ", ");
    let query = match (venue.latitude, venue.longitude) {
        (Some(latitude), Some(longitude)) => Point {
            latitude,
            longitude,
        }
        .degrees(),
        _ => place.clone(),
    };
    let label = scene
        .language
        .fill(key!("map.link"), &[("name", name), ("place", &place)]);
    let href = scene.host.map(&query);
    Some(link(app, "website", Some(group.id.as_str()), &href).text(&label))
}
