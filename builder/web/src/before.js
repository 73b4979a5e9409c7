// What a learner should know before a test begins, and how much time they need for it.

import { PAYS, WHEN_RIGHT, WHEN_WRONG } from "./calibration.js";
import { button, heading, make } from "./pieces.js";
import { EXTRA_TIMES } from "./sitting.js";

/** @typedef {import("./answersheet.js").AnswerSheet} AnswerSheet */

/** Whether a test waits for its learner to press “Start”. @param {AnswerSheet} sheet */
export function waits(sheet) {
  return Boolean(sheet.quiz.time_limit) && !sheet.submitted && sheet.sitting.begun === undefined;
}

/**
 * The panel; empty where there is nothing that the page has not said. @param {AnswerSheet} sheet @param {() => void} begin
 * @returns {HTMLElement}
 */
export function beforePanel(sheet, begin) {
  const { quiz, say, form } = sheet;
  const told = facts(sheet);
  const running = Boolean(quiz.time_limit) && !waits(sheet) && quiz.certainty === "off";
  if (!told.length || sheet.submitted || running) return make("div", "quiz-before");
  const panel = make("div", "q-panel", [
    heading(form, "q-verdict", [say("before")]),
    make("ul", "quiz-facts", told.map((fact) => make("li", "", [fact]))),
  ]);
  if (quiz.certainty !== "off" && quiz.keys) panel.append(scheme(say));
  if (waits(sheet)) {
    panel.append(timeSetting(sheet), make("div", "q-ways", [button(say("start"), "q-main", begin)]));
  }
  return make("div", "quiz-before", [panel]);
}

function facts(/** @type {AnswerSheet} */ sheet) {
  const { quiz, say } = sheet;
  const found = [];
  if (quiz.pretest_of) found.push(say("before_pretest"));
  if (quiz.time_limit) found.push(...(waits(sheet) ? [say("before_time", { n: Math.ceil(quiz.time_limit / 60) }), say("before_clock")] : []));
  if (quiz.keys && quiz.attempts) found.push(say("before_attempts", { number: sheet.attempt, n: Math.max(quiz.attempts, sheet.attempt) }));
  if (quiz.keys && quiz.certainty !== "off") found.push(say("before_certainty"));
  if (quiz.keys && (found.length || quiz.feedback !== "end")) found.push(say(`before_feedback_${quiz.feedback}`));
  return found;
}

/** How much time: kept with the answers, for this attempt and the next. */
function timeSetting(/** @type {AnswerSheet} */ sheet) {
  const { quiz, say, sitting } = sheet;
  const name = `${quiz.id}-time`;
  const choices = EXTRA_TIMES.map((extra) => {
    const n = Math.ceil((quiz.time_limit * extra) / 60);
    const words = !extra ? say("time_none") : extra === 1 ? say("time_standard", { n }) : say("time_more", { n, percent: Math.round(100 * extra - 100) });
    const input = /** @type {HTMLInputElement} */ (make("input", "", [], { type: "radio", name, value: String(extra) }));
    input.checked = (sitting.extra ?? 1) === extra;
    input.addEventListener("change", () => {
      sheet.sitting.extra = extra;
      sheet.tell(sheet.questions[0], "change");
    });
    return make("label", "q-choice", [input, make("span", "q-text", [words])]);
  });
  const why = make("p", "quiz-why", [say("time_setting_why")], { id: `${name}-why` });
  const set = make("fieldset", "quiz-times", [make("legend", "", [say("time_setting")]), why, ...choices], { "aria-describedby": why.id });
  // The radio buttons are no answer to a question.
  set.addEventListener("input", (event) => event.stopPropagation());
  return set;
}

/** The scheme of certainty-based marking, for those who want to know. @param {import("./pieces.js").Say} say */
export function scheme(say) {
  const row = (/** @type {string} */ tag, /** @type {string[]} */ cells) =>
    make("tr", "", cells.map((text, index) => make(index && tag === "td" ? "td" : "th", "", [text], { scope: tag === "th" ? "col" : index ? "" : "row" })));
  const percent = (/** @type {number} */ share) => Math.round(100 * share);
  const rows = [1, 2, 3].map((level) =>
    row("td", [say(`certainty_${level}`), say("points", { n: WHEN_RIGHT[level] }), say("points", { n: WHEN_WRONG[level] }),
      say("certainty_range", { from: percent(PAYS[level][0]), to: percent(PAYS[level][1]) })]));
  const head = row("th", ["certainty_level", "certainty_when_right", "certainty_when_wrong", "certainty_best"].map((word) => say(word)));
  for (const cell of rows.flatMap((one) => [...one.querySelectorAll("td")])) cell.removeAttribute("scope");
  return make("details", "quiz-scheme", [
    make("summary", "", [say("certainty_scheme")]),
    make("div", "quiz-scroll", [make("table", "quiz-table", [make("thead", "", [head]), make("tbody", "", rows)])]),
    make("p", "quiz-why", [say("certainty_source")]),
  ]);
}
