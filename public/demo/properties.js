// The custom properties and the parts that change the look of a directory, as the README lists them.

// `unit`: a length; the others are colours. `light` and `dark` are the defaults on a light and a dark page.
// `pair`: the other property that has to be set as well.
export const PROPERTIES = [
  {
    name: "--psd-accent",
    label: "Accent",
    what: "Links, buttons and what is chosen.",
    light: "#00607a",
    dark: "#7cc7dc",
  },
  {
    name: "--psd-text",
    label: "Text",
    what: "All text. Goes with the background.",
    light: "#1b2429",
    dark: "#e9eef0",
    pair: "--psd-background",
  },
  {
    name: "--psd-background",
    label: "Background",
    what: "Behind everything. Goes with the text.",
    light: "#ffffff",
    dark: "#14191c",
    pair: "--psd-text",
  },
  { name: "--psd-border", label: "Border", what: "Lines around cards.", usual: "22% text, 78% background", light: "#cdcfd0" },
  { name: "--psd-muted", label: "Quiet text", what: "Notes and counts.", usual: "80% text, 20% background", light: "#495054" },
  { name: "--psd-focus", label: "Focus", what: "The ring around what the keyboard is on.", usual: "the accent", light: "#00607a" },
  { name: "--psd-radius", label: "Corners", what: "How round they are.", unit: "px", usual: "8px", least: 0, most: 40, step: 1 },
  { name: "--psd-space", label: "Space", what: "Between the pieces.", unit: "em", usual: "1em", least: 0.5, most: 3, step: 0.25 },
  {
    name: "--psd-max-width",
    label: "Greatest width",
    what: "No wider than this.",
    unit: "px",
    usual: "none",
    least: 280,
    most: 2000,
    step: 20,
  },
];

// What `::part()` names.
export const PARTS = [
  { name: "title", what: "The title" },
  { name: "search", what: "The search box" },
  { name: "filters", what: "All filters" },
  { name: "filter", what: "One filter" },
  { name: "results", what: "The results" },
  { name: "card", what: "The card of a group" },
  { name: "card-title", what: "The name on a card" },
  { name: "tag", what: "The kind of support on a card" },
  { name: "sign-up", what: "The button for joining" },
  { name: "button", what: "Every button" },
];
