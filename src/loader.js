// Starts the module that this file's own query names; its files lie beside this one.
const query = new URL(import.meta.url).searchParams;
const module = query.get("module");
// Browsers remember that a module failed; whoever tries again asks for it by another address.
const again = query.has("again") ? `?again=${query.get("again")}` : "";
const file = (name) => new URL(`./${name}${again}`, import.meta.url);
const lost = (why) => {
  console.error(why);
  throw new Error("it could not be loaded");
};
// Screens are shown in their style or not at all.
const style = () => {
  if (document.querySelector("link[data-screens]")?.sheet) return null;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: file("screens.css") });
  link.dataset.screens = "";
  return new Promise((here, gone) => {
    link.onerror = () => {
      link.remove();
      gone(new Error(`no ${link.href}`));
    };
    // Where a host sends a page for what is missing, Chromium loads an empty sheet.
    link.onload = () => (link.sheet?.cssRules.length ? here() : link.onerror());
    document.head.append(link);
  }).catch(lost);
};
try {
  const wasm = fetch(file(`${module}_bg.wasm`)).then((answer) => (answer.ok ? answer : lost(answer.status)), lost);
  const dressed = globalThis.document ? style() : null;
  // Heard of below, whichever fails first.
  wasm.catch(() => {});
  dressed?.catch(() => {});
  const { default: start } = await import(file(`${module}.js`)).catch(lost);
  await dressed;
  await start({ module_or_path: wasm });
} catch (error) {
  // Nobody outside hears of a module that fails later than it loads: a page hears of it by an event, the page behind a
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
