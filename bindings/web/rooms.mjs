// What the bytes of a module are for: `node rooms.mjs [boussole | slim]`, after build.sh. A row is a room of ours, with what other crates generate for it, or
// another crate: its functions, its bytes, and how many bytes the module after brotli (quality 9, which takes seconds) would lose with it.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const target = process.env.CARGO_TARGET_DIR ?? new URL('../../target', import.meta.url).pathname;
const bytes = readFileSync(`${target}/web/${process.argv[2] ?? 'boussole'}.wasm`);
let at = 8;

/** A number of the format (LEB128). */
function number() {
  let [value, shift, byte] = [0, 0, 0];
  do {
    byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    shift += 7;
  } while (byte & 0x80);
  return value;
}

/** A text with its length. */
function text() {
  const length = number();
  at += length;
  return bytes.toString('utf8', at - length, at);
}

const sections = [];
while (at < bytes.length) {
  const start = at;
  const id = bytes[at++];
  const length = number();
  sections.push({ id, start, body: at, end: at + length });
  at += length;
}
const section = (id) => sections.find((one) => one.id === id);

/** The bodies of the functions. */
at = section(10).body;
const functions = Array.from({ length: number() }, () => {
  const start = at;
  const length = number();
  at += length;
  return { start, end: at };
});

/** Their names, from the last ones: imported functions come first and have no body. */
const names = new Map();
for (const { body, end } of sections.filter(({ id }) => id === 0)) {
  at = body;
  if (text() !== 'name') continue;
  while (at < end) {
    const [part, next] = [bytes[at++], number() + at];
    for (let left = part === 1 ? number() : 0; 0 < left; left--) names.set(number(), text());
    at = next;
  }
}
const nImported = Math.max(...names.keys()) + 1 - functions.length;

/** A crate, and the room of a crate of ours, that a name of the compiler (v0: a length before each part) holds; ours first. */
function room(name) {
  const part = (place) => {
    const [, length, rest] = /^(\d+)_?([^]*)$/.exec(name.slice(place)) ?? [];
    return length === undefined ? undefined : { text: rest.slice(0, length), end: name.length - rest.length + Number(length) };
  };
  const found = [...name.matchAll(/Cs[0-9A-Za-z]*_(?=\d)/g)].map((start) => {
    const crate = part(start.index + start[0].length);
    return crate.text.startsWith('boussole') ? `${crate.text}::${part(crate.end)?.text ?? ''}` : crate.text;
  });
  return found.find((one) => one.startsWith('boussole')) ?? found[0] ?? 'what JavaScript calls';
}

/** The size after brotli without some parts; names and the like are never sent. */
function sent(without) {
  const left = [...sections.filter(({ id }) => id === 0), ...without].sort((one, other) => one.start - other.start);
  const kept = left.map(({ start }, place) => bytes.subarray(left[place - 1]?.end ?? 0, start));
  return brotliCompressSync(Buffer.concat([...kept, bytes.subarray(left.at(-1).end)]), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
}

const rooms = new Map();
for (const [place, one] of functions.entries()) {
  const name = room(names.get(nImported + place) ?? '');
  rooms.set(name, [...(rooms.get(name) ?? []), one]);
}
rooms.set('data: texts and tables', [section(11)]);
const size = (parts) => parts.reduce((sum, { start, end }) => sum + end - start, 0);
const whole = sent([]);
const rows = [...rooms].map(([name, parts]) => [name, parts.length, size(parts)]).sort((one, other) => other[2] - one[2]);
console.log(`${whole} bytes after brotli`);
for (const [name, n, raw] of rows.slice(0, 20)) console.log(`${name.padEnd(32)} ${String(n).padStart(5)} ${String(raw).padStart(8)} ${String(whole - sent(rooms.get(name))).padStart(8)}`);
