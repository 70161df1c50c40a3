//! The tree of cancer types: the built-in vocabulary, and what a list adds to it.

use crate::directory::CancerType;
use crate::i18n::Language;

/// How close a group's types of cancer are to the one that was chosen; less is closer.
///
/// 0 is the same type, 1 a type one step broader or narrower, and so on; [`ANY`] is a group for any
/// cancer.
pub type Closeness = u8;

/// The closeness of a group for any cancer.
pub const ANY: Closeness = u8::MAX - 1;

/// A type's place in the tree.
pub type TypeIndex = u16;

/// The tree of cancer types, with names and synonyms in one language.
pub struct Taxonomy {
    // PLACEHOLDER for the implementer
}

impl Taxonomy {
    /// The built-in vocabulary, with the types that a list declares added or laid over it, and the
    /// types that its groups use but nothing declares (as roots, their id made readable).
    pub fn new<'a>(
        _declared: &[CancerType],
        _used: impl Iterator<Item = &'a str>,
        _language: &Language,
    ) -> Self {
        Self {}
    }

    /// The type's place in the tree, by its id.
    pub fn find(&self, _id: &str) -> Option<TypeIndex> {
        None
    }

    /// The type's name.
    pub fn name(&self, _index: TypeIndex) -> &str {
        ""
    }
}
