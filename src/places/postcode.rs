//! Postcodes, by their shape alone.
//!
//! "OX3 7LJ" is the area OX, the district OX3 and, behind the space, the inward part. All functions take
//! text that is folded: small letters, and a space at most between parts.

/// The first half of a postcode that is given in full or in part: its district, or an area that
/// stands alone. Nothing where the text has not the shape of a postcode.
pub fn outward(key: &str) -> Option<String> {
    // A space settles what "m1 1" is; without one, the longest district wins: M11.
    if let Some((outward, inward)) = key.split_once(' ')
        && is_district(outward)
        && begins_inward(inward)
    {
        return Some(outward.into());
    }
    let mut joined = String::new();
    joined.extend(key.chars().filter(|&c| c != ' '));
    if is_area(&joined) {
        return Some(joined);
    }
    // Seven characters is the longest postcode.
    if joined.len() > 7 || !joined.is_ascii() {
        return None;
    }
    for end in (2..=joined.len()).rev() {
        if is_district(&joined[..end]) && begins_inward(&joined[end..]) {
            joined.truncate(end);
            return Some(joined);
        }
    }
    None
}

/// The area of a district or area: the letters that it begins with.
pub fn area(outward: &str) -> &str {
    &outward[..letters(outward)]
}

/// Whether it has the shape of an area's code: one or two letters.
pub fn is_area(text: &str) -> bool {
    let count = letters(text);
    count == text.len() && matches!(count, 1 | 2)
}

/// Whether it has the shape of a district's code: an area, a digit and perhaps one more digit or letter.
pub fn is_district(text: &str) -> bool {
    let (area, rest) = text.split_at(letters(text));
    is_area(area)
        && match rest.as_bytes() {
            [first] => first.is_ascii_digit(),
            [first, second] => first.is_ascii_digit() && second.is_ascii_alphanumeric(),
            _ => false,
        }
}

/// Whether a postcode's inward part, a digit and two letters, may begin so.
fn begins_inward(text: &str) -> bool {
    match text.as_bytes() {
        [] => true,
        [digit, rest @ ..] => {
            digit.is_ascii_digit() && rest.len() <= 2 && rest.iter().all(u8::is_ascii_lowercase)
        }
    }
}

/// How many plain letters it begins with.
fn letters(text: &str) -> usize {
    let is_letter = |byte: &u8| byte.is_ascii_lowercase();
    text.as_bytes()
        .iter()
        .take_while(|&byte| is_letter(byte))
        .count()
}
