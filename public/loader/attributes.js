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
  "keep",
  "lazy",
  "asset-base",
];

// A change of these needs another download.
export const DOWNLOAD_ATTRIBUTES = ["list", "asset-base"];

// These say when to download, and what to keep of it. The module takes all others as they are.
export const TIMING_ATTRIBUTES = ["keep", "lazy"];
