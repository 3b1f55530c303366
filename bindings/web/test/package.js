// What the tests share: the package as it was built, and the fixtures.
import { readFileSync } from 'node:fs';
import { load } from '../dist/index.js';

export * from '../dist/index.js';

/** A file of the repository. */
export const repository = (path) => new URL(`../../../${path}`, import.meta.url);

/** The students of fixtures/identity, who do not exist. */
export const profiles = readFileSync(repository('fixtures/identity/profiles.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));

/** What their documents have as SHA-256 on every machine. */
export const expectedSums = readFileSync(repository('fixtures/identity/sha256.txt'), 'utf8').trimEnd().split('\n').filter((line) => !line.endsWith(' quiz'));

await load();
