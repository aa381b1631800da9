// Service worker: keeps one release of the page, so that a second visit needs no network. It never sees an answer:
// those stand behind the `#` of an address or in the page's own memory, and neither is ever part of a request.
//
// The build writes here which version this is and which files it loads, with the SHA-256 of each. A release is kept
// whole or not at all. What a page loads stands below its version, so an address means the same bytes for ever; only
// the documents change, and they are answered from this version alone.
const VERSION = "";
const FILES = [];
// The documents, by their addresses below the scope. Hosts and proxies may change their bytes, so they are known by the
// version that they name.
const PAGES = ["./", "how.html"];
const scope = new URL("./", location.href);
// Other copies of the page on this origin have caches of their own.
const PREFIX = `normie-descent ${scope.pathname} `;
const NAME = PREFIX + VERSION;
// In the caches of versions that have been active.
const ACTIVE = new URL("active", scope);

// The first one answers at once. A newer one waits until a page activates it.
addEventListener("install", (event) => event.waitUntil(keep()));

addEventListener("activate", (event) => {
  event.waitUntil(tidy().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { method, url, cache } = event.request;
  // Who asks past all caches means this one, too.
  if (method === "GET" && url.startsWith(scope.href) && cache !== "reload" && cache !== "no-store") {
    event.respondWith(answer(event));
  }
});

// A page that loads nothing just now has this version take over (Chromium never answers some requests that are made while
// service workers change), or asks which version it is.
addEventListener("message", ({ data, source }) => {
  if (data === "activate") skipWaiting();
  else source?.postMessage({ version: VERSION });
});

// Keeps every file of this version. What fails the first time leaves nothing; later, it leaves what is still there.
async function keep() {
  const wanted = [...PAGES.map((path) => [path]), ...FILES];
  const cache = await caches.open(NAME);
  const held = (await cache.keys()).length;
  if (held >= wanted.length) return;
  try {
    await Promise.all(wanted.map(async ([path, digest]) => cache.put(new URL(path, scope), await fetched(path, digest))));
  } catch (error) {
    if (held === 0) await caches.delete(NAME);
    throw error;
  }
}

// A file of this version: out of the browser's cache if that has it, or else past it.
async function fetched(path, digest) {
  for (const cache of ["default", "reload"]) {
    const response = await fetch(new URL(path, scope), { cache });
    const bytes = await response.arrayBuffer();
    if (response.ok && (await isOurs(bytes, digest))) {
      // A response of our own: one that was redirected may not answer for a document.
      const headers = new Headers(response.headers);
      headers.delete("Content-Encoding");
      headers.delete("Content-Length");
      return new Response(bytes, { headers });
    }
  }
  throw new Error(`${path} is not of version ${VERSION}`);
}

async function isOurs(bytes, digest) {
  if (!digest) return new TextDecoder().decode(bytes).includes(VERSION);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return digest === Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Forgets older versions, but for the last that was active: tabs may still be open in it. What lies in a cache without a
// scope in its name was kept for whoever has our document in it.
async function tidy() {
  const names = (await caches.keys()).filter((name) => name !== NAME);
  const older = names.filter((name) => name.startsWith(PREFIX));
  for (const name of older.toReversed()) {
    if (await (await caches.open(name)).match(ACTIVE)) {
      older.splice(older.indexOf(name), 1);
      break;
    }
  }
  await mark();
  for (const name of names.filter((name) => /^normie-descent \w+$/.test(name))) {
    if (await (await caches.open(name)).match(scope)) older.push(name);
  }
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function mark() {
  await (await caches.open(NAME)).put(ACTIVE, new Response());
}

let refill;

async function answer(event) {
  const { request } = event;
  const isPage = request.mode === "navigate";
  const path = new URL(request.url).pathname.slice(scope.pathname.length);
  const page = path === "" || path === "index.html" ? "./" : path;
  const kept = await (isPage ? keptPage(page) : keptFile(request));
  if (kept) return kept;
  // The browser may have dropped what was kept. (Once in the life of this worker: the host may have another version.)
  if (isPage ? PAGES.includes(page) : path.startsWith(VERSION)) event.waitUntil((refill ??= keep().then(mark, () => {})));
  try {
    return await fetch(request);
  } catch (error) {
    if (!isPage) throw error;
    // Every preview is the page itself; the browser carries the `#` along.
    if (/^p\/\d+\/(index\.html)?$/.test(path) && (await keptPage("./"))) return Response.redirect(scope);
    return new Response(OFFLINE, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
}

async function keptPage(page) {
  return (await caches.open(NAME)).match(new URL(page, scope));
}

// The query says which module a loader starts, or that a browser should try again: the file is the same.
async function keptFile(request) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  for (const name of names.reverse()) {
    const kept = await (await caches.open(name)).match(request, { ignoreSearch: true });
    if (kept) return kept;
  }
}

const OFFLINE = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>no network · normie descent</title>
<h1>no network</h1>
<p>this page is not kept here, and the network is gone. your answers are. reload when it is back.</p>`;
