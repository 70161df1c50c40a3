//! Strings as numbers: each distinct string is kept once and known by its place.

use std::cmp::Ordering;
use std::ops::Range;

/// The place of an empty slot in [`Interner::slots`].
const EMPTY: u32 = u32::MAX;

/// Distinct strings, numbered from 0 in the order in which they came.
///
/// All of them lie in one buffer, and the hash is a plain multiplication: this is several times
/// leaner, in memory and in code, than a map of strings.
pub struct Interner {
    strings: Strings,
    /// An open hash table of the strings' numbers; its length is a power of two.
    slots: Vec<u32>,
}

/// Strings in one buffer, by number.
#[derive(Default)]
pub struct Strings {
    buffer: String,
    /// Where each string ends; it begins where the one before it ends.
    ends: Vec<u32>,
}

impl Interner {
    pub fn new() -> Self {
        Self {
            strings: Strings::default(),
            slots: vec![EMPTY; 64],
        }
    }

    /// The string's number, which is new if the string is.
    pub fn intern(&mut self, string: &str) -> u32 {
        let slot = self.slot(string);
        if let Some(&number) = self.slots.get(slot)
            && number != EMPTY
        {
            return number;
        }
        let number = self.strings.push(string);
        self.slots[slot] = number;
        // At most half full, so that a search is short.
        if self.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    /// The string's number, if it has one.
    pub fn find(&self, string: &str) -> Option<u32> {
        let number = self.slots[self.slot(string)];
        (number != EMPTY).then_some(number)
    }

    /// The string of a number; empty for a number that was never given.
    pub fn get(&self, number: u32) -> &str {
        self.strings.get(number)
    }

    pub fn len(&self) -> usize {
        self.strings.len()
    }

    /// The slot that holds the string's number, or the empty one where it belongs.
    fn slot(&self, string: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(string) & mask;
        while self.slots[slot] != EMPTY && self.get(self.slots[slot]) != string {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![EMPTY; self.slots.len() * 2];
        for number in 0..self.len() as u32 {
            let slot = self.slot(self.get(number));
            self.slots[slot] = number;
        }
    }
}

impl Strings {
    /// Adds a string and gives its number.
    pub fn push(&mut self, string: &str) -> u32 {
        self.buffer.push_str(string);
        self.ends.push(self.buffer.len() as u32);
        self.ends.len() as u32 - 1
    }

    /// The string of a number; empty for a number that was never given.
    pub fn get(&self, number: u32) -> &str {
        let span = span(&self.ends, number as usize);
        self.buffer.get(span).unwrap_or_default()
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }
}

/// The places of a list's elements, where lists lie one after the other and only their ends are kept.
pub fn span(ends: &[u32], list: usize) -> Range<usize> {
    let end = |list: usize| ends.get(list).map_or(0, |&end| end as usize);
    let start = if list == 0 { 0 } else { end(list - 1) };
    start..end(list)
}

/// Sorts numbers by what they stand for; equals keep their order.
///
/// Every sort of the core goes through this plain merge sort: each instantiation of the standard
/// sort would add four kilobytes to the module before compression.
pub fn sort(numbers: &mut Vec<u32>, compare: &dyn Fn(u32, u32) -> Ordering) {
    let mut width = 1;
    while width < numbers.len() {
        let mut merged = Vec::with_capacity(numbers.len());
        let mut start = 0;
        while start < numbers.len() {
            // Two sorted runs, the first up to `middle`.
            let middle = numbers.len().min(start + width);
            let end = numbers.len().min(middle + width);
            let (mut left, mut right) = (start, middle);
            if middle == end || compare(numbers[middle - 1], numbers[middle]) != Ordering::Greater {
                // What is in order already is quickly done.
                merged.extend_from_slice(&numbers[start..end]);
                start = end;
                continue;
            }
            while left < middle || right < end {
                let is_left = right == end
                    || (left < middle
                        && compare(numbers[left], numbers[right]) != Ordering::Greater);
                let next = if is_left { &mut left } else { &mut right };
                merged.push(numbers[*next]);
                *next += 1;
            }
            start = end;
        }
        *numbers = merged;
        width *= 2;
    }
}

/// FNV-1a with its high bits, which are the better mixed ones, folded in.
fn hash(string: &str) -> usize {
    let hash = string.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash ^ (hash >> 15)) as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Numbers stand for a tenth of themselves, so that many are equal; some are in order already.
        #[test]
        fn sorts_as_the_standard_library_does(mut numbers in prop::collection::vec(0_u32..1000, 0..300), in_order in 0_usize..300) {
            let in_order = in_order.min(numbers.len());
            numbers[..in_order].sort_unstable();
            let mut sorted = numbers.clone();
            sort(&mut sorted, &|a, b| (a / 10).cmp(&(b / 10)));
            numbers.sort_by_key(|number| number / 10);
            prop_assert_eq!(sorted, numbers);
        }
    }
}
