// Nothing is asked of the network after the first visit, nothing is sent, and the page works without a server.

import assert from "node:assert/strict";
import test from "node:test";
import { PHONE, installed, play, playToList, start, visit } from "./browser.mjs";

test("no request after the first load, for the whole quiz", async (t) => {
  const { browser, server, url } = await start(t);
  const { context, page, wrong } = await visit(browser, url, PHONE);
  await installed(page);
  await page.waitForLoadState("networkidle");
  const asked = [];
  // What the worker answers from its cache reaches no server; whatever goes elsewhere counts.
  server.on("request", (request) => asked.push(request.url));
  context.on("request", (request) => request.url().startsWith(url) || asked.push(request.url()));
  await playToList(page);
  await page.locator(".card .more").first().tap();
  await page.tap(".what-if button");
  assert.deepEqual(asked, []);
  assert.deepEqual(wrong, []);
});

test("the server is gone, and a reload in the middle goes on to the list", async (t) => {
  const { browser, server, url } = await start(t);
  const { page } = await visit(browser, url, PHONE);
  await installed(page);
  await play(page, "click", 9);
  const asked = await page.textContent("h1");
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await page.reload();
  await page.waitForSelector("main.question");
  assert.equal(await page.textContent("h1"), asked);
  await page.goto(`${url}?language=en`);
  await page.waitForSelector("main.start");
  await playToList(page);
});

test("each version has one cache, and the others are gone", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, PHONE);
  await installed(page);
  const scope = await page.evaluate(async () => {
    const { scope } = await navigator.serviceWorker.ready;
    await caches.open(`boussole ${scope} old`);
    await caches.open("another app");
    const registration = await navigator.serviceWorker.ready;
    await registration.unregister();
    return scope;
  });
  await page.reload();
  await installed(page);
  const names = await page.evaluate(() => caches.keys());
  assert.equal(names.filter((name) => name.startsWith(`boussole ${scope} `)).length, 1);
  assert.ok(names.includes("another app"));
});

test("the policy refuses every way out", async (t) => {
  const { browser, url } = await start(t);
  const { page } = await visit(browser, url, PHONE);
  const refused = await page.evaluate(async () => {
    const policies = new Set();
    document.addEventListener("securitypolicyviolation", (event) => policies.add(event.effectiveDirective));
    const other = "https://example.org/";
    await fetch(other).catch(() => undefined);
    navigator.sendBeacon(other, "answers");
    new Image().src = `${other}?answers`;
    try {
      new WebSocket("wss://example.org/");
    } catch {
      // Refused at once in some versions.
    }
    const form = document.body.appendChild(document.createElement("form"));
    form.action = other;
    form.method = "post";
    form.submit();
    let isRefused = false;
    try {
      document.body.innerHTML = "<b>x</b>";
    } catch {
      isRefused = true;
    }
    // A refusal is told when the browser finds the time; one that never comes fails the test.
    for (let turn = 0; turn < 100 && !policies.has("form-action"); turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return { policies: [...policies].sort(), isRefused };
  });
  assert.deepEqual(refused.policies.filter((name) => ["connect-src", "img-src", "form-action"].includes(name)), ["connect-src", "form-action", "img-src"]);
  assert.ok(refused.isRefused, "markup from a text");
});

test("answers are in the tab only", async (t) => {
  const { browser, url } = await start(t);
  const { context, page } = await visit(browser, url, PHONE);
  await play(page, "click", 3);
  const stored = await page.evaluate(async () => ({ local: localStorage.length, cookies: document.cookie, databases: (await indexedDB.databases()).length }));
  assert.deepEqual(stored, { local: 0, cookies: "", databases: 0 });
  const other = await context.newPage();
  await other.goto(url);
  assert.equal(await other.evaluate(() => sessionStorage.getItem("boussole")), null);
});

test("the page can be installed", async (t) => {
  const { browser, url } = await start(t);
  const { context, page } = await visit(browser, url, PHONE);
  const devtools = await context.newCDPSession(page);
  await installed(page);
  const { errors } = await devtools.send("Page.getAppManifest");
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  assert.deepEqual(errors, []);
  // A private window, which tests use, can install nothing.
  assert.deepEqual(installabilityErrors.filter((one) => one.errorId !== "in-incognito"), []);
});
