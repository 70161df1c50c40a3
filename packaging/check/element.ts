import 'peer-support-directory';
import type { Failure, PeerSupportDirectoryAttributes, PeerSupportDirectoryElement } from 'peer-support-directory';

const directory: PeerSupportDirectoryElement = document.createElement('peer-support-directory');
const found = document.querySelector('peer-support-directory');
found?.setAttribute('list', '/groups.json');

directory.addEventListener('psd-ready', (event) => {
  const groups: number = event.detail.groups;
  const first: string | undefined = event.detail.problems[0]?.path;
  // @ts-expect-error: there is no such detail.
  event.detail.choices;
  return [groups, first];
});
document.addEventListener('psd-results', (event) => event.detail.shown < event.detail.total);
window.addEventListener('psd-error', (event) => explain(event.detail));
document.body.addEventListener('psd-follow', ({ detail: { kind, group } }) => {
  const id: string | undefined = group;
  // @ts-expect-error: a kind that there is not.
  return kind === 'fax' ? id : undefined;
});
directory.onclick = () => {};
// @ts-expect-error: it has no methods of its own.
directory.reload();

function explain({ code }: Failure): string {
  switch (code) {
    case 'network':
    case 'timeout':
    case 'status':
      return 'try again';
    case 'too-large':
    case 'not-a-list':
      return 'mend the list';
    case 'unsupported':
    case 'wasm':
      return 'another browser';
  }
}

export const fine: PeerSupportDirectoryAttributes = { list: '/groups.json', 'heading-level': 3, 'page-size': '10', explainer: 'no', soon: '7-days' };
// @ts-expect-error: headings go from 1 to 4.
export const level: PeerSupportDirectoryAttributes = { 'heading-level': 5 };
// @ts-expect-error: yes or no.
export const explainer: PeerSupportDirectoryAttributes = { explainer: 'maybe' };
// @ts-expect-error: no such attribute.
export const unknown: PeerSupportDirectoryAttributes = { src: '/groups.json' };
