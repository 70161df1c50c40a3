//! A directory of cancer peer support groups that any site embeds with one script tag.
//!
//! The way of the data: attributes become a [`config::Config`]; the bytes of the list become a
//! [`directory::Directory`] and a list of problems ([`feed::parse`]); the visitor's choices are a
//! [`filter::Query`]; [`filter::Index::apply`] turns a query into groups, and [`filter::Index::count`] says what
//! further choices would give; views show them. Views change nothing but the query.
//!
//! What takes long with a long list is done in slices ([`slices`]).
//!
//! The first group of modules is the core: no DOM, no clock, no network. It compiles and is tested
//! natively. The second group is the shell and exists only in the browser.
//!
//! Two WebAssembly modules are built of this crate. The feature `later` makes the second, which has no shell
//! and loads only when somebody asks for what it does.

pub mod calendar;
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
pub mod slices;
mod strings;
pub mod taxonomy;

#[cfg(all(target_arch = "wasm32", not(feature = "later")))]
mod app;
#[cfg(all(target_arch = "wasm32", not(feature = "later")))]
pub mod browser;
#[cfg(all(target_arch = "wasm32", not(feature = "later")))]
pub mod element;
#[cfg(all(target_arch = "wasm32", not(feature = "later")))]
mod views;

#[cfg(all(target_arch = "wasm32", feature = "later"))]
mod later;
