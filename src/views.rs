//! What the visitor sees, in reading order. Views read [`crate::app::App`] and change only its query.

mod card;
mod card_calendar;
mod card_contact;
mod card_details;
mod chips;
mod common;
mod directory;
mod distance;
mod empty;
mod explainer;
mod facet;
mod foot;
mod help;
mod near;
mod parts;
mod results;
mod search;
mod when;

pub use directory::{directory, fill};
