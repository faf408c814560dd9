// Starts the service worker once the page is there, hands it this first page, and has a saved language renewed.
const ROOT = new URL("../../../", import.meta.url);
const DAY = 24 * 3600 * 1000;

async function start() {
  const controlled = Boolean(navigator.serviceWorker.controller);
  await navigator.serviceWorker.register(new URL("sw.js", ROOT));
  const { active } = await navigator.serviceWorker.ready;
  if (!controlled) {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    active.postMessage({ page: location.href, loaded });
  }
  const names = await caches.keys();
  if (names.some((name) => name.startsWith(`atlas ${ROOT.pathname} saved `))) await renew();
}

/** Fetch new versions of saved languages: once a day at most, and not at the expense of a metered connection. */
async function renew() {
  const { connection } = navigator;
  if (connection?.saveData || connection?.type === "cellular") return;
  const store = await import("./store.js");
  for (const language of await store.due(DAY)) await store.renew(language);
}

if ("serviceWorker" in navigator && "caches" in window) {
  const run = () => start().catch(() => {}); // Storage may be forbidden; the page is read all the same.
  if (document.readyState === "complete") run();
  else addEventListener("load", run);
}
