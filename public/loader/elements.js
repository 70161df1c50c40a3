// The elements that Rust asks for.

const originals = new Map();

// A new element as text names it: `li.fact` has that class, `input.checkbox|type=checkbox` that attribute too, and in
// `button>svg|viewBox=0 0 24 24` stands another. The first of each is made, and all others are copied from it: a copy
// takes the browser one call, however much is in it.
export function make(text) {
  let original = originals.get(text);
  if (!original) {
    const [own, ...inner] = text.split(">");
    const [name, ...attributes] = own.split("|");
    const [tag, classes] = name.split(".");
    const kind = /^(svg|path)$/.test(tag) ? "2000/svg" : "1999/xhtml";
    original = document.createElementNS(`http://www.w3.org/${kind}`, tag);
    if (classes) attributes.unshift(`class=${classes}`);
    for (const attribute of attributes) original.setAttribute(...attribute.split("="));
    if (inner.length) original.append(make(inner.join(">")));
    originals.set(text, original);
  }
  return original.cloneNode(true);
}
