//! What a card says of a group, before it is put into words.

use crate::directory::{AttendingType, Directory, Email, Group, Kind, Link, Meeting, Text};
use crate::schedule::Schedule;

/// The one thing that a card asks the visitor to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action<'a> {
    /// Sign up for it; the list may name the button itself.
    Join {
        url: &'a Link,
        label: Option<&'a Text>,
    },
    /// Open its website.
    Visit(&'a Link),
    /// Write to it.
    Email(&'a Email),
    /// Write to the list's publisher about it.
    Ask(&'a Email),
}

/// One line of how, where and when: all meetings that are held the same way, with the same platform
/// and the same rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Occasion<'a> {
    pub attending_type: Option<AttendingType>,
    pub platform: Option<&'a Text>,
    /// The towns, or areas where no town is given, each once, in the list's order.
    pub places: Vec<&'a Text>,
    pub schedule: Option<&'a Schedule>,
    /// The meetings, by their places in [`Group::meetings`].
    pub meetings: Vec<usize>,
}

impl Group {
    /// The action: join, else visit, else email, else ask the publisher; nothing where none can be.
    pub fn action<'a>(&'a self, directory: &'a Directory) -> Option<Action<'a>> {
        if let Some(sign_up) = &self.sign_up {
            let label = sign_up.label.as_ref();
            return Some(Action::Join {
                url: &sign_up.url,
                label,
            });
        }
        let visit = self.url.as_ref().map(Action::Visit);
        visit
            .or_else(|| self.emails.first().map(Action::Email))
            .or_else(|| directory.publisher.email.as_ref().map(Action::Ask))
    }

    /// Its meetings, those that differ only in place as one.
    pub fn occasions(&self) -> Vec<Occasion<'_>> {
        let mut occasions: Vec<Occasion<'_>> = Vec::new();
        for (number, meeting) in self.meetings.iter().enumerate() {
            let place = meeting.place();
            let same = occasions.iter_mut().find(|occasion| {
                occasion.attending_type == meeting.attending_type
                    && occasion.platform == meeting.platform.as_ref()
                    && occasion.schedule == meeting.schedule.as_ref()
            });
            match same {
                Some(occasion) => {
                    let is_new = |place: &&Text| !occasion.places.contains(place);
                    occasion.places.extend(place.filter(is_new));
                    occasion.meetings.push(number);
                }
                None => occasions.push(Occasion {
                    attending_type: meeting.attending_type,
                    platform: meeting.platform.as_ref(),
                    places: place.into_iter().collect(),
                    schedule: meeting.schedule.as_ref(),
                    meetings: vec![number],
                }),
            }
        }
        occasions
    }

    /// Its kinds, where it is not simply a group.
    pub fn special_kinds(&self) -> &[Kind] {
        if self.kinds.contains(&Kind::Group) {
            &[]
        } else {
            &self.kinds
        }
    }

    /// Whether it is for any cancer.
    pub fn is_for_any_cancer(&self) -> bool {
        self.cancer_types.is_empty() || self.cancer_types.iter().any(|id| id.as_str() == "any")
    }
}

impl Meeting {
    /// The town of its venue, or the region where no town is given.
    pub fn place(&self) -> Option<&Text> {
        let venue = self.venue.as_ref()?;
        venue.town.as_ref().or(venue.region.as_ref())
    }
}
