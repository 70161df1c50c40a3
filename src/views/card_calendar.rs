//! "Add to calendar": for each meeting of a card with a date, a file and links, made when asked for.

use super::card::{how, occasion_how};
use super::card_details::address;
use super::common::{link, toggle};
use crate::app::App;
use crate::browser::dom::{El, el};
use crate::browser::signal::Signal;
use crate::calendar::Event;
use crate::card::Occasion;
use crate::directory::Group;
use crate::filter::Query;
use crate::i18n::key;
use crate::strings::{concat, digits};

/// The answer where there is none: no calendar file begins like this.
const FAILED: &str = "!";

/// The ways to add the meetings of a group, by its place in the list, to a calendar.
pub fn calendars(app: App, group: &Group, place: u32) -> Vec<El> {
    let scene = app.scene();
    let every = Query::default();
    let mut calendars: Vec<El> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let occasions = group.occasions();
    // Those that have a date, with how and where each is held, and its schedule.
    let mut dated = Vec::new();
    for occasion in &occasions {
        let next = scene.index.next(&every, place, &occasion.meetings);
        if let (Some(_), Some(schedule)) = (next, occasion.schedule) {
            let place_and_way = occasion_how(&scene, occasion).unwrap_or_default();
            dated.push((occasion, place_and_way, schedule));
        }
    }
    for (occasion, place_and_way, schedule) in &dated {
        // The shortest words that say which: how it is held, where, and when.
        let way = |occasion: &Occasion<'_>| how(&scene, occasion.attending_type, None, "");
        let mut which = String::new();
        if dated.len() > 1 {
            which = way(occasion).unwrap_or_default();
            let same = dated
                .iter()
                .filter(|(other, ..)| way(other) == way(occasion));
            if same.count() > 1 {
                which.clone_from(place_and_way);
            }
            let same = dated.iter().filter(|(_, other, _)| other == place_and_way);
            if same.count() > 1 {
                which.push_str(if which.is_empty() { "" } else { ". " });
                which.push_str(&scene.language.schedule(schedule).unwrap_or_default());
            }
        }
        // A button's name is its own, even where words tell no difference.
        while names.contains(&which) {
            which.push_str(" 2");
        }
        names.push(which.clone());
        let meeting = occasion.meetings[0];
        let venue = group.meetings[meeting].venue.as_ref();
        let location = match venue {
            Some(venue) if occasion.meetings.len() == 1 => address(&scene, venue),
            _ => place_and_way.clone(),
        };
        calendars.push(calendar(app, place, meeting, which, location));
    }
    calendars
}

/// The button of one meeting, by its number in its group, and what it opens. `which` tells it from others of
/// the group; empty for the only one.
fn calendar(app: App, place: u32, number: usize, which: String, location: String) -> El {
    let scene = app.scene();
    let mut name = scene
        .group(place)
        .map_or("", |group| scene.text(&group.name))
        .to_owned();
    let mut label = scene.words(key!("calendar.toggle"));
    // Eyes see on which card it stands.
    let unseen = concat(&[" ", &name]);
    if !which.is_empty() {
        label.push_str(": ");
        label.push_str(&which);
        let values = [("name", name.as_str()), ("which", &which)];
        name = scene.language.fill(key!("calendar.which"), &values);
    }
    let group_id = scene.group(place).map_or("", |group| group.id.as_str());
    let id = concat(&["calendar-", group_id, "-", &digits(number as i64)]);
    let open = Signal::new(false);
    let answer = Signal::new(String::new());
    let (opened, answered) = (open.clone(), answer.clone());
    // Asked anew each time: what is next changes, and what could not be loaded may be there now.
    let ask = move |_| {
        if !opened.get_untracked() {
            return;
        }
        let (opened, answered) = (opened.clone(), answered.clone());
        if answered.get_untracked() == FAILED {
            answered.set(String::new());
        }
        let answered = move |answer: Option<String>| {
            if answer.is_none() {
                // The next press is to open it, and so to ask again.
                opened.set(false);
            }
            answered.set(answer.unwrap_or_else(|| FAILED.to_owned()));
        };
        let request = request(app, place, number, &location).unwrap_or_default();
        let answered = app.done(Box::new(answered));
        app.scene().host.later("calendar", &request, answered);
    };
    let button = toggle(&open)
        .attr("aria-controls", &id)
        .text(&label)
        .child(el("span.visually-hidden").text(&unseen))
        .on("click", ask);
    let answer = move || {
        let answer = answer.get();
        // Until there is an answer, nothing moves.
        if answer == FAILED || open.get() {
            answer
        } else {
            String::new()
        }
    };
    let ways = el("div")
        .attr("id", &id)
        .filled_from(answer, move |element, answer| {
            if !answer.is_empty() {
                element.child(ways(app, place, &name, answer));
            }
        });
    el("div.disclosure").child(button).child(ways)
}

/// What the second module is to know.
fn request(app: App, place: u32, number: usize, location: &str) -> Option<String> {
    let scene = app.scene();
    let group = scene.group(place)?;
    let meeting = group.meetings.get(number)?;
    let schedule = meeting.schedule.as_ref()?;
    let details = meeting.note.as_ref().or(group.summary.as_ref());
    let sign_up = group.sign_up.as_ref().map(|sign_up| &sign_up.url);
    let url = sign_up.or(group.url.as_ref());
    let url = url.filter(|url| url.site().is_some());
    let event = Event {
        group: group.id.as_str(),
        meeting: number,
        title: scene.text(&group.name),
        place: location,
        details: details.map_or("", |text| scene.text(text)),
        url: url.map_or("", |url| url.as_str()),
        schedule,
        valid_to: group.valid_to,
        offsets: scene.index.zone(schedule.zone())?.offsets(),
        now: scene.index.now(),
    };
    Some(event.request())
}

/// The file and the links of an answer; a sentence where there is none.
fn ways(app: App, place: u32, name: &str, answer: &str) -> El {
    let scene = app.scene();
    let words = &scene.language;
    if answer == FAILED {
        let sentence = words.get(key!("calendar.failed"));
        app.say(sentence.to_owned());
        return el("p.disclosed").text(sentence);
    }
    let id = scene.group(place).map_or("", |group| group.id.as_str());
    let file = concat(&[id, ".ics"]);
    let keys = [
        key!("calendar.file"),
        key!("calendar.google"),
        key!("calendar.outlook"),
    ];
    let mut ways = el("ul.disclosed contact|role=list");
    for (way, (href, key)) in answer.split('\n').zip(keys).enumerate() {
        let link = link(app, "calendar", Some(id), href)
            .attr_if("download", (way == 0).then_some(&file))
            .text(&words.fill(key, &[("meeting", name)]));
        ways = ways.child(el("li").child(link));
    }
    ways
}
