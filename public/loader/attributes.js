// The element's name and its attributes, in the order of the contract.

export const TAG = "peer-support-directory";

export const ATTRIBUTES = [
  "list",
  "lang",
  "label",
  "heading-level",
  "cancer-type",
  "audience",
  "kind",
  "format",
  "activity",
  "day",
  "time",
  "soon",
  "place",
  "only-cancer-type",
  "only-audience",
  "only-kind",
  "only-format",
  "only-place",
  "only-groups",
  "filters",
  "page-size",
  "explainer",
  "follow-detail",
  "asset-base",
];

// A change of these needs another download; the module takes all others as they are.
export const LOADER_ATTRIBUTES = ["list", "asset-base"];
