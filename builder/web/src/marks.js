// Shows progress wherever a page speaks of it: the bar, the ticks in the contents, the steps to the certificate, the start button.

import { make } from "./pieces.js";
import { goOnAt, mark, standing } from "./standing.js";

/** @typedef {import("./progress.js").Course} Course */
/** @typedef {import("./progress.js").Progress} Progress */
/** @typedef {import("./pieces.js").Say} Say */

/** Draw everything anew. @param {Course} course @param {Progress} progress @param {Say} say */
export function showProgress(course, progress, say) {
  const state = standing(course, progress);
  const read = say("progress.read", { n: state.read, of: state.of });
  for (const place of document.querySelectorAll("[data-progress]")) {
    place.textContent = read;
    /** @type {HTMLElement} */ (place).hidden = false;
  }
  for (const track of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-track]"))) {
    track.hidden = false;
    track.style.setProperty("--share", String(state.share));
  }
  for (const page of course.pages) {
    const word = mark(course, progress, page);
    for (const stop of document.querySelectorAll(`[data-stop="${CSS.escape(page.id)}"]`)) {
      stop.classList.toggle("is-done", Boolean(word) && word !== "test-not-passed");
      const said = stop.querySelector("[data-said]");
      if (said) said.textContent = word ? ` (${say(`progress.${word}`)})` : "";
    }
  }
  for (const list of document.querySelectorAll("[data-steps]")) list.replaceChildren(...steps(course, progress, state, say));
  showStart(course, progress, state, say);
}

/** @param {Course} course @param {Progress} progress @param {ReturnType<typeof standing>} state @param {Say} say */
function steps(course, progress, state, say) {
  const named = (/** @type {string} */ id) => course.pages.find((page) => page.id === `quiz-${id}`);
  const test = named(course.completion.quiz);
  const evaluation = named(course.completion.evaluation);
  /** @type {HTMLElement[]} */
  const made = [];
  const item = (/** @type {boolean} */ done, /** @type {string} */ text, /** @type {string} */ href) => {
    const words = href ? make("a", "", [text], { href }) : make("span", "", [text]);
    made.push(make("li", done ? "is-done" : "", [make("span", "stop", [], { "aria-hidden": "true" }), words, " ", make("span", "step-state", [say(done ? "certificate.step-done" : "certificate.step-open")])]));
  };
  const unread = course.pages.find((page) => page.kind === "section" && progress.pages[page.id] === undefined);
  if (state.viewed.asked) item(state.viewed.done, say("certificate.step-viewed", { n: state.read, of: state.of }), state.viewed.done ? "" : unread?.href ?? "");
  if (test) item(state.test.done, say("certificate.step-quiz", { title: test.title }), test.href);
  if (evaluation) item(state.evaluation.done, say("certificate.step-evaluation", { title: evaluation.title }), evaluation.href);
  return made;
}

/** The button on the course's front page. */
function showStart(/** @type {Course} */ course, /** @type {Progress} */ progress, /** @type {ReturnType<typeof standing>} */ state, /** @type {Say} */ say) {
  const go = document.querySelector("[data-go]");
  if (!go) return;
  const block = /** @type {HTMLElement | null} */ (document.querySelector("[data-progress-block]"));
  if (block) block.hidden = !state.begun;
  const bar = /** @type {HTMLProgressElement | null} */ (document.querySelector("#course-progress"));
  if (bar) bar.value = state.share;
  const word = go.querySelector("[data-go-word]");
  const where = document.querySelector("[data-go-where]");
  for (const offer of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-offer]"))) offer.hidden = state.begun;
  if (!word || !where) return;
  const next = goOnAt(course, progress);
  if (!state.begun || !next) {
    word.textContent = say("go.start");
    where.textContent = "";
    go.setAttribute("href", (course.pages.find((page) => page.kind === "section") ?? course.pages[0]).href);
    return;
  }
  word.textContent = say(state.complete ? "go.certificate" : "go.resume");
  where.textContent = state.complete ? "" : say("go.resume-at", { title: next.page.title });
  go.setAttribute("href", next.page.href + (next.anchor ? `#${next.anchor}` : ""));
}
