// One button between light and dark: the system decides until the reader does. High contrast stays high contrast.

import { apply, choose, current, remembered } from "./settings.js";

/** @type {Record<string, string>} */
const OTHER = { light: "dark", dark: "light", contrast: "contrast-dark", "contrast-dark": "contrast" };

/** Brings back what the reader chose last time. */
export function restoreScheme() {
  apply(remembered());
}

/** Changes to the other scheme and remembers it. */
export function toggleScheme() {
  const shown = current().scheme;
  const systems = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  choose({ scheme: OTHER[shown] ?? OTHER[systems] });
}
