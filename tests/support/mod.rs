//! What is kept of a list must be valid, whatever the list was.

pub mod check;
mod walk;

use peer_support_directory::directory::Directory;
use peer_support_directory::feed::{self, MAX_PROBLEMS, NotAList, Problem};
use walk::Walk;

/// Reads a list and checks everything that was kept.
pub fn parse(bytes: &[u8]) -> Result<(Directory, Vec<Problem>), NotAList> {
    let read = feed::parse(bytes);
    if let Ok((directory, problems)) = &read {
        assert!(problems.len() <= MAX_PROBLEMS + 1);
        for problem in problems {
            assert!(!problem.path.is_empty());
            assert!(!problem.message.chars().any(is_harmful), "{problem}");
            assert!(
                problem.path.len() + problem.message.len() < 500,
                "{problem}"
            );
        }
        Walk.directory(directory);
    }
    read
}

/// The paths of the problems that reading finds.
#[allow(dead_code, reason = "not every test binary uses it")]
pub fn paths(problems: &[Problem]) -> Vec<&str> {
    problems
        .iter()
        .map(|problem| problem.path.as_str())
        .collect()
}

fn is_harmful(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
