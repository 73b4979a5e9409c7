// Bringing the learner to a question, with focus where answering begins.

import { fields } from "./responses.js";

/** Where to begin answering: the chosen radio button or the first field. @param {HTMLElement} el */
export function firstField(el) {
  const all = fields(el).filter((field) => !field.disabled);
  return all.find((field) => field.checked) ?? all[0];
}

/** @param {HTMLElement} el */
export function goTo(el) {
  el.scrollIntoView?.({ block: "start", behavior: "instant" });
  (firstField(el) ?? el).focus({ preventScroll: true });
}
