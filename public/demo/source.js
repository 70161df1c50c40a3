// The list's address: taken, loaded by the preview, and judged.

import { byId, count, say } from "./dom.js";
import { readList, vocabulary } from "./list.js";
import { showFailure, showProblems } from "./problems.js";
import { webAddress } from "./settings.js";

const CHECKING = "Checking the list…";

// Connects the address with the settings and the preview. `known` gets the list's vocabulary.
export function listSource(settings, preview, known) {
  const input = byId("list");
  const error = byId("list-error");
  const report = byId("list-report");
  let reading = new AbortController();
  let shown; // the list of the settings

  const complain = (words) => {
    error.textContent = words;
    error.hidden = words === "";
    input.setAttribute("aria-invalid", String(words !== ""));
  };

  // Whether the address can be used; if so, it is from now on.
  const take = () => {
    const isUsable = input.value.trim() === "" || webAddress(input.value) !== undefined;
    complain(isUsable ? "" : "Enter a whole web address, such as https://www.example.org/groups.json");
    if (isUsable) {
      settings.set({ list: input.value });
    }
    return isUsable;
  };

  input.addEventListener("change", take);
  byId("list-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (take()) {
      report.textContent = CHECKING;
      await preview.reload();
    } else {
      input.focus();
    }
  });

  settings.onChange(() => {
    const list = settings.get("list");
    if (settings.usable("list", input.value) !== list) {
      input.value = list ?? "";
      complain("");
    }
    if (list !== shown) {
      shown = list;
      report.textContent = CHECKING;
    }
  });

  preview.element.addEventListener("psd-ready", async ({ detail: { groups, problems } }) => {
    reading.abort();
    reading = new AbortController();
    const { signal } = reading;
    try {
      const list = await readList(preview.listUrl(), signal);
      known(vocabulary(list));
      showProblems(report, { groups, problems, list });
      say(problems.length > 0 ? `List loaded: ${count(problems.length, "problem")}` : "List loaded: no problems");
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
  });
  preview.element.addEventListener("psd-error", ({ detail }) => {
    reading.abort();
    showFailure(report, detail);
    say("This list cannot be shown.");
  });
}
