// One sitting of a quiz: which of its questions are asked, in which order, since when, and with how much time. It is kept
// with the answers, so that closing the lid neither draws other questions nor stops the clock.

import { drawn, seedOf, shuffled } from "./shuffle.js";

/**
 * @typedef {{ form?: number, begun?: number, extra?: number, late?: boolean, took?: number }} Sitting  plain JSON
 *   `form` is the attempt whose draw and order are asked (1 where nothing is said); `begun` when the clock was started, in
 *   milliseconds; `extra` the factor on the time limit, 0 for no limit; `late` that the learner went on after the time;
 *   `took` the seconds from the start to handing in
 * @typedef {{ seed: string, bank?: string[], ask?: { name: string, picks: [string, number][] }, pools?: Record<string, string>,
 *   shuffle: { questions: boolean }, questions: { id: string }[] }} Rules
 */

export const EXTRA_TIMES = [1, 1.25, 1.5, 2, 0];

/** The ids of the questions that a form asks, in order. @param {Rules} quiz @param {number} form @returns {string[]} */
export function formOf(quiz, form) {
  if (!quiz.bank) return quiz.questions.map(({ id }) => id);
  const seed = seedOf(quiz.seed, form);
  const ids = quiz.ask ? drawn(quiz.bank, quiz.pools ?? {}, quiz.ask, seed) : quiz.bank;
  return quiz.shuffle.questions ? shuffled(ids, `${seed}/questions`) : [...ids];
}

/** Put a form's questions onto the page, numbered, and the others out of sight. @param {import("./answersheet.js").AnswerSheet} sheet */
export function layForm(sheet) {
  const { quiz, form } = sheet;
  const ids = formOf(/** @type {Rules} */ (quiz), sheet.sitting.form ?? 1);
  sheet.asked = ids.map((id) => quiz.questions.find((/** @type {{ id: string }} */ one) => one.id === id)).filter(Boolean);
  if (!quiz.bank) return;
  const spare = form.querySelector(".quiz-spare");
  const there = [...form.children].filter((child) => child.matches(".q"));
  // What stands as it should is left alone: moving a question takes focus from it.
  if (there.length === ids.length && there.every((el, index) => el.getAttribute("data-question") === ids[index])) return;
  const mark = document.createComment("");
  if (there.length) there[0].before(mark);
  else form.prepend(mark);
  const shown = sheet.asked.map((question) => sheet.element(question));
  if (spare) for (const question of quiz.questions) if (!ids.includes(question.id)) spare.append(sheet.element(question));
  mark.replaceWith(...shown);
  shown.forEach((el, index) => number(el, index + 1, sheet.say));
}

/** A question's number, and those of a case's parts. */
function number(/** @type {HTMLElement} */ el, /** @type {number} */ place, /** @type {import("./pieces.js").Say} */ say) {
  [el, ...el.querySelectorAll(".q-parts > .q")].forEach((one, part) => {
    const label = one.querySelector(".q-number");
    if (label) label.textContent = say("number", { number: part ? `${place}.${part}` : place });
  });
}

/** The seconds that a sitting has; Infinity where it has no limit. @param {number} limit @param {Sitting} sitting */
export function allowed(limit, { extra = 1, late = false }) {
  return !limit || !extra || late ? Infinity : limit * extra;
}

/** The seconds that are left; all of them before it was started. @param {number} limit @param {Sitting} sitting @param {number} now milliseconds */
export function secondsLeft(limit, sitting, now) {
  const all = allowed(limit, sitting);
  return sitting.begun === undefined ? all : Math.max(0, all - Math.max(0, now - sitting.begun) / 1000);
}
