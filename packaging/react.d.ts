// For JSX with React 19: `import type {} from 'peer-support-directory/react'`.

import type { ClassAttributes, HTMLAttributes } from 'react';
import type { PeerSupportDirectoryAttributes, PeerSupportDirectoryElement, PeerSupportDirectoryEventMap } from './index';

type Base = ClassAttributes<PeerSupportDirectoryElement> & HTMLAttributes<PeerSupportDirectoryElement>;
type Listeners = { [Name in keyof PeerSupportDirectoryEventMap as `on${Name}`]?: (event: PeerSupportDirectoryEventMap[Name]) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'peer-support-directory': Omit<Base, keyof PeerSupportDirectoryAttributes> & PeerSupportDirectoryAttributes & Listeners;
    }
  }
}
