// The order of options for a further attempt, so that nobody learns “the second one” by heart.

import { partElement } from "./responses.js";
import { seedOf, shuffled } from "./shuffle.js";

/** @typedef {import("./grade.js").Question} Question */

/**
 * The page comes laid out as on paper, which is attempt 1; a later attempt has an order of its own.
 * @param {HTMLElement} el @param {Question} question @param {{ seed: string, shuffle: { options: boolean } }} quiz
 * @param {number} attempt @param {string} letters
 */
export function arrange(el, question, quiz, attempt, letters) {
  if (question.type === "case") {
    for (const part of question.parts) arrange(partElement(el, part.id), part, quiz, attempt, letters);
    return;
  }
  const options = question.type === "true_false" ? question.reason : question.options;
  if (!quiz.shuffle.options || !options?.length) return;
  const fixed = options.flatMap((/** @type {any} */ option, /** @type {number} */ index) => (option.fixed ? [index] : []));
  const seed = `${seedOf(quiz.seed, attempt)}/${question.id}`;
  const list = el.querySelector(question.type === "true_false" ? ".q-reason .q-options" : ".q-options");
  shuffled(/** @type {any[]} */ (options), seed, fixed).forEach((option, index) => {
    const item = list?.querySelector(`:scope > [data-option="${CSS.escape(option.id)}"]`);
    if (!item) return;
    list?.append(item);
    const letter = item.querySelector(".q-letter");
    if (letter) letter.textContent = letters[index];
  });
}
