// For Svelte: `import type {} from 'peer-support-directory/svelte'`.

import type { HTMLAttributes } from 'svelte/elements';
import type { PeerSupportDirectoryAttributes, PeerSupportDirectoryElement, PeerSupportDirectoryEventMap } from './index';

type Base = HTMLAttributes<PeerSupportDirectoryElement>;
type Listeners = {
  [Name in keyof PeerSupportDirectoryEventMap as `on${Name}` | `on:${Name}`]?: (event: PeerSupportDirectoryEventMap[Name]) => void;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'peer-support-directory': Omit<Base, keyof PeerSupportDirectoryAttributes> & PeerSupportDirectoryAttributes & Listeners;
  }
}
