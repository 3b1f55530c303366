// The worker that serves the page without a network.

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const WORKER = "sw.js";

/** Installs it. The policy of the page takes the address of a script only from here. */
export async function installWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) {
    return;
  }
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  const own = policies?.createPolicy("boussole", {
    createScriptURL(url) {
      if (url !== WORKER) {
        throw new TypeError(`expected ${WORKER}, found ${url}`);
      }
      return url;
    },
  });
  await navigator.serviceWorker.register(own?.createScriptURL(WORKER) ?? WORKER);
}
