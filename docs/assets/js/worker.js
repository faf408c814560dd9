// The service worker, published as sw.js at the site's root. It keeps what is read, so that it opens again without a
// connection, and answers from a language that the reader has saved whole (store.js fills that one).
//
// A page never meets styles or scripts of another version: their address names their bytes, so whatever stands in any
// of our caches under that address is right. Pages come from the network first.
const SCOPE = new URL(self.registration.scope);
const NAME = `atlas ${SCOPE.pathname}`;
// One cache for each version of the assets, with the pages that were read with them.
const READ = `${NAME} read `;
// One for each saved language and version; it counts from when the marker is in it, which comes last.
const SAVED = `${NAME} saved `;
const MARKER = new URL("offline/saved.json", SCOPE).href;
// The page for what is not kept. The build writes its fingerprint here, so that browsers notice a new one.
const FALLBACK_VERSION = "draft";
const FALLBACK = `${NAME} fallback ${FALLBACK_VERSION}`;
const FALLBACK_PAGE = new URL("offline.html", SCOPE).href;
// The reader's wish that reading should leave no page behind.
const WISHES = `${NAME} wishes`;
const NOTHING = new URL("offline/nothing.json", SCOPE).href;
const ASSETS = /assets\/([0-9a-f]{16})\//;
// What a page fetches of its own when it is needed; kept with it, and gone when the page is kept anew.
const BESIDE = "asides.json";
const ADDRESS = /\b(href|src)="(?![#"]|[a-z]+:)([^"]+)"/g;
// Files for programs and downloads are the browser's own business, and so is what saving itself fetches.
const NOT_OURS = /^(?:api|downloads|offline|cards)\/|^(?:sw\.js|checksums\.txt|atlas\.zip)$/;
const [MOST_VERSIONS, MOST_PAGES, PATIENCE] = [3, 60, 5000];
// Pages that came from a saved language ask it for the rest, too: search must not mix two versions.
const served = new Map();

const namesOf = async (start) => (await caches.keys()).filter((name) => name.startsWith(start)).reverse();
const find = (address, name) => caches.match(address, { cacheName: name, ignoreSearch: true, ignoreVary: true });
const plain = (body, type, more) => new Response(body, { headers: { "Content-Type": type, ...more } });
const HTML = "text/html; charset=utf-8";
const isHtml = (response) => (response.headers.get("Content-Type") ?? "").startsWith("text/html");

/** Return a page's own address: without what follows a question mark or a hash, and by its folder. */
function addressOf(url) {
  return url.origin + url.pathname.replace(/\/index\.html$/, "/");
}

async function savedNames() {
  const names = await namesOf(SAVED);
  const whole = await Promise.all(names.map((name) => find(MARKER, name)));
  return names.filter((name, index) => whole[index]);
}

/** Return what is kept of an address, the newest first, with the name of its cache. */
async function kept(address) {
  const found = [];
  for (const name of [...(await savedNames()), ...(await namesOf(READ))]) {
    const response = await find(address, name);
    if (!response) continue;
    const dated = name.startsWith(READ) ? response : await find(MARKER, name);
    found.push({ response, name, at: Number(dated.headers.get("X-Kept") ?? 0) });
  }
  return found.sort((one, other) => other.at - one.at)[0];
}

async function keepAsset(address, response) {
  const cache = await caches.open(READ + ASSETS.exec(address)[1]);
  await cache.put(address, plain(await response.blob(), response.headers.get("Content-Type") ?? ""));
}

/** Keep a page that was read; drop the oldest pages and versions where there are too many. */
async function keepPage(address, text) {
  const version = ASSETS.exec(text)?.[1];
  if (!version || (await find(NOTHING, WISHES))) return null;
  const cache = await caches.open(READ + version);
  // What is put anew stands last.
  for (const name of await namesOf(READ)) await forget(await caches.open(name), address);
  await cache.put(address, plain(text, HTML, { "X-Kept": Date.now() }));
  const pages = (await cache.keys()).filter(({ url }) => url.endsWith("/"));
  for (const { url } of pages.slice(0, -MOST_PAGES)) await forget(cache, url);
  for (const name of (await namesOf(READ)).slice(MOST_VERSIONS)) await caches.delete(name);
  for (const client of await self.clients.matchAll()) client.postMessage("kept");
  return version;
}

async function forget(cache, address) {
  await cache.delete(address);
  await cache.delete(address + BESIDE);
}

async function keepBeside(address, response) {
  const page = await kept(address.slice(0, -BESIDE.length));
  if (page?.name.startsWith(READ)) await (await caches.open(page.name)).put(address, plain(await response.blob(), "application/json"));
}

/** Keep a page that was open before this worker was: the page itself names what it had loaded. */
async function keepFirst({ page, loaded }) {
  const address = addressOf(new URL(page));
  const response = await fetch(address);
  if (!response.ok || !isHtml(response)) return;
  const text = await response.text();
  const version = await keepPage(address, text);
  const linked = [...text.matchAll(ADDRESS)].map(([, , link]) => new URL(link, address).href);
  const wanted = [...linked, ...loaded].filter((each) => each.startsWith(SCOPE.href) && ASSETS.exec(each)?.[1] === version);
  await Promise.all([...new Set(wanted)].map((each) => answerAsset(each)));
}

async function answerAsset(address) {
  for (const name of await namesOf(`${NAME} `)) {
    const copy = await find(address, name);
    if (copy) return copy;
  }
  const response = await fetch(address);
  // A host that answers everything with a page must not fill the place of a script.
  if (response.ok && !isHtml(response)) await keepAsset(address, response.clone()).catch(() => {});
  return response;
}

async function answerPage(event, address) {
  const online = fetch(event.request);
  online.catch(() => {}); // It may fail before anybody waits for it.
  const copy = await kept(address);
  const late = new Promise((resolve) => copy && setTimeout(resolve, PATIENCE));
  try {
    const response = await Promise.race([online, late]);
    if (response && (response.status < 500 || !copy)) {
      if (response.ok && isHtml(response)) {
        const text = response.clone().text();
        event.waitUntil(text.then((page) => keepPage(address, page)).catch(() => {}));
      }
      return response;
    }
  } catch {
    // No connection: what is kept must do.
  }
  if (!copy) return (await withSlash(address)) ?? fallback();
  if (copy.name.startsWith(SAVED)) served.set(event.resultingClientId, copy.name);
  return copy.response;
}

async function withSlash(address) {
  return !address.endsWith("/") && (await kept(`${address}/`)) ? Response.redirect(`${address}/`) : undefined;
}

async function fallback() {
  return (await find(FALLBACK_PAGE, FALLBACK)) ?? Response.error();
}

async function answerOther(event, address) {
  const own = served.has(event.clientId) && (await find(address, served.get(event.clientId)));
  if (own) return own;
  try {
    const response = await fetch(event.request);
    // The other language of a page, when both are shown.
    if (response.ok && isHtml(response)) await keepPage(address, await response.clone().text()).catch(() => {});
    if (response.ok && address.endsWith(`/${BESIDE}`)) await keepBeside(address, response.clone()).catch(() => {});
    return response;
  } catch (error) {
    const copy = await kept(address);
    if (copy) return copy.response;
    throw error;
  }
}

async function install() {
  const response = await fetch(FALLBACK_PAGE, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status}`);
  // It is shown at any address, so its own must not depend on where it stands.
  const text = (await response.text()).replace(ADDRESS, (match, name, link) => `${name}="${new URL(link, FALLBACK_PAGE).pathname}"`);
  const cache = await caches.open(FALLBACK);
  const links = [...text.matchAll(ADDRESS)].map(([, , link]) => new URL(link, SCOPE).href);
  await cache.addAll(links.filter((link) => ASSETS.test(link)));
  await cache.put(FALLBACK_PAGE, plain(text, HTML));
  await self.skipWaiting();
}

async function activate() {
  for (const name of await namesOf(`${NAME} fallback `)) {
    if (name !== FALLBACK) await caches.delete(name);
  }
  await self.clients.claim();
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(keepFirst(event.data).catch(() => {})));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || request.headers.has("Range") || !url.href.startsWith(SCOPE.href)) return;
  if (NOT_OURS.test(url.pathname.slice(SCOPE.pathname.length))) return;
  const address = addressOf(url);
  if (ASSETS.test(address)) event.respondWith(answerAsset(address));
  else if (request.mode === "navigate") event.respondWith(answerPage(event, address));
  else event.respondWith(answerOther(event, address));
});
