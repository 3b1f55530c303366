// A real Chromium and the built page, and a pupil who plays.

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../serve.mjs";

export const web = join(dirname(fileURLToPath(import.meta.url)), "..");
export const dist = join(web, "dist");

/** The Chromium of the machine; another one by CHROMIUM. */
export const executablePath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

export const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: "fr-FR" };
export const DESK = { viewport: { width: 1280, height: 800 }, locale: "fr-FR" };

/** The browser of a file of tests; each visit has a profile of its own. */
let browser;
after(() => browser?.close());

/** Starts a server for a test, and the browser for the first one. */
export async function start(test, folder = dist) {
  if (executablePath === undefined) {
    throw new Error("expected a Chromium (apt-get install chromium, or CHROMIUM=/path), found none");
  }
  browser ??= await chromium.launch({ executablePath, args });
  const { server, url } = await serve(folder);
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { browser, server, url };
}

/** A page that fails the test when something goes wrong in it. Returns the page and what it said. */
export async function visit(browser, url, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
  await page.goto(url);
  return { context, page, wrong };
}

/** The answers of one pupil, by the number of the question, as keys from 1, no, to 5, yes. */
const ANSWERS = ["5", "1", "4", "2", "5", "3", "1"];

/** Of a list of levels or of two choices, at most this one. */
const AT_MOST = 4;

const moved = (page, hash) => page.waitForFunction((was) => location.hash !== was, hash);

/** What is to be pressed for the question that is shown: two sectors and the button below, or one answer. */
async function toPress(page, nth) {
  if ((await page.locator("main .sectors fieldset").count()) > 0) {
    return ["main .chip:nth-of-type(2) input", "main .chip:nth-of-type(5) input", "main .sectors .go"];
  }
  if ((await page.locator("main .written").count()) > 0) {
    await page.fill("main .written input", "dessiner, chevaux");
    return ["main .written .go"];
  }
  const n = await page.locator("main .answer:not(.aside)").count();
  const key = n === 5 ? ANSWERS[nth % ANSWERS.length] : String(Math.min(n, AT_MOST));
  return [`main .answer[data-key="${key}"]`];
}

/** Ways to press. */
const PRESS = {
  tap: (page, selector) => page.tap(selector.replace(/ input$/, "")),
  click: (page, selector) => page.evaluate((found) => document.querySelector(found).click(), selector),
  async key(page, selector) {
    const key = /data-key="(.)"/.exec(selector)?.[1];
    if (key === undefined) {
      await page.focus(selector);
    }
    await page.keyboard.press(key ?? (selector.endsWith("input") ? "Space" : "Enter"));
  },
};

/** Answers the question that is shown: by a tap, by a key, or, where it does not matter how, by a click of the page. */
export async function answerOne(page, nth, by = "click") {
  const hash = await page.evaluate(() => location.hash);
  for (const selector of await toPress(page, nth)) {
    await PRESS[by](page, selector);
  }
  await moved(page, hash);
}

/** Begins and answers to the end, or so many questions. Returns how many were answered. */
export async function play(page, by = "click", most = Infinity) {
  await PRESS[by](page, "main .go");
  await page.waitForSelector("main.question");
  let nth = 0;
  for (; nth < most && (await page.locator("main.question").count()) > 0; nth++) {
    await answerOne(page, nth, by);
  }
  return nth;
}

/** Plays to the end and looks at the list. */
export async function playToList(page, by = "click", most = Infinity) {
  const n = await play(page, by, most);
  if (await page.locator("main.question").count()) {
    await page.click("main .passing .plain");
  }
  await page.waitForSelector("main.portrait");
  await page.click("main .sticky .go");
  await page.waitForSelector("main.list .card");
  return n;
}

/** The session that the tab keeps, or null. */
export const sessionOf = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem("boussole"))?.session ?? null);

/** Waits until the worker serves the page. */
export async function installed(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
