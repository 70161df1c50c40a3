//! What several fuzz targets share: schedules and time zones that are made of any bytes.
//!
//! The targets are in `fuzz_targets/`. `cargo xtask fuzz` builds and runs them with libFuzzer, which keeps
//! the inputs that reach new code and makes others of them.

mod case;
pub mod plain;

pub use case::Case;
