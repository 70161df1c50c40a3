//! What only a browser knows.

pub mod dom;
pub mod focus;
pub mod intl;
pub mod state;
pub mod timer;
