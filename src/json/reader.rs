//! Going through a text of JSON.

use std::borrow::Cow;

use super::number::to_f64;
use super::{Object, Value};

/// How deep arrays and objects may be in each other.
const MAX_DEPTH: usize = 128;

/// How many fields of an object there is room for at the start: most have no more.
const FIELDS: usize = 16;

/// A place in the text.
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
}

/// Why a text is not JSON. Always in a box: what may fail is then no larger than what succeeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub what: &'static str,
    /// From 1.
    pub line: usize,
    /// How many bytes of the line are read, with the one that is wrong.
    pub column: usize,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Passes the byte, if it is next after white space.
    pub fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.next() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Whether another element comes before `end`; passes the comma before it, or the end.
    pub fn goes_on(&mut self, end: u8, is_first: &mut bool) -> Result<bool, Box<Fault>> {
        let was_first = std::mem::replace(is_first, false);
        if self.eat(end) {
            return Ok(false);
        }
        if was_first || self.eat(b',') {
            return Ok(true);
        }
        Err(self.fault("expected a comma, or a bracket that closes"))
    }

    /// The name of a field. Passes the colon after it.
    pub fn name(&mut self) -> Result<Cow<'a, str>, Box<Fault>> {
        if self.next() != Some(b'"') {
            return Err(self.fault("expected a name in double quotes"));
        }
        let name = self.string()?;
        if !self.eat(b':') {
            return Err(self.fault("expected a colon"));
        }
        Ok(name)
    }

    /// The value that is next, inside as many arrays and objects as `depth` says.
    pub fn value(&mut self, depth: usize) -> Result<Value<'a>, Box<Fault>> {
        let byte = self.next();
        if let Some(b'[' | b'{') = byte
            && depth >= MAX_DEPTH
        {
            return Err(self.fault("recursion limit exceeded"));
        }
        match byte {
            Some(b'"') => self.string().map(Value::String),
            Some(b'[') => {
                self.at += 1;
                let (mut elements, mut is_first) = (vec![], true);
                while self.goes_on(b']', &mut is_first)? {
                    elements.push(self.value(depth + 1)?);
                }
                Ok(Value::Array(elements))
            }
            Some(b'{') => {
                self.at += 1;
                let (mut fields, mut is_first) = (Vec::with_capacity(FIELDS), true);
                while self.goes_on(b'}', &mut is_first)? {
                    let name = self.name()?;
                    fields.push((name, self.value(depth + 1)?));
                }
                Ok(Value::Object(Object(fields)))
            }
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    /// Nothing more may come.
    pub fn end(&mut self) -> Result<(), Box<Fault>> {
        match self.next() {
            None => Ok(()),
            Some(_) => Err(self.fault("expected the end")),
        }
    }

    /// Something is wrong here.
    fn fault(&self, what: &'static str) -> Box<Fault> {
        let is_end = self.at >= self.text.len();
        let read = self.text.bytes().take(self.at + 1);
        let (mut line, mut column) = (1, 0);
        for byte in read {
            column += 1;
            if byte == b'\n' {
                (line, column) = (line + 1, 0);
            }
        }
        let what = if is_end { "it ends too early" } else { what };
        Box::new(Fault { what, line, column })
    }

    /// The byte here.
    #[inline]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space.
    fn next(&mut self) -> Option<u8> {
        loop {
            let byte = self.byte();
            if !matches!(byte, Some(b' ' | b'\n' | b'\t' | b'\r')) {
                return byte;
            }
            self.at += 1;
        }
    }

    /// The text from a place up to here.
    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn word(&mut self) -> Result<Value<'a>, Box<Fault>> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_lowercase()) {
            self.at += 1;
        }
        match self.since(start) {
            "null" => Ok(Value::Null),
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            _ => {
                self.at = start;
                Err(self.fault("expected a value"))
            }
        }
    }

    fn number(&mut self) -> Result<Value<'a>, Box<Fault>> {
        let start = self.at;
        self.skip(b"-");
        if !self.skip(b"0") {
            self.digits()?;
        }
        if self.skip(b".") {
            self.digits()?;
        }
        if self.skip(b"eE") {
            self.skip(b"+-");
            self.digits()?;
        }
        let number = self.since(start);
        if to_f64(number).is_infinite() {
            return Err(self.fault("number out of range"));
        }
        Ok(Value::Number(number))
    }

    /// Passes one of the bytes, if it is here.
    fn skip(&mut self, bytes: &[u8]) -> bool {
        let is_here = self.byte().is_some_and(|byte| bytes.contains(&byte));
        self.at += usize::from(is_here);
        is_here
    }

    /// Passes at least one digit.
    fn digits(&mut self) -> Result<(), Box<Fault>> {
        let start = self.at;
        while self.skip(b"0123456789") {}
        if self.at == start {
            return Err(self.fault("expected a digit"));
        }
        Ok(())
    }

    /// The string whose opening quote is here.
    fn string(&mut self) -> Result<Cow<'a, str>, Box<Fault>> {
        self.at += 1;
        let mut string = Cow::Borrowed("");
        loop {
            let start = self.at;
            self.at += plain(&self.text.as_bytes()[start..]);
            // The first piece alone is borrowed.
            string += self.since(start);
            match self.byte() {
                Some(b'"') => break,
                Some(b'\\') => string.to_mut().push(self.escape()?),
                _ => return Err(self.fault("a raw line break or other control character")),
            }
        }
        self.at += 1;
        Ok(string)
    }

    /// The character of an escape sequence.
    fn escape(&mut self) -> Result<char, Box<Fault>> {
        const NO_ESCAPE: &str = "no escape sequence";
        let start = self.at;
        self.at += 1;
        let letter = self.byte();
        if letter == Some(b'u') {
            let rest = |at: usize| self.text.as_bytes().get(at..).unwrap_or_default();
            let (code, length) = match (code_unit(rest(start)), code_unit(rest(start + 6))) {
                (Some(high @ 0xD800..=0xDBFF), Some(low @ 0xDC00..=0xDFFF)) => {
                    (0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), 12)
                }
                // None that is a character, where there are no four digits.
                (code, _) => (code.unwrap_or(0xD800), 6),
            };
            let found = char::from_u32(code);
            self.at = start + if found.is_some() { length } else { 1 };
            return found.ok_or_else(|| self.fault(NO_ESCAPE));
        }
        let found = match letter {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(byte @ (b'"' | b'\\' | b'/')) => byte.into(),
            _ => return Err(self.fault(NO_ESCAPE)),
        };
        self.at += 1;
        Ok(found)
    }
}

/// How many bytes of a string come before its end, an escape sequence or a control character.
///
/// Most of a list is strings, so eight are looked at in one step, as one number.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 0xff;
    // Whether a byte is below `least` shows in its highest bit; none above the first that is need be right.
    let below = |word: u64, least: u64| word.wrapping_sub(ONES * least) & !word & (ONES << 7);
    let is = |word: u64, byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    let (mut length, mut rest) = (0, bytes);
    while let Some((eight, after)) = rest.split_first_chunk() {
        let word = u64::from_le_bytes(*eight);
        let ends = below(word, b' '.into()) | is(word, b'"') | is(word, b'\\');
        if ends != 0 {
            return length + ends.trailing_zeros() as usize / 8;
        }
        (length, rest) = (length + 8, after);
    }
    let is_end = |byte: &u8| matches!(byte, ..b' ' | b'"' | b'\\');
    length + rest.iter().position(is_end).unwrap_or(rest.len())
}

/// The number in an escape such as `\ud800`.
pub fn code_unit(bytes: &[u8]) -> Option<u32> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    let mut number = 0;
    for &digit in digits {
        number = number * 16 + char::from(digit).to_digit(16)?;
    }
    Some(number)
}
