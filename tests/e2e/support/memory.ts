import type { CDPSession, Page } from '@playwright/test';

/** What a page holds. */
export interface Memory {
  nodes: number;
  listeners: number;
  /** Bytes of JavaScript. */
  heap: number;
  /** How many JavaScript objects there are, functions and promises among them. */
  objects: number;
}

/** How often is looked at the most, until nothing goes any more. */
const ROUNDS = 10;

const sessions = new WeakMap<Page, CDPSession>();

/** What the page holds once everything that can go is gone. */
export async function memory(page: Page): Promise<Memory> {
  let cdp = sessions.get(page);
  if (!cdp) {
    cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    sessions.set(page, cdp);
  }
  // Finalisers free what the module held, and the browser's caches answer, in tasks of their own; only the next
  // collection sees it.
  let objects = Infinity;
  for (let before = NaN, round = 0; objects !== before && round < ROUNDS; round += 1) {
    before = objects;
    await cdp.send('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setTimeout(resolve, 100));
    objects = await countObjects(cdp);
  }
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const { metrics } = await cdp.send('Performance.getMetrics');
  return { nodes, listeners: jsEventListeners, objects, heap: metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value };
}

/** How many objects are left after a collection of the browser's most thorough kind. */
async function countObjects(cdp: CDPSession): Promise<number> {
  const group = { objectGroup: 'memory' };
  const { result: all } = await cdp.send('Runtime.evaluate', { expression: 'Object.prototype', ...group });
  const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: all.objectId!, ...group });
  const functionDeclaration = 'function () { return this.length; }';
  const { result } = await cdp.send('Runtime.callFunctionOn', { objectId: objects.objectId, functionDeclaration, returnByValue: true });
  await cdp.send('Runtime.releaseObjectGroup', group);
  return result.value;
}

/** Watches the module's memory in every page that opens from now on; gives the bytes of each instance's memory. */
export async function watchMemory(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(recordMemories);
  return () => page.evaluate(recordedMemories);
}

/** Runs in a page or a worker before its own scripts: remembers the memory of each WebAssembly instance. */
export function recordMemories() {
  const memories: WebAssembly.Memory[] = [];
  Object.defineProperty(globalThis, Symbol.for('memories'), { value: memories });
  const original = WebAssembly.instantiate;
  WebAssembly.instantiate = async function (this: unknown, ...args: never[]) {
    const result = await (original as (...all: never[]) => Promise<unknown>).apply(this, args);
    const { instance = result } = result as { instance?: unknown };
    // The build gives exports short names.
    const exports = Object.values((instance as WebAssembly.Instance).exports);
    memories.push(...exports.filter((value) => value instanceof WebAssembly.Memory));
    return result;
  } as typeof WebAssembly.instantiate;
}

/** Runs there later: the bytes of each of these memories. */
export function recordedMemories(): number[] {
  const memories = (globalThis as never)[Symbol.for('memories')] as WebAssembly.Memory[];
  return memories.map((memory) => memory.buffer.byteLength);
}
