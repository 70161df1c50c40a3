import type { Page } from '@playwright/test';
import { watchInside } from './inside';

/**
 * Forces a trap in the module from outside: once armed, what the module asks of the DOM throws, which no code that
 * renders can survive. Only calls with a frame of the module itself are touched: the loader, which
 * clears up after it, and the page must be able to go on.
 */
export class Trap {
  private constructor(private readonly page: Page) {}

  /** Prepares every page that opens from now on; nothing throws until `arm`, unless it is to from the first. */
  static async prepare(page: Page, armed = false): Promise<Trap> {
    await page.addInitScript(inPage, armed);
    return new Trap(page);
  }

  /** Arms as soon as an element that matches stands in the directory. */
  async armAt(selector: string) {
    await watchInside(this.page, (root, selector) => {
      if (!root.querySelector(selector)) return false;
      (window as never as Record<symbol, { armed: boolean }>)[Symbol.for('trap')]!.armed = true;
      return true;
    }, selector);
  }

  async arm(armed = true) {
    await this.page.evaluate((to) => ((window as never)[Symbol.for('trap')] as { armed: boolean }).armed = to, armed);
  }

  async disarm() {
    await this.arm(false);
  }
}

function inPage(armed: boolean) {
  const trap = { armed };
  Object.defineProperty(window, Symbol.for('trap'), { value: trap });
  const fromModule = () => /wasm:\/\/|wasm-function/.test(new Error().stack ?? '');
  for (const [type, names] of [
    [Node, ['appendChild', 'insertBefore', 'cloneNode', 'removeChild', 'replaceChild']],
    [Document, ['createElement', 'createElementNS', 'createTextNode', 'createComment']],
    [Element, ['setAttribute', 'removeAttribute', 'append', 'before', 'after', 'remove']],
    [CharacterData, ['remove', 'before']],
  ] as const)
    for (const name of names) {
      const original = (type.prototype as never)[name] as (...args: unknown[]) => unknown;
      Object.defineProperty(type.prototype, name, {
        configurable: true,
        writable: true,
        value: function (...args: unknown[]) {
          if (trap.armed && fromModule()) throw new Error('forced by the test');
          return original.apply(this, args);
        },
      });
    }
  for (const [type, name] of [[Node, 'textContent'], [Node, 'nodeValue'], [CharacterData, 'data']] as const) {
    const { get, set } = Object.getOwnPropertyDescriptor(type.prototype, name)!;
    Object.defineProperty(type.prototype, name, {
      configurable: true,
      get,
      set(value) {
        if (trap.armed && fromModule()) throw new Error('forced by the test');
        set!.call(this, value);
      },
    });
  }
}
