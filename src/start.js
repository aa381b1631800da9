// Starts the page: trunk writes the names of its module and its WebAssembly onto this script's element. Where it could
// not run, nothing is fetched.
//
// Events of the document, heard here: `broke` (words) says that a program panicked; `lost` (a module's name) that a file of
// that module did not come; `outdated` that a link asks for a newer version. Dispatched to others: `unloaded` (a module's name,
// the reason) says that nothing can be done about what was lost, with an empty reason if it can be had now; `unstarted`
// (the reason) is for `first.js`; `controlled` says that another service worker has taken over.
const { dataset } = document.documentElement;
const { root, version } = dataset;
const home = new URL(root, document.baseURI);
const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
const OFFLINE = "the network may have blinked.";
// The service worker that has a newer version.
let newer;

// What a promise gives, or nothing if it fails or takes longer than so many seconds.
const within = (seconds, promise) =>
  Promise.race([promise.catch(() => {}), new Promise((late) => setTimeout(late, 1000 * seconds))]);

// The document's version on the host, past all caches: none without a network, "" if something else answers.
const hosted = () => within(20, readVersion());

async function readVersion() {
  const answer = await fetch(location.href.split("#")[0], { cache: "reload" });
  return /data-version="?(\w+)/.exec(await answer.text())?.[1] ?? "";
}

// Loads the page from the host: a service worker of another version would answer with its own.
async function reload() {
  await within(3, unregister());
  loadAgain();
}

function loadAgain() {
  // A visitor who navigates before the reload is done arrives there; the new entry keeps which versions were tried.
  const { state } = history;
  addEventListener("hashchange", () => {
    history.replaceState(state, "");
    location.reload();
  });
  location.reload();
}

async function unregister() {
  const registration = await navigator.serviceWorker.getRegistration(home);
  await registration?.unregister();
}

// Shows what broke in the box that waits for it, unless it shows something: what comes after is mostly a consequence.
function show(words) {
  const box = document.getElementById("trouble");
  if (!box.hidden) return;
  document.getElementById("trouble-said").textContent = words;
  box.hidden = false;
  scrollTo(0, 0);
}

// Whether an error came out of a program of this page: its stack names a file of this version, or nothing but WebAssembly
// (browsers name the file only of programs that were compiled while they were loaded). Anything can be thrown.
function isOurs(error) {
  try {
    const { stack } = error;
    return stack.includes(`/${version}/`) || (stack.includes("wasm-function[") && !/http|-extension:/.test(stack));
  } catch {
    return false;
  }
}

// Says that a newer version is here, with a button that loads it.
const offer = () => {
  document.getElementById("newer").hidden = false;
};

async function offerNewer() {
  const found = await hosted();
  if (!found || found === version) return undefined;
  offer();
  return found;
}

// What can be done about files of this version that did not come? The page is loaded again, once for each version, if
// that helps and costs no answers; otherwise the reason, or "" if they can be had now.
async function heal(files) {
  const found = await hosted();
  if (found === undefined) return OFFLINE;
  if (found === "") return "something else answers at this address. a network that wants a login?";
  const why = found === version ? (await Promise.all(files.map(obstacle))).find(Boolean) ?? "" : "there is a newer version.";
  const tried = history.state?.tried ?? [];
  const helps = found !== version || (why === "" && !("running" in dataset));
  if (!helps) return why;
  if (tried.includes(version)) return why || "this browser would not run it.";
  if ("unkept" in dataset || !remember([...tried, version])) {
    offer();
    return why;
  }
  await reload();
  return new Promise(() => {});
}

// Notes for the page that is loaded next which versions did not start; without that it might never end.
function remember(tried) {
  try {
    history.replaceState({ tried }, "");
    return true;
  } catch {
    return false;
  }
}

// What keeps a file from coming, past all caches.
async function obstacle(file) {
  const name = file.pathname.split("/").pop();
  try {
    const answer = await fetch(file, { cache: "reload" });
    // Its first line is enough; the rest would hold a connection.
    answer.body?.cancel();
    if (!answer.ok) return `the host has no ${name} (${answer.status}). a new version may be on its way.`;
    return /html/.test(answer.headers.get("Content-Type")) ? `the host sends a page for ${name}.` : "";
  } catch {
    return OFFLINE;
  }
}

async function renew(button) {
  button.disabled = true;
  if (newer && (await activated(newer))) return loadAgain();
  const found = await hosted();
  if (found && (found !== version || !("running" in dataset))) return reload();
  button.textContent = found ? "this is the newest there is" : "no network just now. try again";
  button.disabled = Boolean(found);
}

// Has a service worker take over from the one before; whether it does. Chromium never answers some requests that are made
// meanwhile, so nothing should be on its way, and waits for the one before, so it is asked again.
const activated = (worker) => within(5, new Promise((done) => {
  const asking = setInterval(() => {
    if (/activat|redundant/.test(worker.state)) clearInterval(asking);
    else worker.postMessage("activate");
  }, 200);
  worker.addEventListener("statechange", () => worker.state === "activated" && done(true));
  if (worker.state === "activated") done(true);
}));

// A newer version that waits takes over before anything of this one is loaded; whether it does.
async function startsNewer() {
  const { controller } = navigator.serviceWorker ?? {};
  const waiting = controller && (await within(1, registered()))?.waiting;
  return waiting && activated(waiting);
}

const registered = async () => navigator.serviceWorker.getRegistration(home);

// Hears of newer versions from service workers.
async function followServiceWorker() {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("message", async ({ data, source }) => {
    if (data.version && data.version !== version && data.version === (await offerNewer())) newer = source;
  });
  serviceWorker.addEventListener("controllerchange", () => {
    ask();
    tell("controlled");
  });
  addEventListener("pageshow", ({ persisted }) => persisted && ask());
  ask();
  if (serviceWorker.controller) update(3);
}

// Asks which versions answer, now and once they are told to.
async function ask() {
  navigator.serviceWorker.controller?.postMessage("");
  const registration = await within(5, registered());
  if (!registration) return;
  registration.waiting?.postMessage("");
  registration.onupdatefound = () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => installing.state === "installed" && installing.postMessage(""));
  };
}

// Browsers look for a newer service worker by themselves, but believe a host that says that nothing has changed: one whose
// files all have the same date, for example.
async function update(tries) {
  const again = () => {
    // Without a network there is nothing to be had.
    if (tries > 1 && navigator.onLine) setTimeout(update, 10000, tries - 1);
  };
  try {
    const registration = await registered();
    // It is refused while the browser itself is looking.
    await registration.update().catch(() => {});
    const found = registration.installing ?? registration.waiting ?? (await replace());
    // A file that does not come ends an installation.
    found?.addEventListener("statechange", () => found.state === "redundant" && again());
  } catch {
    again();
  }
}

// Registers the host's service worker if it is of another version.
async function replace() {
  const script = await fetch(new URL("sw.js", home), { cache: "reload" });
  const found = /VERSION = "(\w+)"/.exec(await script.text())?.[1];
  if (!found || found === version) return undefined;
  return (await navigator.serviceWorker.register(`${home}sw.js?v=${found}`)).installing;
}

// What the page asks for a moment later is then in the browser's cache: the landing's worker, or the screens that the
// address names. (A preload link would not do: what a document has preloaded is not there for its workers.)
function fetchAhead() {
  const { place, plane, visit, lab } = dataset;
  const loader = new URL(place === "landing" ? plane : place === "lab" ? lab : visit, document.baseURI);
  for (const file of filesOf(loader.searchParams.get("module"), place !== "landing")) {
    fetch(file, { priority: "low" }).then((answer) => answer.arrayBuffer(), () => {});
  }
}

const filesOf = (module, hasStyle) =>
  [`${module}.js`, `${module}_bg.wasm`, ...(hasStyle ? ["screens.css"] : [])].map((file) => new URL(`${version}/${file}`, home));

// What can be read without a program is painted first. (Nothing is painted in a tab that nobody looks at, and not every
// browser says when it has.)
const painted = () => document.hidden || new Promise((painted) => {
  setTimeout(painted, 300);
  try {
    new PerformanceObserver(painted).observe({ type: "paint", buffered: true });
  } catch {
    // Then it is painted by then.
  }
});

async function begin() {
  const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
  const files = [js, wasm].map((file) => new URL(file, home));
  try {
    if (await within(8, startsNewer())) return loadAgain();
    // Some browsers have none, or let nobody have one.
    followServiceWorker().catch(() => {});
    await painted();
    const program = fetch(files[1]);
    // Noticed below, whichever fails first.
    program.catch(() => {});
    const page = import(files[0]);
    fetchAhead();
    const { default: start } = await page;
    await start({ module_or_path: program });
  } catch (error) {
    console.error(error);
    // A program that broke has said so by itself.
    if (document.getElementById("trouble").hidden) tell("unstarted", await heal(files));
  }
}

dataset.begun = "";
document.addEventListener("broke", ({ detail }) => show(detail));
// What stops a program without a panic: no memory, calls too deep, a browser that refuses what none should. Errors of
// other scripts (extensions, in-app browsers) are none of ours.
addEventListener("error", ({ error, message }) => {
  // All that a program without memory can do.
  if (isOurs(error) && "running" in dataset) show(message.includes("nreachable") ? "it ran out of memory" : message);
});
if (dataset.missing !== "wasm") {
  document.addEventListener("lost", async ({ detail }) => tell("unloaded", [detail, await heal(filesOf(detail, true))]));
  document.addEventListener("outdated", offerNewer);
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-renew]");
    if (button) renew(button);
  });
  begin();
}
