//! The JSON Schema of the format, made from the types that lists are read into.
//!
//! Only natively: it is a file for publishers and their editors, and no browser needs it.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::FORMAT;
use super::schedule::{INTERVALS, MONTH_DAYS};
use super::values::AGES;
use crate::directory::{
    AttendingType, Date, Directory, Email, Id, Kind, Link, Named, PhoneNumber, Status, Text, Time,
};
use crate::schedule::{ByDay, Freq};

/// The code of a language, after BCP 47.
const LANG: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

/// The schema (draft 2020-12), as `public/groups.schema.json` holds it.
///
/// A list that it accepts is read without a problem, but for what no schema can say: that an id is
/// used once, that an age range is in order. A list that it refuses may still be read, with problems.
pub fn schema() -> String {
    let mut schema = SchemaGenerator::default().into_root_schema_for::<Directory>();
    refine(&mut schema);
    schema.insert("title".into(), "A list of peer support groups".into());
    schema.insert("required".into(), json!(["groups"]));
    if let Some(Value::Object(fields)) = schema.get_mut("properties") {
        fields.insert("$schema".into(), json!({ "type": "string" }));
        let description = "The version of the format.";
        fields.insert(
            "format".into(),
            json!({ "const": FORMAT, "description": description }),
        );
    }
    format!("{:#}\n", schema.as_value())
}

/// Makes each record say what the reader insists on, and no more.
fn refine(schema: &mut Schema) {
    transform_subschemas(&mut refine, schema);
    let Some(Value::Object(fields)) = schema.get_mut("properties") else {
        return;
    };
    for (name, field) in fields.iter_mut() {
        let target = if field["type"] == "array" {
            &mut field["items"]
        } else {
            field
        };
        if let (Value::Object(target), Value::Object(limits)) = (target, limits(name)) {
            target.extend(limits);
            target.remove("format");
        }
    }
    // The reader does without lists, flags and fields that have a default.
    let is_optional = |field: &Value| {
        field["type"] == "array" || field["type"] == "boolean" || field.get("default").is_some()
    };
    let optional: Vec<_> = fields
        .iter()
        .filter(|(_, field)| is_optional(field))
        .map(|(name, _)| name.clone())
        .collect();
    // Null is the same as leaving a field out; what is an `Option` says so already.
    for name in &optional {
        let field = &mut fields[name];
        field["type"] = json!([field["type"], "null"]);
        if let Some(Value::Array(names)) = field.get_mut("enum") {
            names.push(Value::Null);
        }
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| !optional.iter().any(|optional| name == optional.as_str()));
    }
}

/// What the reader insists on for a field beyond its type.
fn limits(field: &str) -> Value {
    let range =
        |range: &RangeInclusive<i64>| json!({ "minimum": range.start(), "maximum": range.end() });
    match field {
        "minimum_age" | "maximum_age" => range(&AGES),
        "interval" => range(&INTERVALS),
        "bymonthday" => {
            let mut limits = range(&MONTH_DAYS);
            limits["not"] = json!({ "const": 0 });
            limits
        }
        "languages" => json!({ "pattern": LANG }),
        "timezone" => json!({ "pattern": "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$" }),
        "latitude" => range(&(-90..=90)),
        "longitude" => range(&(-180..=180)),
        _ => Value::Null,
    }
}

/// Gives a type the schema that follows it.
macro_rules! schema {
    ($($type:ident: $schema:expr;)*) => {
        $(impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        })*
    };
}

schema! {
    Text: json_schema!({
        "description": "Plain text: a string, or one for each language.",
        "anyOf": [
            { "type": "string", "pattern": "\\S" },
            {
                "type": "object",
                "propertyNames": { "pattern": LANG },
                "additionalProperties": { "type": ["string", "null"] }
            }
        ]
    });
    Id: json_schema!({ "type": "string", "pattern": "^\\S+$" });
    Link: json_schema!({
        "description": "A whole link; only these four kinds are shown.",
        "type": "string",
        "pattern": "^(https?://[^\\s@/?#\\\\][^\\s<>\"`\\\\]*|mailto:[^\\s<>\"`\\\\]+|tel:[0-9+().;=A-Za-z-]+)$"
    });
    Email: json_schema!({ "type": "string", "pattern": "^[^\\s@]+@[^\\s@.][^\\s@]*\\.[^\\s@.]+$" });
    PhoneNumber: json_schema!({
        "description": "A phone number as people write it.",
        "type": "string",
        "pattern": "^[0-9 +().-]{3,}$"
    });
    Date: json_schema!({
        "description": "A day, such as 2026-12-16; a time after it is passed over.",
        "type": "string",
        "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([T ][0-9]{2}:[0-9]{2}.*)?$"
    });
    Time: json_schema!({
        "description": "A local time, such as 18:30.",
        "type": "string",
        "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"
    });
    ByDay: json_schema!({
        "description": "Days as in RFC 5545: MO, \"TU,TH\", 3WE (the third Wednesday of the month), -1FR (the last Friday).",
        "type": "string",
        "pattern": "^ *([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)( *, *([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU))* *$"
    });
    Kind: names::<Self>();
    AttendingType: names::<Self>();
    Freq: names::<Self>();
}

impl JsonSchema for Status {
    fn schema_name() -> Cow<'static, str> {
        "Status".into()
    }

    /// In place, because a field's default must stand beside it.
    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let mut schema = names::<Self>();
        schema.insert("default".into(), Self::default().id().into());
        schema
    }
}

fn names<T: Named>() -> Schema {
    let names: Vec<_> = T::NAMES.iter().map(|(name, _)| *name).collect();
    json_schema!({ "type": "string", "enum": names })
}
