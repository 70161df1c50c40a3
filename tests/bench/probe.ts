/** What the probe has to know of a candidate. */
export interface Subject {
  /** The element whose open shadow root holds everything; undefined where it stands in the page itself. */
  host?: string;
  /** Every card, and what stands in for one that is still to come. */
  card: string;
  /** What stands in for a card, among what `card` finds. */
  placeholder?: string;
  /** Whether a timer waits for further typing before anything is searched. */
  waits?: boolean;
}

/** How long one search or tick took, in milliseconds from the visitor's event. */
export interface Waited {
  /** Until the matching cards were painted. */
  painted: number;
  /** The same without the pause that the page makes for further typing. */
  work: number;
  /** That pause. */
  pause: number;
  /** What Event Timing says of the same event; below 16 ms it says nothing, and 8 stands for that. */
  event: number;
}

/** What the probe offers inside the page, as `window.bench`. */
export interface Probe {
  /** Milliseconds from navigation until the first card was painted. */
  firstCard: Promise<number>;
  /** The longest task so far, in milliseconds; 0 where none took 50 or more, which is all that browsers tell. */
  longestTask(): number;
  /** The layout shift so far that no visitor caused. */
  layoutShift(): number;
  /** Whether the cards in the window all show these words, and there is one. */
  shows(words: string[]): boolean;
  /** Waits for the next event of a type, then until its cards show these words. */
  until(type: string, words: string[]): Promise<Waited>;
  /** For each of the next key presses, milliseconds until the next frame was painted. */
  typed(keys: number): Promise<number[]>;
}

declare global {
  interface Window {
    bench: Probe;
  }
  interface Performance {
    measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
  }
}

/** Runs in each page before its own scripts. It gets its text alone, so nothing outside is in reach. */
export function probe({ host, card, placeholder, waits }: Subject) {
  // Always the same Wednesday, so that the order of groups by their next meeting is the same too.
  const RealDate = Date;
  const shift = RealDate.UTC(2026, 10, 25, 12) - RealDate.now();
  window.Date = class extends RealDate {
    constructor(...args: [number]) {
      super(...(args.length > 0 ? args : ([RealDate.now() + shift] as [number])));
    }
    static override now() {
      return RealDate.now() + shift;
    }
  } as DateConstructor;

  const longTasks: number[] = [];
  const shifts: number[] = [];
  const events: PerformanceEventTiming[] = [];

  const collect = (type: string, take: (entry: PerformanceEntry) => void) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
    observer.observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
    return () => observer.takeRecords().forEach(take);
  };
  const flushTasks = collect('longtask', ({ duration }) => longTasks.push(duration));
  const flushShifts = collect('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) shifts.push(value);
  });
  const flushEvents = collect('event', (entry) => events.push(entry as PerformanceEventTiming));

  // Of a page that waits for further typing, the longest timer that it sets while it handles an event, and sits out.
  let pauses: number[] | undefined;
  const setTimer = window.setTimeout;
  window.setTimeout = ((callback: TimerHandler, delay = 0, ...rest: unknown[]) => {
    if (waits) pauses?.push(delay);
    return setTimer(callback, delay, ...rest);
  }) as typeof window.setTimeout;

  const root = () => (host ? document.querySelector(host)?.shadowRoot : document);
  const cards = () => [...(root()?.querySelectorAll<HTMLElement>(card) ?? [])];
  const isCard = (element: Element) => !placeholder || !element.matches(placeholder);
  const text = (element: Element) => element.textContent!.toLowerCase();

  /** The first moment after a frame was painted in which this held. */
  const painted = (holds: () => boolean) =>
    new Promise<number>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      // What a frame's callbacks ask of a port comes right after that frame.
      port1.onmessage = () => resolve(performance.now());
      const look = () => (holds() ? port2.postMessage(0) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });

  const inWindow = () =>
    cards().filter((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  const shows = (words: string[]) => {
    const seen = inWindow();
    const matches = (element: Element) => isCard(element) && words.every((word) => text(element).includes(word));
    return seen.length > 0 && seen.every(matches);
  };
  const next = (type: string) =>
    new Promise<Event>((resolve) => addEventListener(type, resolve, { capture: true, once: true }));

  const until = async (type: string, words: string[]): Promise<Waited> => {
    const armed = performance.now();
    const start = (await next(type)).timeStamp;
    const delays = (pauses = [] as number[]);
    setTimer(() => (pauses = undefined));
    const end = await painted(() => shows(words));
    const pause = Math.max(0, ...delays.filter((delay) => delay <= end - start));
    // Event Timing tells of an event some time after its own frame has been shown, and not at all of a quick one.
    await new Promise((resolve) => setTimer(resolve, 250));
    flushEvents();
    const own = events.filter(({ startTime }) => startTime >= armed && startTime <= end);
    const event = Math.max(8, ...own.map(({ duration }) => duration));
    return { painted: end - start, work: end - start - pause, pause, event };
  };

  window.bench = {
    firstCard: painted(() => inWindow().some(isCard)),
    longestTask: () => (flushTasks(), Math.max(0, ...longTasks)),
    layoutShift: () => (flushShifts(), shifts.reduce((sum, shift) => sum + shift, 0)),
    shows,
    until,
    typed: (keys) =>
      new Promise((resolve) => {
        const starts: number[] = [];
        const times: number[] = [];
        const options = { capture: true };
        const down = ({ timeStamp }: Event) => starts.push(timeStamp);
        const input = async () => {
          const start = starts.at(-1)!;
          times.push((await painted(() => true)) - start);
          if (times.length === keys) {
            removeEventListener('keydown', down, options);
            removeEventListener('input', input, options);
            resolve(times);
          }
        };
        addEventListener('keydown', down, options);
        addEventListener('input', input, options);
      }),
  };
}
