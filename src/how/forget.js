// Forgets whatever this site's pages keep in this browser. Without this file the page is complete but for the button.
const place = document.getElementById("forget");
const [button, said] = place.children;
// The one name the site uses.
const name = "normie-descent";
button.addEventListener("click", () => {
  let words = "there was nothing to forget.";
  try {
    if (localStorage.getItem(name) !== null) words = "forgotten. nothing of yours is kept here now.";
    localStorage.removeItem(name);
  } catch {
    words = "this browser lets me keep nothing, so there is nothing.";
  }
  said.textContent = words;
});
place.hidden = false;
