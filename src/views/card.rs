//! One group: what it is, who it is for, how, where and when it meets, and how to join.

use super::card_calendar::calendars;
use super::card_contact::contact;
use super::card_details::details;
use super::common::{
    CLOCK, COST, NOTICE, PEOPLE, PLACE, SCREEN, heading, marked, marked_words, options, plain,
};
use super::distance::distance;
use super::when::{diary, when};
use crate::app::{App, Scene};
use crate::browser::dom::{El, el};
use crate::card::Occasion;
use crate::directory::{AttendingType, Group, Kind, Named, Status, Text};
use crate::filter::Facet;
use crate::i18n::sentence_case;
use crate::i18n::{Key, key};
use crate::strings::{concat, digits};

/// The card of a group, by its place in the list; empty where there is none.
pub fn card(app: App, place: u32) -> El {
    let scene = app.scene();
    let item = el("li");
    let Some(group) = scene.group(place) else {
        return item;
    };
    let title_id = concat(&["group-", group.id.as_str()]);
    let title = heading(app, 2, "card-title|part=card-title|tabindex=-1")
        .attr("id", &title_id)
        .child(marked(app, &group.name));
    let summary = group.summary.as_ref();
    let summary = summary.map(|summary| el("p.summary").child(marked(app, summary)));
    let occasions = group.occasions();
    let occasions = occasions
        .iter()
        .flat_map(|occasion| occasion_lines(app, place, occasion));
    let facts = el("ul.facts|role=list")
        .child(fact(PEOPLE, who(app, group)))
        .children(occasions.collect())
        .child_if(group.cost.as_ref().map(|cost| fact(COST, plain(app, cost))));
    let article = el("article.card|part=card")
        .attr("aria-labelledby", &title_id)
        .children(notices(app, group))
        .child(diary(app, place, group.meetings.len()))
        .child(title)
        .child_if(kinds(app, group))
        .child_if(summary)
        .child(facts)
        .children(contact(app, group))
        .child(
            el("div.card-more")
                .children(calendars(app, group, place))
                .child(details(app, group, place)),
        )
        .child(el("p.foot small").text(&last_checked(&scene, group)));
    item.child(article)
}

/// One line of facts, led by its icon.
fn fact(path: &'static str, content: El) -> El {
    el("li.fact").child(el(path)).child(content)
}

/// The alert, and the status where it is not active.
fn notices(app: App, group: &Group) -> Vec<El> {
    let status = match group.status {
        Status::Paused => Some(key!("status.paused")),
        Status::Full => Some(key!("status.full")),
        Status::Active | Status::Closed => None,
    };
    let status = status.map(|key| el("span").text(app.scene().language.get(key)));
    let alert = group.alert.as_ref().map(|alert| plain(app, alert));
    let notice = |words: El| el("p.notice").child(el(NOTICE)).child(words);
    alert.into_iter().chain(status).map(notice).collect()
}

/// The kinds, where it is not simply a group.
fn kinds(app: App, group: &Group) -> Option<El> {
    let scene = app.scene();
    let kinds = group.special_kinds().iter();
    let names: Vec<String> = kinds.map(|kind| kind_name(&scene, *kind)).collect();
    let words = || marked_words(app, scene.language.list(&names));
    (!names.is_empty()).then(|| el("p.kind|part=tag").child(words()))
}

/// Who it is for: the types of cancer, the audiences, the ages.
fn who(app: App, group: &Group) -> El {
    let scene = app.scene();
    let mut who = el("span");
    who = if group.is_for_any_cancer() {
        who.child(marked_words(app, scene.words(key!("who.any"))))
    } else {
        options(app, Facet::CancerType, &group.cancer_types, who)
    };
    if !group.audiences.is_empty() {
        who = options(app, Facet::Audience, &group.audiences, who.text(". "));
    }
    match ages(&scene, group) {
        Some(ages) => who.text(". ").text(&sentence_case(&ages)),
        None => who,
    }
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
    let from = group.minimum_age.map(digits);
    let to = group.maximum_age.map(digits);
    let words = &scene.language;
    match (from, to) {
        (Some(from), Some(to)) => {
            Some(words.fill(key!("who.ages"), &[("from", &from), ("to", &to)]))
        }
        (Some(from), None) => Some(words.fill(key!("who.from-age"), &[("from", &from)])),
        (None, Some(to)) => Some(words.fill(key!("who.to-age"), &[("to", &to)])),
        (None, None) => None,
    }
}

/// How and where, then when.
fn occasion_lines(app: App, group: u32, occasion: &Occasion<'_>) -> Vec<El> {
    let scene = app.scene();
    let is_remote = matches!(
        occasion.attending_type,
        Some(AttendingType::Online | AttendingType::Phone)
    );
    let how = occasion_how(&scene, occasion).map(|how| {
        let how = marked_words(app, how);
        if is_remote {
            return fact(SCREEN, how);
        }
        let distance = distance(app, group, occasion.meetings.clone());
        fact(PLACE, el("span").child(how).text(" ").child(distance))
    });
    let when = occasion
        .schedule
        .and_then(|schedule| when(app, schedule, group, occasion.meetings.clone()));
    let when = when.map(|when| fact(CLOCK, when));
    how.into_iter().chain(when).collect()
}

/// How and where the meetings of an occasion are held.
pub fn occasion_how(scene: &Scene, occasion: &Occasion<'_>) -> Option<String> {
    let places = occasion
        .places
        .iter()
        .map(|place| scene.text(place).to_owned());
    let places = scene.language.list(&places.collect::<Vec<_>>());
    how(scene, occasion.attending_type, occasion.platform, &places)
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
    let at = |key: Key| words.fill(key, &[("places", places)]);
    let text = match (attending_type, platform, places) {
        (Some(AttendingType::Online), Some(platform), _) => {
            words.fill(key!("where.online-on"), &[("platform", platform)])
        }
        (Some(AttendingType::Online), None, _) => scene.words(key!("where.online")),
        (Some(AttendingType::InPerson), _, "") => scene.words(key!("where.in-person")),
        (Some(AttendingType::InPerson), ..) => at(key!("where.in-person-in")),
        (Some(AttendingType::OnlineAndInPerson), _, "") => scene.words(key!("where.both")),
        (Some(AttendingType::OnlineAndInPerson), ..) => at(key!("where.both-in")),
        (Some(AttendingType::Phone), ..) => scene.words(key!("where.phone")),
        (None, _, "") => return None,
        (None, _, places) => places.to_owned(),
    };
    Some(text)
}

/// The name of a kind of support.
pub fn kind_name(scene: &Scene, kind: Kind) -> String {
    scene.words(Key::joined(&["kind.", kind.id()]))
}

/// When somebody last confirmed the entry, or that nobody has.
fn last_checked(scene: &Scene, group: &Group) -> String {
    let words = &scene.language;
    if let Some(date) = group.assured_date {
        return words.fill(key!("foot.checked"), &[("date", &scene.formats.date(date))]);
    }
    let Some(source) = &group.source else {
        return scene.words(key!("foot.unchecked"));
    };
    let name = scene.text(&source.name);
    match &source.date {
        Some(date) => {
            let values = [("source", name), ("date", scene.text(date))];
            words.fill(key!("foot.unchecked-source"), &values)
        }
        None => words.fill(key!("foot.unchecked-source-undated"), &[("source", name)]),
    }
}
