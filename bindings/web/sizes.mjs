// Prints the sizes of the modules, raw and as a server sends them, and fails when one has grown beyond its limit.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The largest size, in bytes after brotli, of each module, so that growth is seen. The aim is 530,000 and 400,000. */
const limits = { 'boussole.wasm': 640_000, 'slim.wasm': 503_000 };

for (const [name, limit] of Object.entries(limits)) {
  const bytes = readFileSync(new URL(`dist/${name}`, import.meta.url));
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  console.log(`${name}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} by gzip, ${brotli} by brotli, at most ${limit}`);
  if (limit < brotli) {
    console.error(`${name}: expected at most ${limit} bytes after brotli, found ${brotli}`);
    process.exitCode = 1;
  }
}
