// For Vue's templates: `import type {} from 'peer-support-directory/vue'`.

import type { HTMLAttributes } from 'vue';
import type { PeerSupportDirectoryAttributes, PeerSupportDirectoryEventMap } from './index';

type Base = Omit<HTMLAttributes, keyof PeerSupportDirectoryAttributes>;
type Listeners = {
  [Name in keyof PeerSupportDirectoryEventMap as Name extends `psd-${infer Rest}` ? `onPsd${Capitalize<Rest>}` : never]?: (
    event: PeerSupportDirectoryEventMap[Name],
  ) => void;
};

declare module 'vue' {
  interface GlobalComponents {
    'peer-support-directory': new () => { $props: Base & PeerSupportDirectoryAttributes & Listeners };
  }
}
