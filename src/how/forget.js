// Forgets whatever this site's pages keep in this browser. Without this file the page is complete but for the button.
const place = document.getElementById("forget");
const [button, said] = place.children;
const kept = () => Object.keys(localStorage).filter((key) => key.startsWith("normie-descent"));
button.addEventListener("click", () => {
  let words = "there was nothing to forget.";
  try {
    const keys = kept();
    keys.forEach((key) => localStorage.removeItem(key));
    if (keys.length > 0) words = "forgotten. nothing of yours is kept here now.";
  } catch {
    words = "this browser lets me keep nothing, so there is nothing.";
  }
  said.textContent = words;
});
place.hidden = false;
