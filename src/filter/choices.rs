//! What is ticked.

use super::query::Choice;

/// A set of choices, in order. There are few, so a sorted list is small and fast enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices(Vec<Choice>);

impl Choices {
    /// Adds a choice; says whether it is new.
    pub fn insert(&mut self, choice: Choice) -> bool {
        let at = self.count_before(choice);
        let is_new = self.0.get(at) != Some(&choice);
        if is_new {
            self.0.insert(at, choice);
        }
        is_new
    }

    /// Takes a choice out; says whether it was there.
    pub fn remove(&mut self, choice: &Choice) -> bool {
        let at = self.count_before(*choice);
        let is_there = self.0.get(at) == Some(choice);
        if is_there {
            self.0.remove(at);
        }
        is_there
    }

    pub fn contains(&self, choice: &Choice) -> bool {
        self.0.contains(choice)
    }

    /// Keeps only what is wanted.
    pub fn retain(&mut self, is_wanted: impl FnMut(&Choice) -> bool) {
        self.0.retain(is_wanted);
    }

    /// The choices: filter by filter, then by option.
    pub fn iter(&self) -> std::slice::Iter<'_, Choice> {
        self.0.iter()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many choices come before this one.
    fn count_before(&self, choice: Choice) -> usize {
        let key = |choice: Choice| (choice.facet as u32) << 16 | u32::from(choice.option);
        let mut at = 0;
        while at < self.0.len() && key(self.0[at]) < key(choice) {
            at += 1;
        }
        at
    }
}

impl Extend<Choice> for Choices {
    fn extend<T: IntoIterator<Item = Choice>>(&mut self, choices: T) {
        for choice in choices {
            self.insert(choice);
        }
    }
}

impl FromIterator<Choice> for Choices {
    fn from_iter<T: IntoIterator<Item = Choice>>(choices: T) -> Self {
        let mut all = Self::default();
        all.extend(choices);
        all
    }
}

impl<const N: usize> From<[Choice; N]> for Choices {
    fn from(choices: [Choice; N]) -> Self {
        choices.into_iter().collect()
    }
}

impl<'a> IntoIterator for &'a Choices {
    type Item = &'a Choice;
    type IntoIter = std::slice::Iter<'a, Choice>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::Facet;

    #[test]
    fn choices_are_a_set_in_order() {
        let choice = |facet, option| Choice { facet, option };
        let (kind, place) = (choice(Facet::Kind, 2), choice(Facet::Place, 0));
        let mut choices = Choices::from([place, choice(Facet::Kind, 300), kind, place]);
        let ordered: Vec<_> = choices.iter().copied().collect();
        assert_eq!(ordered, [kind, choice(Facet::Kind, 300), place]);
        assert!(!choices.insert(kind) && choices.contains(&kind));
        assert!(choices.remove(&kind) && !choices.remove(&kind) && !choices.contains(&kind));
        assert_eq!(choices.len(), 2);
    }
}
