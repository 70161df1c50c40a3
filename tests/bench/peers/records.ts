/** The list as every peer but Pagefind gets it: the document that the directory reads too, and words for its facts. */

interface Named {
  id: string;
  name: string;
}

interface Group {
  id: string;
  name: string;
  kinds: string[];
  summary: string;
  cancer_types: string[];
  audiences?: string[];
  url: string;
  phones: { number: string }[];
  meetings: {
    attending_type: 'online' | 'in-person' | 'online-and-in-person';
    platform?: string;
    venue?: { town: string };
    schedule: { freq: 'WEEKLY' | 'MONTHLY'; byday: string; opens_at: string };
  }[];
  source: { name: string; date: string };
}

export interface List {
  cancer_types: Named[];
  audiences: Named[];
  groups: Group[];
}

/** A group as the engines take it: plain texts, and for each filter its options. */
export interface Entry {
  id: string;
  name: string;
  summary: string;
  types: string[];
  audiences: string[];
  kinds: string[];
  formats: string[];
  towns: string[];
  days: string[];
  group: Group;
}

/** The filters of the directory, in its order. */
export const FILTERS = [
  { key: 'types', legend: 'Type of cancer' },
  { key: 'audiences', legend: 'Who it is for' },
  { key: 'kinds', legend: 'Kind of support' },
  { key: 'formats', legend: 'How it meets' },
  { key: 'towns', legend: 'Town or area' },
  { key: 'days', legend: 'Day' },
] as const;
export type Filter = (typeof FILTERS)[number]['key'];

/** What a search looks in: the texts that the directory looks in and the list has. */
export const SEARCHED = ['name', 'summary', 'towns', 'kinds', 'types', 'audiences'] as const;

/** How many cards show before "Show more", and options before "Show all", as in the directory. */
export const PAGE = 20;
export const COMMONEST = 6;

const KINDS: Record<string, string> = { group: 'Support group', 'one-to-one': 'One to one' };
const FORMATS = {
  online: ['Online'],
  'in-person': ['In person'],
  'online-and-in-person': ['Online', 'In person'],
};
const DAYS: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const ORDINALS: Record<string, string> = { '1': 'First', '2': 'Second', '3': 'Third', '-1': 'Last' };

/** Fetches the list that the page names, and makes its entries. */
export async function load(): Promise<Entry[]> {
  const response = await fetch(document.body.dataset.list!);
  return entries(await response.json());
}

export function entries(list: List): Entry[] {
  const types = names(list.cancer_types);
  const audiences = names(list.audiences);
  return list.groups.map((group) => {
    const [meeting] = group.meetings;
    return {
      id: group.id,
      name: group.name,
      summary: group.summary,
      types: group.cancer_types.map((id) => types.get(id) ?? 'Any cancer'),
      audiences: (group.audiences ?? []).map((id) => audiences.get(id) ?? id),
      kinds: group.kinds.map((id) => KINDS[id]),
      formats: FORMATS[meeting.attending_type],
      towns: meeting.venue ? [meeting.venue.town] : [],
      days: [DAYS[meeting.schedule.byday.slice(-2)]],
      group,
    };
  });
}

/** "Online, and in person in Leeds". */
export function how({ group: { meetings } }: Entry): string {
  const [{ attending_type, platform, venue }] = meetings;
  if (attending_type === 'online') return `Online, on ${platform}`;
  return attending_type === 'in-person' ? `In person in ${venue!.town}` : `Online, and in person in ${venue!.town}`;
}

/** "Last Thursday of every month, 6:30pm". */
export function when({ group: { meetings } }: Entry): string {
  const { freq, byday, opens_at } = meetings[0].schedule;
  const day = DAYS[byday.slice(-2)];
  const rule = freq === 'WEEKLY' ? `Every ${day}` : `${ORDINALS[byday.slice(0, -2)]} ${day} of every month`;
  return `${rule}, ${clock(opens_at)}`;
}

/** When a group meets next. */
export interface Next {
  starts: Date;
  /** As in a diary: "Wed", "25", "Nov". */
  diary: string[];
  /** "Next: Wednesday 25 November, 6:30pm". */
  day: string;
}

const DIARY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const LONG_DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
/** By rule: many groups share one. */
const nexts = new Map<string, Next>();

/** When a group meets next, in the visitor's own time zone. */
export function next({ group: { meetings } }: Entry): Next {
  const { byday, opens_at } = meetings[0].schedule;
  const rule = `${byday} ${opens_at}`;
  let found = nexts.get(rule);
  if (!found) {
    const starts = nextStart(byday, opens_at, new Date());
    const parts = DIARY.formatToParts(starts);
    found = {
      starts,
      diary: ['weekday', 'day', 'month'].map((type) => parts.find((part) => part.type === type)!.value),
      day: `Next: ${LONG_DAY.format(starts)}, ${clock(opens_at)}`,
    };
    nexts.set(rule, found);
  }
  return found;
}

/** The first day after `now` that a rule names: "TH" each, "2TH" the second of the month, "-1TH" its last. */
function nextStart(byday: string, opensAt: string, now: Date): Date {
  const weekday = Object.keys(DAYS).indexOf(byday.slice(-2));
  const ordinal = Number(byday.slice(0, -2));
  const [hours, minutes] = opensAt.split(':').map(Number);
  const isMeant = (day: Date) => {
    const isLast = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 7).getMonth() !== day.getMonth();
    const week = ordinal < 0 ? (isLast ? -1 : 0) : Math.ceil(day.getDate() / 7);
    return (day.getDay() + 6) % 7 === weekday && (ordinal === 0 || week === ordinal);
  };
  for (let ahead = 0; ; ahead += 1) {
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead, hours, minutes);
    if (day > now && isMeant(day)) return day;
  }
}

/** Who it is for: "Breast cancer. Men". */
export function who({ types, audiences }: Entry): string {
  return [...types, ...audiences].join('. ');
}

export function foot({ group: { source } }: Entry): string {
  return `From ${source.name}, ${source.date}. Not checked since: contact the group before you travel.`;
}

/** "6:30pm" from "18:30". */
function clock(time: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  const past = minutes ? `:${String(minutes).padStart(2, '0')}` : '';
  return `${hours % 12 || 12}${past}${hours < 12 ? 'am' : 'pm'}`;
}

function names(named: Named[]): Map<string, string> {
  return new Map(named.map(({ id, name }) => [id, name]));
}
