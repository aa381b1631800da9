// Starts the page: trunk writes the names of its module and its WebAssembly onto this script's element. Where it could
// not run, nothing is fetched.
const { root, missing } = document.documentElement.dataset;
if (missing !== "wasm") {
  const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
  const home = new URL(root, document.baseURI);
  // What can be read without a program is on the screen first. (Nothing is painted in a tab that nobody looks at, and
  // not every browser says when it has.)
  if (!document.hidden) {
    await new Promise((painted) => {
      new PerformanceObserver(painted).observe({ type: "paint", buffered: true });
      setTimeout(painted, 300);
    });
  }
  const program = fetch(new URL(wasm, home));
  // Heard of below, whichever fails first.
  program.catch(() => {});
  const page = import(new URL(js, home));
  fetchAhead();
  const { default: start } = await page;
  await start({ module_or_path: program });
}

// What the page asks for a moment later is then in the browser's cache: the landing's worker, or the screens that the
// address names. (A preload link would not do: what a document has preloaded is not there for its workers.)
function fetchAhead() {
  const { place, plane, visit, lab } = document.documentElement.dataset;
  const loader = new URL(place === "landing" ? plane : place === "lab" ? lab : visit, document.baseURI);
  const module = loader.searchParams.get("module");
  const style = place === "landing" ? [] : ["screens.css"];
  for (const file of [`${module}.js`, `${module}_bg.wasm`, ...style]) {
    const url = new URL(`${file}?v=${loader.searchParams.get("v")}`, loader);
    fetch(url, { priority: "low" }).then((answer) => answer.arrayBuffer(), () => {});
  }
}
