/// What a text is found by: a hash of its name, so that the names are no part of the module.
///
/// A test sees to it that no two names of a file have the same. A name that no file has may have the one of
/// another: ask only for what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(pub u16);

impl Key {
    /// The key of a name.
    pub const fn of(name: &str) -> Self {
        Self::joined(&[name])
    }

    /// The key of a name in parts.
    pub const fn joined(parts: &[&str]) -> Self {
        // FNV-1a, both halves folded into one, with a beginning that parts all names there are.
        let mut hash: u32 = 2;
        let mut part = 0;
        while part < parts.len() {
            let bytes = parts[part].as_bytes();
            let mut at = 0;
            while at < bytes.len() {
                hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
                at += 1;
            }
            part += 1;
        }
        Self((hash >> 16 ^ hash) as u16)
    }
}

/// The [`Key`] of a name, worked out by the compiler.
#[allow(unused_macros, reason = "the build script has no use for it")]
macro_rules! key {
    ($name:literal) => {
        const { $crate::i18n::Key::of($name) }
    };
}
#[allow(unused_imports, reason = "as above")]
pub(crate) use key;
