import { createHash } from 'node:crypto';
import { bytes } from './answers';
import { SCRIPT } from './markup';
import type { Site } from './test';

const MEMORY_SECTION = 5;
const HEADER = 8; // bytes

/** The path of the module. */
export const modulePath = (site: Site) => `/dist/${site.dist.wasmName}`;

/** Serves a changed module in place of what was built, and the script with its hash: to the loader it is the right one. */
export function serveModule(site: Site, change: (built: Buffer) => Buffer, name = site.dist.wasmName) {
  const built = site.dist.file(name);
  const module = change(built);
  const hash = (of: Buffer) => `sha384-${createHash('sha384').update(of).digest('base64')}`;
  const script = site.dist.script.toString().replace(hash(built), hash(module));
  site.answer(SCRIPT, bytes(script, 'text/javascript'));
  site.answer(`/dist/${name}`, bytes(module, 'application/wasm'));
}

/** A copy of a module whose memory can grow by so many pages of 65,536 bytes, and no further. */
export const growingBy = (pages: number) => (module: Buffer): Buffer => {
  for (let at = HEADER; at < module.length; ) {
    const size = leb128(module, at + 1);
    const end = size.end + size.value;
    if (module[at] === MEMORY_SECTION) {
      // One memory, with no limit but its least size.
      const [count, flags] = module.subarray(size.end);
      if (count !== 1 || flags !== 0) throw new Error('the module has no single memory without a limit');
      const least = leb128(module, size.end + 2).value;
      const body = [1, 1, ...toLeb128(least), ...toLeb128(least + pages)];
      return Buffer.concat([module.subarray(0, at), Buffer.from([MEMORY_SECTION, body.length, ...body]), module.subarray(end)]);
    }
    at = end;
  }
  throw new Error('the module has no memory of its own');
};

/** A number as WebAssembly writes it: seven bits in each byte, the lowest first. */
function leb128(bytes: Buffer, at: number): { value: number; end: number } {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return { value, end: at };
  }
}

function toLeb128(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...toLeb128(value >> 7)];
}
