//! The tree of cancer types: the built-in vocabulary, and what a list adds to it.

mod described;

use crate::directory::CancerType;
use crate::i18n::Language;
use crate::intern::Interner;
use described::Type;

/// How close a group's types of cancer are to the one that was chosen; less is closer.
///
/// 0 is the same type, 1 a type one step broader or narrower, and so on; [`ANY`] is a group for any
/// cancer.
pub type Closeness = u8;

/// The closeness of a group for any cancer.
pub const ANY: Closeness = u8::MAX - 1;

/// No closeness: the types have nothing to do with each other.
pub const UNRELATED: Closeness = u8::MAX;

/// How many steps up the tree are followed. It also bounds the work that a hostile list can cause.
pub const MAX_STEPS: Closeness = 15;

/// The id that stands for every type at once. It is no type of the tree.
pub const ANY_ID: &str = "any";

/// A type's place in the tree.
pub type TypeIndex = u16;

/// The tree of the built-in vocabulary: an id a line, indented by one space under its broader type.
pub const BUILT_IN: &str = include_str!("taxonomy/types.txt");

/// The tree of cancer types, with names and synonyms in one language.
pub struct Taxonomy {
    ids: Interner,
    types: Vec<Type>,
    any: Type,
}

/// A type and its broader ones, from the nearest.
pub struct Chain<'a> {
    taxonomy: &'a Taxonomy,
    next: Option<TypeIndex>,
    /// How many were given.
    steps: Closeness,
}

impl Iterator for Chain<'_> {
    type Item = TypeIndex;

    // Not inlined: it is used in many places, and the module must stay small.
    #[inline(never)]
    fn next(&mut self) -> Option<TypeIndex> {
        let index = self.next.filter(|_| self.steps <= MAX_STEPS)?;
        self.steps += 1;
        self.next = self.taxonomy.get(index).and_then(|found| found.broader);
        Some(index)
    }
}

impl Taxonomy {
    /// The built-in vocabulary, with the types that a list declares added or laid over it, and the
    /// types that its groups use but nothing declares (as roots, their id made readable).
    ///
    /// A declared name or broader type takes the place of the vocabulary's. The vocabulary's name and
    /// synonyms stay synonyms, beside the declared ones: a list that adds a word of its own should not
    /// lose those that people search by. A broader type that would close a
    /// circle is passed over; where the list and the vocabulary contradict each other, the list wins.
    pub fn new(declared: &[CancerType], used: &[&str], language: &Language) -> Self {
        let mut taxonomy = Self {
            ids: Interner::new(),
            types: Vec::new(),
            any: Type::default(),
        };
        taxonomy.any.describe(ANY_ID, None, language);
        let built_in = taxonomy.add_built_in(language);
        for declared in declared {
            taxonomy.declare(declared, language);
        }
        for id in used {
            taxonomy.add(id, language);
        }
        for declared in declared {
            if let Some(broader) = &declared.broader {
                taxonomy.add(broader.as_str(), language);
                let broader = taxonomy.find(broader.as_str());
                taxonomy.set_broader(taxonomy.find(declared.id.as_str()), broader);
            }
        }
        // After the list's own: these give way.
        for (index, broader) in built_in.into_iter().enumerate() {
            let overridden = declared.iter().any(|declared| {
                declared.broader.is_some()
                    && declared.id.as_str() == taxonomy.id(index as TypeIndex)
            });
            if !overridden {
                taxonomy.set_broader(Some(index as TypeIndex), broader);
            }
        }
        taxonomy
    }

    /// The type's place in the tree, by its id.
    pub fn find(&self, id: &str) -> Option<TypeIndex> {
        let index = self.ids.find(id)? as usize;
        (index < self.types.len()).then_some(index as TypeIndex)
    }

    /// The type's id.
    pub fn id(&self, index: TypeIndex) -> &str {
        self.ids.get(index.into())
    }

    /// The type's name.
    pub fn name(&self, index: TypeIndex) -> &str {
        self.get(index).map_or("", |found| &found.name)
    }

    /// The language of the type's name, where it is another than the visitor's.
    pub fn lang(&self, index: TypeIndex) -> Option<&str> {
        self.get(index)?.lang.as_deref()
    }

    /// The type's names and synonyms, a line each.
    pub fn words(&self, index: TypeIndex) -> &str {
        self.get(index).map_or("", |found| &found.words)
    }

    /// The names and synonyms of any cancer, a line each.
    pub fn any_words(&self) -> &str {
        &self.any.words
    }

    /// How many types there are; their places are the numbers below.
    pub fn len(&self) -> usize {
        self.types.len()
    }

    /// Whether there are no types; never, since the vocabulary has some.
    pub fn is_empty(&self) -> bool {
        self.types.is_empty()
    }

    /// The type itself, then its broader types from the nearest.
    pub fn chain(&self, index: TypeIndex) -> Chain<'_> {
        Chain {
            taxonomy: self,
            next: Some(index),
            steps: 0,
        }
    }

    /// For each type, how close it is to the closest of the chosen ones.
    pub fn closeness(&self, chosen: &[TypeIndex]) -> Vec<Closeness> {
        let mut closeness = vec![UNRELATED; self.len()];
        for index in 0..self.len() as TypeIndex {
            for (steps, broader) in self.chain(index).enumerate() {
                // The one is as close to the other as that one to it.
                let (is_chosen, is_under) = (chosen.contains(&index), chosen.contains(&broader));
                for (kind, wanted) in [(broader, is_chosen), (index, is_under)] {
                    if let Some(least) = closeness.get_mut(usize::from(kind))
                        && wanted
                    {
                        *least = (*least).min(steps as Closeness);
                    }
                }
            }
        }
        closeness
    }

    /// Adds the vocabulary and gives the broader type of each.
    fn add_built_in(&mut self, language: &Language) -> Vec<Option<TypeIndex>> {
        // The line of types from the root to the current one.
        let mut line: Vec<TypeIndex> = Vec::new();
        let mut broader = Vec::new();
        for entry in BUILT_IN.lines() {
            let id = entry.trim_start();
            line.truncate(entry.len() - id.len());
            broader.push(line.last().copied());
            self.add(id, language);
            line.extend(self.find(id));
        }
        broader
    }

    /// Adds a type, unless it is there, named by the vocabulary or by its id.
    fn add(&mut self, id: &str, language: &Language) {
        let is_full = self.types.len() >= usize::from(TypeIndex::MAX);
        if id == ANY_ID || is_full || self.ids.find(id).is_some() {
            return;
        }
        self.ids.intern(id);
        let mut added = Type::default();
        added.describe(id, None, language);
        self.types.push(added);
    }

    fn declare(&mut self, declared: &CancerType, language: &Language) {
        let id = declared.id.as_str();
        self.add(id, language);
        if id == ANY_ID {
            self.any.describe(id, Some(declared), language);
        } else if let Some(index) = self.find(id)
            && let Some(found) = self.types.get_mut(usize::from(index))
        {
            found.describe(id, Some(declared), language);
        }
    }

    /// Puts a type under a broader one, unless that one is already somewhere under it.
    fn set_broader(&mut self, index: Option<TypeIndex>, broader: Option<TypeIndex>) {
        if let (Some(index), Some(broader)) = (index, broader)
            && !self.chain(broader).any(|above| above == index)
            && let Some(narrower) = self.types.get_mut(usize::from(index))
        {
            narrower.broader = Some(broader);
        }
    }

    fn get(&self, index: TypeIndex) -> Option<&Type> {
        self.types.get(usize::from(index))
    }
}
