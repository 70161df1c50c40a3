//! What is wrong with a list, and where.

use crate::strings::{concat, digits};
use std::fmt;

/// Something in the list that is not as the format says. The rest of the list is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is, such as `groups[12].meetings[0].schedule.opens_at`, or `line 3, column 14`
    /// where it is in the text before it was read.
    pub path: String,
    /// What is wrong, and what is allowed or was done about it.
    pub message: String,
}

/// The document is no list of groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAList {
    /// What is wrong, with line and column where it is not JSON.
    pub message: String,
}

/// How many problems are kept; one more says how many there were beyond them.
pub const MAX_PROBLEMS: usize = 1000;

/// The problems found so far, so many at most that a hostile list cannot fill the memory with them.
#[derive(Clone, Default)]
pub(super) struct Problems {
    kept: Vec<Problem>,
    more: usize,
}

impl Problems {
    pub(super) fn push(&mut self, path: String, message: String) {
        if self.kept.len() < MAX_PROBLEMS {
            self.kept.push(Problem { path, message });
        } else {
            self.more += 1;
        }
    }

    pub(super) fn into_vec(mut self) -> Vec<Problem> {
        if self.more > 0 {
            self.kept.push(Problem {
                path: "list".into(),
                message: concat(&[
                    "and ",
                    &digits(self.more as i64),
                    " more problems like these",
                ]),
            });
        }
        self.kept
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&concat(&[&self.path, ": ", &self.message]))
    }
}

impl fmt::Display for NotAList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for NotAList {}
