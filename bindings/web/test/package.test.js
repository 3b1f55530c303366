// - The package holds what its exports name, nothing else, and no script that runs at installation.
// - What the README prints runs as it is printed.
// - The example is short, and says of a catalogue of its own what the library says.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('..', import.meta.url));
const run = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** The package as npm packs it, installed in an empty folder. */
function installed() {
  const folder = mkdtempSync(join(tmpdir(), 'boussole-package-'));
  const [{ filename, files, size }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], here));
  const target = join(folder, 'node_modules', 'boussole-metiers');
  mkdirSync(target, { recursive: true });
  run('tar', ['-xzf', join(folder, filename), '-C', target, '--strip-components=1'], folder);
  return { folder, target, files: files.map(({ path }) => path).sort(), size };
}

const { folder, target, files, size } = installed();

test('the package holds what it needs', () => {
  const scripts = ['glue', 'index', 'module', 'types'].flatMap((name) => [`dist/${name}.d.ts`, `dist/${name}.js`]);
  const expected = ['README.md', 'dist/boussole.wasm', 'dist/questions.json', 'dist/slim.wasm', 'package.json', ...scripts];
  assert.deepEqual(files, expected.sort());
  assert.ok(size < 2_200_000, `expected a package of at most 2.2 MB, found ${size} bytes`);
  const { dependencies, scripts: commands, exports } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  assert.equal(dependencies, undefined);
  assert.ok(!Object.keys(commands ?? {}).some((name) => /install|prepare/.test(name)));
  for (const entry of Object.values(exports)) {
    for (const path of typeof entry === 'string' ? [entry] : Object.values(entry)) readFileSync(join(target, path));
  }
});

test('what the README prints runs as it is printed', () => {
  const readme = readFileSync(join(target, 'README.md'), 'utf8');
  const programs = [...readme.matchAll(/```js\n([^]*?)```\n(?:\n```text\n([^]*?)```)?/g)];
  assert.ok(0 < programs.length);
  for (const [place, [, program, printed]] of programs.entries()) {
    writeFileSync(join(folder, `readme-${place}.mjs`), program);
    const found = run(process.execPath, [`readme-${place}.mjs`], folder);
    assert.equal(found, printed ?? '');
  }
});
