//! Where in the list the reader is, and what it found wrong so far.

use super::problem::Problems;
use crate::directory::clean;
use crate::json::Value;
use crate::strings::{concat, push_digits};

/// The reader's place: the path of the value that it reads.
pub(super) struct Place {
    path: String,
    problems: Problems,
}

/// How much of a value a problem shows, in characters.
const SHOWN: usize = 40;

impl Place {
    pub(super) fn new(problems: Problems) -> Self {
        let path = String::new();
        Self { path, problems }
    }

    /// Goes to a field; what it returns leads back, through [`Place::leave`].
    pub(super) fn enter_field(&mut self, name: &str) -> usize {
        let outer = self.path.len();
        if outer > 0 {
            self.path.push('.');
        }
        self.path.push_str(name);
        outer
    }

    /// Goes to an element of an array.
    pub(super) fn enter_element(&mut self, index: usize) -> usize {
        let outer = self.path.len();
        self.path.push('[');
        push_digits(&mut self.path, index as u64);
        self.path.push(']');
        outer
    }

    pub(super) fn leave(&mut self, outer: usize) {
        self.path.truncate(outer);
    }

    /// Reports a problem here.
    pub(super) fn report(&mut self, message: String) {
        self.problems.push(self.path.clone(), message);
    }

    /// Reports a problem with a field of the record that is read here.
    pub(super) fn report_field(&mut self, name: &str, message: String) {
        let outer = self.enter_field(name);
        self.report(message);
        self.leave(outer);
    }

    /// As [`Place::refuse_it`]; always gives nothing, for the caller to return.
    pub(super) fn refuse<T>(&mut self, value: &Value, allowed: &str) -> Option<T> {
        self.refuse_it(value, allowed);
        None
    }

    /// Reports a value that cannot be used.
    pub(super) fn refuse_it(&mut self, value: &Value, allowed: &str) {
        self.report(concat(&[
            &show(value),
            " cannot be used; allowed: ",
            allowed,
        ]));
    }

    /// Reports a value that is not as the format says and is read all the same.
    pub(super) fn accept(&mut self, value: &Value, how: &str) {
        self.report(concat(&[&show(value), " is read ", how]));
    }

    pub(super) fn into_problems(self) -> Problems {
        self.problems
    }
}

/// A value as a problem shows it: short, on one line, without characters that hide or reorder text.
pub(super) fn show(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(value) => (if *value { "true" } else { "false" }).to_owned(),
        Value::Number(number) if number.len() <= SHOWN => (*number).into(),
        Value::Number(_) => "a number".into(),
        Value::String(text) => show_text(text),
        Value::Array(_) => "a list".into(),
        Value::Object(_) => "an object".into(),
    }
}

/// A text as a problem shows it, in quotes.
pub(super) fn show_text(text: &str) -> String {
    let mut rest = text.chars();
    for _ in 0..SHOWN {
        rest.next();
    }
    let rest = rest.as_str().len();
    let dots = if rest > 0 { "…" } else { "" };
    let start = &text[..text.len() - rest];
    concat(&["\"", &clean(start, false).0, dots, "\""])
}
