// What Rust asks of the element that it is mounted in, and of the page and the browser around it.

import { now, offset } from "./clock.js";
import { formats } from "./intl.js";
import { ask } from "./later.js";
import { link } from "./memory.js";
import { paint } from "./slices.js";

const POSITION = { maximumAge: 300_000, timeout: 20_000 }; // milliseconds
const GAP = 8; // pixels between the top of the window and what is revealed
const STICKY = 130; // pixels that are enough for most sticky headers

// `directory` is the element, `number` its place among those of the page, and `options` what is asked of it;
// `emit(name, detail)` tells the page.
export function host(directory, number, options, emit) {
  return {
    number,
    formats,
    now,
    offset,
    results: (shown, total) => emit("psd-results", { shown, total }),
    follow: (kind, group) => emit("psd-follow", group === undefined ? { kind } : { kind, group }),
    warn: (message) => options.warn(message),
    link: (state) => link(number, state),
    reveal: (element) => {
      scrollBy({ top: element.getBoundingClientRect().top - GAP, behavior: "instant" });
      const { left, top } = element.getBoundingClientRect();
      // A page's sticky header lies over it.
      if (directory.getRootNode().elementFromPoint(left + 1, top + 1) !== directory) {
        scrollBy({ top: -STICKY, behavior: "instant" });
      }
    },
    painted: (done) => paint().then(() => done()),
    // How many of the cards begin above the lower edge of the window.
    seen: () => {
      const cards = [...directory.shadowRoot.querySelectorAll(".card")];
      const below = cards.findIndex((card) => card.getBoundingClientRect().top >= innerHeight);
      return below < 0 ? cards.length : below;
    },
    later: (what, request, done) => {
      ask(what, request, options.assetBase()).then(done, () => done());
    },
    map: (place) => {
      const query = encodeURIComponent(place);
      // Other phones ask what to do with such a link, or do nothing.
      return /Android/.test(navigator.userAgent)
        ? `geo:0,0?q=${query}`
        : `https://www.openstreetmap.org/search?query=${query}`;
    },
    // Where the visitor is, in thousandths of degrees; nothing where they or the browser refuse.
    position: (done) => {
      const refused = () => done();
      const found = ({ coords: { latitude, longitude } }) =>
        done([latitude, longitude].map((degrees) => Math.round(degrees * 1000)).join(" "));
      if (navigator.geolocation) {
        navigator.geolocation.getCurrentPosition(found, refused, POSITION);
      } else {
        refused();
      }
    },
    copy: (text, done) => {
      // Pages that are not served over https have no clipboard.
      const copied = navigator.clipboard?.writeText(text) ?? Promise.reject();
      copied.then(
        () => done(text),
        () => done(),
      );
    },
  };
}
