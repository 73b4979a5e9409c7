// The order of options for a further attempt, so that nobody learns “the second one” by heart.

import { partElement } from "./responses.js";
import { seedOf, shuffled } from "./shuffle.js";

/** @typedef {import("./grade.js").Question} Question */
/** @typedef {{ id: string, menu: string[] | boolean }} Gap */

/**
 * The ids of what a question lays out, in the order that a seed gives; the twin of `asked` in builder/render/asked.py. Empty
 * where its order is its own. @param {Question} question @param {string} seed of the attempt @param {boolean} options whether options are shuffled
 * @returns {string[]}
 */
export function laidOut(question, seed, options) {
  const own = `${seed}/${question.id}`;
  if (question.type === "match") return shuffled(question.choices ?? [], `${own}/choices`);
  if (question.type === "order") return muddled(question.order ?? [], shuffled(question.order ?? [], `${own}/items`));
  if (question.type === "cloze") return options ? (question.gaps ?? []).flatMap((/** @type {Gap} */ gap) => menu(gap, own)) : [];
  const list = /** @type {any[]} */ (question.type === "true_false" ? question.reason : question.options);
  if (!options || !list?.length) return [];
  const fixed = list.flatMap((option, index) => (option.fixed ? [index] : []));
  return shuffled(list, own, fixed).map(({ id }) => id);
}

/** The words of a gap's menu; none where it is filled in by hand. */
function menu(/** @type {Gap} */ gap, /** @type {string} */ own) {
  return Array.isArray(gap.menu) ? shuffled(gap.menu, `${own}/${gap.id}`) : [];
}

/** Never the right order to begin with. */
function muddled(/** @type {string[]} */ key, /** @type {string[]} */ order) {
  return order.some((id, index) => id !== key[index]) ? order : [...key.slice(1), ...key.slice(0, 1)];
}

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
  const ids = laidOut(question, seedOf(quiz.seed, attempt), quiz.shuffle.options);
  if (!ids.length) return;
  if (question.type === "cloze") return gapMenus(el, question, seedOf(quiz.seed, attempt));
  if (question.type === "order") {
    const sequence = /** @type {HTMLElement} */ (el.querySelector(".q-sequence"));
    // Where they stand now is the learner's; this is where they begin.
    sequence.dataset.start = ids.join(" ");
    return;
  }
  const list = el.querySelector(question.type === "match" ? ".q-bank" : question.type === "true_false" ? ".q-reason .q-options" : ".q-options");
  const name = question.type === "match" ? "choice" : "option";
  ids.forEach((id, index) => {
    const item = list?.querySelector(`:scope > [data-${name}="${CSS.escape(id)}"]`);
    if (!item) return;
    list?.append(item);
    const letter = item.querySelector(".q-letter");
    if (letter) letter.textContent = letters[index];
    if (question.type === "match") inMenus(el, id, letters[index]);
  });
}

/** The words of each gap's menu in the order of the attempt; what is chosen stays chosen. */
function gapMenus(/** @type {HTMLElement} */ el, /** @type {Question} */ question, /** @type {string} */ seed) {
  for (const gap of /** @type {Gap[]} */ (question.gaps ?? [])) {
    const select = el.querySelector(`.q-gap[data-part="${CSS.escape(gap.id)}"] select`);
    if (!(select instanceof HTMLSelectElement)) continue;
    const chosen = select.value;
    for (const word of menu(gap, `${seed}/${question.id}`)) {
      const option = [...select.options].find((one) => one.value === word);
      if (option) select.append(option);
    }
    select.value = chosen;
  }
}

/** The same order and letter in the menus of the rows. */
function inMenus(/** @type {HTMLElement} */ el, /** @type {string} */ id, /** @type {string} */ letter) {
  for (const select of el.querySelectorAll("select")) {
    const choice = [...select.options].find((option) => option.value === id);
    if (!choice) continue;
    const chosen = select.value;
    select.append(choice);
    choice.text = choice.text.replace(/^\S+ · /, `${letter} · `);
    select.value = chosen;
  }
}
