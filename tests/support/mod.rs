//! What is kept of a list must be valid, whatever the list was.

pub mod check;
pub mod json;
mod walk;
mod write;

use peer_support_directory::directory::{Directory, Venue};
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

/// What was kept of a list, written as a list, is read as the same.
#[allow(dead_code, reason = "not every test binary uses it")]
pub fn stays(directory: &Directory) {
    let list = write::list(directory).to_string();
    let (again, problems) = feed::parse(list.as_bytes()).expect("a list");
    let again = write::list(&rounded(&again));
    assert_eq!(
        again,
        write::list(&rounded(directory)),
        "{list}\n{problems:#?}"
    );
}

/// The directory with coordinates to a millionth of a degree: numbers are read to the last bit or two.
fn rounded(directory: &Directory) -> Directory {
    let mut directory = directory.clone();
    let meetings = directory
        .groups
        .iter_mut()
        .flat_map(|group| &mut group.meetings);
    for venue in meetings.filter_map(|meeting| meeting.venue.as_mut()) {
        let Venue {
            latitude,
            longitude,
            ..
        } = venue;
        for degrees in [latitude, longitude].into_iter().flatten() {
            *degrees = (*degrees * 1e6).round();
        }
    }
    directory
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
