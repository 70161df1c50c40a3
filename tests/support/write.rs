//! A directory as JSON again: what the reader would read it from.

use peer_support_directory::directory::*;
use peer_support_directory::schedule::{Schedule, WeekdayNumber};
use serde_json::{Map, Value, json};

/// The list that holds just this.
pub fn list(directory: &Directory) -> Value {
    let publisher = &directory.publisher;
    record([
        ("title", text(&directory.title)),
        (
            "publisher",
            record([
                ("name", text(&publisher.name)),
                ("url", link(&publisher.url)),
                ("email", email(&publisher.email)),
                ("phone", phone_number(&publisher.phone)),
                ("address", text(&publisher.address)),
                ("charity_numbers", texts(&publisher.charity_numbers)),
            ]),
        ),
        ("last_modified", date(&directory.last_modified)),
        (
            "suggest",
            record([
                ("email", email(&directory.suggest.email)),
                ("url", link(&directory.suggest.url)),
            ]),
        ),
        ("help", all(&directory.help, help_line)),
        ("cancer_types", all(&directory.cancer_types, cancer_type)),
        ("audiences", all(&directory.audiences, audience)),
        ("groups", all(&directory.groups, group)),
    ])
}

fn help_line(line: &HelpLine) -> Value {
    record([
        ("name", one_text(&line.name)),
        ("phone", line.phone.as_str().into()),
        ("hours", text(&line.hours)),
    ])
}

fn cancer_type(own: &CancerType) -> Value {
    record([
        ("id", id(&own.id)),
        ("name", text(&own.name)),
        ("broader", own.broader.as_ref().map_or(Value::Null, id)),
        ("synonyms", texts(&own.synonyms)),
    ])
}

fn audience(audience: &Audience) -> Value {
    record([
        ("id", id(&audience.id)),
        ("name", text(&audience.name)),
        ("synonyms", texts(&audience.synonyms)),
        ("minimum_age", audience.minimum_age.into()),
        ("maximum_age", audience.maximum_age.into()),
    ])
}

fn group(group: &Group) -> Value {
    record([
        ("id", id(&group.id)),
        ("name", one_text(&group.name)),
        ("alternate_names", texts(&group.alternate_names)),
        ("kinds", all(&group.kinds, |kind| kind.id().into())),
        ("summary", text(&group.summary)),
        ("description", text(&group.description)),
        ("cancer_types", all(&group.cancer_types, id)),
        ("audiences", all(&group.audiences, id)),
        ("minimum_age", group.minimum_age.into()),
        ("maximum_age", group.maximum_age.into()),
        ("activities", all(&group.activities, id)),
        ("status", group.status.id().into()),
        ("alert", text(&group.alert)),
        (
            "sign_up",
            group.sign_up.as_ref().map_or(Value::Null, sign_up),
        ),
        ("url", link(&group.url)),
        ("emails", all(&group.emails, |email| email.as_str().into())),
        ("phones", all(&group.phones, phone)),
        ("social", all(&group.social, social)),
        ("cost", text(&group.cost)),
        ("languages", all(&group.languages, id)),
        ("accessibility", all(&group.accessibility, id)),
        ("meetings", all(&group.meetings, meeting)),
        ("assured_date", date(&group.assured_date)),
        ("valid_to", date(&group.valid_to)),
        ("source", group.source.as_ref().map_or(Value::Null, source)),
    ])
}

fn sign_up(sign_up: &SignUp) -> Value {
    record([
        ("url", sign_up.url.as_str().into()),
        ("label", text(&sign_up.label)),
        ("note", text(&sign_up.note)),
    ])
}

fn phone(phone: &Phone) -> Value {
    record([
        ("number", phone.number.as_str().into()),
        ("name", text(&phone.name)),
        ("hours", text(&phone.hours)),
    ])
}

fn social(social: &Social) -> Value {
    record([
        ("network", one_text(&social.network)),
        ("handle", text(&social.handle)),
        ("url", link(&social.url)),
        ("closed", social.closed.into()),
    ])
}

fn source(source: &Source) -> Value {
    record([
        ("name", one_text(&source.name)),
        ("url", link(&source.url)),
        ("date", text(&source.date)),
    ])
}

fn meeting(meeting: &Meeting) -> Value {
    record([
        (
            "attending_type",
            meeting.attending_type.map(AttendingType::id).into(),
        ),
        ("platform", text(&meeting.platform)),
        ("venue", meeting.venue.as_ref().map_or(Value::Null, venue)),
        (
            "schedule",
            meeting.schedule.as_ref().map_or(Value::Null, schedule),
        ),
        ("note", text(&meeting.note)),
    ])
}

fn venue(venue: &Venue) -> Value {
    record([
        ("name", text(&venue.name)),
        ("address", text(&venue.address)),
        ("town", text(&venue.town)),
        ("region", text(&venue.region)),
        ("postcode", text(&venue.postcode)),
        ("latitude", venue.latitude.into()),
        ("longitude", venue.longitude.into()),
    ])
}

fn schedule(schedule: &Schedule) -> Value {
    let time = |time: &Option<Time>| match time {
        Some(time) => format!("{:02}:{:02}", time.hour(), time.minute()).into(),
        None => Value::Null,
    };
    let day = |day: &WeekdayNumber| match day.ordinal {
        Some(ordinal) => format!("{ordinal}{}", day.weekday.code()),
        None => day.weekday.code().to_owned(),
    };
    let byday = schedule.byday.as_ref().map(|byday| {
        let days: Vec<String> = byday.days().iter().map(day).collect();
        days.join(",")
    });
    // Numbered days alone are read as MONTHLY, unless another part of the rule cannot be used.
    let mut days = schedule.byday.iter().flat_map(|byday| byday.days());
    let is_half = schedule.freq.is_none() && days.any(|day| day.ordinal.is_some());
    let unusable = || if is_half { "?".into() } else { Value::Null };
    let dates = |dates: &[Date]| all(dates, |date| date.iso().into());
    record([
        ("freq", schedule.freq.map(Named::id).into()),
        (
            "interval",
            schedule.interval.map_or_else(unusable, Value::from),
        ),
        ("byday", byday.into()),
        (
            "bymonthday",
            schedule.bymonthday.map_or_else(unusable, Value::from),
        ),
        ("dtstart", date(&schedule.dtstart)),
        ("valid_to", date(&schedule.valid_to)),
        ("opens_at", time(&schedule.opens_at)),
        ("closes_at", time(&schedule.closes_at)),
        (
            "timezone",
            schedule.timezone.as_ref().map_or(Value::Null, id),
        ),
        ("except_dates", dates(&schedule.except_dates)),
        ("extra_dates", dates(&schedule.extra_dates)),
        ("description", text(&schedule.description)),
    ])
}

fn record<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let fields = fields.into_iter().filter(|(_, value)| !value.is_null());
    let fields: Map<_, _> = fields
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    fields.into()
}

fn all<T>(elements: &[T], one: impl Fn(&T) -> Value) -> Value {
    elements.iter().map(one).collect()
}

fn id(id: &Id) -> Value {
    id.as_str().into()
}

fn text(text: &Option<Text>) -> Value {
    text.as_ref().map_or(Value::Null, one_text)
}

fn texts(texts: &[Text]) -> Value {
    all(texts, one_text)
}

/// One string where it names no language, else an object of languages.
fn one_text(text: &Text) -> Value {
    let translations = text.translations();
    if let [Translation { lang: None, text }] = translations {
        return (&**text).into();
    }
    let translations = translations.iter().map(|Translation { lang, text }| {
        let lang = lang.as_deref().expect("one of several has a language");
        (lang.to_owned(), json!(&**text))
    });
    translations.collect::<Map<_, _>>().into()
}

fn link(link: &Option<Link>) -> Value {
    link.as_ref().map(Link::as_str).into()
}

fn email(email: &Option<Email>) -> Value {
    email.as_ref().map(Email::as_str).into()
}

fn phone_number(number: &Option<PhoneNumber>) -> Value {
    number.as_ref().map(PhoneNumber::as_str).into()
}

fn date(date: &Option<Date>) -> Value {
    date.map(Date::iso).into()
}
