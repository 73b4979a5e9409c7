// An exam: answer all, go back and forth, flag, hand in, then see. Also a practice quiz with feedback at the end.

import { showMap } from "./exammap.js";
import { clearFeedback, showFeedback } from "./feedback.js";
import { button, heading, make, sign } from "./pieces.js";
import { lock } from "./responses.js";
import { firstField } from "./practice.js";
import { resultPanel } from "./result.js";

/** @typedef {import("./answersheet.js").AnswerSheet} AnswerSheet */
/** @typedef {import("./grade.js").Question} Question */

/** @param {AnswerSheet} sheet */
export function examine(sheet) {
  const { quiz, say, form } = sheet;
  const map = showMap(sheet);
  const warning = make("div", "quiz-warning");
  const hand = button(say("hand_in"), "q-main", () => handIn(false));
  const foot = make("div", "quiz-foot", [warning, hand]);
  const top = make("div", "quiz-result");
  form.prepend(top);
  form.append(foot);
  for (const question of sheet.questions) addFlag(question);

  sheet.refresh = () => {
    warning.replaceChildren();
    top.replaceChildren();
    for (const question of sheet.questions) {
      const el = sheet.element(question);
      const { kept, flagged } = sheet.answer(question);
      clearFeedback(el);
      lock(el, sheet.submitted || Boolean(kept));
      el.classList.toggle("is-kept", Boolean(kept) && !sheet.submitted);
      const flag = el.querySelector(":scope > .q-flag");
      flag?.setAttribute("aria-pressed", String(Boolean(flagged)));
      if (flag instanceof HTMLElement) flag.hidden = sheet.submitted || Boolean(kept);
    }
    foot.hidden = sheet.submitted;
    map.update();
    if (sheet.submitted) conclude();
  };
  form.addEventListener("lactern:answer", () => map.update());
  sheet.refresh();

  function addFlag(/** @type {Question} */ question) {
    const el = sheet.element(question);
    const flag = button("", "q-flag q-quiet", () => {
      const answer = sheet.read(question, false);
      answer.flagged = !answer.flagged;
      flag.setAttribute("aria-pressed", String(answer.flagged));
      sheet.tell(question, "change");
    });
    flag.append(sign("flag"), make("span", "", [say("flag")]));
    flag.setAttribute("aria-pressed", "false");
    el.append(flag);
  }

  function handIn(/** @type {boolean} */ anyway) {
    const open = sheet.questions.filter((question) => {
      sheet.read(question, true);
      return question.type !== "reflection" && !sheet.isAnswered(question);
    });
    if (open.length && !anyway) return warn(open);
    sheet.submitted = true;
    sheet.refresh();
    for (const question of sheet.questions) sheet.tell(question, "submit");
    sheet.tellScore();
    /** @type {HTMLElement | null} */ (top.querySelector("[tabindex]"))?.focus();
    top.scrollIntoView?.({ block: "start", behavior: "instant" });
  }

  function warn(/** @type {Question[]} */ open) {
    const title = heading(form, "q-verdict", [sign("note"), make("span", "", [say("missing", { n: open.length })])]);
    const list = make("ul", "quiz-missing", open.map((question) => {
      const number = sheet.questions.indexOf(question) + 1;
      const link = make("a", "", [say("number", { number })], { href: `#${sheet.element(question).id}` });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        goTo(sheet.element(question));
      });
      return make("li", "", [link]);
    }));
    const ways = make("div", "q-ways", [
      button(say("go_on"), "q-main", () => {
        warning.replaceChildren();
        goTo(sheet.element(open[0]));
      }),
      button(say("hand_in_anyway"), "q-quiet", () => handIn(true)),
    ]);
    warning.replaceChildren(make("div", "q-panel", [title, make("p", "", [say("missing_how")]), list, ways]));
    title.focus();
  }

  /** The result on top, and what each answer was worth, as the feedback rule allows. */
  function conclude() {
    const score = quiz.keys ? sheet.score() : null;
    const more = quiz.keys && quiz.retry !== "none" && (!quiz.attempts || sheet.attempt < quiz.attempts);
    const ways = [];
    if (score && more && quiz.retry === "missed" && score.points < score.of) ways.push(button(say("retry_missed"), "q-main", () => again(true)));
    else if (score && more) ways.push(button(say("retry_all"), "q-quiet", () => again(false)));
    top.append(resultPanel(sheet, score, ways, more));
    if (!score || quiz.feedback === "never") return;
    for (const question of sheet.questions) {
      const answer = sheet.answer(question);
      answer.result = score.results[question.id];
      if (answer.result.of > 0 || question.model_answer || question.explain) {
        showFeedback(sheet.element(question), question, answer.response, answer.result, say, { final: true });
      }
    }
  }

  function again(/** @type {boolean} */ keepRight) {
    const results = sheet.score().results;
    sheet.attempt += 1;
    sheet.submitted = false;
    for (const question of sheet.questions) {
      const answer = sheet.answer(question);
      const kept = keepRight && ["right", "ungraded"].includes(results[question.id].state);
      Object.assign(answer, { kept, flagged: false, result: null });
      if (kept) continue;
      sheet.arrange(question);
      sheet.write(question, null);
    }
    sheet.refresh();
    const open = sheet.questions.find((question) => !sheet.answer(question).kept);
    for (const question of sheet.questions) sheet.tell(question, "change");
    if (open) goTo(sheet.element(open));
  }
}

/** @param {HTMLElement} el */
export function goTo(el) {
  el.scrollIntoView?.({ block: "start", behavior: "instant" });
  (firstField(el) ?? el).focus({ preventScroll: true });
}
