// Makes pictures of the screens at 390 pixels.
//
//   npm run pictures              those that the documentation shows, into docs/images
//   npm run pictures -- FOLDER    every screen, light and dark

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../serve.mjs";
import { PHONE, answerOne, args, dist, executablePath, play, visit, web } from "./browser.mjs";

const [everywhere] = process.argv.slice(2);
const folder = everywhere ?? join(web, "../docs/images");

/** What the documentation shows. */
const SHOWN = ["start-light", "question-interest-light", "question-sectors-light", "portrait-light", "list-light", "list-dark", "metier-light"];

/** Plays as a pupil who answers everything, and takes a picture of each kind of screen. */
async function take(browser, url, scheme) {
  const { page } = await visit(browser, url, { ...PHONE, colorScheme: scheme, reducedMotion: "reduce" });
  const picture = async (name) => {
    if (everywhere !== undefined || SHOWN.includes(`${name}-${scheme}`)) {
      await page.evaluate(() => document.activeElement?.blur());
      await page.screenshot({ path: join(folder, `quiz-${name}-${scheme}.png`) });
    }
  };
  await page.waitForFunction(() => /\d/.test(document.querySelector(".facts").textContent));
  await picture("start");
  await play(page, "click", 0);
  const seen = new Set();
  for (let nth = 0; (await page.locator("main.question").count()) > 0; nth++) {
    const kind = (await page.getAttribute("main.question", "class")).split(" ")[1];
    if (!seen.has(kind) && (kind !== "interest" || nth === 14)) {
      seen.add(kind);
      await picture(`question-${kind}`);
    }
    await answerOne(page, nth);
  }
  await picture("portrait");
  await page.tap("main .sticky .go");
  await page.waitForSelector("main.list .card");
  await picture("list");
  await page.locator(".card .more").first().tap();
  await page.tap(".what-if button");
  await page.evaluate(() => scrollTo(0, 0));
  await picture("metier");
}

await mkdir(folder, { recursive: true });
const { server, url } = await serve(dist);
const browser = await chromium.launch({ executablePath, args });
for (const scheme of ["light", "dark"]) {
  await take(browser, url, scheme);
}
await browser.close();
server.closeAllConnections();
server.close();
