//! The module's table of functions, without those that are there for nothing.

use anyhow::{Context, Result, ensure};

use crate::wasm::{Bytes, CUSTOM, ELEMENTS, OF_FUNCTIONS, PREAMBLE, leb, sections, sized};

/// In the names of what JavaScript calls where it calls a closure of Rust.
const CALLED_BY_NAME: &str = "::convert::closures::_::invoke::<";

/// `i32.const`, before where in the table a run of functions begins, and the end of that.
const CONSTANT: u8 = 0x41;
const END: u8 = 0x0B;

/// The module, with another function in the table for each that JavaScript calls by its name and nothing calls by
/// its place. js-sys brings 48 of them for closures that nobody has; wasm-opt then takes them out: 0.5 KB.
///
/// The module must have names, and one plain run of functions in its table, as wasm-bindgen writes it.
pub fn without_closures(module: &[u8]) -> Result<Vec<u8>> {
    let names = names(module)?;
    let is_closure = |function: &usize| {
        let name = names.iter().find(|(named, _)| named == function);
        name.is_some_and(|(_, name)| name.contains(CALLED_BY_NAME))
    };
    let mut written = PREAMBLE.to_vec();
    for (kind, content) in sections(module)? {
        let content = match kind {
            ELEMENTS => replaced(content, &is_closure).context("the table of functions")?,
            _ => content.to_vec(),
        };
        written.push(kind);
        written.extend(sized(&content));
    }
    Ok(written)
}

/// The section of elements with the table's first function that stays in place of each that is out.
fn replaced(content: &[u8], is_out: &dyn Fn(&usize) -> bool) -> Result<Vec<u8>> {
    let mut rest = Bytes(content);
    let (segments, kind) = (rest.number()?, rest.number()?);
    ensure!(segments == 1 && kind == 0, "is not one plain run");
    let constant = rest.take(1)?;
    let start = rest.number()?;
    ensure!(
        constant == [CONSTANT] && rest.take(1)? == [END],
        "has no plain beginning"
    );
    let count = rest.number()?;
    let functions = (0..count)
        .map(|_| rest.number())
        .collect::<Result<Vec<_>>>()?;
    let other = *functions
        .iter()
        .find(|function| !is_out(function))
        .context("holds nothing else")?;
    let mut written = [
        &leb(segments)[..],
        &leb(kind),
        &[CONSTANT],
        &leb(start),
        &[END],
        &leb(count),
    ]
    .concat();
    for function in functions {
        written.extend(leb(if is_out(&function) { other } else { function }));
    }
    Ok(written)
}

/// The names of functions, by their numbers.
fn names(module: &[u8]) -> Result<Vec<(usize, String)>> {
    let mut names = Vec::new();
    for (kind, content) in sections(module)? {
        let mut rest = Bytes(content);
        if kind != CUSTOM || text(&mut rest)? != "name" {
            continue;
        }
        while !rest.0.is_empty() {
            let (part, length) = (rest.take(1)?, rest.number()?);
            let mut map = Bytes(rest.take(length)?);
            if part == [OF_FUNCTIONS] {
                for _ in 0..map.number()? {
                    names.push((map.number()?, text(&mut map)?));
                }
            }
        }
    }
    ensure!(!names.is_empty(), "the module has no names");
    Ok(names)
}

fn text(bytes: &mut Bytes) -> Result<String> {
    let length = bytes.number()?;
    Ok(String::from_utf8(bytes.take(length)?.to_vec())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of the functions 2, 1 and 3, of which 1 is a closure's.
    fn module(functions: &[u8; 3]) -> Vec<u8> {
        let name = [
            &[1, 1][..],
            &sized(b"x::convert::closures::_::invoke::<()>"),
        ]
        .concat();
        let names = [&sized(b"name")[..], &[OF_FUNCTIONS], &sized(&name)].concat();
        let elements = [&[1, 0, CONSTANT, 1, END, 3][..], functions].concat();
        [
            PREAMBLE,
            &[ELEMENTS],
            &sized(&elements),
            &[CUSTOM],
            &sized(&names),
        ]
        .concat()
    }

    #[test]
    fn puts_another_in_place_of_what_is_called_by_name() -> Result<()> {
        assert_eq!(without_closures(&module(&[2, 1, 3]))?, module(&[2, 2, 3]));
        Ok(())
    }

    #[test]
    fn refuses_what_it_cannot_read() {
        assert!(without_closures(b"wasm").is_err());
        assert!(without_closures(&module(&[1, 1, 1])).is_err());
        assert!(without_closures(PREAMBLE).is_err());
    }
}
