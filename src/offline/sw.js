// Keeps the page's files, so that a second visit needs no network. It never sees an answer: those stand behind the `#`
// of an address or in the page's own memory, and neither is ever part of a request.
//
// The build writes which files there are into VERSION and FILES. A version is kept whole, in a cache of its own; a new
// one waits until no tab uses the old one any more, so that two are never mixed.
const VERSION = "";
const FILES = [];
const NAME = `normie-descent ${VERSION}`;
const home = new URL("./", location.href).href;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)));
});

addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => name.startsWith("normie-descent ") && name !== NAME);
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(home)) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const cache = await caches.open(NAME);
  const kept = await keptFor(request, cache);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    // Without a network every shell is the page itself; the browser carries the `#` along.
    if (request.mode === "navigate") return Response.redirect(home);
    throw error;
  }
}

// What is kept answers with any version's query. But one file starts every module, and its query says which.
async function keptFor(request, cache) {
  const module = (url) => new URL(url).searchParams.get("module");
  const keys = await cache.keys(request, { ignoreSearch: true });
  const key = keys.find((key) => module(key.url) === module(request.url));
  return key && cache.match(key);
}
