// Starts the page: trunk writes the names of its module and its WebAssembly onto this script's element.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const { default: start } = await import(js);
await start({ module_or_path: new URL(wasm, import.meta.url) });
