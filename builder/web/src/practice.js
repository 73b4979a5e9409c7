// Practice: answer, see, go on. Each question is checked by itself; the key is shown when it is right, when it is asked
// for, or when the tries are used up, so that a second try is worth something.

import { clearFeedback, hintButton, showFeedback, spoken } from "./feedback.js";
import { firstField, goTo } from "./goto.js";
import { button, make } from "./pieces.js";
import { lock } from "./responses.js";
import { resultPanel } from "./result.js";
import { showSeed } from "./exammap.js";
import { layForm } from "./sitting.js";

/** @typedef {import("./answersheet.js").AnswerSheet} AnswerSheet */
/** @typedef {import("./grade.js").Question} Question */

/** @type {Record<string, string>} */
const LABELS = { reflection: "compare", poll: "show_answer" };

/** Whether there is something to show behind a question: ratings have nothing, thoughts and hands may have. */
function hasAnswer(/** @type {Question} */ question) {
  if (question.type === "scale") return false;
  if (question.type === "poll") return Boolean(question.answer || question.explain);
  return question.type !== "reflection" || Boolean(question.model_answer || question.explain);
}

/** @param {AnswerSheet} sheet */
export function practise(sheet) {
  const { quiz, say } = sheet;
  if (!quiz.keys || quiz.feedback === "never") return;
  /** @type {Question[]} */
  const checked = quiz.questions.filter(hasAnswer);
  const end = make("div", "quiz-result quiz-end");
  if (quiz.whole) sheet.form.append(end);
  showSeed(sheet);
  /** @type {Map<string, HTMLElement>} */
  const feet = new Map();

  for (const question of checked) {
    const el = sheet.element(question);
    const hint = hintButton(el, question, say);
    const check = button(say(LABELS[question.type] ?? "check"), "q-main", () => decide(question));
    const foot = make("div", "q-foot", [check, ...(hint ? [hint] : []), make("p", "q-note", [], { role: "status" })]);
    el.append(foot);
    feet.set(question.id, foot);
  }
  sheet.enter = (question) => decide(question);
  sheet.refresh = () => {
    for (const question of checked) {
      clearFeedback(sheet.element(question));
      draw(question);
    }
    conclude();
  };

  function note(/** @type {Question} */ question, /** @type {string} */ text) {
    const place = feet.get(question.id)?.querySelector(".q-note");
    if (place) place.textContent = text;
  }

  function decide(/** @type {Question} */ question) {
    if (!feet.has(question.id) || sheet.answer(question).checked) return;
    const answer = sheet.read(question, true);
    const lacks = sheet.lacks(question);
    if (lacks) {
      note(question, lacks.said);
      lacks.field?.focus();
      return;
    }
    note(question, "");
    answer.tries = (answer.tries ?? 0) + 1;
    answer.checked = true;
    const title = draw(question);
    title?.focus();
    sheet.announce([spoken(sheet.element(question)), quiz.whole && isDone() ? say("all_checked") : ""].filter(Boolean).join(" "));
    sheet.tell(question, "check");
    conclude();
    if (isDone()) sheet.tellScore();
  }

  function isDone() {
    return checked.every((one) => !sheet.questions.includes(one) || sheet.answer(one).checked);
  }

  /** On a page of its own, what all of it comes to once every question is checked. */
  function conclude() {
    end.replaceChildren();
    if (!quiz.whole || !isDone()) return;
    const ways = quiz.retry === "none" || quiz.attempts ? [] : [button(say("retry_all"), "q-quiet", startOver)];
    end.append(resultPanel(sheet, sheet.score(), ways, true));
  }

  /** All of it once more, as a new form. */
  function startOver() {
    sheet.attempt += 1;
    sheet.sitting = { form: sheet.attempt };
    layForm(sheet);
    for (const question of quiz.questions) {
      Object.assign(sheet.answer(question), { checked: false, shown: false, tries: 0, result: null, laid: sheet.attempt });
      sheet.arrange(question);
      sheet.write(question, null);
    }
    sheet.refresh();
    showSeed(sheet);
    for (const question of quiz.questions) sheet.tell(question, "change");
    goTo(sheet.element(sheet.questions[0]));
  }

  /** Show a question as its answer has it. */
  function draw(/** @type {Question} */ question) {
    const el = sheet.element(question);
    const answer = sheet.answer(question);
    const done = Boolean(answer.checked && answer.result);
    const foot = feet.get(question.id);
    if (foot) foot.hidden = done;
    lock(el, done && question.type !== "reflection");
    if (!done || !answer.result) return null;
    const left = answer.result.of > 0 && quiz.retry !== "none" && (!quiz.attempts || (answer.tries ?? 1) < quiz.attempts);
    const right = answer.result.state === "right";
    const settled = right || !left || Boolean(answer.shown) || answer.result.of === 0;
    const ways = [];
    if (left && (!right || quiz.retry === "all")) ways.push(button(say("again"), "q-main", () => again(question)));
    if (!settled) ways.push(button(say("show_answer"), "q-quiet", () => show(question)));
    const next = sheet.questions[sheet.questions.indexOf(question) + 1];
    if (settled && next) ways.push(button(say("next_question"), ways.length ? "q-quiet" : "q-main", () => goTo(sheet.element(next))));
    const verdict = question.type === "poll" ? say("answer_shown") : "";
    const title = showFeedback(el, question, answer.response, answer.result, say, { key: settled, final: !left, buttons: ways, verdict });
    if (!right && !left && quiz.attempts && answer.result.of > 0) title.after(make("p", "q-points", [say("last_try")]));
    return title;
  }

  function show(/** @type {Question} */ question) {
    sheet.answer(question).shown = true;
    draw(question)?.focus();
    sheet.tell(question, "change");
  }

  function again(/** @type {Question} */ question) {
    const el = sheet.element(question);
    const answer = sheet.answer(question);
    clearFeedback(el);
    sheet.write(question, null);
    Object.assign(answer, { checked: false, result: null });
    draw(question);
    conclude();
    firstField(el)?.focus();
    sheet.tell(question, "change");
  }
}
