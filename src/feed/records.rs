//! Reading records: every field of each type of the directory.

use super::place::Place;
use super::read::{Read, read};
use super::text::paragraphs;
use super::values::{age, degrees_east, degrees_north, languages};
use super::vocabulary::{audiences, cancer_types};
use crate::directory::{
    Audience, CancerType, Directory, Group, HelpLine, Meeting, Phone, Publisher, SignUp, Social,
    Source, Suggest, Venue,
};
use crate::json::Value;
use crate::strings::{concat, digits};

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
        let (least, most) = (digits(least), digits(most));
        let message = [
            &least,
            " is above the `maximum_age`, ",
            &most,
            "; both are left out",
        ];
        place.report_field("minimum_age", concat(&message));
        (*minimum, *maximum) = (None, None);
    }
}
