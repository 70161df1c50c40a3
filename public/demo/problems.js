// The problems of a list as a table for the editor who mends it.

import { groupAt } from "./list.js";
import { count, el, foldLong, tableRow } from "./dom.js";

const SHOWN = 12; // problems, until all are asked for

// The messages of the directory end with what is allowed, where something else was written.
const ALLOWED = "; allowed: ";

// What to do about the messages that only say what was done.
const ADVICE = [
  [/^left out, because it has no (`.+`) that can be used$/, "Add $1, or correct the one that is there."],
  [/^left out, because its `id`, .*, was used before$/, "Give it an `id` of its own."],
  [/^needs a (`.+`) too/, "Add $1."],
  [/ is before `dtstart`, .*: nothing is ever held$/, "Correct one of the two dates."],
  [/ is above the `maximum_age`, .*; both are left out$/, "Correct one of the two ages."],
  [/^`latitude` and `longitude` only mean something together$/, "Write both or neither."],
  [/^dropped too, because another part of the rule cannot be used$/, "Correct the other part of this schedule."],
  [/^a day with a number is of the month; `freq` is read as MONTHLY$/, "Write MONTHLY as the `freq`, or leave out the number."],
  [/^dropped, because `freq` is WEEKLY/, "Take it out, or write MONTHLY as the `freq`."],
  [/^dropped, because it makes a circle/, "Name a broader type that does not lead back here."],
  [/^control characters, /, "Delete this text and type it again."],
  [/^bytes that are no UTF-8 were replaced$/, "Save the file as UTF-8."],
  [/ was read as (\\.)$/, "Write $1 in its place."],
  [/ was replaced$/, "Delete this character, or type it again."],
  [/^and \d+ more problems like these$/, "Mend those above, then check the list again."],
];

// What a failure means and what can be done, by the code of `psd-error`.
const FAILURES = {
  network:
    "We could not load this address. Check it for mistakes. If it opens in a browser, its server has to let " +
    "other sites read the file: ask who runs it to send “Access-Control-Allow-Origin: *”.",
  timeout: "The server took too long to answer. Try again later.",
  status: "The server did not give us the file. Check the address for mistakes.",
  "too-large": "The file is larger than 5 megabytes, the most that a directory loads.",
  "not-a-list": "The file is not a list of groups. Mend what is said here, then check the list again.",
  unsupported: "This browser is too old to show the directory.",
  wasm: "The directory itself could not be loaded. Load this page again.",
};

// A problem's message in two: what is wrong, and what to do about it.
export function wrongAndAdvice(message) {
  const at = message.lastIndexOf(ALLOWED);
  if (at >= 0) {
    return [message.slice(0, at), `Allowed: ${message.slice(at + ALLOWED.length)}`];
  }
  const known = ADVICE.find(([pattern]) => pattern.test(message));
  // A message that is not known stands for itself.
  return [message, known ? pieces(message, known) : ""];
}

function pieces(message, [pattern, advice]) {
  return advice.replace("$1", pattern.exec(message)[1]);
}

// Shows what a list that loaded is like. `list` is its JSON, where it could be read.
export function showProblems(place, { groups, problems, list }) {
  const size = count(Array.isArray(list?.groups) ? list.groups.length : groups, "group");
  if (problems.length === 0) {
    place.replaceChildren(el("p", { class: "good" }, `No problems found in this list of ${size}.`));
    return;
  }
  const title = `${count(problems.length, "problem")} in this list of ${size}`;
  const head = (words) => el("th", { scope: "col", role: "columnheader" }, words);
  const heads = ["Where", "What is wrong", "What to do"].map(head);
  const body = el("tbody", { role: "rowgroup" }, ...problems.map((problem) => row(problem, list)));
  const table = el(
    "table",
    { class: "problems", role: "table" },
    el("caption", {}, title),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...heads)),
    body,
  );
  const words = `Show all ${count(problems.length, "problem")}`;
  const first = (row) => {
    row.tabIndex = -1;
    return row;
  };
  const mend = "The directory shows everything else. Mend these in your file, then check the list again.";
  const unread = list ? "" : " Until then its groups, types and towns cannot be offered below.";
  place.replaceChildren(
    el("p", {}, mend, unread),
    table,
    ...foldLong(body, { limit: SHOWN, words, first }),
  );
}

function row({ path, message }, list) {
  const name = groupAt(list, path);
  const [wrong, advice] = wrongAndAdvice(message);
  const where = name ? [el("bdi", {}, name), el("br"), el("code", {}, path)] : [el("code", {}, path)];
  return tableRow(where, sentence(wrong), sentence(advice));
}

// Begins with a capital, unless with a value of the list, and has the names of fields as code.
function sentence(words) {
  const isValue = /^(true|false|null) /.test(words);
  const pieces = (isValue ? words : words.charAt(0).toUpperCase() + words.slice(1)).split("`");
  return pieces.map((piece, at) => (at % 2 === 1 ? el("code", {}, piece) : piece));
}

// Shows why there is no list.
export function showFailure(place, { code, message }) {
  place.replaceChildren(
    el("p", { class: "error" }, "This list cannot be shown."),
    el("p", {}, FAILURES[code]),
    el("p", {}, "In detail: ", el("span", { class: "detail" }, message)),
  );
}
