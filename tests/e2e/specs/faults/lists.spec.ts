import { json } from '../../support/answers';
import { mendList, test, title, type Fault, type Problem } from '../../support/faults';
import { expect } from '../../support/test';

/**
 * Documents that are not as the format says. "A bad field is dropped and the group is kept; only a document that is no
 * group list at all is an error." The native tests know every field; here is what the visitor and the page get.
 */

const start = '{"groups":[{"id":"a","name":"';
const NO_LIST = 'The list must be a JSON object with an array that is named `groups`.';

/** A document that is no list, and all that `psd-error` says. */
const not = (name: string, document: string, message: string): Fault => ({
  name,
  make: ({ site }) => site.answer('/groups.json', json(document)),
  gives: { code: 'not-a-list', message: exactly(message) },
  mend: mendList,
});

const noLists = [
  not('an empty file', '', 'The list is not valid JSON: it ends too early at line 1 column 0.'),
  not('a web page with status 200', '<!doctype html><title>Not found</title>', 'The list is a web page, not JSON. Is its address right?'),
  not('JSON that is cut short', `${start}A"`, 'The list is not valid JSON: it ends too early at line 1 column 31.'),
  not('a number', '5', NO_LIST),
  not('null', 'null', NO_LIST),
  not('an object without groups', '{"title": "Groups"}', NO_LIST),
  not('groups that are no list', '{"groups": "many"}', NO_LIST),
  not('a list of groups alone', '[{"id":"a","name":"A"}]', NO_LIST),
  not('a number that no computer holds', '{"groups":[{"id":"a","name":"A","minimum_age":1e999}]}', 'The list is not valid JSON: number out of range at line 1 column 52.'),
  not('129 arrays in each other', nested(129), 'The list is not valid JSON: recursion limit exceeded at line 1 column 133.'),
  not('a million arrays in each other', nested(1_000_000), 'The list is not valid JSON: recursion limit exceeded at line 1 column 133.'),
  not('a NUL outside any string', '{"groups":\0[]}', 'The list is not valid JSON: expected a value at line 1 column 11.'),
];

/** A list of one group that shows by this name, and the problems of it. */
const reads = (name: string, document: string, heading: string, ...problems: Problem[]): Fault => ({
  name,
  make: ({ site }) => site.answer('/groups.json', json(document)),
  gives: { groups: 1, problems },
  check: ({ page }) => expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible(),
});

const CONTROL = 'a raw control character was replaced';
const HALF = 'half of a surrogate pair was replaced';
const OUT_OF_RANGE = { id: 'a', name: 'A', minimum_age: 121, maximum_age: -1, meetings: [{ venue: { latitude: 90.5, longitude: 1e300 } }] };
const age = 'a whole number from 0 to 120';

const shown = [
  reads('128 arrays in each other', nested(128, '[{"id":"a","name":"A"}]'), 'A'),
  reads('a NUL in a string', `${start}A\0B"}]}`, 'A B', { path: 'line 1, column 31', message: CONTROL }),
  reads('a NUL in a string, escaped', `${start}A\\u0000B"}]}`, 'AB', { path: 'groups[0].name', message: 'control characters, or ones that reorder text, were taken out' }),
  reads('a control character in a string', `${start}A\x07B"}]}`, 'A B', { path: 'line 1, column 31', message: CONTROL }),
  reads('a line break in a string', `${start}A\nB"}]}`, 'A B', { path: 'line 1, column 31', message: 'a raw line break in a string was read as \\n' }),
  reads('the first half of a surrogate pair', `${start}A\\ud83dB"}]}`, 'A\uFFFDB', { path: 'line 1, column 31', message: HALF }),
  reads('the second half of a surrogate pair', `${start}A\\ude00B"}]}`, 'A\uFFFDB', { path: 'line 1, column 31', message: HALF }),
  reads('both halves of a surrogate pair the wrong way round', `${start}\\ude00\\ud83d"}]}`, '\uFFFD\uFFFD', { path: 'line 1, column 30', message: HALF }, { path: 'line 1, column 36', message: HALF }),
  // JSON leaves open which one counts; here it is the last, as in JavaScript.
  reads('a name given twice', '{"groups":[{"id":"a","name":"A","name":"B"}]}', 'B'),
  reads('groups given twice', '{"groups":[{"id":"a","name":"A"}],"groups":[{"id":"b","name":"B"}]}', 'A', { path: 'groups', message: 'given twice; the first is used' }),
  reads('an id given to two groups', '{"groups":[{"id":"a","name":"A"},{"id":"a","name":"B"}]}', 'A', { path: 'groups[1]', message: 'left out, because its `id`, "a", was used before' }),
  reads(
    'numbers out of range',
    JSON.stringify({ groups: [OUT_OF_RANGE] }),
    'A',
    { path: 'groups[0].minimum_age', message: `121 cannot be used; allowed: ${age}` },
    { path: 'groups[0].maximum_age', message: `-1 cannot be used; allowed: ${age}` },
    { path: 'groups[0].meetings[0].venue.latitude', message: '90.5 cannot be used; allowed: a number from -90 to 90, without quotes' },
    { path: 'groups[0].meetings[0].venue.longitude', message: '1e+300 cannot be used; allowed: a number from -180 to 180, without quotes' },
  ),
];

const many: Fault = {
  name: 'fifty thousand groups',
  make: ({ site }) => site.answer('/groups.json', json({ groups: Array.from({ length: 50_000 }, (_, at) => ({ id: `g${at}`, name: `Group ${at}` })) })),
  gives: { groups: 50_000 },
};

for (const fault of [...noLists, ...shown, many]) test(title(fault), ({ face }) => face(fault));

/** A list with so many arrays and objects in each other. */
function nested(depth: number, groups = '[]'): string {
  return `{"x":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)},"groups":${groups}}`;
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
