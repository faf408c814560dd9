// Saves one language whole: fetches its packs, checks each, and puts its files into a cache of its own.
// The cache counts only from when the marker is in it; until then the version before goes on answering.
const ROOT = new URL("../../../", import.meta.url);
const NAME = `atlas ${ROOT.pathname}`;
const SAVED = `${NAME} saved `;
const READ = `${NAME} read `;
const WISHES = `${NAME} wishes`;
const NOTHING = new URL("offline/nothing.json", ROOT);
const MARKER = new URL("offline/saved.json", ROOT);
const CHECKED = new URL("offline/checked.json", ROOT);
const GZIP = [0x1f, 0x8b];

const json = (value) => new Response(JSON.stringify(value), { headers: { "Content-Type": "application/json", "X-Kept": Date.now() } });
const packOf = (pack) => new URL(pack.path, ROOT);

export const isPossible = "caches" in window && "serviceWorker" in navigator && "DecompressionStream" in window && "subtle" in (globalThis.crypto ?? {});

/** Return what can be saved now, by language. */
export async function offered() {
  const response = await fetch(new URL("offline/index.json", ROOT), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()).languages;
}

async function namesOf(language) {
  return (await caches.keys()).filter((name) => name.startsWith(`${SAVED}${language} `)).reverse();
}

async function read(name, address) {
  return (await caches.match(address, { cacheName: name }))?.json();
}

/** Return the version of a language that is saved whole, or null. */
export async function saved(language) {
  for (const name of await namesOf(language)) {
    const offer = await read(name, MARKER);
    if (offer) return { ...offer, name };
  }
  return null;
}

/** Return the saved languages that nobody has looked after for `age` milliseconds. */
export async function due(age) {
  const languages = [];
  for (const language of ["en", "zh"]) {
    const name = (await saved(language))?.name;
    const before = name && Date.now() - ((await read(name, CHECKED)) ?? 0);
    if (name && before > age) languages.push(language);
  }
  return languages;
}

/** Replace a saved language by its new version, if there is one; nobody waits for it. */
export async function renew(language) {
  const [offers, old] = [await offered(), await saved(language)];
  await (await caches.open(old.name)).put(CHECKED, json(Date.now()));
  if (offers[language].version !== old.version) await save(language, offers[language]);
}

/** Save a language; `report` is told how many bytes of the download are done. One window at a time does it. */
export function save(language, offer, report = () => {}, signal = undefined) {
  return navigator.locks.request(`${SAVED}${language}`, { ifAvailable: true }, async (lock) => {
    if (!lock) throw new DOMException("", "InvalidStateError");
    await saveAlone(language, offer, report, signal);
  });
}

async function saveAlone(language, offer, report, signal) {
  const name = `${SAVED}${language} ${offer.version}`;
  const old = await saved(language);
  await drop(language, [name, old?.name]);
  try {
    const cache = await caches.open(name);
    let done = 0;
    for (const pack of offer.packs) {
      if (!(await cache.match(packOf(pack)))) {
        const told = (bytes) => report(done + bytes);
        if (!(await copied(pack, old, cache))) await fetched(pack, cache, told, signal);
      }
      report((done += pack.size));
    }
    await cache.put(CHECKED, json(Date.now()));
    await cache.put(MARKER, json(offer));
  } catch (error) {
    // What a broken connection has left is used at the next attempt; a full disk and a change of mind leave nothing.
    if (error.name === "AbortError" || error.name === "QuotaExceededError") await caches.delete(name);
    throw error;
  }
  await drop(language, [name]);
}

/** Take a pack over from the version before, if that has the same. */
async function copied(pack, old, cache) {
  const paths = old && (await read(old.name, packOf(pack)));
  if (!paths) return false;
  const before = await caches.open(old.name);
  const copies = await Promise.all(paths.map(async (path) => [path, await before.match(new URL(path, ROOT))]));
  if (copies.some(([, response]) => !response)) return false;
  await Promise.all(copies.map(([path, response]) => cache.put(new URL(path, ROOT), response)));
  await cache.put(packOf(pack), json(paths));
  return true;
}

async function fetched(pack, cache, told, signal) {
  const bytes = await unpacked(await download(packOf(pack), told, signal));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== pack.sha256) throw new Error("The pack is damaged.");
  const end = bytes.indexOf(10);
  const files = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  let start = end + 1;
  const puts = files.map(([path, length, type]) => {
    const body = bytes.slice(start, (start += length));
    return cache.put(new URL(path, ROOT), new Response(body, { headers: { "Content-Type": type } }));
  });
  await Promise.all(puts);
  await cache.put(packOf(pack), json(files.map(([path]) => path)));
}

async function download(address, told, signal) {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${response.status}`);
  const parts = [];
  let length = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    told((length += part.value.length));
  }
  return new Blob(parts);
}

/** Unpack, unless the host's headers have made the browser do it already. */
async function unpacked(blob) {
  const head = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const packed = head[0] === GZIP[0] && head[1] === GZIP[1];
  const stream = packed ? blob.stream().pipeThrough(new DecompressionStream("gzip")) : blob.stream();
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Delete what is kept of a language, but for some caches. */
async function drop(language, but = []) {
  for (const name of await namesOf(language)) if (!but.includes(name)) await caches.delete(name);
}

/** Take a saved language off the device. */
export const remove = (language) => drop(language);

/** Return how many pages are kept because they were read. */
export async function countRead() {
  let pages = 0;
  for (const name of (await caches.keys()).filter((each) => each.startsWith(READ))) {
    const requests = await (await caches.open(name)).keys();
    pages += requests.filter(({ url }) => url.endsWith("/")).length;
  }
  return pages;
}

/** Take the pages that were read off the device. */
export async function forgetRead() {
  for (const name of await caches.keys()) if (name.startsWith(READ)) await caches.delete(name);
}

/** Tell whether the reader wishes that reading should leave no page behind. */
export const keepsNothing = async () => Boolean(await read(WISHES, NOTHING));

/** Follow that wish from now on, or no longer. */
export async function keepNothing(wished) {
  if (!wished) return caches.delete(WISHES);
  await (await caches.open(WISHES)).put(NOTHING, json(true));
  return forgetRead();
}
