// The border to the WebAssembly module: loading it, calling it, and what happens when it fails.

import init, * as glue from './glue.js';
import type { FailureKind, Problem } from './types.js';

/** Every error of this library. `problems` holds all that is wrong, not the first thing. */
export class BoussoleError extends Error {
  override readonly name = 'BoussoleError';
  constructor(readonly kind: FailureKind, message: string, readonly problems: readonly Problem[] = [{ message }]) {
    super(message);
  }
}

// ------------------------------------------------------------------------------------------------------------------- loading

type Source = string | URL | Response | BufferSource | WebAssembly.Module;

/** Counts the instances of the module: objects of one that was dropped are of no use. */
let instance = 0;
let state: 'absent' | 'ready' | 'dropped' = 'absent';
let loading: Promise<void> | undefined;

/**
 * Loads the module once; later calls return the same promise. Without an argument it is `boussole.wasm` beside this file. After a fault
 * it makes a new instance of the same module; catalogues and the like have to be made anew then.
 */
export function load(source?: Source | Promise<Source>): Promise<void> {
  if (state === 'dropped') {
    glue.__wbg_reset_state();
    instance += 1;
    state = 'ready';
  }
  loading ??= (async () => {
    try {
      await init({ module_or_path: await (source ?? beside()) });
      instance += 1;
      state = 'ready';
    } catch (error) {
      loading = undefined;
      throw new BoussoleError('not_loaded', `expected the module of boussole, found: ${error}`);
    }
  })();
  return loading;
}

/** The module beside this file: an address in a browser, bytes in Node, whose `fetch` reads no files. */
async function beside(): Promise<Source> {
  const address = new URL('./boussole.wasm', import.meta.url);
  if (address.protocol !== 'file:') return address;
  const files = 'node:fs/promises';
  return (await import(/* @vite-ignore */ /* webpackIgnore: true */ files)).readFile(address);
}

/** The version of the library, and what the module was built with. */
export function about(): { version: string; hasDemo: boolean; hasXml: boolean } {
  const features = called(() => glue.features()).split(' ');
  return { version: glue.version(), hasDemo: features.includes('demo'), hasXml: features.includes('xml') };
}

// --------------------------------------------------------------------------------------------------------------- the border

/** Calls the module. What it throws becomes a BoussoleError; a fault of the module drops it, because its memory may be in any state. */
export function called<T>(work: () => T): T {
  if (state === 'absent') throw new BoussoleError('not_loaded', 'expected the module to be loaded, found it absent; await load() before');
  if (state === 'dropped') throw new BoussoleError('fault', 'expected a module without faults, found one that was dropped; await load() again');
  try {
    return work();
  } catch (thrown) {
    if (typeof thrown === 'string') {
      const { kind, message, problems } = JSON.parse(thrown) as { kind: FailureKind; message: string; problems: Problem[] };
      throw new BoussoleError(kind, message, problems);
    }
    if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError) {
      state = 'dropped';
      throw new BoussoleError('fault', `expected an answer of the module, found a fault (${thrown.message}); await load() again`);
    }
    throw thrown;
  }
}

/** Something of the module that can be disposed of. */
export class Held<T extends { free(): void }> {
  readonly #instance = instance;
  #raw: T | undefined;

  constructor(make: () => T) {
    this.#raw = called(make);
  }

  call<R>(work: (raw: T) => R): R {
    const raw = this.#raw;
    if (raw === undefined) throw new BoussoleError('disposed', 'expected an object that is not disposed of, found one that is');
    return called(() => {
      if (this.#instance !== instance) {
        throw new BoussoleError('disposed', 'expected an object of the module as it is loaded now, found one of a module that was dropped; make it anew');
      }
      return work(raw);
    });
  }

  dispose(): void {
    if (this.#instance === instance && state === 'ready') this.#raw?.free();
    this.#raw = undefined;
  }
}

/** A value as JSON text, for the module; `undefined` is an empty text, which states nothing. */
export function text(kind: FailureKind, value: unknown): string {
  if (value === undefined) return '';
  const wrong = (what: string, found: unknown) => new BoussoleError(kind, `${kind}: expected ${what}, found: ${String(found)}`);
  const seed = (value as { seed?: unknown } | null)?.seed;
  if (seed !== undefined && !(Number.isSafeInteger(seed) && 0 <= (seed as number))) {
    throw wrong('seed to be a whole number from 0 to 2^53 - 1', seed);
  }
  let written: string | undefined;
  try {
    written = JSON.stringify(value);
  } catch (error) {
    throw wrong('plain JSON', error);
  }
  if (written === undefined) throw wrong('plain JSON', typeof value);
  return written;
}

/** Bytes of what a caller gives. */
export function bytes(data: BufferSource | string): Uint8Array {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
}
