//! Cutting a list into its parts, so that no more than one group exists as JSON at a time.
//!
//! serde's own streaming would do it too, at several times the size in WebAssembly: its visitors
//! bring messages, for errors, that need the tables for writing numbers.

use serde_json::{Map, Value};

/// The parts of a list, as slices of its text.
pub(super) struct Outline<'a> {
    /// The groups; nothing where there is no such array. The first, if it is given twice.
    pub groups: Option<Groups<'a>>,
    /// Whether `groups` is given twice.
    pub has_two: bool,
    /// Everything but the groups.
    pub fields: Map<String, Value>,
}

/// The elements of an array, cut out one by one: an error where it is no JSON.
pub(super) struct Groups<'a>(Scanner<'a>);

/// The text is no JSON. Where and why, [`serde_json`] says better when it reads the whole.
pub(super) struct NotJson;

/// How deep arrays and objects may be in each other.
const MAX_DEPTH: usize = 128;

impl<'a> Outline<'a> {
    /// Cuts a document that is an object; nothing where it is something else.
    pub(super) fn new(text: &'a str) -> Result<Option<Self>, NotJson> {
        let mut scanner = Scanner { text, at: 0 };
        let mut outline = Self {
            groups: None,
            has_two: false,
            fields: Map::new(),
        };
        if !scanner.eat(b'{') {
            return Ok(None);
        }
        let mut is_first = true;
        while scanner.goes_on(b'}', &mut is_first)? {
            let Value::String(key) = value(scanner.cut(1)?)? else {
                return Err(NotJson);
            };
            if !scanner.eat(b':') {
                return Err(NotJson);
            }
            let part = scanner.cut(1)?;
            if key != "groups" {
                outline.fields.insert(key, value(part)?);
                continue;
            }
            let mut elements = Scanner { text: part, at: 0 };
            let is_array = elements.eat(b'[');
            if outline.groups.is_some() || !is_array {
                value(part)?;
                outline.has_two |= outline.groups.is_some();
            } else {
                outline.groups = Some(Groups(elements));
            }
        }
        if scanner.peek().is_some() {
            return Err(NotJson);
        }
        Ok(Some(outline))
    }
}

impl Groups<'_> {
    /// The next element.
    pub(super) fn next(&mut self, is_first: &mut bool) -> Result<Option<Value>, NotJson> {
        let Self(scanner) = self;
        if scanner.goes_on(b']', is_first)? {
            return value(scanner.cut(2)?).map(Some);
        }
        Ok(None)
    }
}

fn value(text: &str) -> Result<Value, NotJson> {
    serde_json::from_str(text).map_err(|_| NotJson)
}

/// A place in the text.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        while let Some(byte) = self.text.as_bytes().get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\t' | b'\r') {
                return Some(*byte);
            }
            self.at += 1;
        }
        None
    }

    /// Passes the byte, if it is next.
    fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Whether another element comes before `end`; passes the comma between, or the end.
    fn goes_on(&mut self, end: u8, is_first: &mut bool) -> Result<bool, NotJson> {
        let was_first = std::mem::replace(is_first, false);
        if self.eat(end) {
            return Ok(false);
        }
        if was_first || self.eat(b',') {
            return Ok(true);
        }
        Err(NotJson)
    }

    /// Cuts out the value that is next, `depth` arrays and objects deep. It ends where its brackets
    /// are closed; whether it is JSON shows when it is read.
    fn cut(&mut self, depth: usize) -> Result<&'a str, NotJson> {
        self.peek();
        let start = self.at;
        let (mut open, mut in_string) = (0, false);
        while let Some(byte) = self.text.as_bytes().get(self.at) {
            match byte {
                b'\\' if in_string => self.at += 1,
                b'"' => in_string = !in_string,
                _ if in_string => {}
                b'{' | b'[' => open += 1,
                b'}' | b']' | b',' | b':' if open == 0 => break,
                b'}' | b']' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if depth + open > MAX_DEPTH {
                return Err(NotJson);
            }
        }
        self.text.get(start..self.at).ok_or(NotJson)
    }
}
