// Has Lighthouse look at pages, and writes one line for each thing it says: page, what, value, between tabs.
//
// node measure.mjs MODULES CHROMIUM audits|speed [NAME URL PRESS SELECTOR KEPT …]
//
// MODULES is the folder that npm installed Lighthouse into; PRESS names a button on the way, or nothing; SELECTOR what is
// there once the page has arrived; KEPT is what an earlier visit has left in the storage, or nothing.
import { join } from "node:path";
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";

const [modules, executablePath, kind, ...words] = argv.slice(2);
const load = (file) => import(pathToFileURL(join(modules, file)));
const { default: lighthouse } = await load("lighthouse/core/index.js");
const { launch } = await load("puppeteer-core/lib/esm/puppeteer/puppeteer-core.js");

const audits = {
  onlyCategories: ["accessibility", "best-practices", "seo"],
  throttlingMethod: "provided",
  // That file belongs to the host. The page may live in a folder of it, and cannot say anything there.
  skipAudits: ["robots-txt"],
};
const speed = { onlyCategories: ["performance"] };
const flags = { logLevel: "error", maxWaitForLoad: 60_000, ...(kind === "speed" ? speed : audits) };

const say = (...parts) => stdout.write(`${parts.join("\t")}\n`);
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--disable-background-networking"];
const browser = await launch({ executablePath, args });
try {
  for (let at = 0; at < words.length; at += 5) {
    const [name, url, press, selector, kept] = words.slice(at, at + 5);
    // Nobody has been here before.
    const visitor = await browser.createBrowserContext();
    const page = await visitor.newPage();
    if (kept) {
      await page.evaluateOnNewDocument((text) => localStorage.setItem(`normie-descent ${new URL(".", location.href).pathname}`, text), kept);
    }
    const arrive = async () => {
      await page.goto(url);
      if (press) await (await page.waitForSelector(press, { visible: true, timeout: 60_000 })).click();
      await page.waitForSelector(selector, { visible: true, timeout: 60_000 });
    };
    const { lhr } = await lighthouse(arrive, flags, undefined, page);
    if (lhr.runtimeError) throw new Error(`${name}: ${lhr.runtimeError.message}`);
    // Nothing has led elsewhere while Lighthouse looked.
    await page.waitForSelector(selector, { visible: true, timeout: 1_000 });
    for (const category of Object.values(lhr.categories)) {
      say(name, category.id, Math.round(category.score * 100));
      for (const { id, weight } of category.auditRefs) {
        const { score, title, details } = lhr.audits[id];
        if (kind === "audits" && weight > 0 && score !== null && score < 1) {
          const where = details?.items?.map((item) => item.node?.snippet ?? item.description ?? item.url ?? "").join(" ");
          say(name, "fails", `${title} (${id}) ${(where ?? "").replaceAll(/\s+/g, " ").slice(0, 500)}`);
        }
      }
    }
    if (kind === "speed") {
      for (const id of ["largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time"]) {
        say(name, id, lhr.audits[id].numericValue);
      }
    }
    await visitor.close();
  }
} finally {
  await browser.close();
}
