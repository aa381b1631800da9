// Forgets whatever this copy of the page keeps in this browser, under the names that `src/app/storage.rs` lists. Without
// this file the page is complete but for the button.
const place = document.getElementById("forget");
const [button, said] = place.children;
const scope = `normie-descent ${new URL(".", document.baseURI).pathname}`;
// The names of earlier versions have no path. Whoever asks to be forgotten means those, too.
const earlier = ["normie-descent", "normie-descent-friend"];
const ours = (name) => name === scope || name.startsWith(`${scope} `) || earlier.includes(name);
button.addEventListener("click", () => {
  let [open, found, left] = [false, 0, 0];
  // The visitor's own answers, and a friend's link that waits in this tab. Either may be blocked, or refuse to let go.
  for (const which of ["localStorage", "sessionStorage"]) {
    try {
      const storage = window[which];
      const names = Object.keys(storage).filter(ours);
      open = true;
      found += names.length;
      left += names.length;
      for (const name of names) {
        storage.removeItem(name);
        left -= 1;
      }
    } catch {
      // Reported below.
    }
  }
  said.textContent = left > 0 ? "this browser would not let me. its settings can empty this site."
    : found > 0 ? "forgotten. nothing of yours is kept here now."
    : open ? "there was nothing to forget."
    : "this browser lets me keep nothing, so there is nothing.";
});
place.hidden = false;
