// Starts the module that this file's own query names, in the version that the build wrote there.
const query = new URL(import.meta.url).searchParams;
const module = query.get("module");
// Browsers remember that a module failed; whoever tries again asks for it by another address.
const again = query.has("again") ? `&again=${query.get("again")}` : "";
const file = (end) => new URL(`./${module}${end}?v=${query.get("v")}${again}`, import.meta.url);
const lost = (why) => {
  console.error(why);
  throw new Error("it could not be loaded");
};
try {
  const wasm = fetch(file("_bg.wasm")).then((answer) => (answer.ok ? answer : lost(answer.status)), lost);
  // Heard of below, whichever fails first.
  wasm.catch(() => {});
  const { default: start } = await import(file(".js")).catch(lost);
  await start({ module_or_path: wasm });
} catch (error) {
  // Nobody outside hears of a module that fails later than it loads: a page is told by an event, the page behind a
  // worker by an error of the worker's.
  if (globalThis.document) {
    console.error(error);
    document.dispatchEvent(new CustomEvent("lost", { detail: module }));
  } else {
    setTimeout(() => {
      throw error;
    });
  }
}
