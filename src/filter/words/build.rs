//! Gathering the words of a list.

use super::Words;
use crate::directory::{Group, Text};
use crate::filter::Index;
use crate::filter::facet::Facet;
use crate::filter::text::pieces;
use crate::intern::{Interner, Strings, sort};
use crate::slices::{self, pause};
use crate::taxonomy::TypeIndex;

/// Where a group has a word: in a name, in what it is, in its summary.
const NAME: u32 = 0;
const TRAIT: u32 = 1;
const SUMMARY: u32 = 2;

/// The words of the groups that may be shown, and those of the vocabulary.
pub async fn words(index: &Index) -> Words {
    let mut builder = Builder {
        words: Interner::new(),
        last: Vec::new(),
        group: 0,
        entries: Vec::new(),
        ends: Vec::new(),
    };
    let shared = Shared::new(index, &mut builder);
    let count = index.directory.groups.len();
    slices::each(count, &mut |place| builder.add_group(place, index, &shared)).await;
    let order = builder.order();
    pause().await;
    builder.build(&order)
}

/// Words that many groups share, as numbers.
struct Shared {
    types: Vec<Vec<u32>>,
    any: Vec<u32>,
    audiences: Vec<Vec<u32>>,
    kinds: Vec<Vec<u32>>,
}

impl Shared {
    fn new(index: &Index, builder: &mut Builder) -> Self {
        let taxonomy = &index.taxonomy;
        let mut own: Vec<Vec<u32>> = Vec::new();
        for place in 0..taxonomy.len() {
            own.push(builder.numbers(taxonomy.words(place as TypeIndex)));
        }
        // A group for a type is one for its broader types too; not so for narrower ones.
        let mut types: Vec<Vec<u32>> = Vec::new();
        for place in 0..taxonomy.len() {
            let mut numbers = Vec::new();
            for broader in taxonomy.chain(place as TypeIndex) {
                numbers.extend_from_slice(&own[usize::from(broader)]);
            }
            types.push(numbers);
        }
        let mut audiences = Vec::new();
        for option in index.options(Facet::Audience) {
            let mut numbers = builder.numbers(&option.name);
            let mut declared = index.directory.audiences.iter();
            if let Some(audience) = declared.find(|audience| audience.id.as_str() == option.id) {
                let name = audience.name.as_slice();
                for text in [name, &audience.synonyms].into_iter().flatten() {
                    for translation in text.translations() {
                        numbers.extend_from_slice(&builder.numbers(&translation.text));
                    }
                }
            }
            audiences.push(numbers);
        }
        let mut kinds = Vec::new();
        for option in index.options(Facet::Kind) {
            kinds.push(builder.numbers(&option.name));
        }
        Self {
            types,
            any: builder.numbers(taxonomy.any_words()),
            audiences,
            kinds,
        }
    }
}

/// Gathers words group by group.
struct Builder {
    words: Interner,
    /// For each word, the last group that had it, counted from 1: a word counts once in a group.
    last: Vec<u32>,
    /// The current group, counted from 1.
    group: u32,
    /// For each word of each group its number, and in the lowest two bits where it stands.
    entries: Vec<u32>,
    /// For each group, where its entries end.
    ends: Vec<u32>,
}

impl Builder {
    /// Adds the words of the next group, if it may be shown.
    fn add_group(&mut self, place: usize, index: &Index, shared: &Shared) {
        self.group = place as u32 + 1;
        if let Some(group) = index.directory.groups.get(place)
            && index.shown.has(place)
        {
            self.add_words(place, group, index, shared);
        }
        self.ends.push(self.entries.len() as u32);
    }

    /// Adds a group's words. Where a word stands twice, its first place is the one that counts.
    fn add_words(&mut self, place: usize, group: &Group, index: &Index, shared: &Shared) {
        self.add(&group.name, NAME);
        for name in &group.alternate_names {
            self.add(name, NAME);
        }
        if index.facts.any.has(place) {
            self.add_numbers(&shared.any, TRAIT);
        }
        let traits = [
            (index.facts.types.of(place), &shared.types),
            (index.facts.kinds.of(place), &shared.kinds),
        ];
        for (numbers, words) in traits {
            for &number in numbers {
                if let Some(words) = words.get(usize::from(number)) {
                    self.add_numbers(words, TRAIT);
                }
            }
        }
        let options = &index.options[Facet::Audience as usize].of;
        for &number in index.facts.audiences.of(place) {
            let option = options
                .get(usize::from(number))
                .map(|&option| usize::from(option));
            if let Some(numbers) = option.and_then(|option| shared.audiences.get(option)) {
                self.add_numbers(numbers, TRAIT);
            }
        }
        for meeting in &group.meetings {
            if let Some(town) = meeting.place() {
                self.add(town, TRAIT);
            }
        }
        if let Some(summary) = &group.summary {
            self.add(summary, SUMMARY);
        }
    }

    fn add(&mut self, text: &Text, tier: u32) {
        for translation in text.translations() {
            self.each_number(&translation.text, &mut |builder, number| {
                builder.note(number, tier)
            });
        }
    }

    fn add_numbers(&mut self, numbers: &[u32], tier: u32) {
        for &number in numbers {
            self.note(number, tier);
        }
    }

    /// Notes that the current group has the word.
    fn note(&mut self, number: u32, tier: u32) {
        if let Some(last) = self.last.get_mut(number as usize)
            && *last != self.group
        {
            *last = self.group;
            self.entries.push(number << 2 | tier);
        }
    }

    /// The numbers of a text's words, line by line, so that no pair reaches from one to the next.
    fn numbers(&mut self, text: &str) -> Vec<u32> {
        let mut numbers = Vec::new();
        for line in text.lines() {
            self.each_number(line, &mut |_, number| numbers.push(number));
        }
        numbers
    }

    /// Gives the number of each word of a text, also of joined pairs of letters and digits.
    fn each_number(&mut self, text: &str, each: &mut dyn FnMut(&mut Self, u32)) {
        pieces(text, &mut |piece| {
            let number = self.number(piece.text);
            each(self, number);
            if let Some(pair) = piece.pair() {
                let number = self.number(&pair);
                each(self, number);
            }
        });
    }

    fn number(&mut self, word: &str) -> u32 {
        let number = self.words.intern(word);
        if number as usize == self.last.len() {
            self.last.push(0);
        }
        number
    }

    /// The words' numbers, with the words in order.
    fn order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.words.len() as u32).collect();
        sort(&mut order, &|a, b| self.words.get(a).cmp(self.words.get(b)));
        order
    }

    /// Turns the words of each group into the groups of each word.
    fn build(self, order: &[u32]) -> Words {
        let mut words = Strings::default();
        let mut place = vec![0_u32; order.len()];
        for &number in order {
            place[number as usize] = words.push(self.words.get(number));
        }
        // First how many groups each word has, then where they begin, then, as the groups are
        // put down, where the next one goes.
        let mut starts = vec![0_u32; order.len() + 2];
        for entry in &self.entries {
            starts[place[(entry >> 2) as usize] as usize + 2] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut entries = vec![0; self.entries.len()];
        let mut start = 0;
        for (group, &end) in self.ends.iter().enumerate() {
            for entry in &self.entries[start..end as usize] {
                let next = &mut starts[place[(entry >> 2) as usize] as usize + 1];
                entries[*next as usize] = (group as u32) << 2 | entry & 3;
                *next += 1;
            }
            start = end as usize;
        }
        Words {
            words,
            starts,
            entries,
        }
    }
}
