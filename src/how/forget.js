// Forgets whatever this site's pages keep in this browser. Without this file the page is complete but for the button.
const place = document.getElementById("forget");
const [button, said] = place.children;
const kept = (storage) => Object.keys(storage).filter((key) => key.startsWith("normie-descent"));
button.addEventListener("click", () => {
  let words = "there was nothing to forget.";
  try {
    // The visitor's own answers, and a friend's link that waits in this tab.
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of kept(storage)) {
        storage.removeItem(key);
        words = "forgotten. nothing of yours is kept here now.";
      }
    }
  } catch {
    words = "this browser lets me keep nothing, so there is nothing.";
  }
  said.textContent = words;
});
place.hidden = false;
