// Fills in the certificate and hands out the results. The learner's name goes onto the paper and into the file; it stays
// in this browser only if they ask for it.

import { keepOnOneSheet } from "./certificatefit.js";
import { download } from "./handover.js";
import { make } from "./pieces.js";
import { day, newSerial, results, resultsFile, resultsTable } from "./results.js";
import { issuedFor, standing } from "./standing.js";
import { dayInWords } from "./words.js";

/** @param {import("./notebook.js").Notebook} notebook @param {import("./pieces.js").Say} say @returns {() => void} shows how things stand now */
export function wireCertificate(notebook, say) {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-certify]"));
  const form = place?.querySelector("form");
  if (!place || !form) return () => {};
  keepOnOneSheet(/** @type {HTMLElement} */ (place.querySelector(".certificate")));
  const { course } = notebook;
  const objectives = [...place.querySelectorAll("[data-objective]")].map((el) => ({ id: el.getAttribute("data-objective") ?? "", text: el.textContent ?? "" }));
  const field = (/** @type {string} */ called) => /** @type {HTMLInputElement} */ (form.elements.namedItem(called));
  const [name, licence, keep] = [field("name"), field("licence"), field("keep")];
  const error = /** @type {HTMLElement} */ (form.querySelector("[data-name-error]"));
  const learner = () => ({ name: name.value.trim(), licence: licence.value.trim() });
  const fill = (/** @type {string} */ where, /** @type {string} */ text) => {
    const spot = place.querySelector(`[data-${where}]`);
    if (spot) spot.textContent = text;
    const row = /** @type {HTMLElement | null} */ (place.querySelector(`[data-${where}-row]`));
    if (row) row.hidden = !text;
  };
  const showLearner = () => {
    fill("name", learner().name || say("certificate.name-placeholder"));
    fill("licence", learner().licence);
  };
  const complain = (/** @type {boolean} */ missing) => {
    error.hidden = !missing;
    name.setAttribute("aria-invalid", String(missing));
  };

  const kept = remembered(notebook);
  if (kept) {
    [name.value, licence.value, keep.checked] = [kept.name, kept.licence, true];
    showLearner();
  }
  form.addEventListener("input", () => {
    if (name.value.trim()) complain(false);
    showLearner();
    remember(notebook, keep.checked ? learner() : null);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    complain(!learner().name);
    if (!learner().name) return name.focus();
    const way = /** @type {HTMLElement | null} */ (event.submitter)?.dataset.hand ?? "print";
    // Enter presses the first button, shown or not.
    if (way === "print") return standing(course, notebook.progress).complete ? printed() : undefined;
    const content = results({ ...course, objectives }, notebook.progress, learner(), proof().serial, Date.now());
    const file = `${course.course}-results-${content.serial}`;
    if (way === "json") download(resultsFile(content), `${file}.json`, "application/json");
    else download(resultsTable(content), `${file}.csv`, "text/csv");
  });

  /** The number of this completion. It is given out once, whatever is asked for first. */
  function proof() {
    if (!notebook.progress.proof) {
      notebook.note((progress, now) => {
        progress.proof = { serial: newSerial(), at: now, issued: 0 };
      });
      notebook.write();
    }
    return /** @type {import("./progress.js").Proof} */ (notebook.progress.proof);
  }

  function printed() {
    const { at } = standing(course, notebook.progress);
    if (!issuedFor(proof(), at)) {
      notebook.note((progress, now) => {
        if (progress.proof) Object.assign(progress.proof, { issued: now, of: at });
      });
      notebook.write();
    }
    show();
    const title = document.title;
    document.title = `${course.title}: ${say("certificate.heading")}`;
    print();
    document.title = title;
  }

  const date = (/** @type {string} */ where, /** @type {number} */ at) => {
    const long = dayInWords(new Date(at));
    place?.querySelector(`[data-${where}]`)?.replaceChildren(long, " ", make("bdi", "nowrap", [`(${day(at)})`]));
  };

  function show() {
    const state = standing(course, notebook.progress);
    const certificate = /** @type {HTMLElement | null} */ (place?.querySelector(".certificate"));
    if (!place || !certificate) return;
    place.hidden = !state.complete && !state.test.tries;
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-complete]"))) part.hidden = !state.complete;
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (place.querySelectorAll("[data-hand=print]"))) button.disabled = !state.complete;
    if (!state.complete) return;
    const { serial } = proof();
    const issued = issuedFor(proof(), state.at);
    date("date", state.at);
    fill("serial", serial);
    date("issued", issued || Date.now());
    // What is printed on a later day is told from the first print.
    fill("copy", issued && day(issued) !== day(Date.now()) ? say("certificate.copy", { date: day(issued) }) : "");
    const scored = state.test.asked && state.test.best !== null;
    fill("score", scored ? say("certificate.score", { percent: state.test.best ?? 0, pass: Number(place.dataset.pass ?? 0) }) : "");
  }
  return show;
}

/** @param {import("./notebook.js").Notebook} notebook @returns {{ name: string, licence: string } | null} */
function remembered(notebook) {
  try {
    const found = JSON.parse(notebook.store?.getItem(`${notebook.key}:name`) ?? "null");
    return typeof found?.name === "string" && typeof found.licence === "string" ? found : null;
  } catch {
    return null;
  }
}

/** @param {import("./notebook.js").Notebook} notebook @param {{ name: string, licence: string } | null} learner */
function remember(notebook, learner) {
  try {
    if (learner) notebook.store?.setItem(`${notebook.key}:name`, JSON.stringify(learner));
    else notebook.store?.removeItem(`${notebook.key}:name`);
  } catch {
    // Then it is typed again.
  }
}
