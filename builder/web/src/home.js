// The course pages: light or dark, and nothing else that needs a script.

import { restoreScheme, toggleScheme } from "./scheme.js";

restoreScheme();
document.addEventListener("click", (event) => {
  if (/** @type {HTMLElement} */ (event.target).closest('[data-does="scheme"]')) toggleScheme();
});
