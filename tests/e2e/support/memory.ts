import type { Page } from '@playwright/test';

/** Watches the module's memory in every page that opens from now on; gives the bytes of each instance's memory. */
export async function watchMemory(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const memories: WebAssembly.Memory[] = [];
    Object.defineProperty(window, Symbol.for('memories'), { value: memories });
    const original = WebAssembly.instantiate;
    WebAssembly.instantiate = async function (this: unknown, ...args: never[]) {
      const result = await (original as (...all: never[]) => Promise<unknown>).apply(this, args);
      const { instance = result } = result as { instance?: unknown };
      // The build gives exports short names.
      const exports = Object.values((instance as WebAssembly.Instance).exports);
      memories.push(...exports.filter((value) => value instanceof WebAssembly.Memory));
      return result;
    } as typeof WebAssembly.instantiate;
  });
  return () => page.evaluate(() => ((window as never)[Symbol.for('memories')] as WebAssembly.Memory[]).map((memory) => memory.buffer.byteLength));
}
