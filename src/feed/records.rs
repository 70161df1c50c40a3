//! Reading records: every field of each type of the directory.

use serde_json::{Map, Value};

use super::place::{Place, show_text};
use super::read::{Read, each, read};
use super::text::paragraphs;
use super::values::{age, degrees_east, degrees_north, languages};
use crate::directory::{
    Audience, CancerType, Directory, Group, HelpLine, Id, Meeting, Phone, Publisher, SignUp,
    Social, Source, Suggest, Venue,
};

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
        let message = format!("{least} is above the `maximum_age`, {most}; both are left out");
        place.report_field("minimum_age", message);
        (*minimum, *maximum) = (None, None);
    }
}

/// The ids that were read so far, and for each what it leads to. A map of JSON, because the module
/// that visitors download has the code for it already.
pub(super) type Seen = Map<String, Value>;

/// Whether the id is new; if not, that is reported and the record left out.
pub(super) fn is_new(id: &Id, seen: &mut Seen, place: &mut Place) -> bool {
    let is_new = seen.insert(id.as_str().into(), Value::Null).is_none();
    if !is_new {
        let id = show_text(id.as_str());
        place.report(format!("left out, because its `id`, {id}, was used before"));
    }
    is_new
}

/// Reads the declared audiences, each id once.
fn audiences(value: &Value, place: &mut Place) -> Option<Vec<Audience>> {
    let (mut audiences, mut seen) = (vec![], Seen::new());
    each(value, place, &mut |element, place| {
        let audience = Audience::read(element, place);
        audiences.extend(audience.filter(|audience| is_new(&audience.id, &mut seen, place)));
    });
    Some(audiences)
}

/// Reads the declared types of cancer, each id once, and keeps them a tree.
///
/// Every circle is closed by the type of it that is read last: from there `broader` leads through
/// types read before, back to it. Such a `broader` is dropped. Circles that go through the built-in
/// vocabulary cannot be seen here.
fn cancer_types(value: &Value, place: &mut Place) -> Option<Vec<CancerType>> {
    let (mut types, mut seen) = (Vec::<CancerType>::new(), Seen::new());
    let mut broader_of = Seen::new();
    each(value, place, &mut |element, place| {
        let Some(mut cancer_type) = CancerType::read(element, place) else {
            return;
        };
        if !is_new(&cancer_type.id, &mut seen, place) {
            return;
        }
        if let Some(broader) = cancer_type.broader.take() {
            if leads_astray(&cancer_type.id, &broader, &broader_of) {
                let message = "dropped, because it makes a circle or a chain that is too long";
                place.report_field("broader", message.into());
            } else {
                broader_of.insert(cancer_type.id.as_str().into(), broader.as_str().into());
                cancer_type.broader = Some(broader);
            }
        }
        types.push(cancer_type);
    });
    Some(types)
}

/// Whether going from `broader` to ever broader types comes to `id`, or does not end.
fn leads_astray(id: &Id, broader: &Id, broader_of: &Seen) -> bool {
    let mut next = Some(broader.as_str());
    for _ in 0..MAX_LEVELS {
        match next {
            None => return false,
            Some(current) if current == id.as_str() => return true,
            Some(current) => next = broader_of.get(current).and_then(Value::as_str),
        }
    }
    true
}
