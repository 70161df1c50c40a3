/** What every candidate is asked, in this order. Each search and tick has matches in every list. */

/** Each put into the box in one go, as by pasting or dictation. */
export const SEARCHES = ['leeds', 'breast', 'walkers', 'tea cake'];

/** A word key by key. */
export const KEYS = [...'brighton'];
/** Milliseconds from one to the next: an able typist. */
export const KEY_INTERVAL = 150;

/** Options, each ticked alone, and a word that every card then has. */
export const TICKS = [
  { legend: 'Type of cancer', label: 'Breast cancer', shows: 'breast cancer' },
  { legend: 'Who it is for', label: 'Carers, family and friends', shows: 'carers' },
  { legend: 'How it meets', label: 'In person', shows: 'in person' },
  { legend: 'Day', label: 'Saturday', shows: 'saturday' },
];
