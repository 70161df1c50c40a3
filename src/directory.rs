//! The directory: what a list holds once it has been read.
//!
//! Field names follow Open Referral UK 3.0 wherever it has the field. These types are the format's
//! one source: [`crate::feed`] reads JSON into them and the JSON Schema is generated from them.
//! Values are valid by construction: a [`Link`] has a safe scheme, a [`Date`] exists in the
//! calendar, a [`Text`] holds no control characters.

mod contact;
mod date;
mod id;
mod named;
mod text;

pub use contact::{Email, Link, PhoneNumber};
pub(crate) use date::days_in_month;
pub use date::{Date, Time};
pub use id::Id;
pub use named::Named;
pub use text::{Text, Translation};
pub(crate) use text::{all_chars, clean, is_lang, replaced, split_last};

use crate::schedule::Schedule;

/// A whole list: who publishes it, its own vocabulary and its groups.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Directory {
    /// The list's title; the widget shows it unless the page gives a label.
    pub title: Option<Text>,
    /// Who publishes the list.
    pub publisher: Publisher,
    /// The day on which the list was last changed.
    pub last_modified: Option<Date>,
    /// Where to suggest a group that is missing.
    pub suggest: Suggest,
    /// Help lines for people who need help now; none means the widget's own.
    pub help: Vec<HelpLine>,
    /// Types of cancer that this list adds to the built-in vocabulary, or names differently.
    pub cancer_types: Vec<CancerType>,
    /// The audiences that groups may name.
    pub audiences: Vec<Audience>,
    /// The groups, each with an id of its own.
    pub groups: Vec<Group>,
}

/// The organisation that publishes the list.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Publisher {
    /// Its name.
    pub name: Option<Text>,
    /// Its website.
    pub url: Option<Link>,
    /// Where to write to it.
    pub email: Option<Email>,
    /// Where to call it.
    pub phone: Option<PhoneNumber>,
    /// Its postal address, on one line.
    pub address: Option<Text>,
    /// Its charity numbers, such as "1142037 (England and Wales)".
    pub charity_numbers: Vec<Text>,
}

/// Where people suggest a group that the list misses: an email address or a page.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Suggest {
    /// The address to write to.
    pub email: Option<Email>,
    /// The page to visit; comes before the email address where both are given.
    pub url: Option<Link>,
}

/// A help line.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct HelpLine {
    /// Its name, such as "Samaritans".
    pub name: Text,
    /// Its number.
    pub phone: PhoneNumber,
    /// When it is open, in words, such as "any time".
    pub hours: Option<Text>,
}

/// A type of cancer that a list declares.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CancerType {
    /// Its id, which groups name in `cancer_types`.
    pub id: Id,
    /// Its plain name; without one, the built-in vocabulary's or the id made readable.
    pub name: Option<Text>,
    /// The id of the broader type that it belongs to.
    pub broader: Option<Id>,
    /// Other words that people search by.
    pub synonyms: Vec<Text>,
}

/// People whom a group may be for.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Audience {
    /// Its id, which groups name in `audiences`.
    pub id: Id,
    /// Its plain name; without one, the id made readable.
    pub name: Option<Text>,
    /// Other words that people search by.
    pub synonyms: Vec<Text>,
    /// The youngest age in years, inclusive.
    pub minimum_age: Option<u8>,
    /// The oldest age in years, inclusive.
    pub maximum_age: Option<u8>,
}

/// A group, or another entry of the list, such as a helpline or a book.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Group {
    /// Its id, used once in the list.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// Former and other names.
    pub alternate_names: Vec<Text>,
    /// What kinds of support it is; none means a group.
    pub kinds: Vec<Kind>,
    /// What it is, in a sentence.
    pub summary: Option<Text>,
    /// More about it: plain text, with a blank line between paragraphs.
    pub description: Option<Text>,
    /// Ids of the types of cancer that it is for; none, or "any", means any.
    pub cancer_types: Vec<Id>,
    /// Ids of the audiences that it is for; none means everybody.
    pub audiences: Vec<Id>,
    /// The youngest age in years, inclusive.
    pub minimum_age: Option<u8>,
    /// The oldest age in years, inclusive.
    pub maximum_age: Option<u8>,
    /// Ids of what people do together, such as "guest-speakers".
    pub activities: Vec<Id>,
    /// Whether it runs and takes new people.
    pub status: Status,
    /// A short notice that is shown first.
    pub alert: Option<Text>,
    /// How to join.
    pub sign_up: Option<SignUp>,
    /// Its website.
    pub url: Option<Link>,
    /// Where to write to it.
    pub emails: Vec<Email>,
    /// Where to call it.
    pub phones: Vec<Phone>,
    /// Where it is on social networks.
    pub social: Vec<Social>,
    /// What it costs, in words, such as "Free".
    pub cost: Option<Text>,
    /// Languages that it is held in, as BCP 47 tags, such as "en".
    pub languages: Vec<Id>,
    /// Ids of what makes it accessible, such as "step-free".
    pub accessibility: Vec<Id>,
    /// How, where and when it meets.
    pub meetings: Vec<Meeting>,
    /// The day on which somebody last confirmed this entry.
    pub assured_date: Option<Date>,
    /// The last day on which this entry is shown.
    pub valid_to: Option<Date>,
    /// Where the entry's facts come from.
    pub source: Option<Source>,
}

/// A kind of support.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Group,
    OneToOne,
    Helpline,
    OnlineCommunity,
    Resource,
}

/// Whether an entry runs and takes new people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    #[default]
    Active,
    /// Not meeting for now.
    Paused,
    /// Takes nobody new for now.
    Full,
    /// Ended; never shown.
    Closed,
}

/// How to join a group.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SignUp {
    /// The page, or the address, where people join.
    pub url: Link,
    /// The button's words, such as "Join the network".
    pub label: Option<Text>,
    /// What to know before, in a sentence.
    pub note: Option<Text>,
}

/// A phone number.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Phone {
    /// The number, as people write it.
    pub number: PhoneNumber,
    /// What it is, such as "Helpline".
    pub name: Option<Text>,
    /// When it is open, in words.
    pub hours: Option<Text>,
}

/// A place on a social network.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Social {
    /// The network's name or id, such as "facebook".
    pub network: Text,
    /// The name there, such as "@SGCancerUK".
    pub handle: Option<Text>,
    /// Its page.
    pub url: Option<Link>,
    /// Whether people must ask to join.
    pub closed: bool,
}

/// One way in which a group meets.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Meeting {
    /// Online, in person, both at once, or by phone.
    pub attending_type: Option<AttendingType>,
    /// What an online meeting uses, such as "Zoom".
    pub platform: Option<Text>,
    /// Where an in-person meeting is.
    pub venue: Option<Venue>,
    /// When it is held.
    pub schedule: Option<Schedule>,
    /// What to know before, in a sentence.
    pub note: Option<Text>,
}

/// How people attend a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AttendingType {
    Online,
    InPerson,
    OnlineAndInPerson,
    Phone,
}

/// A place where people meet.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Venue {
    /// Its name, such as "Community Room, Tesco Extra".
    pub name: Option<Text>,
    /// Its street address, on one line.
    pub address: Option<Text>,
    /// Its town or city.
    pub town: Option<Text>,
    /// Its county or region; stands in for the town where none is given.
    pub region: Option<Text>,
    /// Its postcode.
    pub postcode: Option<Text>,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
}

/// Where an entry's facts come from.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Source {
    /// Its name.
    pub name: Text,
    /// Its page.
    pub url: Option<Link>,
    /// When it said so: a year or a date, as written.
    pub date: Option<Text>,
}
