//! One character at a time: lower case, without accents.

/// What a character is to search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Letter,
    Digit,
    /// An accent of its own, which belongs to the letter before it.
    Mark,
    /// Passed over inside a word: apostrophes and invisible characters.
    Nothing,
    /// What stands between words.
    Gap,
}

/// The letters under U+00C0 to U+017F, in the code of [`push_base`].
const LATIN: &[u8; 192] = b"\
    aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTy\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll\
    lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The letters under U+1E00 to U+1EFF, which Welsh and Vietnamese use.
const LATIN_ADDITIONAL: &[u8; 256] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwya???S?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

/// Adds a letter or digit to `out`, folded, and says what the character is.
///
/// Latin letters lose their accents; other scripts are lower-cased and else stay as they are.
pub fn fold(c: char, out: &mut String) -> Class {
    if c.is_ascii() {
        return fold_ascii(c, out);
    }
    let base = match c as u32 {
        code @ 0xC0..=0x17F => LATIN[code as usize - 0xC0],
        code @ 0x1E00..=0x1EFF => LATIN_ADDITIONAL[code as usize - 0x1E00],
        0x1A0 | 0x1A1 => b'o',
        0x1AF | 0x1B0 => b'u',
        0x218 | 0x219 => b's',
        0x21A | 0x21B => b't',
        0x300..=0x36F => return Class::Mark,
        // Apostrophes and primes; soft hyphens and joiners.
        0x2018 | 0x2019 | 0x201B | 0x2032 | 0x2BC | 0xB4 | 0xFF07 => return Class::Nothing,
        0xAD | 0x200B..=0x200D | 0x2060 | 0xFEFF => return Class::Nothing,
        _ => b'?',
    };
    match base {
        b' ' => Class::Gap,
        b'?' if is_letter(c) => {
            out.extend(c.to_lowercase());
            Class::Letter
        }
        b'?' => Class::Gap,
        base => {
            push_base(base, out);
            Class::Letter
        }
    }
}

fn fold_ascii(c: char, out: &mut String) -> Class {
    if c.is_ascii_alphabetic() {
        out.push(c.to_ascii_lowercase());
        Class::Letter
    } else if c.is_ascii_digit() {
        out.push(c);
        Class::Digit
    } else if c == '\'' || c == '`' {
        Class::Nothing
    } else {
        Class::Gap
    }
}

/// Adds the letter that a table names: itself, or two for a capital.
fn push_base(base: u8, out: &mut String) {
    match base {
        b'A' => out.push_str("ae"),
        b'I' => out.push_str("ij"),
        b'O' => out.push_str("oe"),
        b'S' => out.push_str("ss"),
        b'T' => out.push_str("th"),
        base => out.push(base.into()),
    }
}

/// Whether a character of another script is part of a word.
fn is_letter(c: char) -> bool {
    // The signs that join consonants in the scripts of South and South East Asia are no letters to
    // Unicode, but part of words; the dandas end sentences there.
    let is_indic_sign = matches!(c, '\u{900}'..='\u{EFF}') && !matches!(c, '\u{964}' | '\u{965}');
    c.is_alphanumeric() || is_indic_sign
}
