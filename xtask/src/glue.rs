//! Taking out of wasm-bindgen's glue what this product has no use for, and mending what would end it.

use anyhow::{Result, bail};

/// What is replaced: where it begins, where it ends, and what stands there instead.
const REPLACED: [(&str, &str, &str); 13] = [
    // A closure that is gone, or that runs already, would throw, which ends the instance. But an event may be on its way
    // to an element that is taken away, and a page may hold on to one: it does nothing then.
    (
        "            state.cnt++;",
        "state.a = 0;",
        "const a = state.a; if (!a) return; state.cnt++; state.a = 0;",
    ),
    // For browsers without what the loader and the styles need anyway.
    ("(typeof FinalizationRegistry ===", "new Fin", "new Fin"),
    ("    if (!('encodeInto' in", "\n    }\n", ""),
    (
        "cachedDataViewMemory0.buffer.detached === true",
        "undefined && ",
        "(",
    ),
    ("    cachedTextDecoder.decode();", "\n", ""),
    ("    if (Symbol.dispose)", "\n", ""),
    // For handles that nobody frees: the loader always does.
    ("            HandleFinalization.register(", "\n", ""),
    ("            HandleFinalization.unregister(", "\n", ""),
    ("    const HandleFinalization =", ";\n", ""),
    // For texts where memory ends: then the instance is dead, and all that it holds.
    ("if (ptr", "\n", ""),
    // For modules without a way to make room, and for a second start of this one.
    ("        if (realloc === undefined)", "\n        }\n", ""),
    ("        wasmInstance = instance;", "\n", ""),
    (
        "        wasmModule = module;",
        "        wasm.",
        "        wasm.",
    ),
];

/// The glue with all of that replaced. What is not found is an error: the glue has changed.
pub fn shorten(glue: &str) -> Result<String> {
    let mut shortened = glue.to_owned();
    for (start, end, instead) in REPLACED {
        shortened = replace(&shortened, start, end, instead)?;
    }
    Ok(shortened)
}

/// The text with `instead` wherever something begins and ends like this.
fn replace(text: &str, start: &str, end: &str, instead: &str) -> Result<String> {
    let mut pieces = text.split(start);
    let mut replaced = pieces.next().unwrap_or_default().to_owned();
    if replaced.len() == text.len() {
        bail!("wasm-bindgen's glue has changed: glue.rs does not find `{start}`");
    }
    for piece in pieces {
        let Some((_, rest)) = piece.split_once(end) else {
            bail!("wasm-bindgen's glue has changed: glue.rs finds no `{end}` after `{start}`");
        };
        replaced.push_str(instead);
        replaced.push_str(rest);
    }
    Ok(replaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_each_from_its_start_to_its_end() -> Result<()> {
        let text = "a; if (x) { b; } c; if (x) { d; }";
        assert_eq!(replace(text, "if (x) { ", " }", "")?, "a;  c; ");
        assert_eq!(replace(text, "a", ";", "e;")?, text.replace('a', "e"));
        Ok(())
    }

    #[test]
    fn says_what_it_does_not_find() {
        let fault = |start, end| replace("a(b)", start, end, "").unwrap_err().to_string();
        assert!(fault("c(", ")").ends_with("does not find `c(`"));
        assert!(fault("a(", "]").ends_with("finds no `]` after `a(`"));
        assert!(shorten("").is_err());
    }
}
