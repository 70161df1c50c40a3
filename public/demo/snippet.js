// The code that an editor pastes. Only text is made here.

const FALLBACK = '<a href="/support">See our support groups</a>';
// Spares the page a jump when the directory arrives.
const ROOM = [
  ["display", "block"],
  ["min-height", "40rem"],
];

// `way`: "element", "script" or "placeholder". `attributes` and `declarations` are pairs of name and value.
export function snippet({ way, scriptUrl, integrity, attributes, declarations }) {
  const secured = integrity ? [["integrity", integrity], ["crossorigin", "anonymous"]] : [];
  const script = [["async", ""], ["src", scriptUrl], ...secured];
  const data = attributes.map(([name, value]) => [`data-${name}`, value]);
  if (way === "script") {
    const asks = data.some(([name]) => name === "data-list") ? [] : [["data-peer-support-directory", ""]];
    const rule = declarations.length > 0 ? `<style>peer-support-directory { ${css(declarations)} }</style>\n` : "";
    return `${rule}${tag("script", [...script, ...asks, ...data])}</script>\n`;
  }
  const style = [["style", css([...ROOM, ...declarations])]];
  const [name, all] =
    way === "placeholder"
      ? ["div", [["data-peer-support-directory", ""], ...data, ...style]]
      : ["peer-support-directory", [...attributes, ...style]];
  return `${tag("script", script)}</script>\n\n${tag(name, all)}\n  ${FALLBACK}\n</${name}>\n`;
}

function tag(name, attributes) {
  return `<${[name, ...attributes.map(written)].join(" ")}>`;
}

// An empty label says something; the other empty ones are only there.
function written([name, value]) {
  const isPlain = value === "" && !name.endsWith("label") && !name.endsWith("filters");
  return isPlain ? name : `${name}="${escape(value)}"`;
}

function css(declarations) {
  return declarations.map(([name, value]) => `${name}: ${value}`).join("; ");
}

function escape(value) {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
