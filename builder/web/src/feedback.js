// What is said after an answer: signs and words at each choice, and a panel with verdict, reasons and ways on.

import { button, drawn, heading, make, plain, sign } from "./pieces.js";
import { partElement } from "./responses.js";
import { unclear } from "./units.js";
import { number } from "./words.js";

/** @typedef {import("./grade.js").Question} Question */
/** @typedef {import("./grade.js").Result} Result */
/** @typedef {import("./pieces.js").Say} Say */

const CHOICES = new Set(["single", "multiple", "hotspot", "true_false", "poll"]);

/** Take away all marks and said things. @param {HTMLElement} el */
export function clearFeedback(el) {
  for (const made of el.querySelectorAll(".q-mark, .q-said, .q-panel")) made.remove();
  for (const marked of [el, ...el.querySelectorAll(".is-right, .is-wrong, .is-missed, .is-partial, .is-unanswered, .is-ungraded")]) {
    marked.classList.remove("is-right", "is-wrong", "is-missed", "is-partial", "is-unanswered", "is-ungraded");
  }
}

/**
 * Mark the form and add the panel. @param {HTMLElement} el @param {Question} question @param {any} response
 * @param {Result} result @param {Say} say
 * @param {{ key?: boolean, final?: boolean, verdict?: string, buttons?: HTMLElement[] }} [ways] `key` shows the right
 *   answers, too; `final` means there is no other try
 * @returns {HTMLElement} the panel's heading, for focus
 */
export function showFeedback(el, question, response, result, say, { key = true, final = false, verdict = "", buttons = [] } = {}) {
  clearFeedback(el);
  el.classList.add(`is-${result.state}`);
  const said = CHOICES.has(question.type) ? markChoices(el, question, response, key, say) : markParts(el, question, response, result, say, { key, final });
  const name = result.state === "right" || result.state === "wrong" || result.state === "partial" ? result.state : "note";
  const title = heading(el, "q-verdict", [sign(name), make("span", "", [verdict || verdictOf(question, result, final, say)])]);
  const panel = make("div", "q-panel", [title]);
  if (result.of > 0 && result.of !== 1 && !verdict && question.type !== "case") panel.append(make("p", "q-points", [say("points_got", { got: result.points, of: result.of })]));
  if (result.certainty) panel.append(make("p", "q-points", [say("certainty_got", { got: result.certainty.points })]));
  panel.append(...said);
  if (key) panel.append(...explanation(question, say));
  if (key) panel.append(...sources([...el.querySelectorAll(".q-said"), ...panel.querySelectorAll(".q-explain")], say));
  if (key && question.aim) panel.append(labelled("q-aim", say("aim"), [question.aim]));
  const see = question.see ? [make("a", "q-see", [say("see_again")], { href: question.see })] : [];
  if (buttons.length + see.length) panel.append(make("div", "q-ways", [...buttons, ...see]));
  el.append(panel);
  return title;
}

/** The parts of a case have verdicts of their own, so the case tells its points. */
function verdictOf(/** @type {Question} */ question, /** @type {Result} */ result, /** @type {boolean} */ final, /** @type {Say} */ say) {
  if (question.type === "reflection") return say("model_answer");
  if (question.type === "case" && result.of > 0) return say("case_points", { got: result.points, of: result.of });
  return say(final && result.state === "wrong" ? "wrong_final" : result.state);
}

function explanation(/** @type {Question} */ question, /** @type {Say} */ say) {
  const found = [];
  if (question.type === "reflection" && question.model_answer) found.push(drawn("div", "q-explain", question.model_answer));
  if (question.explain) {
    found.push(make("p", "q-kicker", [say("explanation")]), drawn("div", "q-explain", question.explain));
  }
  return found;
}

/** Each source that what was said refers to, once and by name: a raised number says little to who listens. */
function sources(/** @type {Element[]} */ told, /** @type {Say} */ say) {
  const links = new Map(told.flatMap((one) => /** @type {HTMLAnchorElement[]} */ ([...one.querySelectorAll(".cites a[title]")]).map((link) => [link.title, link])));
  if (!links.size) return [];
  const named = [...links].map(([title, link]) => make("a", "", [title], { href: link.getAttribute("href") ?? "" }));
  return [labelled("q-sources", say("sources"), named.flatMap((link, index) => (index ? ["; ", link] : [link])))];
}

const labelled = (/** @type {string} */ name, /** @type {string} */ label, /** @type {(Node | string)[]} */ children) =>
  make("p", name, [make("span", "q-label", [label]), " ", ...children]);

/** Each choice gets a sign and a word; what is said about it stands right below it. */
function markChoices(/** @type {HTMLElement} */ el, /** @type {Question} */ question, /** @type {any} */ response, /** @type {boolean} */ key, /** @type {Say} */ say) {
  for (const choice of choicesOf(question, response)) {
    const item = el.querySelector(`.q-option[data-option="${CSS.escape(choice.id)}"]`);
    if (!item) continue;
    const blank = response === null || response === undefined;
    const kind = choice.chosen ? (choice.correct ? "right" : "wrong") : choice.correct && key ? "missed" : "";
    if (kind) {
      const word = kind === "missed" && (blank || question.type !== "multiple") ? "key" : kind;
      item.classList.add(blank && kind === "missed" ? "is-right" : `is-${kind}`);
      item.querySelector(".q-choice")?.append(make("span", "q-mark", [sign(kind), make("span", "", [say(`mark_${word}`)])]));
      el.querySelector(`[data-spot="${CSS.escape(choice.id)}"]`)?.classList.add(`is-${kind}`);
    }
    if (choice.feedback && (choice.chosen || (blank && choice.correct && key && !question.explain))) item.append(drawn("div", "q-said", choice.feedback));
  }
  return [];
}

/** The choices of a question in one shape. @returns {{ id: string, correct: boolean, chosen: boolean, feedback?: string }[]} */
function choicesOf(/** @type {Question} */ question, /** @type {any} */ response) {
  if (question.type === "poll") return [{ id: question.answer ?? "", correct: true, chosen: response === question.answer }];
  if (question.type !== "true_false") {
    const chosen = [response ?? []].flat();
    return (question.options ?? question.regions).map((/** @type {any} */ option) => ({ ...option, chosen: chosen.includes(option.id) }));
  }
  const verdicts = [true, false].map((value) => ({
    id: String(value), correct: question.answer === value, chosen: response?.value === value, feedback: question.feedback[String(value)],
  }));
  return [...verdicts, ...question.reason.map((/** @type {any} */ option) => ({ ...option, chosen: response?.reason === option.id }))];
}

/** Rows, pairs, gaps and items are marked one by one; typed answers are told in the panel. */
function markParts(/** @type {HTMLElement} */ el, /** @type {Question} */ question, /** @type {any} */ response, /** @type {Result} */ result, /** @type {Say} */ say, /** @type {{ key: boolean, final: boolean }} */ { key, final }) {
  if (question.type === "case") {
    for (const part of question.parts) {
      showFeedback(partElement(el, part.id), part, response?.[part.id] ?? null, result.parts[part.id], say, { key, final });
    }
    return [];
  }
  const whole = wholeKey(question, say);
  if (whole) {
    // Handed in without having been asked once more, as on a slide or when time was up.
    const odd = unclear(/** @type {any} */ (question), response) && (question.unit ? say("ask_unit", { unit: question.unit }) : say("ask_number"));
    const told = [...(odd ? [odd] : []), ...(key && result.state !== "right" ? [say("key_is", { answer: whole })] : [])];
    return told.map((text) => make("p", "q-key", [text]));
  }
  const judged = Object.values(result.parts);
  for (const part of el.querySelectorAll("[data-part]")) {
    const id = part.getAttribute("data-part") ?? "";
    const right = result.parts[id];
    const wanted = key && right !== true ? partKey(part, question, id, say) : "";
    if (right === undefined && !wanted) continue;
    const kind = right === undefined ? "missed" : right ? "right" : "wrong";
    const word = kind === "missed" ? say("part_missed", { answer: wanted }) : say(`part_${kind}`) + (wanted ? `. ${say("part_missed", { answer: wanted })}` : "");
    part.classList.add(`is-${kind}`);
    part.append(make("span", "q-mark", [sign(kind), make("span", "", [word])]));
  }
  if (judged.length < 2 || judged.every(Boolean)) return [];
  return [make("p", "q-shares", [say("parts_right", { got: judged.filter(Boolean).length, of: judged.length })])];
}

function wholeKey(/** @type {Question} */ question, /** @type {Say} */ say) {
  if (question.type === "short") return (question.accept ?? []).join(` ${say("or")} `);
  if (question.type === "numeric") return [number(Number(question.value)), question.unit].filter(Boolean).join(" ");
  return "";
}

/** The right answer to one row, pair, gap or item, in words. */
function partKey(/** @type {Element} */ part, /** @type {Question} */ question, /** @type {string} */ id, /** @type {Say} */ say) {
  const by = (/** @type {any[]} */ list) => list?.find((one) => one.id === id);
  if (question.type === "match") return textOf(part.querySelector(`option[value="${CSS.escape(by(question.pairs)?.choice ?? "")}"]`));
  if (question.type === "matrix") return textOf(part.querySelector(`[data-option="${CSS.escape(by(question.rows)?.column ?? "")}"] .q-text`));
  if (question.type === "cloze") return (by(question.gaps)?.accept ?? []).join(` ${say("or")} `);
  if (question.type === "order") return `${say("place")} ${question.order.indexOf(id) + 1}`;
  return "";
}

/**
 * What a listener is told after the verdict, which is heard because focus goes to it: what is said about each choice,
 * or how many parts are right. @param {HTMLElement} el
 */
export function spoken(el) {
  return [...el.querySelectorAll(".q-said, .q-shares, .q-key")].map(plain).filter(Boolean).join(" ");
}

const textOf = (/** @type {Element | null} */ element) => (element ? plain(element) : "");

/** Hints, one by one. @param {HTMLElement} el @param {Question} question @param {Say} say @returns {HTMLButtonElement | null} */
export function hintButton(el, question, say) {
  const hints = question.hints ?? [];
  if (!hints.length) return null;
  const list = make("div", "q-hints", [], { "aria-live": "polite" });
  const last = () => shown === hints.length;
  el.querySelector(":scope > .q-body, :scope > .q-parts")?.after(list);
  let shown = 0;
  const label = () => say("next_hint", { n: hints.length - shown });
  const press = button(label(), "q-quiet", () => {
    const kicker = make("p", "q-kicker", [say("hint", { number: ++shown, of: hints.length })]);
    const hint = make("div", "q-hint", [kicker, drawn("div", "", hints[shown - 1])], { tabindex: "-1" });
    // The last hint takes the focus that the button loses, and must not be read twice.
    if (last()) list.setAttribute("aria-live", "off");
    list.append(hint);
    press.textContent = label();
    press.hidden = last();
    if (last()) hint.focus();
  });
  return press;
}
