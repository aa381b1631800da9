// Starts the module that this file's own query names, in the version that the build wrote there.
const query = new URL(import.meta.url).searchParams;
const file = (end) => new URL(`./${query.get("module")}${end}?v=${query.get("v")}`, import.meta.url);
const wasm = fetch(file("_bg.wasm"));
const { default: start } = await import(file(".js"));
await start({ module_or_path: wasm });
