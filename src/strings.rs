//! Putting strings together.
//!
//! The standard library does the same, with code of its own for each kind of list and of number, and for all ways to
//! write a number: 1.2 KB of the module.

/// All of them, one after the other.
#[inline(never)]
pub fn concat(parts: &[&str]) -> String {
    let mut all = String::with_capacity(parts.iter().map(|part| part.len()).sum());
    for part in parts {
        all.push_str(part);
    }
    all
}

/// All of them, with `between` between.
pub fn join(parts: &[impl AsRef<str>], between: &str) -> String {
    let mut joined = String::new();
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            joined.push_str(between);
        }
        joined.push_str(part.as_ref());
    }
    joined
}

/// A whole number in digits.
pub fn digits(number: impl Into<i64>) -> String {
    fn write(number: i64) -> String {
        let mut text = String::new();
        if number < 0 {
            text.push('-');
        }
        push_digits(&mut text, number.unsigned_abs());
        text
    }
    write(number.into())
}

/// Adds a number in digits.
pub fn push_digits(text: &mut String, number: u64) {
    if number > 9 {
        push_digits(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_the_library_writes_them() {
        for number in [0, 7, 10, -1, -120, 1_234_567_890, i64::MAX, i64::MIN] {
            assert_eq!(digits(number), number.to_string());
        }
    }

    #[test]
    fn parts_are_put_together() {
        assert_eq!(concat(&["a", "", "b"]), "ab");
        assert_eq!(join(&["a", "", "b"], ", "), "a, , b");
        assert_eq!(join(&[""; 0], ", "), "");
    }
}
