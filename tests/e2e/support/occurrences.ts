import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import ICAL from 'ical.js';
import type { Written } from '../fixtures/calendars';

/** One time that a meeting is held: two instants, or a day and the next. */
export type Held = [starts: string, ends: string];

const DAY = 86_400_000;
const CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The days between two on which a schedule is held, told day by day and not by any rule's arithmetic. */
export function expected(schedule: Written, from: string, to: string): Held[] {
  const held: Held[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += DAY) {
    const day = new Date(at);
    if (!isHeld(schedule, day)) continue;
    const { opens_at: opens, closes_at: closes, timezone = 'Europe/London' } = schedule;
    if (!opens) {
      held.push([iso(day), iso(new Date(at + DAY))]);
      continue;
    }
    const starts = instant(iso(day), opens, timezone);
    const last = closes && closes < opens ? iso(new Date(at + DAY)) : iso(day);
    const ends = closes ? instant(last, closes, timezone) : new Date(starts.getTime() + 3_600_000);
    held.push([starts.toISOString(), ends.toISOString()]);
  }
  return held;
}

function isHeld(schedule: Written, day: Date): boolean {
  const { freq, interval = 1, byday, bymonthday, dtstart, valid_to, except_dates = [], extra_dates = [] } = schedule;
  const date = iso(day);
  if (except_dates.includes(date)) return false;
  if (extra_dates.includes(date)) return true;
  if (!freq || (dtstart && date < dtstart) || (valid_to && date > valid_to)) return false;
  if (dtstart && period(freq, day, new Date(dtstart)) % interval) return false;
  const [of, length] = [day.getUTCDate(), new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()];
  if (bymonthday && ![of, of - length - 1].includes(bymonthday)) return false;
  const fits = (code: string) => {
    const ordinal = Number(code.slice(0, -2));
    return code.endsWith(CODES[day.getUTCDay()]) && (!ordinal || [Math.ceil(of / 7), -Math.ceil((length - of + 1) / 7)].includes(ordinal));
  };
  return !byday || byday.split(',').some(fits);
}

/** How many weeks from Monday, or months, lie between. */
function period(freq: string, day: Date, first: Date): number {
  if (freq === 'MONTHLY') return (day.getUTCFullYear() - first.getUTCFullYear()) * 12 + day.getUTCMonth() - first.getUTCMonth();
  const monday = (date: Date) => date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY;
  return Math.round((monday(day) - monday(first)) / (7 * DAY));
}

/** When clocks somewhere show a time, as the browser's own data have it. */
function instant(date: string, time: string, timeZone: string): Date {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const wanted = Date.parse(`${date}T${time}Z`);
  for (let minutes = -840; minutes <= 840; minutes += 15) {
    const at = new Date(wanted - minutes * 60_000);
    if (shown.format(at) === `${date} ${time}`) return at;
  }
  throw new Error(`clocks in ${timeZone} never show ${date} ${time}`);
}

const iso = (day: Date) => day.toISOString().slice(0, 10);

/** A calendar file, read by ical.js with the time zone that it brings. */
export class CalendarFile {
  readonly events: InstanceType<typeof ICAL.Event>[];
  private constructor(readonly text: string) {
    const calendar = new ICAL.Component(ICAL.parse(text));
    ICAL.TimezoneService.reset();
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    this.events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  }

  static async of(download: Download): Promise<CalendarFile> {
    return new CalendarFile(await readFile(await download.path(), 'utf8'));
  }

  /** Its occurrences between two days. */
  occurrences(from: string, to: string): Held[] {
    const held: Held[] = [];
    for (const event of this.events) {
      const all = event.iterator();
      for (let next = all.next(); next; next = all.next()) {
        if (next.toString() >= to) break;
        if (next.toString() < from) continue;
        const { startDate, endDate } = event.getOccurrenceDetails(next);
        const written = (time: typeof startDate) => (time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString());
        held.push([written(startDate), written(endDate)]);
      }
    }
    return held.sort();
  }
}
