// The builder: an editor chooses, sees the directory change, and copies the code for their page.
// The demo's own directory needs none of this.

import { choiceFields } from "./demo/choices.js";
import { codeBox } from "./demo/code.js";
import { byId } from "./demo/dom.js";
import { disclosures, plainFields } from "./demo/fields.js";
import { filterList } from "./demo/filters.js";
import { lookTable } from "./demo/look.js";
import { Preview } from "./demo/preview.js";
import { Settings } from "./demo/settings.js";
import { listSource } from "./demo/source.js";

const scriptUrl = document.querySelector("script[src$='peer-support-directory.js']").src;
const settings = new Settings();
const preview = new Preview(settings, scriptUrl);

listSource(settings, preview, choiceFields(settings));
plainFields(settings);
filterList(settings);
lookTable(settings);
codeBox(settings, scriptUrl);
disclosures();
settings.followFragment();
preview.place();

for (const part of document.querySelectorAll(".needs-script")) {
  part.hidden = false;
}
if (location.hash.startsWith("#builder") && performance.getEntriesByType("navigation")[0]?.type === "navigate") {
  byId("builder").scrollIntoView();
}
