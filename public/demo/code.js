// The box with the code, and the button that copies it.

import { byId, say } from "./dom.js";
import { radioField } from "./fields.js";
import { snippet } from "./snippet.js";

export function codeBox(settings, scriptUrl) {
  const box = byId("snippet");
  const copied = byId("copy-result");
  const secure = byId("integrity");
  const hashes = new Map(); // by the script's address: the promise of its hash
  let turn = 0;
  let shown; // the promise that the code is as chosen

  // The script could not be read again: rather no hash than a wrong one.
  const giveUp = (address) => {
    hashes.delete(address);
    byId("integrity-missing").hidden = false;
    settings.set({ integrity: undefined });
  };

  const show = async () => {
    turn += 1;
    const mine = turn;
    const address = settings.get("script") ?? scriptUrl;
    const isSecured = settings.get("integrity") === "yes" && !secure.disabled;
    secure.checked = isSecured;
    if (isSecured && !hashes.has(address)) {
      hashes.set(address, integrityOf(address));
    }
    const hash = isSecured ? await hashes.get(address).catch(() => giveUp(address)) : undefined;
    if (mine === turn) {
      const way = settings.get("code") ?? "element";
      byId("fallback-hint").hidden = way === "script";
      byId("on-this-computer").hidden = !/^(localhost|127\.|\[::1\])/.test(new URL(address).hostname);
      const code = snippet({
        way,
        scriptUrl: address,
        integrity: hash,
        attributes: settings.attributes(),
        declarations: settings.declarations(),
      });
      if (code !== box.value) {
        box.value = code;
        copied.textContent = "";
      }
    }
  };

  if (!globalThis.crypto?.subtle) {
    // Browsers only let pages on https work out a hash.
    secure.disabled = true;
    byId("integrity-missing").hidden = false;
  }
  secure.addEventListener("change", () => {
    byId("integrity-missing").hidden = true;
    settings.set({ integrity: secure.checked ? "yes" : undefined });
  });
  radioField(settings, "code");
  settings.onChange(() => {
    shown = show();
  });

  const tell = (words) => {
    copied.textContent = words;
    say(words);
  };
  byId("copy").addEventListener("click", async () => {
    await shown;
    try {
      await navigator.clipboard.writeText(box.value);
      tell("Code copied.");
    } catch {
      box.focus();
      box.select();
      tell("Your browser does not let us copy. The code is selected: press Ctrl and C, or Cmd and C on a Mac.");
    }
  });
}

// The hash that browsers compare the script with.
async function integrityOf(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url} answered with status ${response.status}`);
  }
  const digest = await crypto.subtle.digest("SHA-384", await response.arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
