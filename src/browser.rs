//! What only a browser knows.

pub mod focus;
pub mod intl;
pub mod state;
