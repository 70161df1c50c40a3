//! The order of a module's functions, by which brotli finds more repeats.
//!
//! Compilers write functions as they come upon them. Where those that look alike stand beside each other,
//! the module is 3 KB smaller with brotli: short ones first, then by what goes in and out, then each followed by the
//! one that shares most with it.

use std::collections::{BTreeMap, HashSet};

use anyhow::{Result, ensure};

use crate::wasm::{CODE, CUSTOM, FUNCTIONS, IMPORTS, OF_FUNCTIONS, leb, section, sized};

/// The module with a name for each of its functions, such that their order by name is the one to put them
/// in: `wasm-opt --reorder-functions-by-name` does.
///
/// The module must import nothing but functions, and have no names.
pub fn with_names(module: &[u8]) -> Result<Vec<u8>> {
    let order = order(module)?;
    let imported = section(module, IMPORTS)?.number()?;
    let mut names = Vec::new();
    for (nth, function) in order.iter().enumerate() {
        names.push((imported + function, format!("{nth:08}")));
    }
    names.sort();

    let mut map = leb(names.len());
    for (function, name) in names {
        map.extend(leb(function));
        map.extend(sized(name.as_bytes()));
    }
    let section = [&sized(b"name")[..], &[OF_FUNCTIONS], &sized(&map)].concat();
    Ok([module, &[CUSTOM], &sized(&section)].concat())
}

/// The module's own functions in their new order, by their places in the old one.
fn order(module: &[u8]) -> Result<Vec<usize>> {
    let (mut types, mut code) = (section(module, FUNCTIONS)?, section(module, CODE)?);
    ensure!(types.number()? == code.number()?, "functions without code");
    let (mut groups, mut place) = (BTreeMap::<_, Vec<_>>::new(), 0);
    while !code.0.is_empty() {
        let (kind, length) = (types.number()?, code.number()?);
        let body = code.take(length)?;
        // By size, in powers of four.
        let group = groups.entry((length.ilog2() / 2, kind)).or_default();
        group.push(Function { body, place });
        place += 1;
    }
    Ok(groups.into_values().flat_map(chain).collect())
}

/// A function of the module. They sort by their bytes.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Function<'a> {
    body: &'a [u8],
    place: usize,
}

impl<'a> Function<'a> {
    /// What two functions may share: all runs of so many bytes, which is a few instructions.
    fn runs(&self) -> HashSet<&'a [u8]> {
        self.body.windows(6).collect()
    }
}

/// The places of some functions, each followed by the one of those left that is most like it.
fn chain(mut functions: Vec<Function>) -> Vec<usize> {
    functions.sort();
    let mut left: Vec<_> = functions
        .iter()
        .map(|function| (function.place, function.runs()))
        .collect();
    let mut chain = Vec::new();
    let mut next = 0;
    while !left.is_empty() {
        let (place, runs) = left.remove(next);
        chain.push(place);
        let mut most = 0.0;
        next = 0;
        for (at, (_, others)) in left.iter().enumerate() {
            let shared = runs.intersection(others).count();
            let share = shared as f64 / (runs.len() + others.len() - shared).max(1) as f64;
            if share > most {
                (most, next) = (share, at);
            }
        }
    }
    chain
}

#[cfg(test)]
mod tests {
    use anyhow::Context;

    use super::*;

    /// Two functions are imported. Of its own, the first has type 1, the second is the same but of type 0,
    /// and the third is longer than both.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x02\x0B\x02\x01a\x01a\0\0\x01a\x01b\0\0\
        \x03\x04\x03\x01\0\0\
        \x0A\x0C\x03\x02\0\x0B\x02\0\x0B\x04\0\x01\x01\x0B";

    #[test]
    fn puts_short_functions_first_then_goes_by_type() -> Result<()> {
        assert_eq!(order(MODULE)?, [1, 0, 2]);
        Ok(())
    }

    #[test]
    fn follows_a_function_by_the_one_most_like_it() {
        let bodies = [&b"abcdefgh"[..], b"bcdefgXYZ", b"abcdefgXY", b"zzzzzzzz"];
        let functions = bodies.iter().enumerate();
        let functions = functions.map(|(place, body)| Function { body, place });
        assert_eq!(chain(functions.collect()), [2, 1, 0, 3]);
    }

    #[test]
    fn names_functions_by_their_place_behind_the_imported_ones() -> Result<()> {
        let named = with_names(MODULE)?;
        let names = named.strip_prefix(MODULE).context("the module stays")?;
        let section = b"\0\x26\x04name\x01\x1F\x03\
            \x02\x0800000001\x03\x0800000000\x04\x0800000002";
        assert_eq!(names, section);
        Ok(())
    }

    #[test]
    fn refuses_what_is_no_module() {
        assert!(with_names(b"wasm").is_err());
        assert!(with_names(&MODULE[..MODULE.len() - 1]).is_err());
    }
}
