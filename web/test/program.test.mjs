// The page says what the program says: the same list for the same session, and the same reasons.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { PHONE, playToList, sessionOf, start, visit, web } from "./browser.mjs";

/** What the program of this checkout prints; BOUSSOLE names one that is built. */
function program(...options) {
  const [command, ...first] = process.env.BOUSSOLE ? [process.env.BOUSSOLE] : ["cargo", "run", "--locked", "--quiet", "--profile", "test", "--bin", "boussole", "--"];
  return JSON.parse(execFileSync(command, [...first, ...options], { cwd: join(web, ".."), encoding: "utf8", maxBuffer: 1 << 26 }));
}

/** A text of the catalogue without what is only typography, which the page sets and the JSON leaves. */
const plain = (text) => text?.replaceAll("’", "'").replaceAll(/[\u00a0\u202f]/g, " ") ?? null;

/** What the page shows of each métier: rank, identifier, reasons and checks, with those of the bracket around it. */
const shown = (page) =>
  page.locator(".card").evaluateAll((cards) =>
    cards.map((card) => {
      const bracket = card.closest(".together");
      const lines = [...card.querySelectorAll(".body .why li"), ...(bracket?.querySelectorAll(":scope > .why li") ?? [])];
      const said = (mark) => lines.filter((line) => line.className === mark).map((line) => line.querySelector("span:not(.sign)").firstChild.textContent);
      return { rank: Number(card.querySelector(".rank").textContent), id: card.dataset.id, about: card.querySelector(".about")?.textContent ?? null, stability: card.querySelector(".badge")?.classList[1] ?? null, reasons: said("for") };
    }),
  );

for (const [name, most, query, words] of [
  ["a whole quiz", Infinity, "", ""],
  ["a short one, an adult, with words", 15, "?audience=adult", "dessiner, animaux"],
  ["in English", 12, "?language=en", ""],
]) {
  test(`the list of the page is that of the program: ${name}`, async (t) => {
    const { browser, url } = await start(t);
    const { page } = await visit(browser, url + query, PHONE);
    await playToList(page, "click", most);
    if (words !== "") {
      await page.goBack();
      await page.fill(".own-words input", words);
      await page.tap(".own-words .go");
      await page.tap("main .sticky .go");
      await page.waitForSelector("main.list .card");
    }
    const folder = await mkdtemp(join(tmpdir(), "boussole-"));
    t.after(() => rm(folder, { recursive: true }));
    const file = join(folder, "session.json");
    await writeFile(file, JSON.stringify(await sessionOf(page)));
    const voice = new URLSearchParams(query);
    const options = [...voice].flatMap(([name, value]) => [`--${name}`, value]);
    const { recommendations } = program("recommend", "--profile", file, "--format", "json", ...options);
    const expected = recommendations.map(({ rank, id, about, stability, reasons }) => ({ rank, id, about: plain(about), stability, reasons: reasons.map((one) => one.text) }));
    const found = (await shown(page)).map((one) => ({ ...one, about: plain(one.about) }));
    assert.deepEqual(found.map((one) => one.id).toSorted(), expected.map((one) => one.id).toSorted());
    assert.deepEqual(found.toSorted((one, other) => one.rank - other.rank), expected.toSorted((one, other) => one.rank - other.rank));
  });
}
