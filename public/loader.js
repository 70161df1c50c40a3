// The one script that a page names. It registers <peer-support-directory> and puts one wherever the
// page asks for it. Everything else is in loader/; the build makes one classic script of all.

import { TAG } from "./loader/attributes.js";
import { define } from "./loader/define.js";
import { placeDirectories } from "./loader/placement.js";

try {
  // Only here, while the script runs, does the browser say which script it is; of a module it never does.
  const script = document.currentScript ?? document.querySelector(`script[src*="${TAG}.js"]`);
  define(script?.src);
  placeDirectories(script);
} catch (error) {
  // The page's own load goes on, whatever is wrong with this browser.
  console.error("peer-support-directory:", error);
}
