// Brings every `[data-quiz]` of a page to life. Without it each is still a form that can be read, filled in and printed.

import { AnswerSheet } from "./answersheet.js";
import { examine } from "./exam.js";
import { enhanceHotspot } from "./hotspot.js";
import { enhanceMatching } from "./matching.js";
import { ask, keepKeys } from "./onslide.js";
import { enhanceOrdering } from "./ordering.js";
import { takeHands } from "./poll.js";
import { practise } from "./practice.js";
import { partElement } from "./responses.js";
import { survey } from "./survey.js";

/** @typedef {import("./answersheet.js").Saved} Saved */
/** @typedef {import("./grade.js").Question} Question */

/** @type {WeakMap<Element, AnswerSheet>} */
const sheets = new WeakMap();

/**
 * Mount every quiz below `root` that is not mounted yet.
 *
 * `words` is the part “quiz” of the interface words, or an object that has it under `quiz`; `saved` holds states by quiz
 * id, as `onChange` gave them, and `before` those that pre-tests are found in. `onChange` hears of each change with the state of that container: where a quiz stands on
 * a page in several pieces, each has only its own questions, so merge `state.questions`.
 * @param {ParentNode} root
 * @param {{ words: any, saved?: Record<string, Saved>, before?: Record<string, Saved>, onChange?: (quiz: string, state: Saved, detail: any) => void }} options
 */
export function mountQuizzes(root, { words, saved = {}, before = saved, onChange }) {
  const found = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-quiz]"));
  for (const container of found) {
    if (sheets.has(container) || !container.querySelector(".quiz-data")) continue;
    const sheet = new AnswerSheet(container, words.quiz ?? words);
    sheets.set(container, sheet);
    prepare(sheet);
    takeBefore(sheet, before);
    begin(sheet);
    if (saved[sheet.quiz.id]) sheet.restore(saved[sheet.quiz.id]);
    if (onChange) {
      const hear = (/** @type {Event} */ event) => onChange(sheet.quiz.id, sheet.state(), /** @type {CustomEvent} */ (event).detail);
      container.addEventListener("lactern:answer", hear);
      container.addEventListener("lactern:score", hear);
    }
  }
  return [...found].map((container) => sheets.get(container)).filter((sheet) => sheet !== undefined);
}

/** Put saved answers back into a mounted quiz; without any, begin anew. @param {Element} container @param {Saved | null} saved */
export function restoreQuiz(container, saved) {
  sheets.get(container)?.restore(saved);
}

/** Tell a mounted quiz what was answered in its pre-test. @param {Element} container @param {Record<string, Saved>} before states by quiz id */
export function tellBefore(container, before) {
  const sheet = sheets.get(container);
  if (sheet && takeBefore(sheet, before) && sheet.submitted) sheet.refresh();
}

/** Whether there was something new. */
function takeBefore(/** @type {AnswerSheet} */ sheet, /** @type {Record<string, Saved>} */ before) {
  const taken = before[sheet.quiz.pretest];
  if (!taken?.submitted || sheet.before) return false;
  sheet.before = structuredClone(taken.questions);
  return true;
}

/** What a mounted quiz would have kept. @param {Element} container @returns {Saved | undefined} */
export function quizState(container) {
  return sheets.get(container)?.state();
}

/** What all modes share: order buttons, pictures, listening. */
function prepare(/** @type {AnswerSheet} */ sheet) {
  const { container, form } = sheet;
  container.classList.add("is-live");
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const question of sheet.quiz.questions) {
    const changed = () => {
      sheet.read(question, false);
      sheet.tell(question, "change");
    };
    for (const [part, el] of elements(question, sheet.element(question))) {
      if (part.type === "order") enhanceOrdering(el, sheet.say, (spoken) => sheet.announce(spoken), changed);
      if (part.type === "match") enhanceMatching(el);
      if (part.type === "hotspot") enhanceHotspot(el);
    }
    sheet.element(question).addEventListener("input", changed);
  }
  form.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key !== "Enter" || event.isComposing || !target.matches("input:not(.q-count)")) return;
    event.preventDefault();
    const question = sheet.questionOf(target);
    if (question) sheet.enter(question);
  });
  keepKeys(container);
}

function begin(/** @type {AnswerSheet} */ sheet) {
  const { mode, feedback } = sheet.quiz;
  const hands = sheet.questions.filter(({ type }) => mode === "poll" || (mode === "deck" && type === "poll"));
  for (const question of hands) takeHands(sheet, question);
  if (mode === "poll") return;
  if (mode === "deck") ask(sheet);
  else if (mode === "survey") survey(sheet);
  else if (mode === "exam" || feedback === "end" || (feedback === "never" && sheet.quiz.whole)) examine(sheet);
  else practise(sheet);
}

/** @returns {[Question, HTMLElement][]} */
function elements(/** @type {Question} */ question, /** @type {HTMLElement} */ el) {
  if (question.type !== "case") return [[question, el]];
  return question.parts.map((/** @type {Question} */ part) => [part, partElement(el, part.id)]);
}
