//! Walks all that was kept of a list.

use std::collections::BTreeSet;

use peer_support_directory::directory::*;
use peer_support_directory::schedule::Schedule;

use super::is_harmful;

pub struct Walk;

impl Walk {
    pub fn directory(&self, directory: &Directory) {
        let Directory {
            title,
            publisher,
            last_modified,
            suggest,
            help,
            ..
        } = directory;
        let Publisher {
            name,
            url,
            email,
            phone,
            address,
            charity_numbers,
        } = publisher;
        self.texts(
            title
                .iter()
                .chain(name)
                .chain(address)
                .chain(charity_numbers),
        );
        self.links(url.iter().chain(&suggest.url));
        self.emails(email.iter().chain(&suggest.email));
        self.phones(phone.iter().chain(help.iter().map(|line| &line.phone)));
        self.dates(last_modified);
        for line in help {
            self.texts([&line.name].into_iter().chain(&line.hours));
        }
        for cancer_type in &directory.cancer_types {
            self.texts(cancer_type.name.iter().chain(&cancer_type.synonyms));
            self.ids(&cancer_type.broader);
        }
        for audience in &directory.audiences {
            self.texts(audience.name.iter().chain(&audience.synonyms));
            self.ages(audience.minimum_age, audience.maximum_age);
        }
        self.unique(directory.groups.iter().map(|group| &group.id));
        self.unique(directory.audiences.iter().map(|audience| &audience.id));
        self.unique(
            directory
                .cancer_types
                .iter()
                .map(|cancer_type| &cancer_type.id),
        );
        self.tree(&directory.cancer_types);
        directory.groups.iter().for_each(|group| self.group(group));
    }

    fn group(&self, group: &Group) {
        self.texts([&group.name].into_iter().chain(&group.alternate_names));
        self.texts(group.summary.iter().chain(&group.alert).chain(&group.cost));
        self.paragraphs(&group.description);
        self.ids(
            group
                .cancer_types
                .iter()
                .chain(&group.audiences)
                .chain(&group.activities),
        );
        self.ids(group.languages.iter().chain(&group.accessibility));
        self.ages(group.minimum_age, group.maximum_age);
        self.links(&group.url);
        self.emails(&group.emails);
        self.dates(group.assured_date.iter().chain(&group.valid_to));
        if let Some(sign_up) = &group.sign_up {
            self.links([&sign_up.url]);
            self.texts(sign_up.label.iter().chain(&sign_up.note));
        }
        for phone in &group.phones {
            self.phones([&phone.number]);
            self.texts(phone.name.iter().chain(&phone.hours));
        }
        for social in &group.social {
            self.texts([&social.network].into_iter().chain(&social.handle));
            self.links(&social.url);
        }
        if let Some(source) = &group.source {
            self.texts([&source.name].into_iter().chain(&source.date));
            self.links(&source.url);
        }
        for meeting in &group.meetings {
            self.texts(meeting.platform.iter().chain(&meeting.note));
            meeting.venue.iter().for_each(|venue| self.venue(venue));
            meeting
                .schedule
                .iter()
                .for_each(|schedule| self.schedule(schedule));
        }
    }

    fn venue(&self, venue: &Venue) {
        let Venue {
            name,
            address,
            town,
            region,
            postcode,
            latitude,
            longitude,
        } = venue;
        self.texts(
            name.iter()
                .chain(address)
                .chain(town)
                .chain(region)
                .chain(postcode),
        );
        assert_eq!(latitude.is_some(), longitude.is_some());
        assert!(latitude.is_none_or(|degrees| degrees.abs() <= 90.0));
        assert!(longitude.is_none_or(|degrees| degrees.abs() <= 180.0));
    }

    fn schedule(&self, schedule: &Schedule) {
        assert!(schedule.interval.is_none_or(|interval| interval > 0));
        assert!(
            schedule
                .bymonthday
                .is_none_or(|day| day != 0 && day.abs() <= 31)
        );
        let days = schedule.byday.iter().flat_map(|byday| byday.days());
        for day in days {
            assert!(
                day.ordinal
                    .is_none_or(|number| number != 0 && number.abs() <= 5)
            );
        }
        assert!(schedule.byday.iter().all(|byday| !byday.days().is_empty()));
        self.dates(schedule.dtstart.iter().chain(&schedule.valid_to));
        self.dates(schedule.except_dates.iter().chain(&schedule.extra_dates));
        for time in schedule.opens_at.iter().chain(&schedule.closes_at) {
            assert!(time.hour() < 24 && time.minute() < 60);
        }
        self.ids(&schedule.timezone);
        self.paragraphs(&schedule.description);
    }

    fn texts<'a>(&self, texts: impl IntoIterator<Item = &'a Text>) {
        for translation in texts.into_iter().flat_map(Text::translations) {
            assert!(
                !translation.text.contains(is_harmful),
                "{:?}",
                translation.text
            );
            self.translation(translation);
        }
    }

    fn paragraphs(&self, text: &Option<Text>) {
        for translation in text.iter().flat_map(Text::translations) {
            let words = translation.text.replace(['\n', '\t'], " ");
            assert!(!words.contains(is_harmful), "{words:?}");
            self.translation(translation);
        }
    }

    fn translation(&self, Translation { lang, text }: &Translation) {
        assert!(
            !text.is_empty() && text.trim().len() == text.len(),
            "{text:?}"
        );
        if let Some(tag) = lang {
            assert!(
                tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
                "{tag}"
            );
        }
    }

    fn links<'a>(&self, links: impl IntoIterator<Item = &'a Link>) {
        for link in links.into_iter().map(Link::as_str) {
            let schemes = ["https://", "http://", "mailto:", "tel:"];
            assert!(
                schemes.iter().any(|scheme| link.starts_with(scheme)),
                "{link}"
            );
            assert!(
                !link.contains(|c: char| is_harmful(c) || c.is_whitespace()),
                "{link}"
            );
        }
    }

    fn emails<'a>(&self, emails: impl IntoIterator<Item = &'a Email>) {
        for email in emails.into_iter().map(Email::as_str) {
            assert_eq!(email.matches('@').count(), 1, "{email}");
            assert!(
                !email.contains(|c: char| is_harmful(c) || " ?&,<>\"".contains(c)),
                "{email}"
            );
        }
    }

    fn phones<'a>(&self, phones: impl IntoIterator<Item = &'a PhoneNumber>) {
        for phone in phones {
            let is_dialled = |(at, c): (usize, char)| c.is_ascii_digit() || (c == '+' && at == 0);
            assert!(phone.dialled().char_indices().all(is_dialled), "{phone:?}");
        }
    }

    fn ids<'a>(&self, ids: impl IntoIterator<Item = &'a Id>) {
        for id in ids.into_iter().map(Id::as_str) {
            let is_bad = |c: char| is_harmful(c) || c.is_whitespace();
            assert!(!id.is_empty() && !id.contains(is_bad), "{id:?}");
        }
    }

    fn unique<'a>(&self, ids: impl Iterator<Item = &'a Id> + Clone) {
        self.ids(ids.clone());
        let count = ids.clone().count();
        assert_eq!(
            ids.collect::<BTreeSet<_>>().len(),
            count,
            "an id is used twice"
        );
    }

    fn dates<'a>(&self, dates: impl IntoIterator<Item = &'a Date>) {
        for date in dates {
            assert_eq!(Date::parse(&date.to_string()), Some(*date));
        }
    }

    fn ages(&self, minimum: Option<u8>, maximum: Option<u8>) {
        assert!(
            minimum
                .zip(maximum)
                .is_none_or(|(least, most)| least <= most)
        );
    }

    /// From every type, `broader` leads to an end.
    fn tree(&self, types: &[CancerType]) {
        for start in types {
            let mut current = Some(start);
            for _ in 0..=types.len() {
                let broader = current.and_then(|one| one.broader.as_ref());
                current = broader.and_then(|id| types.iter().find(|one| one.id == *id));
            }
            assert!(current.is_none(), "{:?} is broader than itself", start.id);
        }
    }
}
