// Starts the page: trunk writes the names of its module and its WebAssembly onto this script's element.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const page = import(js);

// The landing asks for its worker a moment later and then finds these in the browser's cache. (A preload link
// would not do: what a document has preloaded is not there for its workers.)
const loader = new URL(document.documentElement.dataset.plane, document.baseURI);
for (const file of ["plane.js", "plane_bg.wasm"]) {
  fetch(new URL(file + loader.search, loader), { priority: "low" }).then((answer) => answer.arrayBuffer(), () => {});
}

const { default: start } = await page;
await start({ module_or_path: new URL(wasm, import.meta.url) });
