// On paper: every métier of the list with its name and level, on at most two sheets of A4.

import assert from "node:assert/strict";
import test from "node:test";
import { PHONE, playToList, start, visit } from "./browser.mjs";

/** How many pages a PDF has. */
const nPages = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;

for (const query of ["", "?language=en&audience=counsellor"]) {
  test(`ten métiers fit on two sheets ${query}`, async (t) => {
    const { browser, url } = await start(t);
    const { page } = await visit(browser, url + query, PHONE);
    await playToList(page);
    // What is open on the screen changes nothing on paper.
    await page.locator(".card h3 button").nth(4).tap();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.ok(nPages(pdf) >= 1 && nPages(pdf) <= 2, `${nPages(pdf)} pages`);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".card .name:visible").count(), 10);
    assert.equal(await page.locator(".card .access:visible").count(), 10);
    assert.ok((await page.locator(".on-paper .why li:visible, .together > .why li:visible").count()) >= 8);
    assert.equal(await page.locator("main button:visible:not(h3 button)").count(), 0);
  });
}
