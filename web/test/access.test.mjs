// Everybody can use it: axe on each screen, light and dark, at 320 pixels, at 200 % zoom, by keyboard alone, without motion.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { DESK, PHONE, answerOne, play, start, visit } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const NARROW = { ...PHONE, viewport: { width: 320, height: 640 } };

/** What axe, the width and the targets say about the screen that is shown. */
async function check(page, name) {
  const found = await page.evaluate(async () => {
    // eslint-disable-next-line no-undef
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    const isShown = (element) => element.getClientRects().length > 0 && !element.closest(".only-heard, .skip");
    const targets = [...document.querySelectorAll("main button, main a, main input:not([type=file]):not(.only-heard), main select, main summary, header button, header a")].filter(isShown);
    const size = (element) => (element.closest("label") ?? element).getBoundingClientRect();
    const small = targets.filter((element) => size(element).height < 47.5).map((element) => element.outerHTML.slice(0, 80));
    return {
      violations: violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`),
      small,
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      headings: document.querySelectorAll("h1").length,
    };
  });
  assert.deepEqual(found, { violations: [], small: [], sideways: 0, headings: 1 }, name);
}

/** Walks through every screen and looks at each. */
async function walk(page, look) {
  await look("start");
  await play(page, "click", 0);
  await look("question");
  const seen = new Set();
  for (let nth = 0; (await page.locator("main.question").count()) > 0; nth++) {
    const kind = await page.getAttribute("main.question", "class");
    if (!seen.has(kind)) {
      seen.add(kind);
      await look(kind);
    }
    await answerOne(page, nth);
  }
  assert.ok(seen.size >= 5, [...seen].join(", "));
  await look("portrait");
  await page.tap(".entries .entry");
  await look("portrait, open");
  await page.tap("main .sticky .go");
  await page.waitForSelector("main.list .card");
  await look("list");
  await page.evaluate(() => document.querySelectorAll('.card h3 [aria-expanded="false"], main details:not([open]) > summary').forEach((one) => one.click()));
  await look("list, open");
  await page.locator(".card .more").first().tap();
  await page.tap(".what-if button");
  await page.tap(".compare button");
  await look("métier");
}

async function inject(browser, url, options, query = "") {
  const visited = await visit(browser, url + query, { ...options, bypassCSP: true });
  await visited.page.addScriptTag({ content: axe });
  return visited;
}

for (const [name, options, query] of [
  ["light", { ...PHONE, colorScheme: "light" }, ""],
  ["dark", { ...PHONE, colorScheme: "dark" }, ""],
  ["320 pixels, an adult", NARROW, "?audience=adult"],
  ["English, for a counsellor", PHONE, "?language=en&audience=counsellor"],
]) {
  test(`axe, targets of 48 pixels, nothing sideways, one heading: ${name}`, async (t) => {
    const { browser, url } = await start(t);
    const { page, wrong } = await inject(browser, url, { ...options, reducedMotion: "reduce" }, query);
    await walk(page, (screen) => check(page, `${name}: ${screen}`));
    assert.deepEqual(wrong, []);
  });
}

test("at 200 % zoom nothing is cut and nothing scrolls sideways", async (t) => {
  const { browser, url } = await start(t);
  // Twice the zoom is half the pixels of the style sheet.
  const { page } = await inject(browser, url, { ...DESK, viewport: { width: 640, height: 400 }, hasTouch: true, deviceScaleFactor: 2, reducedMotion: "reduce" });
  await walk(page, (screen) => check(page, `zoom: ${screen}`));
});

test("text twice as large, and wider spacing, cut nothing", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await inject(browser, url, { ...PHONE, reducedMotion: "reduce" });
  const style = "html{font-size:200%!important}*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}";
  await page.addStyleTag({ content: style });
  await walk(page, async (screen) => {
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("main button, main h1, main h2, main p, main li, main label")]
        .filter((element) => element.getClientRects().length > 0 && !element.closest(".only-heard") && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== "hidden" && getComputedStyle(element).display !== "inline")
        .map((element) => element.outerHTML.slice(0, 100)),
    );
    assert.deepEqual(cut, [], screen);
  });
});

test("by Tab alone one reaches every answer, and the focus is seen", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, DESK);
  await play(page, "key", 0);
  const reached = [];
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => [document.activeElement.dataset.key ?? "", getComputedStyle(document.activeElement).outlineStyle]));
  }
  assert.deepEqual(["1", "2", "3", "4", "5", "p", "?"].filter((key) => !reached.some(([one]) => one === key)), []);
  assert.deepEqual(reached.filter(([key, outline]) => key !== "" && outline === "none"), []);
});

test("keys act only while the focus is in the question", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, DESK);
  await play(page, "key", 0);
  await page.focus(".language");
  await page.keyboard.press("4");
  assert.equal(await page.evaluate(() => JSON.parse(sessionStorage.getItem("boussole")).session.given.length), 0);
});

test("buttons have names, and pressed and open ones say so", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, PHONE);
  await play(page, "click", 1);
  await page.tap("main .back");
  await page.waitForSelector('[aria-pressed="true"]');
  assert.ok((await page.getByRole("button", { name: "oui", exact: true, pressed: true }).count()) === 1);
  assert.ok((await page.getByRole("button", { name: "plutôt non", pressed: false }).count()) === 1);
  await page.goto(`${url}#portrait`);
  await page.getByRole("button", { expanded: false }).first().tap();
  assert.equal(await page.getByRole("button", { expanded: true }).count(), 1);
});

test("French names are marked as French on the English page", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, `${url}?language=en`, PHONE);
  await play(page, "click", 12);
  await page.goto(`${url}?language=en#pistes`);
  await page.waitForSelector(".card");
  const unmarked = await page.locator(".card .name:not([lang=fr]), .card .about:not([lang=fr])").count();
  assert.equal(unmarked, 0);
  assert.equal(await page.getAttribute("html", "lang"), "en");
});

test("cards that open move nothing above them, and nothing moves by itself", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, PHONE);
  await page.evaluate(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        window.shifts += entry.hadRecentInput ? 0 : entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await play(page, "click", 12);
  await page.goto(`${url}#pistes`);
  await page.waitForSelector(".card");
  const third = page.locator(".card").nth(2).locator("h3 button");
  await third.scrollIntoViewIfNeeded();
  const before = await third.boundingBox();
  await third.tap();
  const after = await third.boundingBox();
  assert.equal(Math.round(after.y), Math.round(before.y));
  assert.equal(Math.round(after.x), Math.round(before.x));
  assert.ok((await page.evaluate(() => window.shifts)) < 0.01);
});

test("who wants less motion gets none", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, { ...PHONE, reducedMotion: "reduce" });
  await play(page, "click", 2);
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  const other = await visit(browser, url, { ...PHONE, reducedMotion: "no-preference" });
  await play(other.page, "click", 0);
  assert.equal(await other.page.evaluate(() => getComputedStyle(document.querySelector(".ask")).animationName), "arrive");
});
