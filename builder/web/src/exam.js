// A test: answer all, go back and forth, flag, look it over, hand in, then see. Also any quiz whose feedback waits for the end.

import { beforePanel, waits } from "./before.js";
import { isOver, showClock } from "./clock.js";
import { showMap } from "./exammap.js";
import { clearFeedback, showFeedback } from "./feedback.js";
import { firstField, goTo } from "./goto.js";
import { button, heading, make, sign } from "./pieces.js";
import { lock } from "./responses.js";
import { resultPanel } from "./result.js";
import { openPanel, reviewPanel } from "./review.js";
import { layForm } from "./sitting.js";

/** @typedef {import("./answersheet.js").AnswerSheet} AnswerSheet */
/** @typedef {import("./grade.js").Question} Question */

/** @param {AnswerSheet} sheet */
export function examine(sheet) {
  const { quiz, say, form } = sheet;
  const atOnce = quiz.keys && quiz.feedback === "immediate";
  const clock = showClock(sheet, timeUp);
  const map = showMap(sheet, clock?.line);
  const warning = make("div", "quiz-warning");
  const hand = button(say("hand_in"), "q-main", () => handIn(false));
  const look = button(say("review"), "q-quiet", review);
  const foot = make("div", "quiz-foot", [warning, make("div", "q-ways", sheet.questions.length > 1 ? [hand, look] : [hand])]);
  const top = make("div", "quiz-result");
  let before = make("div");
  form.prepend(top, before);
  form.append(foot);
  for (const question of quiz.questions) addTools(question);
  sheet.enter = (question) => (atOnce ? check(question) : undefined);
  sheet.refresh = refresh;
  form.addEventListener("lactern:answer", () => map.update());
  refresh();

  function refresh() {
    warning.replaceChildren();
    top.replaceChildren();
    const waiting = waits(sheet);
    const over = isOver(sheet);
    const panel = sheet.submitted ? make("div") : beforePanel(sheet, begin);
    before.replaceWith(panel);
    before = panel;
    form.classList.toggle("is-waiting", waiting);
    for (const question of sheet.questions) {
      const el = sheet.element(question);
      const { kept, flagged, checked, result, response } = sheet.answer(question);
      const rests = sheet.submitted || Boolean(kept) || Boolean(checked);
      clearFeedback(el);
      lock(el, rests || over);
      const stays = Boolean(kept) && !sheet.submitted;
      el.classList.toggle("is-kept", stays);
      el.querySelector(":scope > .q-kept")?.remove();
      if (stays) el.append(make("p", "q-kept", [sign("right"), " ", say(question.points ? "kept_right" : "ungraded")]));
      const flag = el.querySelector(":scope > .q-flag");
      flag?.setAttribute("aria-pressed", String(Boolean(flagged)));
      for (const tool of /** @type {NodeListOf<HTMLElement>} */ (el.querySelectorAll(":scope > .q-flag, :scope > .q-foot"))) tool.hidden = rests || over;
      if (atOnce && checked && result && !sheet.submitted) showFeedback(el, question, response, result, say, { final: true });
    }
    foot.hidden = sheet.submitted || waiting || over;
    map.update();
    clock?.update();
    if (over) showOver();
    if (sheet.submitted) conclude();
  }

  function begin() {
    sheet.sitting.begun = Date.now();
    refresh();
    sheet.tell(sheet.questions[0], "change");
    goTo(sheet.element(sheet.questions[0]));
  }

  function addTools(/** @type {Question} */ question) {
    const el = sheet.element(question);
    const flag = button("", "q-flag q-quiet", () => {
      const answer = sheet.read(question, false);
      answer.flagged = !answer.flagged;
      flag.setAttribute("aria-pressed", String(answer.flagged));
      sheet.tell(question, "change");
    });
    flag.append(sign("flag"), make("span", "", [say("flag")]));
    flag.setAttribute("aria-pressed", "false");
    if (atOnce && !["scale", "poll", "reflection"].includes(question.type)) {
      const note = make("p", "q-note", [], { role: "status" });
      el.append(make("div", "q-foot", [button(say("check"), "q-main", () => check(question)), note]));
    }
    el.append(flag);
  }

  /** Feedback at once: the answer is told, and then it rests. */
  function check(/** @type {Question} */ question) {
    const el = sheet.element(question);
    const note = el.querySelector(":scope > .q-foot > .q-note");
    if (!note || sheet.answer(question).checked || sheet.submitted) return;
    const answer = sheet.read(question, true);
    const lacks = sheet.lacks(question);
    note.textContent = lacks?.said ?? "";
    if (lacks) return lacks.field?.focus();
    answer.checked = true;
    refresh();
    /** @type {HTMLElement | null} */ (el.querySelector(".q-panel .q-verdict"))?.focus();
    sheet.tell(question, "check");
  }

  function handIn(/** @type {boolean} */ anyway) {
    const open = sheet.questions.filter((question) => {
      sheet.read(question, true);
      return !["reflection", "scale", "poll"].includes(question.type) && !sheet.isAnswered(question);
    });
    const flagged = sheet.questions.filter((question) => sheet.answer(question).flagged);
    if ((open.length || flagged.length) && !anyway) return warn(openPanel(sheet, open, flagged, () => goOn((open[0] ?? flagged[0])), () => handIn(true)));
    sheet.submitted = true;
    if (sheet.sitting.begun !== undefined) sheet.sitting.took = Math.round((Date.now() - sheet.sitting.begun) / 1000);
    refresh();
    for (const question of sheet.questions) sheet.tell(question, "submit");
    sheet.tellScore();
    /** @type {HTMLElement | null} */ (top.querySelector("[tabindex]"))?.focus();
    top.scrollIntoView?.({ block: "start", behavior: "instant" });
  }

  function warn(/** @type {HTMLElement} */ panel) {
    warning.replaceChildren(panel);
    /** @type {HTMLElement | null} */ (panel.querySelector("[tabindex]"))?.focus();
  }

  function goOn(/** @type {Question} */ question) {
    warning.replaceChildren();
    goTo(sheet.element(question));
  }

  function review() {
    for (const question of sheet.questions) sheet.read(question, false);
    map.update();
    const close = () => {
      warning.replaceChildren();
      look.focus();
    };
    warn(reviewPanel(sheet, close, () => handIn(false)));
  }

  /** The time has run out under the learner's hands. */
  function timeUp() {
    if (!isOver(sheet)) return;
    for (const question of sheet.questions) {
      sheet.read(question, false);
      sheet.tell(question, "change");
    }
    refresh();
    /** @type {HTMLElement | null} */ (top.querySelector("[tabindex]"))?.focus();
  }

  function showOver() {
    const title = heading(form, "q-verdict", [sign("clock"), make("span", "", [say("time_up")])]);
    const ways = make("div", "q-ways", [
      button(say("hand_in"), "q-main", () => handIn(true)),
      button(say("finish_late"), "q-quiet", () => {
        sheet.sitting.late = true;
        refresh();
        sheet.tell(sheet.questions[0], "change");
        goTo(sheet.element(sheet.questions.find((question) => !sheet.isAnswered(question)) ?? sheet.questions[0]));
      }),
    ]);
    top.replaceChildren(make("div", "q-panel is-not-passed", [title, make("p", "", [say("time_up_kept")]), ways]));
  }

  /** The result on top, and what each answer was worth, as the feedback rule allows. */
  function conclude() {
    const score = quiz.keys ? sheet.score() : null;
    const more = quiz.keys && quiz.retry !== "none" && (!quiz.attempts || sheet.attempt < quiz.attempts);
    const ways = [];
    // What is never told cannot be asked again by itself: that would tell it.
    const some = quiz.retry === "missed" && quiz.feedback !== "never";
    if (score && more && some && score.points < score.of) ways.push(button(say("retry_missed"), "q-main", () => again(true)));
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

  /** Another attempt: the missed questions of this form, or all of a new one. */
  function again(/** @type {boolean} */ keepRight) {
    const results = sheet.score().results;
    const { form: last = 1, extra } = sheet.sitting;
    sheet.attempt += 1;
    sheet.submitted = false;
    sheet.sitting = { form: keepRight ? last : sheet.attempt, ...(extra !== undefined && { extra }) };
    layForm(sheet);
    for (const question of quiz.questions) {
      const answer = sheet.answer(question);
      const kept = keepRight && ["right", "ungraded"].includes(results[question.id]?.state);
      Object.assign(answer, { kept, flagged: false, result: null, checked: false });
      if (kept) continue;
      answer.laid = sheet.attempt;
      sheet.arrange(question);
      sheet.write(question, null);
    }
    refresh();
    for (const question of quiz.questions) sheet.tell(question, "change");
    const open = sheet.questions.find((question) => !sheet.answer(question).kept);
    const panel = /** @type {HTMLElement | null} */ (waits(sheet) ? before.querySelector("[tabindex]") : null);
    if (panel) {
      panel.focus();
      panel.scrollIntoView?.({ block: "start", behavior: "instant" });
    } else if (open) goTo(sheet.element(open));
  }
}
