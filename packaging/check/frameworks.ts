import type {} from 'peer-support-directory/react';
import type {} from 'peer-support-directory/svelte';
import type {} from 'peer-support-directory/vue';
import type { JSX } from 'react';
import type { SvelteHTMLElements } from 'svelte/elements';
import type { GlobalComponents } from 'vue';

type React = JSX.IntrinsicElements['peer-support-directory'];
type Svelte = SvelteHTMLElements['peer-support-directory'];
type Vue = InstanceType<GlobalComponents['peer-support-directory']>['$props'];

export const react: React = { list: '/groups.json', className: 'wide', 'onpsd-ready': (event) => event.detail.groups };
export const svelte: Svelte = { list: '/groups.json', class: 'wide', 'onpsd-ready': (event) => event.detail.groups };
export const vue: Vue = { list: '/groups.json', class: 'wide', 'page-size': 10, onPsdReady: (event) => event.detail.groups };
// @ts-expect-error: headings go from 1 to 4.
export const reactLevel: React = { 'heading-level': 5 };
// @ts-expect-error: headings go from 1 to 4.
export const svelteLevel: Svelte = { 'heading-level': 5 };
// @ts-expect-error: headings go from 1 to 4.
export const vueLevel: Vue = { 'heading-level': 5 };
// @ts-expect-error: there is no such detail.
export const reactDetail: React = { 'onpsd-ready': (event) => event.detail.choices };
// @ts-expect-error: there is no such detail.
export const svelteDetail: Svelte = { 'onpsd-ready': (event) => event.detail.choices };
// @ts-expect-error: there is no such detail.
export const vueDetail: Vue = { onPsdReady: (event) => event.detail.choices };
