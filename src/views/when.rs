//! When meetings are held: next, then the rule.

use super::common::plain;
use crate::app::{App, Scene};
use crate::browser::dom::{El, el};
use crate::browser::signal::untrack;
use crate::i18n::NextTime;
use crate::schedule::{Instant, Schedule};

/// How far away a day is, in minutes, whose year goes without saying.
const THIS_YEAR: Instant = 180 * 24 * 60;

/// When some meetings of a group with one schedule are held: next, then the rule in words, then the list's
/// own description. The group is known by its place in the list, the meetings by theirs in the group.
pub fn when(app: App, schedule: &Schedule, group: u32, meetings: Vec<usize>) -> Option<El> {
    let next = move || next_time(app, group, &meetings);
    let (mut when, mut joint) = (el("span"), "");
    // What has no date now gets none later: a list does not change while it shows.
    if !untrack(&next).is_empty() {
        when = when.child(el("strong.next").text_from(next));
        joint = " ";
    }
    if let Some(rule) = app.scene().language.schedule(schedule) {
        when = when.text(joint).text(&rule);
        joint = ". ";
    }
    if let Some(description) = &schedule.description {
        when = when.text(joint).child(plain(app, description));
    }
    when.element().has_child_nodes().then_some(when)
}

/// The day of a group's next meeting as in a diary; empty where none is known. Its words stand on the card.
pub fn diary(app: App, group: u32, meetings: usize) -> El {
    let meetings: Vec<usize> = (0..meetings).collect();
    let day = move || {
        let scene = app.scene();
        app.follow_dates();
        let next = scene.index.next(&app.query(), group, &meetings);
        next.map_or_else(String::new, |(next, _)| scene.formats.diary(next.date))
    };
    el("p.diary|aria-hidden=true").filled_from(day, |mut element, day| {
        for part in day.lines() {
            element = element.child(el("span").text(part));
        }
    })
}

/// When the first of the meetings is held next, in words; empty where that is not known. Followed.
fn next_time(app: App, group: u32, meetings: &[usize]) -> String {
    let scene = app.scene();
    app.follow_dates();
    words(&scene, app, group, meetings).unwrap_or_default()
}

fn words(scene: &Scene, app: App, group: u32, meetings: &[usize]) -> Option<String> {
    let (occurrence, _) = scene.index.next(&app.query(), group, meetings)?;
    let meeting = scene.group(group)?.meetings.get(*meetings.first()?)?;
    let schedule = meeting.schedule.as_ref()?;
    let now = scene.index.now();
    Some(scene.language.next_time(&NextTime {
        schedule,
        occurrence,
        zone: scene.index.zone(schedule.zone())?,
        now,
        visitor_offset: &|at| scene.host.offset("", at as f64) as i32,
        date: &|date| {
            if occurrence.starts < now + THIS_YEAR {
                scene.formats.day_of_year(date)
            } else {
                scene.formats.date(date)
            }
        },
    }))
}
