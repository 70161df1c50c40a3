//! `check(input, kept, problems)`: what a list's part gives.
#![allow(dead_code, reason = "not every test binary uses all")]

use std::fmt::Debug;

use peer_support_directory::directory::{Directory, Group};
use peer_support_directory::schedule::Schedule;
use serde_json::{Value, json};

use super::{parse, paths};

/// A group with these fields keeps this, and these paths (below the group) have a problem.
pub fn check<T: Debug + PartialEq>(
    fields: Value,
    get: impl Fn(&Group) -> T,
    kept: T,
    problems: &[&str],
) {
    let mut group = json!({ "id": "a", "name": "A" });
    for (name, value) in fields.as_object().expect("fields") {
        group[name] = value.clone();
    }
    let problems: Vec<_> = problems
        .iter()
        .map(|path| format!("groups[0].{path}"))
        .collect();
    let problems: Vec<_> = problems.iter().map(String::as_str).collect();
    check_list(
        json!({ "groups": [group] }),
        |directory| get(&directory.groups[0]),
        kept,
        &problems,
    );
}

/// The same for a schedule.
pub fn check_schedule<T: Debug + PartialEq>(
    fields: Value,
    get: impl Fn(&Schedule) -> T,
    kept: T,
    problems: &[&str],
) {
    let problems: Vec<_> = problems
        .iter()
        .map(|path| format!("meetings[0].schedule.{path}"))
        .collect();
    let problems: Vec<_> = problems.iter().map(String::as_str).collect();
    let get = |group: &Group| get(group.meetings[0].schedule.as_ref().expect("a schedule"));
    check(
        json!({ "meetings": [{ "schedule": fields }] }),
        get,
        kept,
        &problems,
    );
}

/// The same for a whole list.
pub fn check_list<T: Debug + PartialEq>(
    list: Value,
    get: impl Fn(&Directory) -> T,
    kept: T,
    problems: &[&str],
) {
    let (directory, found) = parse(list.to_string().as_bytes()).expect("a list");
    assert_eq!(get(&directory), kept, "{list}");
    assert_eq!(paths(&found), problems, "{list}\n{found:#?}");
}
