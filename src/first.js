// Before the first paint: which screen does the address ask for, and is there anything that keeps us from it? (In a block,
// so that no name is one of a stranger's script.)
{
  const root = document.documentElement;
  const asked = location.hash.slice(1);
  // How it works is a page of its own, which needs none of this.
  if (asked === "how" || asked === "privacy") {
    location.replace(`${root.dataset.root}how.html?v=${root.dataset.version}${asked === "privacy" ? "#privacy" : ""}`);
  }
  // The smallest program with four lanes per instruction (i8x16.splat, i8x16.popcnt), as all of ours have them.
  const lanes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0,
    253, 15, 253, 98, 11]);
  if (typeof WebAssembly !== "object" || !WebAssembly.validate(lanes)) {
    root.dataset.missing = "wasm";
  } else {
    root.dataset.place = ["quiz", "compare", "lab"].includes(asked) ? asked
      : /^(%23)?s\d/i.test(asked) ? "lab" : /^(%23)?[ru]\d/i.test(asked) ? "result" : "landing";
    // Three screens stand in the page already, and for all others a word that something comes. The first one of a visit
    // is for those who are not on their way through it.
    const begins = () => {
      try {
        const { pathname } = new URL(root.dataset.root, document.baseURI);
        const kept = (name) => localStorage.getItem(name);
        return / stage=guess |^$/.test(kept(`normie-descent ${pathname}`) ?? kept("normie-descent") ?? "");
      } catch {
        return true;
      }
    };
    const still = asked === "quiz" && begins() ? "guess"
      : /^(%23)?r\d[^~]*$/i.test(asked) ? "somebody"
      : /^(%23)?u\d/i.test(asked) ? "postcard"
      : root.dataset.place === "landing" ? "" : "waiting";
    if (still) {
      root.dataset.still = still;
    }
    document.addEventListener("unstarted", ({ detail }) => {
      root.dataset.missing = "start";
      delete root.dataset.place;
      delete root.dataset.still;
      document.getElementById("missing-why").textContent = detail;
    });
    // The script that starts the page comes before this, unless it was refused.
    document.addEventListener("DOMContentLoaded", () => {
      if (!("begun" in root.dataset)) {
        const detail = "something on the way changed this page, so this browser would not run it.";
        document.dispatchEvent(new CustomEvent("unstarted", { detail }));
      }
    });
  }
}
