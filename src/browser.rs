//! What only a browser knows.

pub mod dom;
pub(crate) mod focus;
pub mod intl;
pub mod signal;
pub(crate) mod state;
pub(crate) mod timer;
