// What a list holds that the builder offers by name: types, audiences, activities, towns, groups.
// The directory itself reads the list; here it is only looked at, and anything may be anything.

// The JSON of a list, or undefined where it cannot be read as it stands.
export async function readList(url, signal) {
  try {
    const response = await fetch(url, { signal });
    return await response.json();
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

// By the name of a facet: a Map of what is written in an attribute to what an editor reads.
export function vocabulary(list) {
  const groups = all(list?.groups);
  const declared = (records) => all(records).map(({ id, name }) => [id, text(name)]);
  const used = (field) => groups.flatMap((group) => all(group[field])).map((id) => [id, ""]);
  const towns = groups.flatMap((group) => all(group.meetings)).map((meeting) => text(meeting.venue?.town));
  return {
    "cancer-type": named([...declared(list?.cancer_types), ...used("cancer_types")], ["any"]),
    audience: named([...declared(list?.audiences), ...used("audiences")]),
    activity: named(used("activities")),
    place: sorted(new Map(towns.filter(Boolean).map((town) => [town, town]))),
    groups: named(groups.map(({ id, name }) => [id, text(name)])),
  };
}

// The name of the group that a problem's path leads into; empty where it leads into none.
export function groupAt(list, path) {
  const index = /^groups\[(\d+)\]/.exec(path)?.[1];
  const group = list?.groups?.[index];
  return text(group?.name) || text(group?.id);
}

function named(pairs, except = []) {
  const names = new Map();
  for (const [written, name] of pairs) {
    const id = asId(written);
    if (id && !except.includes(id)) {
      names.set(id, names.get(id) || name || "");
    }
  }
  return sorted(new Map([...names].map(([id, name]) => [id, name || nameOf(id)])));
}

// An id as the directory reads it: spaces are hyphens.
function asId(written) {
  const id = typeof written === "string" ? written.trim() : "";
  return /\s/.test(id) ? id.replace(/\s+/g, "-").toLowerCase() : id;
}

// Words for an id that the list gives no name: "head-and-neck" is "Head and neck".
export function nameOf(id) {
  const plain = id.replaceAll("-", " ");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

// A text, or the English of one in several languages, or the first of them.
function text(value) {
  const found = typeof value === "object" && value !== null ? (value.en ?? Object.values(value)[0]) : value;
  return typeof found === "string" ? found.trim() : "";
}

// The records of an array, or of a single one where the array was forgotten.
function all(value) {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one) => one !== null && one !== undefined);
}

function sorted(names) {
  return new Map([...names].sort(([, one], [, other]) => one.localeCompare(other)));
}
