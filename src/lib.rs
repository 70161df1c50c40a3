//! A directory of cancer peer support groups that any site embeds with one script tag.
//!
//! The way of the data: attributes become a [`config::Config`]; the bytes of the list become a
//! [`directory::Directory`] and a list of problems ([`feed::parse`]); the visitor's choices are a
//! [`filter::Query`]; [`filter::Index::apply`] turns a query into ids and counts; views show them.
//! Views change nothing but the query.
//!
//! The first group of modules is the core: no DOM, no clock, no network. It compiles and is tested
//! natively. The second group is the shell and exists only in the browser.

pub mod card;
pub mod config;
pub mod directory;
pub mod feed;
pub mod filter;
pub mod i18n;
mod intern;
mod json;
pub mod places;
pub mod schedule;
pub mod taxonomy;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod element;
#[cfg(target_arch = "wasm32")]
mod views;
