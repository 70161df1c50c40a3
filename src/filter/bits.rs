//! Sets of groups.

/// A set of small numbers, a bit for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// The empty set of numbers below `length`.
    pub fn new(length: usize) -> Self {
        Self(vec![0; length.div_ceil(64)])
    }

    /// Adds a number; one beyond the length is passed over.
    pub fn insert(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    pub fn has(&self, number: usize) -> bool {
        let word = self.0.get(number / 64);
        word.is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// Takes every number out.
    pub fn clear(&mut self) {
        self.0.fill(0);
    }

    /// Keeps what is in both.
    pub fn keep(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }

    /// Adds what is in the other.
    pub fn add(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
    }

    pub fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// How many are in both.
    pub fn count_shared(&self, other: &Self) -> u32 {
        let words = self.0.iter().zip(&other.0);
        words.map(|(word, other)| (word & other).count_ones()).sum()
    }

    /// The numbers, from the least.
    pub fn iter(&self) -> Numbers<'_> {
        Numbers {
            words: &self.0,
            place: 0,
            rest: self.0.first().copied().unwrap_or(0),
        }
    }
}

/// The numbers of a set, from the least.
pub struct Numbers<'a> {
    words: &'a [u64],
    /// The current word.
    place: usize,
    /// What is left of it.
    rest: u64,
}

impl Iterator for Numbers<'_> {
    type Item = usize;

    // Not inlined: it is used in many places, and the module must stay small.
    #[inline(never)]
    fn next(&mut self) -> Option<usize> {
        while self.rest == 0 {
            self.place += 1;
            self.rest = *self.words.get(self.place)?;
        }
        let number = self.place * 64 + self.rest.trailing_zeros() as usize;
        self.rest &= self.rest - 1;
        Some(number)
    }
}
