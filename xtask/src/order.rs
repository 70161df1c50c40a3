//! The order of a module's functions, by which brotli finds more repeats.
//!
//! Compilers write functions as they come upon them. Where those that look alike stand beside each other,
//! the module is 3 KB smaller with brotli: short ones first, then by what goes in and out, then each followed by the
//! one of which most stands in those before it.

use std::collections::{BTreeMap, HashSet, VecDeque};

use anyhow::{Result, ensure};

use crate::wasm::{CODE, CUSTOM, FUNCTIONS, IMPORTS, OF_FUNCTIONS, leb, section, sized};

/// The module with a name for each of its functions, such that their order by name is the one to put them
/// in: `wasm-opt --reorder-functions-by-name` does.
///
/// The module must import nothing but functions, and have no names.
pub fn with_names(module: &[u8], likeness: Likeness) -> Result<Vec<u8>> {
    let order = order(module, likeness)?;
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

/// How functions are compared.
#[derive(Clone, Copy)]
pub struct Likeness {
    /// By runs of so many bytes: an instruction or a few.
    pub run: usize,
    /// With so many of those before.
    pub before: usize,
}

/// The module's own functions in their new order, by their places in the old one.
fn order(module: &[u8], likeness: Likeness) -> Result<Vec<usize>> {
    let (mut types, mut code) = (section(module, FUNCTIONS)?, section(module, CODE)?);
    ensure!(types.number()? == code.number()?, "functions without code");
    let (mut groups, mut place) = (BTreeMap::<_, Vec<_>>::new(), 0);
    while !code.0.is_empty() {
        let (kind, length) = (types.number()?, code.number()?);
        let body = code.take(length)?;
        // By size, in powers of eight.
        let group = groups.entry((length.ilog2() / 3, kind)).or_default();
        group.push(Function { body, place });
        place += 1;
    }
    let groups = groups.into_values();
    Ok(groups.flat_map(|group| chain(group, likeness)).collect())
}

/// A function of the module. They sort by their bytes.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Function<'a> {
    body: &'a [u8],
    place: usize,
}

impl<'a> Function<'a> {
    /// What two functions may share: all runs of so many bytes.
    fn runs(&self, run: usize) -> HashSet<&'a [u8]> {
        self.body.windows(run).collect()
    }
}

/// The places of some functions, each followed by the one of those left of which most stands in it and those before.
fn chain(mut functions: Vec<Function>, likeness: Likeness) -> Vec<usize> {
    functions.sort();
    let mut left: Vec<_> = functions
        .iter()
        .map(|function| (function.place, function.runs(likeness.run)))
        .collect();
    let mut chain = Vec::new();
    let mut before = VecDeque::new();
    let mut next = 0;
    while !left.is_empty() {
        let (place, runs) = left.remove(next);
        chain.push(place);
        before.push_back(runs);
        before.drain(..before.len().saturating_sub(likeness.before));
        let known: HashSet<&[u8]> = before.iter().flatten().copied().collect();
        let mut most = 0.0;
        next = 0;
        for (at, (_, runs)) in left.iter().enumerate() {
            let share = runs.intersection(&known).count() as f64 / runs.len().max(1) as f64;
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
    /// and the third is much longer than both.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x02\x0B\x02\x01a\x01a\0\0\x01a\x01b\0\0\
        \x03\x04\x03\x01\0\0\
        \x0A\x10\x03\x02\0\x0B\x02\0\x0B\x08\0\x01\x01\x01\x01\x01\x01\x0B";

    const LIKENESS: Likeness = Likeness { run: 4, before: 2 };

    #[test]
    fn puts_short_functions_first_then_goes_by_type() -> Result<()> {
        assert_eq!(order(MODULE, LIKENESS)?, [1, 0, 2]);
        Ok(())
    }

    #[test]
    fn follows_a_function_by_the_one_most_like_it() {
        let bodies = [&b"abcdefgh"[..], b"bcdefgXYZ", b"abcdefgXY", b"zzzzzzzz"];
        let functions = bodies.iter().enumerate();
        let functions = functions.map(|(place, body)| Function { body, place });
        assert_eq!(chain(functions.collect(), LIKENESS), [2, 1, 0, 3]);
    }

    #[test]
    fn names_functions_by_their_place_behind_the_imported_ones() -> Result<()> {
        let named = with_names(MODULE, LIKENESS)?;
        let names = named.strip_prefix(MODULE).context("the module stays")?;
        let section = b"\0\x26\x04name\x01\x1F\x03\
            \x02\x0800000001\x03\x0800000000\x04\x0800000002";
        assert_eq!(names, section);
        Ok(())
    }

    #[test]
    fn refuses_what_is_no_module() {
        assert!(with_names(b"wasm", LIKENESS).is_err());
        assert!(with_names(&MODULE[..MODULE.len() - 1], LIKENESS).is_err());
    }
}
