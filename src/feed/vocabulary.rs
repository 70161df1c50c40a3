//! Reading what a list declares: each id once, and types of cancer as a tree.

use super::place::{Place, show_text};
use super::read::{Read, each};
use crate::directory::{Audience, CancerType, Id};
use crate::intern::Interner;
use crate::json::Value;
use crate::strings::concat;

/// How many steps a type of cancer may be below the broadest; real vocabularies have five.
const MAX_LEVELS: usize = 32;

/// Whether the id is new; if not, that is reported and the record left out.
pub(super) fn is_new(id: &Id, seen: &mut Interner, place: &mut Place) -> bool {
    let known = seen.len();
    seen.intern(id.as_str());
    let is_new = seen.len() > known;
    if !is_new {
        let id = show_text(id.as_str());
        place.report(concat(&[
            "left out, because its `id`, ",
            &id,
            ", was used before",
        ]));
    }
    is_new
}

/// Reads the declared audiences, each id once.
pub(super) fn audiences(value: &Value, place: &mut Place) -> Option<Vec<Audience>> {
    let (mut audiences, mut seen) = (vec![], Interner::new());
    each(value, place, &mut |element, place| {
        if let Some(audience) = Audience::read(element, place)
            && is_new(&audience.id, &mut seen, place)
        {
            audiences.push(audience);
        }
    });
    Some(audiences)
}

/// Reads the declared types of cancer, each id once, and keeps them a tree.
///
/// Every circle is closed by the type of it that is read last: from there `broader` leads through
/// types read before, back to it. Such a `broader` is dropped. Circles that go through the built-in
/// vocabulary cannot be seen here.
pub(super) fn cancer_types(value: &Value, place: &mut Place) -> Option<Vec<CancerType>> {
    let (mut types, mut seen) = (Vec::<CancerType>::new(), Interner::new());
    let mut tree = Tree {
        ids: Interner::new(),
        broader: vec![],
    };
    each(value, place, &mut |element, place| {
        let Some(mut cancer_type) = CancerType::read(element, place) else {
            return;
        };
        if !is_new(&cancer_type.id, &mut seen, place) {
            return;
        }
        let broader = cancer_type.broader.as_ref();
        if broader.is_some_and(|broader| !tree.put_under(&cancer_type.id, broader)) {
            let message = "dropped, because it makes a circle or a chain that is too long";
            place.report_field("broader", message.into());
            cancer_type.broader = None;
        }
        types.push(cancer_type);
    });
    Some(types)
}

/// What leads to what, among the types that were read so far.
struct Tree {
    ids: Interner,
    /// By an id's number, the number of the broader one.
    broader: Vec<Option<u32>>,
}

impl Tree {
    /// Puts a type under a broader one, unless going from that one to ever broader ones leads back, or
    /// does not end.
    fn put_under(&mut self, id: &Id, broader: &Id) -> bool {
        let id = self.ids.intern(id.as_str());
        let broader = self.ids.intern(broader.as_str());
        self.broader.resize(self.ids.len(), None);
        let mut next = Some(broader);
        for _ in 0..MAX_LEVELS {
            match next {
                None => {
                    self.broader[id as usize] = Some(broader);
                    return true;
                }
                Some(current) if current == id => return false,
                Some(current) => next = self.broader[current as usize],
            }
        }
        false
    }
}
