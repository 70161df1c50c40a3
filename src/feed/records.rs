//! Reading records: every field of each type of the directory.

use super::place::{Place, show_text};
use super::read::{Read, each, read};
use super::text::paragraphs;
use super::values::{age, degrees_east, degrees_north, languages};
use crate::directory::{
    Audience, CancerType, Directory, Group, HelpLine, Id, Meeting, Phone, Publisher, SignUp,
    Social, Source, Suggest, Venue,
};
use crate::intern::Interner;
use crate::json::Value;

/// How many steps a type of cancer may be below the broadest; real vocabularies have five.
const MAX_LEVELS: usize = 32;

impl Read for Directory {
    /// Reads everything but the groups, which are read one by one as they come.
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        read!(
            value,
            place,
            Directory {
                title,
                publisher,
                last_modified,
                suggest,
                help,
                cancer_types: cancer_types,
                audiences: audiences,
                groups,
            }
        )
    }
}

impl Read for Publisher {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        read!(
            value,
            place,
            Publisher {
                name,
                url,
                email,
                phone,
                address,
                charity_numbers
            }
        )
    }
}

impl Read for Suggest {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        read!(value, place, Suggest { email, url })
    }
}

impl Read for HelpLine {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        read!(value, place, HelpLine [name, phone] { hours })
    }
}

impl Read for CancerType {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        read!(value, place, CancerType [id] { name, broader, synonyms })
    }
}

impl Read for Audience {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        let mut audience = read!(value, place, Audience [id] {
            name, synonyms, minimum_age: age, maximum_age: age,
        })?;
        order_ages(&mut audience.minimum_age, &mut audience.maximum_age, place);
        Some(audience)
    }
}

impl Read for Group {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        let mut group = read!(value, place, Group [id, name] {
            alternate_names, kinds, summary, description: paragraphs, cancer_types, audiences,
            minimum_age: age, maximum_age: age, activities, status, alert, sign_up, url, emails,
            phones, social, cost, languages: languages, accessibility, meetings, assured_date,
            valid_to, source,
        })?;
        order_ages(&mut group.minimum_age, &mut group.maximum_age, place);
        Some(group)
    }
}

impl Read for SignUp {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        read!(value, place, SignUp [url] { label, note })
    }
}

impl Read for Phone {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        read!(value, place, Phone [number] { name, hours })
    }
}

impl Read for Social {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        read!(value, place, Social [network] { handle, url, closed })
    }
}

impl Read for Meeting {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        read!(
            value,
            place,
            Meeting {
                attending_type,
                platform,
                venue,
                schedule,
                note
            }
        )
    }
}

impl Read for Venue {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        let mut venue = read!(
            value,
            place,
            Venue {
                name,
                address,
                town,
                region,
                postcode,
                latitude: degrees_north,
                longitude: degrees_east,
            }
        )?;
        if venue.latitude.is_some() != venue.longitude.is_some() {
            place.report("`latitude` and `longitude` only mean something together".into());
            (venue.latitude, venue.longitude) = (None, None);
        }
        Some(venue)
    }
}

impl Read for Source {
    fn read(value: &Value, place: &mut Place) -> Option<Self> {
        read!(value, place, Source [name] { url, date })
    }
}

/// Drops both ages where the youngest is older than the oldest: which of them is wrong, nobody knows.
fn order_ages(minimum: &mut Option<u8>, maximum: &mut Option<u8>, place: &mut Place) {
    if let (Some(least), Some(most)) = (*minimum, *maximum)
        && least > most
    {
        let (least, most) = (least.to_string(), most.to_string());
        let message = [
            &least,
            " is above the `maximum_age`, ",
            &most,
            "; both are left out",
        ];
        place.report_field("minimum_age", message.concat());
        (*minimum, *maximum) = (None, None);
    }
}

/// Whether the id is new; if not, that is reported and the record left out.
pub(super) fn is_new(id: &Id, seen: &mut Interner, place: &mut Place) -> bool {
    let is_new = seen.find(id.as_str()).is_none();
    if is_new {
        seen.intern(id.as_str());
    } else {
        let id = show_text(id.as_str());
        place.report(["left out, because its `id`, ", &id, ", was used before"].concat());
    }
    is_new
}

/// Reads the declared audiences, each id once.
fn audiences(value: &Value, place: &mut Place) -> Option<Vec<Audience>> {
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
fn cancer_types(value: &Value, place: &mut Place) -> Option<Vec<CancerType>> {
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
