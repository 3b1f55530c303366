// What loading the page costs the processor: `npm run load [-- VISITS]`. Each visit has an empty profile, so nothing is kept compiled; the median is told.
//
// Time is that of the processor for the main thread of the page (`TaskDuration` of the devtools protocol) until the library is there and says how long
// the quiz takes, and within it scripts, which are mostly the module. Threads that compile beside it are not counted.

import { chromium } from "playwright-core";
import { serve } from "../serve.mjs";
import { PHONE, args, dist, executablePath } from "./browser.mjs";

/** What a visit may cost until the engine is there. */
const MOST = 300;

const visits = Number(process.argv[2] ?? 9);
const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

const { server, url } = await serve(dist);
const browser = await chromium.launch({ executablePath, args });
const found = [];
for (let visit = 0; visit < visits; visit++) {
  const context = await browser.newContext({ ...PHONE, serviceWorkers: "block" });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(url);
  await page.waitForFunction(() => /\d/.test(document.querySelector(".facts")?.textContent ?? ""));
  const { metrics } = await devtools.send("Performance.getMetrics");
  const { TaskDuration, ScriptDuration } = Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]));
  const painted = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
  found.push({ task: TaskDuration, script: ScriptDuration, painted });
  await context.close();
}
await browser.close();
server.closeAllConnections();
server.close();

const [task, script, painted] = ["task", "script", "painted"].map((name) => median(found.map((one) => one[name])));
console.log(`until the engine is there: ${task.toFixed(0)} ms of the main thread, ${script.toFixed(0)} of them in scripts; at most ${MOST}`);
console.log(`first screen painted: ${painted.toFixed(0)} ms after the address (wall time)`);
if (MOST < task) {
  console.error(`expected at most ${MOST} ms, found ${task.toFixed(0)}`);
  process.exitCode = 1;
}
