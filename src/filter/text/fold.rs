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

/// The letters under U+00C0 to U+017F, where a capital stands for two letters, see [`fold`].
const LATIN: &[u8; 192] = b"\
    aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTy\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll\
    lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The letters under U+1E00 to U+1EFF, which Welsh and Vietnamese use.
const LATIN_ADDITIONAL: &[u8; 256] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwyasssSdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";

/// What a character is to search, and for a letter or digit what it folds to: a character, and where
/// a letter becomes two, the second.
///
/// Latin letters lose their accents; other scripts are lower-cased and else stay as they are.
pub fn fold(c: char) -> (Class, char, Option<char>) {
    let class = |class| (class, c, None);
    let base = match c as u32 {
        0x30..=0x39 => return class(Class::Digit),
        0x61..=0x7A => return class(Class::Letter),
        0x41..=0x5A => c.to_ascii_lowercase() as u8,
        // Apostrophes and primes; soft hyphens and joiners.
        0x27 | 0x60 | 0xB4 | 0x2BC | 0x2018 | 0x2019 | 0x201B | 0x2032 | 0xFF07 => {
            return class(Class::Nothing);
        }
        0xAD | 0x200B..=0x200D | 0x2060 | 0xFEFF => return class(Class::Nothing),
        0x300..=0x36F => return class(Class::Mark),
        code @ 0xC0..=0x17F => LATIN[code as usize - 0xC0],
        code @ 0x1E00..=0x1EFF => LATIN_ADDITIONAL[code as usize - 0x1E00],
        0x1A0 | 0x1A1 => b'o',
        0x1AF | 0x1B0 => b'u',
        0x218 | 0x219 => b's',
        0x21A | 0x21B => b't',
        0x80.. if is_letter(c) => return (Class::Letter, lower(c), None),
        _ => b' ',
    };
    let (first, second) = match base {
        b' ' => return class(Class::Gap),
        b'A' => ('a', Some('e')),
        b'I' => ('i', Some('j')),
        b'O' => ('o', Some('e')),
        b'S' => ('s', Some('s')),
        b'T' => ('t', Some('h')),
        base => (base.into(), None),
    };
    (Class::Letter, first, second)
}

/// The lower case of a letter of another script that has one: Greek, Cyrillic and Armenian. The standard
/// library's table of all scripts would add more to the module than all of this folder.
fn lower(c: char) -> char {
    let code = c as u32;
    let lower = match code {
        0x386 => 0x3AC,
        0x388..=0x38A => code + 37,
        0x38C => 0x3CC,
        0x38E | 0x38F => code + 63,
        0x391..=0x3AB | 0x410..=0x42F => code + 32,
        0x400..=0x40F => code + 80,
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F => code | 1,
        0x531..=0x556 => code + 48,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

/// Whether a character of another script is part of a word.
fn is_letter(c: char) -> bool {
    // The signs that join consonants in the scripts of South and South East Asia are no letters to
    // Unicode, but part of words; the dandas end sentences there.
    let is_indic_sign = matches!(c, '\u{900}'..='\u{EFF}') && !matches!(c, '\u{964}' | '\u{965}');
    c.is_alphanumeric() || is_indic_sign
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    /// The letter without its accents, as Unicode takes them apart.
    fn without_accents(c: char) -> char {
        let mut parts = c.nfd();
        let first = parts.next().unwrap_or(c);
        let is_letter = parts.all(|mark| fold(mark).0 == Class::Mark);
        if is_letter { first } else { c }
    }

    #[test]
    fn latin_letters_lose_their_accents() {
        let tables = (0xC0..=0x17F).chain(0x1E00..=0x1EFF);
        let others = [0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x218, 0x219, 0x21A, 0x21B];
        for c in tables.chain(others).filter_map(char::from_u32) {
            let base = without_accents(c);
            let (class, first, second) = fold(c);
            if base.is_ascii_alphabetic() {
                let expect = (Class::Letter, base.to_ascii_lowercase(), None);
                assert_eq!((class, first, second), expect, "{c}");
            } else if class == Class::Letter {
                assert!(first.is_ascii_lowercase(), "{c}");
            }
        }
    }

    #[test]
    fn other_scripts_are_lower_cased() {
        let scripts = (0x370..=0x3FF).chain(0x400..=0x52F).chain(0x531..=0x587);
        // Letters of Coptic, and a few for the history of Greek.
        let is_rare = |code| matches!(code, 0x370..=0x37F | 0x3CF..=0x3FF | 0x4C0..=0x4CF);
        for c in scripts
            .filter(|&code| !is_rare(code))
            .filter_map(char::from_u32)
        {
            let expect: Vec<char> = c.to_lowercase().collect();
            if fold(c).0 == Class::Letter {
                assert_eq!([fold(c).1], expect[..], "{c}");
            }
        }
    }
}
