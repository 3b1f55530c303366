// The page without a network: everything is fetched once, when it is installed, and served from there.

/// <reference lib="webworker" />

/** The files of this build and the sum over all of them, written by the build. */
declare const FILES: string[];
declare const VERSION: string;

/** What the host may replace without a new build. */
const CATALOGUE = "catalogue.json";

const worker = self as unknown as ServiceWorkerGlobalScope;
/** Another quiz of the same host has another scope, and its caches are its own. */
const prefix = `boussole ${worker.registration.scope} `;
const cacheName = prefix + VERSION;

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** Looks whether the host has another catalogue; the next visit has it. */
async function refresh(request: Request): Promise<void> {
  const answer = await fetch(request, { cache: "no-cache" });
  if (answer.ok) {
    await (await caches.open(cacheName)).put(request, answer);
  }
}

async function answer(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const page = request.mode === "navigate" ? "./" : request;
  const kept = await caches.match(page, { cacheName, ignoreSearch: request.mode === "navigate" });
  if (kept !== undefined && request.url.endsWith(`/${CATALOGUE}`)) {
    event.waitUntil(refresh(request).catch(() => undefined));
  }
  return kept ?? fetch(request);
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && new URL(event.request.url).origin === location.origin) {
    event.respondWith(answer(event));
  }
});
