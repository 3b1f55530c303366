// A pupil plays: by taps on a phone, by keys at a desk, goes back, reloads, corrects, answers in the list.

import assert from "node:assert/strict";
import test from "node:test";
import { DESK, PHONE, answerOne, play, playToList, sessionOf, start, visit } from "./browser.mjs";

const focused = (page) => page.evaluate(() => document.activeElement?.textContent);
const names = (page) => page.locator(".card .name").allTextContents();

test("the whole quiz by taps on a phone", async (t) => {
  const { browser, url } = await start(t);
  const { page, wrong } = await visit(browser, url, PHONE);
  assert.equal(await page.locator("h1").count(), 1);
  const n = await playToList(page, "tap");
  assert.ok(n >= 26 && n <= 60, `${n} questions`);
  assert.equal((await sessionOf(page)).given.length, n);
  assert.equal(await page.locator(".card").count(), 10);
  // The first métier is on the first screen, whole: its name, level and what it is.
  const first = await page.locator(".card .about").first().boundingBox();
  assert.ok(first.y + first.height < 844, `the first card ends at ${first.y + first.height}`);
  assert.deepEqual(wrong, []);
});

test("the whole quiz by keys, and the focus is in each question", async (t) => {
  const { browser, url } = await start(t);
  const { page, wrong } = await visit(browser, url, DESK);
  await page.focus("main .go");
  await page.keyboard.press("Enter");
  await page.waitForSelector("main.question");
  for (let nth = 0; nth < 8; nth++) {
    assert.equal(await focused(page), await page.textContent("h1"));
    await answerOne(page, nth, "key");
  }
  await page.goto(url);
  await page.waitForSelector("main.start");
  const n = await play(page, "key");
  assert.ok(n > 20, `${n} more questions`);
  assert.equal(await focused(page), await page.textContent("h1"));
  assert.deepEqual(wrong, []);
});

test("a French keyboard answers with its digits, which it writes as signs", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, DESK);
  await play(page, "key", 0);
  await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "(", code: "Digit5", bubbles: true })));
  assert.equal((await sessionOf(page)).given[0].answer, "yes");
});

test("back shows what was answered, and loses nothing", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, PHONE);
  await play(page, "click", 5);
  const fifth = await page.textContent("h1");
  await page.goBack();
  await page.waitForSelector('main .answer[aria-pressed="true"]');
  const before = (await sessionOf(page)).given;
  assert.equal(before.length, 5);
  await page.tap("main .back");
  await page.waitForFunction(() => location.hash === "#question/4");
  await page.tap('main .answer[data-key="3"]');
  const after = (await sessionOf(page)).given;
  assert.deepEqual(after.map((one) => one.question), before.map((one) => one.question));
  assert.equal(after[3].answer, "neither");
  await page.waitForFunction(() => location.hash === "#question/5");
  await page.tap("main .passing .plain");
  await page.waitForFunction(() => location.hash === "#question/6");
  assert.notEqual(fifth, "");
});

test("a reload in the middle goes on where it was", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, PHONE);
  await play(page, "click", 7);
  const asked = await page.textContent("h1");
  await page.reload();
  await page.waitForSelector("main.question");
  assert.equal(await page.textContent("h1"), asked);
  // « Revenir » leads to the question before, although this visit never saw it.
  await page.tap("main .back");
  await page.waitForFunction(() => location.hash === "#question/7");
});

test("from the twelfth answer on one may stop, and not before", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, PHONE);
  await play(page, "click", 11);
  assert.equal(await page.locator("main .passing .plain").count(), 0);
  await answerOne(page, 11);
  await page.tap("main .passing .plain");
  await page.waitForSelector("main.portrait");
  await page.tap("main .sticky .go");
  await page.waitForSelector("main.list .card");
});

test("a portrait is corrected in its place", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, PHONE);
  await playToList(page);
  await page.goBack();
  await page.waitForSelector("main.portrait");
  const before = (await sessionOf(page)).given;
  const entry = await page.textContent(".entries .entry");
  await page.tap(".entries .entry");
  await page.tap('.correction .answer[data-key="1"]');
  const after = (await sessionOf(page)).given;
  assert.equal(after.length, before.length);
  assert.equal(after.filter((one, place) => one.answer !== before[place].answer && one.answer === "no").length, 1);
  assert.ok(!(await page.locator(".portrait section").first().textContent()).includes(entry));
});

test("what a sheet also says is answered in the list, and the list moves", async (t) => {
  const { browser, url } = await start(t);
  const { page, wrong } = await visit(browser, url, PHONE);
  await playToList(page, "click", 13);
  const before = await names(page);
  const open = page.locator(".card").filter({ has: page.locator(".asks .entry") });
  for (let place = 0; (await page.locator(".asks .entry:visible").count()) === 0; place++) {
    await open.nth(place).locator("h3 button").tap();
  }
  const id = await page.locator(".card", { has: page.locator(".asks .entry:visible") }).first().getAttribute("data-id");
  const n = (await sessionOf(page)).given.length;
  await page.locator(".asks .entry:visible").first().tap();
  await page.locator('.asks .answer[data-key="1"]').tap();
  assert.equal((await sessionOf(page)).given.length, n + 1);
  assert.notDeepEqual(await names(page), before);
  assert.ok((await page.locator(".badge.moved").count()) > 0);
  await page.waitForFunction(() => document.getElementById("said").textContent !== "");
  const still = page.locator(`.card[data-id="${id}"]`);
  if (await still.count()) {
    assert.ok(await still.locator("h3 button").evaluate((button) => button === document.activeElement));
  }
  assert.deepEqual(wrong, []);
});

test("a métier says what if, why before another, and where to read on", async (t) => {
  const { browser, url } = await start(t);
  const { page, wrong } = await visit(browser, url, PHONE);
  await playToList(page);
  const name = await page.locator(".card .name").nth(1).textContent();
  await page.locator(".card h3 button").nth(1).tap();
  await page.locator(".card").nth(1).locator(".more").tap();
  await page.waitForSelector("main.metier");
  assert.equal(await page.textContent("h1"), name);
  await page.tap(".what-if button");
  assert.ok((await page.textContent(".what-if .told")).length > 40);
  await page.selectOption("#other", { index: 3 });
  await page.tap(".compare button");
  assert.ok((await page.textContent(".compare .told")).includes(name));
  assert.match(await page.getAttribute(".away", "href"), /^https:\/\/www\.onisep\.fr\//);
  await page.tap("main .back");
  await page.waitForSelector("main.list");
  assert.deepEqual(wrong, []);
});

test("a métier that one thinks of is found, and a name that is not clear is told", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, PHONE);
  await playToList(page, "click", 12);
  await page.fill("#search", "xylophone");
  await page.tap(".search button");
  assert.ok((await page.textContent(".found")).length > 10);
  await page.fill("#search", "vétérinaire");
  await page.tap(".search button");
  await page.waitForSelector("main.metier");
  assert.match(await page.textContent("h1"), /étérinaire/);
});

test("words of one's own count", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, PHONE);
  await playToList(page, "click", 12);
  const before = await names(page);
  await page.goBack();
  await page.fill(".own-words input", "chevaux, 12, animaux");
  await page.tap(".own-words .go");
  assert.deepEqual((await sessionOf(page)).given.at(-1).answer, { words: ["chevaux", "animaux"] });
  await page.tap("main .sticky .go");
  await page.waitForSelector("main.list .card");
  assert.notDeepEqual(await names(page), before);
  // What was written is an entry of the portrait, which can be changed.
  await page.goBack();
  await page.getByRole("button", { name: /chevaux/ }).tap();
  assert.equal(await page.inputValue(".written input"), "chevaux, animaux");
});

test("a file keeps the answers, and another visit goes on with it", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, PHONE);
  await playToList(page, "click", 14);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".ways button").nth(1).tap()]);
  const path = await download.path();
  const kept = await sessionOf(page);
  await page.locator(".forget button").tap();
  await page.locator(".forget .sure").tap();
  await page.waitForSelector("main.start");
  assert.equal(await sessionOf(page), null);
  const other = await visit(browser, url, PHONE);
  await other.page.setInputFiles('input[type="file"]', { name: "wrong.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await other.page.waitForFunction(() => document.querySelector(".problem").textContent !== "");
  await other.page.setInputFiles('input[type="file"]', path);
  await other.page.waitForSelector("main.question");
  assert.deepEqual(await sessionOf(other.page), kept);
});

test("English and « vous » are chosen on the page, and the answers stay", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, PHONE);
  await page.tap('.who label:nth-of-type(2)');
  assert.match(await page.textContent("h1"), /vous/);
  await play(page, "click", 3);
  assert.match(await page.textContent("h1"), /vous|votre/);
  await page.tap(".language");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.match(await page.textContent("h1"), /you/);
  assert.equal((await sessionOf(page)).given.length, 3);
});
