//! Ids.

use super::text::{is_visible, replaced};

/// An id: what other parts of the list, attributes and links name.
///
/// Never empty, and without spaces, because attributes separate ids by spaces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// An id, unless it is empty or holds white space or characters that cannot be seen.
    pub fn new(id: &str) -> Option<Self> {
        (!id.is_empty() && is_visible(id)).then(|| Self(id.into()))
    }

    /// The id as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id made readable, for one that nothing names: "guest-speakers" as "Guest speakers".
    pub fn readable(&self) -> String {
        let mut words = replaced(&self.0, &|c| matches!(c, '-' | '_'), ' ');
        // ASCII is enough for ids, and the table of all capitals is large.
        if let Some(first) = words.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        words
    }
}
