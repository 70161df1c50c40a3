//! Ways to reach people: links, email addresses, phone numbers.

use super::text::{before, is_visible, split_last};

/// An absolute link whose scheme is https, http, mailto or tel, in lower case.
///
/// It never holds white space, control characters, or a user name before the host: a link such as
/// `https://charity.example@elsewhere.example` looks like the one and opens the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(Box<str>);

/// An email address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(Box<str>);

/// A phone number as people write it, such as "020 7730 8585".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneNumber(Box<str>);

impl Link {
    /// A link, if its scheme is one of the four and its target has the scheme's shape.
    pub fn new(url: &str) -> Option<Self> {
        let (scheme, target) = url.split_once(':')?;
        let mut link: Box<str> = url.into();
        let in_lower_case = link.get_mut(..scheme.len())?;
        in_lower_case.make_ascii_lowercase();
        let is_valid = match &*in_lower_case {
            "https" | "http" => is_host(authority(target.strip_prefix("//")?)),
            "mailto" => before(target, '?')
                .split(',')
                .all(|email| Email::new(email).is_some()),
            "tel" => PhoneNumber::new(before(target, ';')).is_some(),
            _ => false,
        };
        // Browsers read a backslash as a slash; the others have no place in a link unencoded.
        let is_unsafe = |byte| matches!(byte, b'\\' | b'<' | b'>' | b'"' | b'`');
        let is_safe = is_visible(url) && !url.bytes().any(is_unsafe);
        (is_valid && is_safe).then_some(Self(link))
    }

    /// The whole link.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The site that it opens, without "www.": "heads2gether.net"; nothing for mail and phone.
    pub fn site(&self) -> Option<&str> {
        let (_, target) = self.0.split_once(':')?;
        let host = authority(target.strip_prefix("//")?);
        Some(host.strip_prefix("www.").unwrap_or(host))
    }
}

impl Email {
    /// An address, if it looks like one: one @, something on both sides, a dot in the domain.
    pub fn new(email: &str) -> Option<Self> {
        let (local, domain) = email.split_once('@')?;
        // These have a meaning in links and in lists of addresses.
        let is_punctuation = |byte| {
            matches!(
                byte,
                b'<' | b'>'
                    | b'('
                    | b')'
                    | b'['
                    | b']'
                    | b','
                    | b';'
                    | b':'
                    | b'\\'
                    | b'"'
                    | b'?'
                    | b'&'
            )
        };
        let is_valid = !local.is_empty()
            && is_visible(email)
            && !email.bytes().any(is_punctuation)
            && !domain.contains('@')
            && domain.contains('.')
            && !domain.starts_with(".")
            && !domain.ends_with(".");
        is_valid.then(|| Self(email.into()))
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PhoneNumber {
    /// A number, if it has 3 to 25 digits and else only spaces and `+ ( ) - .`.
    pub fn new(number: &str) -> Option<Self> {
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let is_number = number
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b' ' | b'+' | b'(' | b')' | b'-' | b'.'));
        ((3..=25).contains(&digits) && is_number).then(|| Self(number.trim().into()))
    }

    /// The number as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number for a `tel:` link: digits, after a plus where there is one.
    pub fn dialled(&self) -> String {
        // In "+44 (0)20 …" the bracketed 0 is only dialled without the +44.
        let has_plus = self.0.bytes().any(|byte| byte == b'+');
        let is_abroad = has_plus || self.0.starts_with("00");
        let mut dialled = String::from(if has_plus { "+" } else { "" });
        let mut rest = &*self.0;
        while let Some(c) = rest.chars().next() {
            let is_left_out = is_abroad && rest.starts_with("(0)");
            rest = &rest[if is_left_out { 3 } else { 1 }..];
            if c.is_ascii_digit() {
                dialled.push(c);
            }
        }
        dialled
    }
}

/// What stands between `//` and the path: the host, and its port where it has one.
fn authority(target: &str) -> &str {
    let end = target
        .bytes()
        .position(|byte| matches!(byte, b'/' | b'?' | b'#'));
    &target[..end.unwrap_or(target.len())]
}

/// Whether it is a host, with a port or without. Letters of other alphabets are allowed.
fn is_host(authority: &str) -> bool {
    let (host, port) = match split_last(authority, b':') {
        Some((host, port)) if !port.ends_with("]") => (host, port),
        _ => (authority, ""),
    };
    let is_port = port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit());
    // A byte that is no ASCII is part of a letter of another alphabet.
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let is_name = host.bytes().next().is_some_and(is_letter)
        && host
            .bytes()
            .all(|byte| is_letter(byte) || matches!(byte, b'.' | b'-' | b'_'));
    let is_ipv6 = host
        .strip_prefix("[")
        .and_then(|rest| rest.strip_suffix("]"))
        .is_some_and(|rest| {
            let is_part = |byte: u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.');
            rest.contains(':') && rest.bytes().all(is_part)
        });
    is_port && (is_name || is_ipv6)
}
