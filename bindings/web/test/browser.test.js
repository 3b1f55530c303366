// In Chromium: the same bytes as everywhere, under a policy without inline style and without eval; nothing is asked of the network but the module.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { build } from 'esbuild';
import { Catalogue, expectedSums, profiles } from './package.js';

const types = { '.csv': 'text/csv', '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html; charset=utf-8', '.css': 'text/css' };
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** A server of this folder; `/` is an empty page. */
const asked = [];
const server = createServer((request, response) => {
  asked.push(request.url);
  const file = new URL(`..${request.url}`, import.meta.url);
  // The example has its style and its import map in the page.
  const headers = request.url.startsWith('/examples/') ? {} : { 'Content-Security-Policy': policy };
  if (request.url === '/') return response.writeHead(200, { ...headers, 'Content-Type': types['.html'] }).end('<!doctype html><title>boussole</title>');
  if (request.url === '/favicon.ico') return response.writeHead(204).end();
  if (!existsSync(file)) return response.writeHead(404).end();
  return response.writeHead(200, { ...headers, 'Content-Type': types[extname(request.url)] ?? 'text/plain' }).end(readFileSync(file));
});
let browser, address;

before(async () => {
  assert.ok(existsSync(executablePath), `expected Chromium at ${executablePath}, found none; install it, on Debian: apt-get install chromium`);
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${server.address().port}`;
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  browser = await chromium.launch({ executablePath, args });
});
after(async () => {
  await browser?.close();
  server.close();
});

/** A page that loads a script and has nothing to complain about. */
async function opened() {
  const page = await browser.newPage();
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(`${message.text()} ${message.location().url}`));
  page.on('pageerror', (error) => complaints.push(`${error}`));
  await page.goto(address);
  return { page, complaints };
}

test('documents have the same bytes as everywhere', async () => {
  const { page, complaints } = await opened();
  const found = await page.evaluate(async (profiles) => {
    const [boussole, { sums }] = await Promise.all([import('/dist/index.js'), import('/test/identity.js')]);
    await boussole.load();
    return sums(boussole, profiles);
  }, profiles);
  assert.deepEqual(found, expectedSums);
  assert.deepEqual(complaints, []);
  assert.deepEqual([...new Set(asked)].filter((url) => !url.startsWith('/dist/') && !['/', '/test/identity.js', '/favicon.ico'].includes(url)), []);
});

test('the slim module serves a catalogue and questions of the app', async () => {
  const { page, complaints } = await opened();
  const found = await page.evaluate(async ({ canonical, questions }) => {
    const { load, about, Catalogue, Quiz, BoussoleError } = await import('/dist/index.js');
    await load(new URL('/dist/slim.wasm', location.href));
    const catalogue = Catalogue.read(canonical);
    const quiz = new Quiz(catalogue, questions);
    let kind;
    try { Catalogue.demo(); } catch (error) { kind = error instanceof BoussoleError && error.kind; }
    return { hasDemo: about().hasDemo, kind, question: quiz.next(quiz.start()).question?.kind };
  }, { canonical: Catalogue.demo().canonical(), questions: readFileSync(new URL('../dist/questions.json', import.meta.url), 'utf8') });
  assert.deepEqual(found, { hasDemo: false, kind: 'catalogue', question: 'interest' });
  assert.deepEqual(complaints, []);
});

test('the parts of a page keep a policy without inline style', async () => {
  const { page, complaints } = await opened();
  const overflow = await page.evaluate(async (profile) => {
    const { load, Catalogue, Recommender } = await import('/dist/index.js');
    await load();
    const parts = new Recommender(Catalogue.demo()).pageParts('recommend', profile);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(parts.style);
    document.adoptedStyleSheets = [sheet];
    document.body.className = parts.class;
    document.body.innerHTML = parts.main;
    return document.documentElement.scrollWidth - innerWidth;
  }, profiles[1]);
  assert.ok(overflow <= 0);
  assert.deepEqual(complaints, []);
});

test('the example shows métiers of its own catalogue, with reasons', async () => {
  const { page, complaints } = await opened();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${address}/examples/app/index.html`);
  await page.getByRole('button', { name: "j'aime la nature" }).click();
  const first = page.getByRole('article').first();
  await first.waitFor();
  assert.match(await page.locator('section').innerText(), /Tu as dit oui à «\u00a0j’aime la nature\u00a0»/);
  assert.equal(await page.getByRole('article').count(), 4);
  await first.getByRole('button', { name: 'Et si ?' }).click();
  assert.ok(0 < await first.locator('p').count());
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  const lines = ['index.html', 'app.js'].map((name) => readFileSync(new URL(`../examples/app/${name}`, import.meta.url), 'utf8').trimEnd().split('\n').length);
  assert.ok(lines[0] + lines[1] < 100, `expected fewer than 100 lines, found ${lines}`);
  assert.deepEqual(complaints, []);
});

test('a bundle works', async () => {
  const outdir = mkdtempSync(join(tmpdir(), 'boussole-bundle-'));
  const contents = `import { Catalogue, Recommender, load } from 'boussole-metiers';
    import module from 'boussole-metiers/boussole.wasm';
    globalThis.ready = load(module).then(() => new Recommender(Catalogue.demo()).recommend({}).schema);`;
  await build({ stdin: { contents, resolveDir: new URL('..', import.meta.url).pathname }, bundle: true, format: 'esm', platform: 'browser', outfile: join(outdir, 'app.js'), loader: { '.wasm': 'dataurl' } });
  const { page } = await opened();
  // The policy of the page does not allow data addresses, which a small test bundle uses for the module.
  const context = await browser.newContext({ bypassCSP: true });
  const free = await context.newPage();
  await free.goto(address);
  await free.addScriptTag({ content: readFileSync(join(outdir, 'app.js'), 'utf8'), type: 'module' });
  assert.equal(await free.evaluate('globalThis.ready'), 'boussole/recommendation/3');
  await page.close();
});
