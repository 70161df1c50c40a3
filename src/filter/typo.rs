//! Spelling mistakes.

/// A word as somebody typed it, perhaps wrongly.
pub struct Typo {
    word: Vec<char>,
    /// How many errors are forgiven.
    allowed: u8,
    /// The distances of all beginnings of `word` to the candidate's current beginning and to the
    /// two before it. Kept from one candidate to the next, so that none allocates.
    columns: [Vec<u8>; 3],
}

impl Typo {
    /// A word in which errors may be forgiven: one if it has four letters or more, two if it has
    /// eight. Digits do not count and must be right.
    pub fn new(word: &str) -> Option<Self> {
        let mut letters = 0;
        for c in word.chars() {
            letters += usize::from(!c.is_ascii_digit());
        }
        let allowed = u8::from(letters >= 4) + u8::from(letters >= 8);
        (allowed > 0).then(|| Self::allowing(allowed, word))
    }

    fn allowing(allowed: u8, word: &str) -> Self {
        let mut chars = Vec::new();
        for c in word.chars() {
            chars.push(c);
        }
        let column = || vec![0; chars.len() + 1];
        Self {
            columns: [column(), column(), column()],
            word: chars,
            allowed,
        }
    }

    /// The least number of errors that make the typed word of the candidate or of a beginning of it,
    /// if they are forgiven and the first letter is right.
    pub fn errors(&mut self, candidate: &str) -> Option<u8> {
        // A candidate that is much shorter is too far. This also keeps very long words cheap.
        let is_near = candidate.len() + usize::from(self.allowed) >= self.word.len();
        let has_first = candidate.chars().next() == self.word.first().copied();
        if !is_near || !has_first {
            return None;
        }
        // Another number is no misspelling: the digits must all be right.
        let mut digits = candidate.chars().filter(char::is_ascii_digit);
        let mut typed = self.word.iter().filter(|c| c.is_ascii_digit());
        if !typed.all(|&digit| digits.next() == Some(digit)) {
            return None;
        }
        let errors = self.distance_to_beginning(candidate);
        (errors <= self.allowed).then_some(errors)
    }

    /// The least optimal-string-alignment distance between the word and any beginning of the
    /// candidate. More than `allowed` means only that: more.
    ///
    /// Each round takes one more character of the candidate. The last cell of its column is the
    /// distance of the whole word to the candidate so far. A cell that is further from the diagonal than
    /// `allowed` holds more than that, whatever the letters, so that only the band between is worked out: long
    /// words take no more than their length.
    fn distance_to_beginning(&mut self, candidate: &str) -> u8 {
        let [older, old, new] = &mut self.columns;
        let (length, width) = (self.word.len(), usize::from(self.allowed));
        let far = self.allowed + 1;
        old.fill(far);
        for (row, cell) in (0..far).zip(old.iter_mut()) {
            *cell = row;
        }
        let mut best = old[length];
        let mut old_least = 0;
        let mut before = None;
        for (place, c) in candidate.chars().enumerate() {
            let column = place + 1;
            let (first, last) = (column.saturating_sub(width).max(1), column + width);
            if first > length {
                break;
            }
            // The cells beside the band are read, too.
            new[first - 1] = far.min(u8::try_from(column).unwrap_or(far));
            if let Some(cell) = new.get_mut(last + 1) {
                *cell = far;
            }
            let mut least = new[first - 1];
            for row in first..=last.min(length) {
                let typed = self.word[row - 1];
                let mut cell = old[row - 1].saturating_add(u8::from(typed != c));
                cell = cell.min(old[row].saturating_add(1));
                cell = cell.min(new[row - 1].saturating_add(1));
                let is_swap = row > 1 && before == Some(typed) && self.word[row - 2] == c;
                if is_swap {
                    cell = cell.min(older[row - 2].saturating_add(1));
                }
                new[row] = cell;
                least = least.min(cell);
            }
            if last >= length {
                best = best.min(new[length]);
            }
            // A swap reaches two columns back: only two hopeless columns end it.
            if least > self.allowed && old_least > self.allowed {
                break;
            }
            old_least = least;
            before = Some(c);
            std::mem::swap(older, old);
            std::mem::swap(old, new);
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(typed: &str, candidate: &str, expect: Option<u8>) {
        let errors = Typo::new(typed).and_then(|mut typo| typo.errors(candidate));
        assert_eq!(errors, expect, "{typed} for {candidate}");
    }

    #[test]
    fn forgives_by_length() {
        check("tnogue", "tongue", Some(1));
        check("tonge", "tongue", Some(1));
        check("tonguee", "tongue", Some(1));
        check("tomgue", "tongue", Some(1));
        check("lnug", "lung", Some(1));
        check("lug", "lung", None);
        check("tnogeu", "tongue", None);
        check("laringectomi", "laryngectomy", Some(2));
        check("ling", "laryngectomy", None);
    }

    #[test]
    fn forgives_beginnings() {
        check("laringec", "laryngectomy", Some(1));
        check("larin", "laryngectomy", Some(1));
    }

    #[test]
    fn wants_the_first_letter_right() {
        check("otngue", "tongue", None);
        check("mongue", "tongue", None);
    }

    #[test]
    fn takes_numbers_as_they_are() {
        check("2025", "2026", None);
        check("2gather", "2gether", Some(1));
        check("covid18", "covid19", None);
        check("corvid19", "covid19", Some(1));
    }

    proptest! {
        #[test]
        fn is_the_least_distance_to_any_beginning(
            word in "[abcé]{0,9}",
            candidates in proptest::collection::vec("[abcé]{0,12}", 1..4),
            allowed in 0u8..4,
        ) {
            // One after the other, so that what a candidate leaves behind would show.
            let mut typo = Typo::allowing(allowed, &word);
            for candidate in candidates {
                let ends = candidate.char_indices().map(|(at, _)| at).chain([candidate.len()]);
                let least = ends
                    .map(|end| strsim::osa_distance(&word, &candidate[..end]))
                    .min()
                    .unwrap_or(usize::MAX);
                let found = usize::from(typo.distance_to_beginning(&candidate));
                let beyond = usize::from(allowed) + 1;
                prop_assert_eq!(found.min(beyond), least.min(beyond), "{} {}", word, candidate);
            }
        }
    }
}
