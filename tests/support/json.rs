//! What is JSON, as the crate serde_json sees it.
#![allow(dead_code, reason = "not every test binary uses it")]

use serde_json::Value;

use super::{parse, stays};

/// Reads bytes, which must be JSON just if they are read without repair. What is kept must be valid, and
/// be read as the same when it is written as a list again.
pub fn parse_as_json(bytes: &[u8]) {
    let read = parse(bytes);
    if let Ok((directory, _)) = &read {
        stays(directory);
    }
    let is_json = match serde_json::from_slice::<Value>(bytes) {
        Ok(_) => true,
        // It stops one short of the 128 levels that are allowed here.
        Err(error) if error.to_string().starts_with("recursion limit") => return,
        Err(_) => false,
    };
    match read {
        Ok((_, problems)) => {
            let is_repaired = problems.iter().any(|one| one.path.starts_with("line "));
            let has_mark = bytes.starts_with(b"\xEF\xBB\xBF");
            assert!(is_json || is_repaired || has_mark, "{problems:#?}");
        }
        Err(error) => {
            let is_said_to_be = error.message.contains("must be a JSON object");
            assert!(!is_json || is_said_to_be, "{error}");
        }
    }
}
