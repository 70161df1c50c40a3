//! What the visitor sees, in reading order. Views read [`crate::app::App`] and change only its query.
//!
//! Every `view!` names the class `p`: without a class for all elements Leptos renders static parts
//! through `innerHTML`, which a page that requires Trusted Types refuses.

mod card;
mod card_contact;
mod card_details;
mod chips;
mod common;
mod directory;
mod empty;
mod explainer;
mod facet;
mod foot;
mod help;
mod results;
mod search;

pub use directory::DirectoryView;
