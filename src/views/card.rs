//! One group: what it is, who it is for, how, where and when it meets, and how to join.

use leptos::prelude::*;

use super::card_contact::Contact;
use super::card_details::Details;
use super::common::{
    CLOCK, COST, NOTICE, PEOPLE, PLACE, SCREEN, heading, icon, marked, marked_words, plain,
};
use crate::app::{App, Scene};
use crate::card::Occasion;
use crate::filter::Facet;
use crate::directory::{AttendingType, Group, Kind, Named, Status, Text};

/// The card of a group.
#[component]
pub fn Card(
    /// The state that all views share.
    app: App,
    /// The group's place in the list.
    place: u32,
) -> impl IntoView {
    let scene = app.scene();
    let Some(group) = scene.group(place) else {
        return ().into_any();
    };
    let title_id = ["group-", group.id.as_str()].concat();
    let title = heading(app, 2)
        .attr("id", title_id.clone())
        .attr("part", "card-title")
        .attr("tabindex", "-1")
        .class("p card-title")
        .child(marked(app, &group.name));
    let summary = group.summary.as_ref().map(|summary| {
        view! { class="p", <p class="summary">{marked(app, summary)}</p> }
    });
    let occasions: Vec<_> = group.occasions().iter().map(|occasion| occasion_lines(app, occasion)).collect();
    let cost = group.cost.as_ref().map(|cost| fact(COST, plain(app, cost)));
    view! { class="p",
        <li>
            <article class="card" part="card" aria-labelledby=title_id>
                {notices(app, group)} {title.into_any()} {kinds(app, group)} {summary}
                <ul class="facts" role="list">
                    {fact(PEOPLE, who(app, group))} {occasions} {cost}
                </ul>
                <Contact app=app place=place/>
                <Details app=app place=place/>
                <p class="foot small">{last_checked(&scene, group)}</p>
            </article>
        </li>
    }
    .into_any()
}

/// One line of facts, led by its icon.
fn fact(path: &'static str, content: AnyView) -> AnyView {
    view! { class="p",
        <li class="fact">
            {icon(path)}
            <span>{content}</span>
        </li>
    }
    .into_any()
}

/// The alert, and the status where it is not active.
fn notices(app: App, group: &Group) -> AnyView {
    let key = match group.status {
        Status::Paused => Some("status.paused"),
        Status::Full => Some("status.full"),
        Status::Active | Status::Closed => None,
    };
    let notice = |content: AnyView| {
        view! { class="p",
            <p class="notice">
                {icon(NOTICE)}
                <span>{content}</span>
            </p>
        }
    };
    let alert = group.alert.as_ref().map(|alert| notice(plain(app, alert)));
    let status = key.map(|key| notice(app.scene().words(key).into_any()));
    (alert, status).into_any()
}

/// The kinds, where it is not simply a group.
fn kinds(app: App, group: &Group) -> Option<AnyView> {
    let scene = app.scene();
    let names: Vec<String> = group
        .special_kinds()
        .iter()
        .map(|kind| kind_name(&scene, *kind))
        .collect();
    (!names.is_empty()).then(|| {
        let names = marked_words(app, scene.language.list(&names), None);
        view! { class="p", <p class="kind" part="tag">{names}</p> }.into_any()
    })
}

/// Who it is for: the types of cancer, the audiences, the ages.
fn who(app: App, group: &Group) -> AnyView {
    let scene = app.scene();
    let types = if group.is_for_any_cancer() {
        scene.words("who.any")
    } else {
        let names: Vec<String> = group.cancer_types.iter().map(|id| scene.option_name(Facet::CancerType, id)).collect();
        scene.language.list(&names)
    };
    let mut people: Vec<String> = group.audiences.iter().map(|id| scene.option_name(Facet::Audience, id)).collect();
    people.extend(ages(&scene, group));
    let words = if people.is_empty() {
        types
    } else {
        let people = scene.language.list(&people);
        scene.language.fill("who.and", &[("types", &types), ("audiences", &people)])
    };
    marked_words(app, words, None)
}

/// The ages, where no audience says them already.
fn ages(scene: &Scene, group: &Group) -> Option<String> {
    let declared = scene.directory.audiences.iter();
    let mut own = declared.filter(|audience| group.audiences.contains(&audience.id));
    let is_said = own.any(|audience| {
        (audience.minimum_age, audience.maximum_age) == (group.minimum_age, group.maximum_age)
    });
    if is_said {
        return None;
    }
    let from = group.minimum_age.map(|age| age.to_string());
    let to = group.maximum_age.map(|age| age.to_string());
    let words = &scene.language;
    match (from, to) {
        (Some(from), Some(to)) => Some(words.fill("who.ages", &[("from", &from), ("to", &to)])),
        (Some(from), None) => Some(words.fill("who.from-age", &[("from", &from)])),
        (None, Some(to)) => Some(words.fill("who.to-age", &[("to", &to)])),
        (None, None) => None,
    }
}

/// How and where, then when.
fn occasion_lines(app: App, occasion: &Occasion<'_>) -> AnyView {
    let scene = app.scene();
    let places: Vec<String> = occasion.places.iter().map(|place| scene.text(place).to_owned()).collect();
    let path = match occasion.attending_type {
        Some(AttendingType::Online | AttendingType::Phone) => SCREEN,
        _ => PLACE,
    };
    let how = how(&scene, occasion.attending_type, occasion.platform, &scene.language.list(&places));
    let how = how.map(|how| fact(path, marked_words(app, how, None)));
    let schedule = occasion.schedule;
    let when = schedule.and_then(|schedule| scene.language.schedule(schedule, &scene.lang));
    let when = when.map(|when| fact(CLOCK, when.into_any()));
    (how, when).into_any()
}

/// "Online, on Zoom"; "In person in Blackpool and Worcester".
pub fn how(
    scene: &Scene,
    attending_type: Option<AttendingType>,
    platform: Option<&Text>,
    places: &str,
) -> Option<String> {
    let words = &scene.language;
    let platform = platform.map(|platform| scene.text(platform));
    let at = |key: &str| words.fill(key, &[("places", places)]);
    let text = match (attending_type, platform, places) {
        (Some(AttendingType::Online), Some(platform), _) => {
            words.fill("where.online-on", &[("platform", platform)])
        }
        (Some(AttendingType::Online), None, _) => scene.words("where.online"),
        (Some(AttendingType::InPerson), _, "") => scene.words("where.in-person"),
        (Some(AttendingType::InPerson), ..) => at("where.in-person-in"),
        (Some(AttendingType::OnlineAndInPerson), _, "") => scene.words("where.both"),
        (Some(AttendingType::OnlineAndInPerson), ..) => at("where.both-in"),
        (Some(AttendingType::Phone), ..) => scene.words("where.phone"),
        (None, _, "") => return None,
        (None, _, places) => places.to_owned(),
    };
    Some(text)
}

/// The name of a kind of support.
pub fn kind_name(scene: &Scene, kind: Kind) -> String {
    scene.words(&["kind.", kind.id()].concat())
}

/// When somebody last confirmed the entry, or that nobody has.
fn last_checked(scene: &Scene, group: &Group) -> String {
    let words = &scene.language;
    if let Some(date) = group.assured_date {
        return words.fill("foot.checked", &[("date", &scene.formats.date(date))]);
    }
    let Some(source) = &group.source else {
        return scene.words("foot.unchecked");
    };
    let name = scene.text(&source.name);
    match &source.date {
        Some(date) => {
            let values = [("source", name), ("date", scene.text(date))];
            words.fill("foot.unchecked-source", &values)
        }
        None => words.fill("foot.unchecked-source-undated", &[("source", name)]),
    }
}
