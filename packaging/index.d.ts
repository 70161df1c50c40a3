// Types of <peer-support-directory>. Importing the package registers the element, in a browser only.

/** The element. It has no methods: attributes change it, and events tell of it. */
export interface PeerSupportDirectoryElement extends HTMLElement {}

/** The attributes as text, as HTML and `setAttribute` take them. */
export interface PeerSupportDirectoryAttributes {
  /** Web address of the group list. Default: `groups.json` beside the script. */
  list?: string;
  /** Language of the words, dates and lists. Default: the nearest `lang` on the page, else `en`. */
  lang?: string;
  /** Title, and name of the region. Empty hides the title and keeps the name. Default: the list's title. */
  label?: string;
  /** Level of the title, 1 to 4; headings below follow. Default: 2. */
  'heading-level'?: 1 | 2 | 3 | 4 | '1' | '2' | '3' | '4';
  /** Types of cancer chosen at the start: ids with spaces between. */
  'cancer-type'?: string;
  /** Audiences chosen at the start: ids with spaces between. */
  audience?: string;
  /** Kinds of support chosen at the start: group, one-to-one, helpline, online-community, resource. */
  kind?: string;
  /** Formats chosen at the start: online, in-person, phone. */
  format?: string;
  /** Activities chosen at the start: ids with spaces between. */
  activity?: string;
  /** Days chosen at the start: monday to sunday. */
  day?: string;
  /** Times of day chosen at the start: morning, afternoon, evening. */
  time?: string;
  /** Shows at the start what meets in the next seven days. */
  soon?: '7-days';
  /** A town chosen at the start. */
  place?: string;
  /** Restricts the list to these types of cancer for good, and hides their filter. */
  'only-cancer-type'?: string;
  /** Restricts the list to these audiences for good, and hides their filter. */
  'only-audience'?: string;
  /** Restricts the list to these kinds of support for good, and hides their filter. */
  'only-kind'?: string;
  /** Restricts the list to these formats for good, and hides their filter. */
  'only-format'?: string;
  /** Restricts the list to a town for good, and hides its filter. */
  'only-place'?: string;
  /** Shows these groups alone: their ids, with spaces between. */
  'only-groups'?: string;
  /** Which filters, in which order. Default: `cancer-type audience kind format place day`. */
  filters?: string;
  /** Cards before "Show more", 1 to 1000. Default: 20. */
  'page-size'?: number | `${number}`;
  /** `no` leaves out "What is peer support?". */
  explainer?: 'yes' | 'no';
  /** `group` adds the group's id to `psd-follow`. */
  'follow-detail'?: 'none' | 'group';
  /** For how many days the last good list stays in the visitor's browser: `1d` to `365d`. Default: none. */
  keep?: `${number}d`;
  /** Loads nothing before the visitor comes within a screen of it. Default: `no`. */
  lazy?: '' | 'yes' | 'no';
  /** Folder of the WebAssembly and of the files that load later. Default: where the script came from. */
  'asset-base'?: string;
}

/** What `psd-ready` tells: after the first render, and when a newer list takes a kept one's place. */
export interface Ready {
  /** How many groups the list has. */
  groups: number;
  /** What is wrong with the list: where, and what is allowed. */
  problems: { path: string; message: string }[];
}

/** What `psd-results` tells. */
export interface Results {
  /** How many groups fit the choices. */
  shown: number;
  /** How many there are. */
  total: number;
}

/** What `psd-follow` tells. */
export interface Follow {
  kind: 'sign-up' | 'website' | 'phone' | 'email' | 'social' | 'calendar';
  /** The group's id, where `follow-detail` is `group`. */
  group?: string;
}

/** What `psd-error` tells. */
export interface Failure {
  code: 'network' | 'timeout' | 'status' | 'too-large' | 'not-a-list' | 'unsupported' | 'wasm';
  message: string;
}

/** The events of the element. They bubble, so the document and the window hear them too. */
export interface PeerSupportDirectoryEventMap {
  'psd-ready': CustomEvent<Ready>;
  'psd-results': CustomEvent<Results>;
  'psd-follow': CustomEvent<Follow>;
  'psd-error': CustomEvent<Failure>;
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-support-directory': PeerSupportDirectoryElement;
  }
  // Of elements, the document and the window.
  interface GlobalEventHandlersEventMap extends PeerSupportDirectoryEventMap {}
}
