// Questions on a slide: the room thinks aloud, one press shows the answer, and Reveal keeps its own keys.

import { clearFeedback, showFeedback } from "./feedback.js";
import { grade } from "./grade.js";
import { button, make } from "./pieces.js";

/** @typedef {import("./answersheet.js").AnswerSheet} AnswerSheet */
/** @typedef {import("./grade.js").Question} Question */

/** @param {AnswerSheet} sheet */
export function ask(sheet) {
  for (const question of sheet.questions) {
    if (!sheet.quiz.keys || ["scale", "poll"].includes(question.type) || (question.type === "reflection" && !question.model_answer && !question.explain)) continue;
    const toggle = answerButton(sheet, question, (open, focus) => {
      const el = sheet.element(question);
      if (!open) return clearFeedback(el);
      const { response } = sheet.read(question, true);
      const result = grade(question, response, 0);
      const title = showFeedback(el, question, response, result, sheet.say, { final: true, verdict: response === null || result.of === 0 ? sheet.say("answer_shown") : "" });
      if (focus) title.focus();
      sheet.tell(question, "check");
    });
    sheet.element(question).append(make("div", "q-foot", [toggle.button]));
  }
  sheet.enter = (question) => /** @type {HTMLElement | null} */ (sheet.element(question).querySelector(".q-foot .q-main"))?.click();
}

/**
 * A button that shows and hides an answer, tied to the slide's own steps: the presenter's next press shows it, too, and
 * a press on the button uses that step up.
 * @param {AnswerSheet} sheet @param {Question} question @param {(open: boolean, focus: boolean) => void} turn
 */
export function answerButton(sheet, question, turn) {
  const { say } = sheet;
  const step = sheet.element(question).querySelector(".q-reveal-step");
  let open = false;
  const set = (/** @type {boolean} */ wanted, /** @type {boolean} */ focus) => {
    if (open === wanted) return;
    open = wanted;
    pressed.textContent = say(open ? "hide_answer" : "show_answer");
    turn(open, focus);
  };
  const pressed = button(say("show_answer"), "q-main", () => {
    set(!open, !open);
    step?.classList.toggle("fragment", !open);
  });
  const reveal = sheet.container.closest(".reveal");
  const follow = (/** @type {string} */ name, /** @type {boolean} */ wanted) =>
    reveal?.addEventListener(name, (event) => {
      const told = /** @type {any} */ (event);
      if (step && (told.fragments ?? [told.fragment]).includes(step)) set(wanted, false);
    });
  follow("fragmentshown", true);
  follow("fragmenthidden", false);
  return { button: pressed, set };
}

/**
 * On a slide: keep from the deck the keys that a field or button of a question works with. All others are the presenter's,
 * wherever the focus rests: the arrows of a remote, and `h` for urgent help.
 * @param {HTMLElement} container
 */
export function keepKeys(container) {
  if (!container.closest(".reveal")) return;
  container.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (!target.matches("input, select, textarea, button, a")) return;
    if (works(target, event.key)) event.stopPropagation();
    // Reveal.js hears no key while a field has the focus.
    else if (target.matches("input, select, textarea") && !HELD.includes(event.key)) target.blur();
  });
}

const HELD = ["Tab", "Shift", "Control", "Alt", "AltGraph", "Meta"];
const AWAY = ["PageDown", "PageUp", "Escape", "F5"];
const PRESS = [" ", "Enter"];
const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

/** Whether a field or button does something on a key. @param {Element} target @param {string} key */
function works(target, key) {
  if (target.matches("button, a, [type=checkbox]")) return PRESS.includes(key);
  if (target.matches("[type=radio]")) return PRESS.includes(key) || ARROWS.includes(key);
  return ![...AWAY, "Tab"].includes(key);
}
