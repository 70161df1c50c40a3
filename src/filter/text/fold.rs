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

/// The spaces, signs and punctuation outside ASCII, from the first to the last of each run: what parts
/// words. The standard library's table of all letters would add 1.5 KB to the module.
const GAPS: [(u16, u16); 67] = [
    // Latin, Greek, Cyrillic, Armenian.
    (0x80, 0xA9),
    (0xAB, 0xB1),
    (0xB4, 0xB4),
    (0xB6, 0xB8),
    (0xBB, 0xBB),
    (0xBF, 0xBF),
    (0x2C2, 0x2C5),
    (0x2D2, 0x2DF),
    (0x2E5, 0x2EB),
    (0x2ED, 0x2ED),
    (0x2EF, 0x2FF),
    (0x375, 0x375),
    (0x37E, 0x37E),
    (0x384, 0x385),
    (0x387, 0x387),
    (0x3F6, 0x3F6),
    (0x482, 0x489),
    (0x55A, 0x55F),
    (0x589, 0x590),
    // Hebrew, Arabic.
    (0x5BE, 0x5BE),
    (0x5C0, 0x5C0),
    (0x5C3, 0x5C3),
    (0x5C6, 0x5C6),
    (0x5F3, 0x60F),
    (0x61B, 0x61F),
    (0x66A, 0x66D),
    (0x6D4, 0x6D4),
    (0x6DD, 0x6DE),
    (0x6E9, 0x6E9),
    (0x6FD, 0x6FE),
    (0x700, 0x70F),
    // South and South East Asia: dandas, the signs of money and abbreviation. The signs that join consonants
    // are no letters to Unicode, but part of words.
    (0x964, 0x965),
    (0x970, 0x970),
    (0x9F2, 0x9F3),
    (0x9FA, 0x9FB),
    (0xAF0, 0xAF1),
    (0xBF3, 0xBFA),
    (0xDF4, 0xDF4),
    (0xE3F, 0xE3F),
    (0xE4F, 0xE4F),
    (0xE5A, 0xE5B),
    (0x104A, 0x104F),
    // Georgian, Ethiopic, Khmer.
    (0x10FB, 0x10FB),
    (0x1360, 0x1368),
    (0x17D4, 0x17D6),
    (0x17D8, 0x17DB),
    // Spaces, dashes, quotes, money, arrows, symbols, emoji.
    (0x2000, 0x2070),
    (0x207A, 0x207E),
    (0x208A, 0x208F),
    (0x20A0, 0x214F),
    (0x2190, 0x245F),
    (0x2500, 0x2775),
    (0x2794, 0x2BFF),
    // China, Japan, Korea.
    (0x2E00, 0x3004),
    (0x3008, 0x3020),
    (0x302A, 0x3030),
    (0x303D, 0x3040),
    (0x3099, 0x309C),
    (0x30A0, 0x30A0),
    (0x30FB, 0x30FB),
    // For private use; signs of presentation; wide and half-wide signs.
    (0xE000, 0xF8FF),
    (0xFE00, 0xFE6F),
    (0xFF00, 0xFF0F),
    (0xFF1A, 0xFF20),
    (0xFF3B, 0xFF40),
    (0xFF5B, 0xFF65),
    (0xFFE0, 0xFFFF),
];

/// Whether a character of another script is part of a word.
fn is_letter(c: char) -> bool {
    match u16::try_from(c as u32) {
        Ok(code) => !GAPS
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&code)),
        // Rare letters of China and historic scripts; not emoji.
        Err(_) => matches!(c, '\u{10000}'..='\u{1CFFF}' | '\u{20000}'..='\u{3FFFF}'),
    }
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
            if c.is_alphanumeric() {
                assert_eq!([fold(c).1], expect[..], "{c}");
            }
        }
    }

    #[test]
    fn what_unicode_calls_letters_and_digits_are_parts_of_words() {
        // The signs that look like letters, such as that of the kelvin, are left out.
        let is_sign = |code| matches!(code, 0x2070 | 0x2100..=0x214F | 0x2E2F);
        let codes = (0x80..=0x1FFFF).filter(|&code| !is_sign(code));
        for c in codes
            .filter_map(char::from_u32)
            .filter(|c| c.is_alphanumeric())
        {
            // Letters and digits in circles and squares, which emoji stand beside.
            let is_in_shape = matches!(c, '\u{1D000}'..='\u{1FFFF}');
            assert_eq!(fold(c).0 != Class::Gap, !is_in_shape, "{:x} {c}", c as u32);
        }
    }

    #[test]
    fn punctuation_and_signs_part_words() {
        let signs = "\u{A0}¡£©«°±·»¿×÷˂˜΄;·҂՚։־׃״؟،٪۔।॥৳฿๏჻።។\u{2003}–—―“”„†•…‰‹›€₹℃№™→∞⌂☎✓❤\
            \u{FE0F}➤⭐⸺、。〃「」〜゠・\u{E000}\u{F8FF}︰﹏！？：［］｛｝～｡￥\u{FFFD}🇬🇧😀🩷";
        for c in signs.chars() {
            assert_eq!(fold(c).0, Class::Gap, "{:x} {c}", c as u32);
        }
    }
}
