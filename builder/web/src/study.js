// What to read next: the slides that missed questions point to, and the sections that serve a missed objective.

import { make } from "./pieces.js";

/** @typedef {[string, string]} Place  words and address */
/** @typedef {{ questions: Record<string, Place>, objectives: Record<string, Place[]> }} Study  from builder/render/quizform.py */

/**
 * Where to read for an objective. What is never told is not hinted at: then only its sections are named.
 * @param {Study | undefined} study @param {string} objective @param {string[]} missed questions of it @param {boolean} hidden
 * @returns {{ word: "study_slides" | "study_next", places: Place[] }}
 */
export function readAgain(study, objective, missed, hidden) {
  const slides = hidden ? [] : once(missed.map((id) => study?.questions[id]));
  if (slides.length) return { word: "study_slides", places: slides };
  return { word: "study_next", places: missed.length ? once(study?.objectives[objective] ?? []) : [] };
}

/** Each place once. */
function once(/** @type {(Place | undefined)[]} */ places) {
  const found = new Map(places.filter((place) => place !== undefined).map((place) => [place[1], place]));
  return [...found.values()];
}

/** The places as links in a sentence. @param {string} label @param {Place[]} places @returns {HTMLElement[]} */
export function readLinks(label, places) {
  if (!places.length) return [];
  const links = places.map(([words, href]) => make("li", "", [make("a", "", [words], { href })]));
  return [make("div", "quiz-study", [make("span", "", [label]), make("ul", "", links)])];
}
