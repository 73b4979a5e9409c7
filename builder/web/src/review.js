// Looking over all answers before handing in, and what is still open when somebody hands in.

import { goTo } from "./goto.js";
import { button, heading, make, sign } from "./pieces.js";
import { partElement } from "./responses.js";

/** @typedef {import("./answersheet.js").AnswerSheet} AnswerSheet */
/** @typedef {import("./grade.js").Question} Question */

/** What a learner has answered, in words, as the form shows it. @param {HTMLElement} el @param {Question} question @returns {string} */
export function inWords(el, question) {
  const text = (/** @type {Element | null | undefined} */ one) => one?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const chosen = (/** @type {ParentNode} */ place) =>
    [.../** @type {NodeListOf<HTMLInputElement>} */ (place.querySelectorAll("input:checked"))]
      .filter((input) => !input.closest(".q-certainty"))
      .map((input) => input.closest("label"))
      // A letter is only where it stands; a step of a scale is the answer itself.
      .map((label) => text(label?.querySelector(".q-step") ? label : label?.querySelector(".q-text") ?? label));
  switch (question.type) {
    case "case":
      return question.parts.map((/** @type {Question} */ part) => inWords(partElement(el, part.id), part)).filter(Boolean).join("; ");
    case "short":
    case "numeric":
    case "reflection":
      return /** @type {HTMLInputElement | null} */ (el.querySelector("input, textarea"))?.value.trim() ?? "";
    case "order":
      return el.hasAttribute("data-touched") ? [...el.querySelectorAll(".q-sequence > [data-part] .q-text")].map(text).join(" → ") : "";
    case "match":
    case "cloze":
    case "matrix": {
      const rows = [...el.querySelectorAll("[data-part]")].map((part) => {
        const field = /** @type {HTMLInputElement | HTMLSelectElement | null} */ (part.querySelector("select, input:not([type=radio])"));
        const given = field instanceof HTMLSelectElement ? (field.value ? text(field.selectedOptions[0]) : "") : field ? field.value.trim() : chosen(part)[0];
        const name = text(part.querySelector(":scope > .q-text"));
        return given && (name ? `${name}: ${given}` : given);
      });
      return rows.filter(Boolean).join("; ");
    }
    default:
      return chosen(el).join("; ");
  }
}

/** The panel that lists every question with what was answered. @param {AnswerSheet} sheet @param {() => void} close @param {() => void} handIn */
export function reviewPanel(sheet, close, handIn) {
  const { say, form } = sheet;
  const rows = sheet.questions.map((question, index) => {
    const el = sheet.element(question);
    const done = sheet.isAnswered(question);
    const { flagged } = sheet.answer(question);
    const asks = el.querySelector(".q-asks")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
    const given = inWords(el, question);
    return make("li", "quiz-given", [
      jump(sheet, question, `${say("number", { number: index + 1 })}: ${short(asks, 90)}`, close),
      make("p", done ? "quiz-line" : "quiz-line is-open", [
        ...(given ? [make("span", "said-first", [`${say("given")}: `]), short(given, 200)] : []),
        ...(done ? [] : [given ? " · " : "", sign("note"), " ", say("map_open")]),
        ...(flagged ? [" · ", sign("flag"), " ", say("map_flagged")] : []),
      ]),
    ]);
  });
  const title = heading(form, "q-verdict", [say("review_title")]);
  const ways = make("div", "q-ways", [button(say("hand_in"), "q-main", handIn), button(say("review_close"), "q-quiet", close)]);
  return make("div", "q-panel quiz-looking", [title, make("p", "quiz-line", [say("review_lead")]), make("ol", "quiz-givens", rows), ways]);
}

/**
 * What is still open or flagged, with a way to each. @param {AnswerSheet} sheet @param {Question[]} open @param {Question[]} flagged
 * @param {() => void} goOn @param {() => void} handIn @param {{ how: string, anyway: string }} [words]
 */
export function openPanel(sheet, open, flagged, goOn, handIn, { how, anyway } = { how: "missing_how", anyway: "hand_in_anyway" }) {
  const { say, form } = sheet;
  const words = open.length ? say("missing", { n: open.length }) : say("still_flagged", { n: flagged.length });
  const title = heading(form, "q-verdict", [sign(open.length ? "note" : "flag"), make("span", "", [words])]);
  const list = (/** @type {string} */ name, /** @type {Question[]} */ some) => {
    if (!some.length) return [];
    const links = some.map((question) => {
      const link = jump(sheet, question, say("number", { number: sheet.questions.indexOf(question) + 1 }), () => {});
      // An answer is there, and cannot be taken as it is.
      const lacks = sheet.answer(question).response === null ? null : sheet.lacks(question);
      return make("li", "", name === "open_list" && lacks ? [link, ": ", lacks.said] : [link]);
    });
    const both = open.length && flagged.length;
    return [...(both ? [make("p", "q-kicker", [say(name)])] : []), make("ul", "quiz-missing", links)];
  };
  const ways = make("div", "q-ways", [button(say("go_on"), "q-main", goOn), button(say(anyway), "q-quiet", handIn)]);
  return make("div", "q-panel", [
    title, make("p", "", [say(open.length ? how : "flagged_how")]), ...list("open_list", open), ...list("flagged_list", flagged), ways,
  ]);
}

/** A link that brings focus to a question. @param {AnswerSheet} sheet @param {Question} question @param {string} words @param {() => void} first */
export function jump(sheet, question, words, first) {
  const link = make("a", "", [words], { href: `#${sheet.element(question).id}` });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    first();
    goTo(sheet.element(question));
  });
  return link;
}

/** Cut after a whole word. */
function short(/** @type {string} */ text, /** @type {number} */ most) {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).replace(/[\s,.;:]+$/, "")} …`;
}
