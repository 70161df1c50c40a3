//! The texts of wasm-bindgen's own errors, which nobody reads.

use anyhow::{Result, ensure};

/// What is thrown with these ends the module, and the loader tells of that in words of its own.
const UNREAD: [&str; 6] = [
    "FnOnce called more than once",
    "attempted to take ownership of Rust value while it was borrowed",
    "called `Option::unwrap_throw()` on a `None` value",
    "closure invoked recursively or after being dropped",
    "null pointer passed to rust",
    "recursive use of an object detected which would lead to unsafe aliasing in rust",
];

/// The module with zeros in the place of these texts, of which brotli makes almost nothing. An error where one is not
/// found: wasm-bindgen has changed.
pub fn without_unread(module: &[u8]) -> Result<Vec<u8>> {
    let mut module = module.to_vec();
    for text in UNREAD {
        let mut found = 0;
        for at in 0..=module.len().saturating_sub(text.len()) {
            if module[at..].starts_with(text.as_bytes()) {
                module[at..at + text.len()].fill(0);
                found += 1;
            }
        }
        ensure!(found > 0, "texts.rs does not find `{text}` in the module");
    }
    Ok(module)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_zeros_of_the_same_length_wherever_a_text_stands() -> Result<()> {
        let module = ["<", &UNREAD.join("|"), UNREAD[0], ">"].concat();
        let without = without_unread(module.as_bytes())?;
        assert_eq!(without.len(), module.len());
        let left: Vec<_> = without.into_iter().filter(|byte| *byte != 0).collect();
        assert_eq!(left, b"<|||||>");
        Ok(())
    }

    #[test]
    fn says_what_it_does_not_find() {
        let fault = without_unread(b"").expect_err("nothing is there");
        assert_eq!(
            fault.to_string(),
            "texts.rs does not find `FnOnce called more than once` in the module"
        );
    }
}
