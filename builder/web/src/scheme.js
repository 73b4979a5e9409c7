// Light or dark: the system decides until the reader does; the choice is kept where the browser allows it.

const KEY = "lactern-scheme";

/** Brings back what the reader chose last time. */
export function restoreScheme() {
  const kept = remembered();
  if (kept) document.documentElement.dataset.scheme = kept;
}

/** Changes to the other scheme and remembers it. */
export function toggleScheme() {
  const root = document.documentElement;
  const dark = root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.scheme = dark ? "light" : "dark";
  try {
    localStorage.setItem(KEY, root.dataset.scheme);
  } catch {
    // A page opened from disk or in private may not keep anything: the choice then lasts as long as the page.
  }
}

function remembered() {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "";
  } catch {
    return "";
  }
}
