// Fills in the certificate. The learner's name goes onto the paper and nowhere else.

import { standing } from "./standing.js";

/** @param {import("./progress.js").Course} course @param {() => import("./progress.js").Progress} progress @param {import("./pieces.js").Say} say @returns {() => void} shows how things stand now */
export function wireCertificate(course, progress, say) {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-certify]"));
  const form = place?.querySelector("form");
  if (!place || !form) return () => {};
  const name = /** @type {HTMLInputElement} */ (form.elements.namedItem("name"));
  const licence = /** @type {HTMLInputElement} */ (form.elements.namedItem("licence"));
  const error = /** @type {HTMLElement} */ (form.querySelector("[data-name-error]"));
  const fill = (/** @type {string} */ where, /** @type {string} */ text) => {
    const field = place.querySelector(`[data-${where}]`);
    if (field) field.textContent = text;
    const row = /** @type {HTMLElement | null} */ (place.querySelector(`[data-${where}-row]`));
    if (row) row.hidden = !text;
  };
  const complain = (/** @type {boolean} */ missing) => {
    error.hidden = !missing;
    name.setAttribute("aria-invalid", String(missing));
  };
  form.addEventListener("input", () => {
    if (name.value.trim()) complain(false);
    fill("name", name.value.trim() || say("certificate.name-placeholder"));
    fill("licence", licence.value.trim());
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    complain(!name.value.trim());
    if (!name.value.trim()) return name.focus();
    const title = document.title;
    document.title = `${course.title}: ${say("certificate.heading")}`;
    print();
    document.title = title;
  });

  return () => {
    const state = standing(course, progress());
    place.hidden = !state.complete;
    if (!state.complete) return;
    const date = place.querySelector("[data-date]");
    const when = new Date(state.at || Date.now());
    const iso = `${when.getFullYear()}-${String(when.getMonth() + 1).padStart(2, "0")}-${String(when.getDate()).padStart(2, "0")}`;
    if (date) date.textContent = `${when.toLocaleDateString(document.documentElement.lang, { dateStyle: "long" })} (${iso})`;
    const scored = state.test.asked && state.test.best !== null;
    fill("score", scored ? say("certificate.score", { percent: state.test.best ?? 0, pass: Number(place.dataset.pass ?? 0) }) : "");
  };
}
