//! Reading JSON (RFC 8259), value by value.
//!
//! Written here because the module that visitors download must stay small: with serde_json, which tests
//! hold this to, the core was 10 KB larger with brotli. Numbers stay text until somebody asks for one.

mod number;
mod reader;

pub use reader::{Fault, Reader, code_unit};

use std::borrow::Cow;

use number::to_f64;

/// A value. Strings without escapes are borrowed from the text.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    Null,
    Bool(bool),
    /// A number as it is written.
    Number(&'a str),
    String(Cow<'a, str>),
    Array(Vec<Self>),
    Object(Object<'a>),
}

/// The fields of an object, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object<'a>(pub Vec<(Cow<'a, str>, Value<'a>)>);

impl<'a> Value<'a> {
    /// Reads a text that is one value.
    pub fn parse(text: &'a str) -> Result<Self, Box<Fault>> {
        let mut reader = Reader::new(text);
        let value = reader.value(0)?;
        reader.end()?;
        Ok(value)
    }

    /// A field of an object; null where it has none.
    pub fn get(&self, name: &str) -> &Self {
        match self {
            Self::Object(fields) => fields.get(name).unwrap_or(&Self::Null),
            _ => &Self::Null,
        }
    }

    /// The fields of an object; of anything else, none.
    pub fn fields(&self) -> &[(Cow<'a, str>, Self)] {
        match self {
            Self::Object(fields) => &fields.0,
            _ => &[],
        }
    }

    /// The elements of an array; of anything else, none.
    pub fn elements(&self) -> &[Self] {
        match self {
            Self::Array(elements) => elements,
            _ => &[],
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// A number that is written as a whole one and fits.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Number(number) => number.parse().ok(),
            _ => None,
        }
    }

    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(to_f64(number)),
            _ => None,
        }
    }
}

impl<'a> Object<'a> {
    /// The field of a name; the last, if it is given twice.
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        let mut fields = self.0.iter().rev();
        let found = fields.find(|(known, _)| known == name);
        found.map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value as Oracle;

    use super::*;

    fn is_same(value: &Value, oracle: &Oracle) -> bool {
        match (value, oracle) {
            (Value::Null, Oracle::Null) => true,
            (Value::Bool(value), Oracle::Bool(oracle)) => value == oracle,
            (Value::String(value), Oracle::String(oracle)) => value == oracle,
            (Value::Number(_), Oracle::Number(oracle)) => {
                let (found, expected) = (value.as_f64(), oracle.as_f64());
                let off = found
                    .zip(expected)
                    .map(|(a, b)| (a - b).abs() / b.abs().max(1.0));
                off.is_some_and(|off| off < 1e-14)
                    && oracle
                        .as_i64()
                        .is_none_or(|whole| value.as_i64() == Some(whole))
            }
            (Value::Array(_), Oracle::Array(oracle)) => {
                let pairs = value.elements().iter().zip(oracle);
                value.elements().len() == oracle.len()
                    && pairs.into_iter().all(|(a, b)| is_same(a, b))
            }
            (Value::Object(fields), Oracle::Object(oracle)) => {
                let known = fields
                    .0
                    .iter()
                    .all(|(name, _)| oracle.contains_key(name.as_ref()));
                known
                    && oracle
                        .iter()
                        .all(|(name, oracle)| is_same(value.get(name), oracle))
            }
            _ => false,
        }
    }

    /// Reads as serde_json does; where that finds a fault, so does this, at the same place.
    fn check(text: &str) {
        match (Value::parse(text), serde_json::from_str::<Oracle>(text)) {
            (Ok(value), Ok(oracle)) => assert!(is_same(&value, &oracle), "{text}: {value:?}"),
            (Err(_), Err(_)) => {}
            (found, oracle) => panic!("{text}: {found:?}, {oracle:?}"),
        }
    }

    fn check_fault(text: &str, what: &str, line: usize, column: usize) {
        let fault = Value::parse(text).expect_err(text);
        assert_eq!((fault.what, fault.line, fault.column), (what, line, column));
        if let Err(error) = serde_json::from_str::<Oracle>(text) {
            assert_eq!(
                (error.line(), error.column()),
                (line, column),
                "{text}: {error}"
            );
        }
    }

    #[test]
    fn reads_as_serde_json_does() {
        let texts = "0|-0|-|01|1.|.5|1.5e3|1E+2|1e-2|1e|+1|1e400|-1e400|0e999999999999|1e-400|\
            1e308|123456789012345678901234567890|0.1|51.7519987|-1.2578|9007199254740993|\
            18446744073709551616|-9223372036854775808|nul|nulll|true|falsey|True|\"|\"\\\"|\"\\u00e9\"|\
            \"\\ud83d\\ude00\"|\"\\ud83d\"|\"\\ude00\"|\"\\ud83d\\u0041\"|\"\\u12\"|\"\\u+123\"|\"\\x\"|\
            \"\\/\\b\\f\\n\\r\\t\\\\\\\"\"|\"\u{7f}\"|\"\u{1}\"|\"é\u{2028}😀\"|[]|[,]|[1,]|[1 2]|[1,2]|{}|\
            {\"a\":1,}|{\"a\" 1}|{a:1}|{\"a\":1,\"a\":2}|{\"a\":{\"b\":[null,{}]}}|[[]|[}|{]|1 2|\u{feff}1||\u{a0}1";
        texts.split('|').for_each(check);
        // serde_json stops one short of the 128 that are allowed here.
        check(&["[".repeat(127), "]".repeat(127)].concat());
        check(&["[".repeat(129), "]".repeat(129)].concat());
    }

    #[test]
    fn faults_have_their_place() {
        check_fault("{\"a\": ?}", "expected a value", 1, 7);
        check_fault("[1,\n 2\n", "it ends too early", 3, 0);
        check_fault(
            "[1\n 2]",
            "expected a comma, or a bracket that closes",
            2,
            2,
        );
        check_fault("{\"a\"\n1}", "expected a colon", 2, 1);
        check_fault(
            "\"a\nb\"",
            "a raw line break or other control character",
            2,
            0,
        );
    }

    proptest! {
        #[test]
        fn reads_any_text_as_serde_json_does(text in r#"([\[\]{},: \n"\\ua0-9eE.+-]|"[a-c]":|true|null|"\\\\u[0-9a-f]{4}"){0,30}"#) {
            check(&text);
        }

        /// Control characters, quotes and backslashes, wherever they stand among characters of one byte and more.
        #[test]
        fn reads_any_string_as_serde_json_does(text in r#"([ -~]|[\x00-\x1f"\\\x7f]|[^ -~]){0,40}"#) {
            check(&["\"", &text, "\""].concat());
        }

        #[test]
        fn reads_any_number_as_serde_json_does(number in -1e300..1e300_f64, digits in "-?[0-9]{1,25}(\\.[0-9]{1,25})?(e-?[0-9]{1,2})?") {
            check(&number.to_string());
            check(&digits);
        }
    }
}
