// A catalogue of the host: read with its problems, and never more than text.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { PHONE, dist, installed, playToList, start, visit } from "./browser.mjs";

/** A copy of the built page with another catalogue beside it. */
async function hosted(t, change) {
  const folder = await mkdtemp(join(tmpdir(), "boussole-"));
  t.after(() => rm(folder, { recursive: true }));
  await cp(dist, folder, { recursive: true });
  const catalogue = JSON.parse(await readFile(join(folder, "catalogue.json"), "utf8"));
  await writeFile(join(folder, "catalogue.json"), JSON.stringify(change(catalogue)));
  return folder;
}

const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=1</script>&lt;b&gt;';

/** Markup in every text that a page shows; labels stay, since questions name them. */
function hostile(value, key = "") {
  if (Array.isArray(value)) {
    return value.map((one) => hostile(one, key));
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hostile(one, name)]));
  }
  return typeof value === "string" && ["heading", "feminine", "masculine", "presentation", "text", "label"].includes(key) ? `${value} ${MARKUP}` : value;
}

test("markup in a catalogue is shown as text", async (t) => {
  const folder = await hosted(t, (catalogue) => hostile(catalogue));
  const { browser, url } = await start(t, folder);
  const { page, wrong } = await visit(browser, url, PHONE);
  await playToList(page);
  assert.match(await page.textContent(".card .name"), /<img src=x onerror=/i);
  await page.locator(".card .more").first().tap();
  await page.waitForSelector("main.metier");
  assert.match(await page.textContent("h1"), /<img src=x/i);
  assert.equal(await page.locator("main img, main script, main b").count(), 0);
  assert.notEqual(await page.title(), "1");
  assert.deepEqual(wrong, []);
});

test("problems of a catalogue are told to who accompanies, not to the pupil", async (t) => {
  const folder = await hosted(t, (catalogue) => {
    catalogue.metiers[0].access_level = "Bac + 17";
    return catalogue;
  });
  const { browser, url } = await start(t, folder);
  const { page } = await visit(browser, url, PHONE);
  await playToList(page, "click", 12);
  assert.equal(await page.locator(".problems").count(), 0);
  await page.goto(`${url}?audience=counsellor`);
  await page.waitForSelector("main.start");
  await page.tap(".who label:nth-of-type(3)");
  await page.goto(`${url}#pistes`);
  await page.waitForSelector(".problems");
  assert.match(await page.textContent(".problems"), /Bac \+ 17/);
});

test("a catalogue that cannot be read is an error with a way on, not a blank page", async (t) => {
  const folder = await hosted(t, () => ({ nothing: true }));
  const { browser, url } = await start(t, folder);
  const { page } = await visit(browser, url, PHONE);
  await page.tap("main .go");
  await page.waitForSelector("main.failed .go");
  assert.ok((await page.textContent("h1")).length > 10);
});

test("another catalogue is there at the visit after the next", async (t) => {
  const folder = await hosted(t, (catalogue) => catalogue);
  const { browser, url } = await start(t, folder);
  const { page } = await visit(browser, url, PHONE);
  await installed(page);
  const catalogue = JSON.parse(await readFile(join(folder, "catalogue.json"), "utf8"));
  catalogue.metiers = catalogue.metiers.slice(0, 60);
  await writeFile(join(folder, "catalogue.json"), JSON.stringify(catalogue));
  await page.reload();
  await page.waitForFunction(async () => {
    const kept = await caches.match(new URL("catalogue.json", location.href));
    return kept !== undefined && (await kept.json()).metiers.length === 60;
  });
  await page.reload();
  await playToList(page, "click", 12);
  assert.match(await page.textContent(".introduction"), /60/);
});
