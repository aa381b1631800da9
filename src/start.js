// Starts the page: trunk writes the names of its module and its WebAssembly onto this script's element.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const page = import(js);

// What the page asks for a moment later is then in the browser's cache: the landing's worker, or the screens that the
// address names. (A preload link would not do: what a document has preloaded is not there for its workers.)
const { place, plane, visit, lab } = document.documentElement.dataset;
const loader = new URL(place === "landing" ? plane : place === "lab" ? lab : visit, document.baseURI);
const module = loader.searchParams.get("module");
for (const file of [`${module}.js`, `${module}_bg.wasm`]) {
  const url = new URL(`${file}?v=${loader.searchParams.get("v")}`, loader);
  fetch(url, { priority: "low" }).then((answer) => answer.arrayBuffer(), () => {});
}

const { default: start } = await page;
await start({ module_or_path: new URL(wasm, import.meta.url) });
