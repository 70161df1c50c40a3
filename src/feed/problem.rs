//! What is wrong with a list, and where.

use std::fmt;

/// Something in the list that could not be used. The rest of the list is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is, such as `groups[12].meetings[0].schedule.opens_at`.
    pub path: String,
    /// What is wrong, and what is allowed.
    pub message: String,
}

/// The document is no list of groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAList {
    /// What is wrong, with line and column where it is not JSON.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl fmt::Display for NotAList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for NotAList {}
