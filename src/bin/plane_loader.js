// Starts the landing's worker in the version named by this file's own query, which the build writes.
const version = new URL(import.meta.url).search;
const wasm = fetch(new URL("./plane_bg.wasm" + version, import.meta.url));
const { default: start } = await import("./plane.js" + version);
await start({ module_or_path: wasm });
