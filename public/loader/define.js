// Registers <peer-support-directory>.

import { TAG } from "./attributes.js";
import { FOLDER, VERSION } from "../generated.js";
import { PeerSupportDirectory } from "./element.js";

// `url` is where the script came from. An earlier copy of the script may have registered the element; one of another
// version says so, once.
export function define(url) {
  const first = customElements.get(TAG);
  if (!first) {
    PeerSupportDirectory.scriptUrl = URL.canParse(FOLDER, url) ? url : document.baseURI;
    customElements.define(TAG, PeerSupportDirectory);
  } else if (first.version !== VERSION && !first.warned) {
    first.warned = true;
    console.warn(`${TAG}: version ${VERSION} is on this page too; ${first.version}, which came first, is used.`);
  }
}
