// What is told when a quiz has been handed in.

import { heading, make, sign } from "./pieces.js";

/** @typedef {import("./answersheet.js").AnswerSheet} AnswerSheet */

/**
 * @param {AnswerSheet} sheet @param {import("./score.js").Score | null} score  null where the key is not here
 * @param {HTMLElement[]} ways @param {boolean} more whether there are attempts left
 */
export function resultPanel(sheet, score, ways, more) {
  const { quiz, say, form } = sheet;
  if (!score) return make("div", "q-panel", [heading(form, "q-verdict", [sign("right"), make("span", "", [say("survey_thanks")])]), make("p", "", [say("survey_done")])]);
  const judged = quiz.pass > 0 || score.must_missed.length > 0;
  const panel = make("div", `q-panel ${!judged ? "" : score.passed ? "is-passed" : "is-not-passed"}`.trim());
  const verdict = judged ? say(score.passed ? "passed" : "not_passed") : say("result");
  panel.append(heading(form, "q-verdict", [sign(!judged ? "note" : score.passed ? "right" : "partial"), make("span", "", [verdict])]));
  if (score.of > 0) {
    panel.append(make("p", "quiz-score", [
      make("strong", "quiz-percent", [say("result_percent", { percent: score.percent })]),
      make("span", "", [say("result_points", { got: score.points, of: score.of })]),
    ]));
  }
  const lines = [];
  if (quiz.pass > 0) lines.push(say("pass_mark", { percent: quiz.pass }));
  if (score.must_missed.length) lines.push(say("must_pass_missed", { n: score.must_missed.length }));
  if (score.certainty) lines.push(say("certainty_total", { got: score.certainty.points, of: score.certainty.of }));
  if (sheet.attempt > 1 || quiz.attempts) {
    lines.push(quiz.attempts ? say("attempt_of", { number: sheet.attempt, of: quiz.attempts }) : say("attempt", { number: sheet.attempt }));
  }
  if (!more && quiz.attempts && !score.passed) lines.push(say("no_more_attempts"));
  panel.append(...lines.map((line) => make("p", "quiz-line", [line])));
  panel.append(...objectives(sheet, score));
  if (ways.length) panel.append(make("div", "q-ways", ways));
  return panel;
}

/** Each objective with its share, by the name the quiz data has for it. */
function objectives(/** @type {AnswerSheet} */ sheet, /** @type {import("./score.js").Score} */ score) {
  const { say, quiz } = sheet;
  const known = Object.keys(quiz.objectives ?? {});
  const rank = (/** @type {string} */ id) => (known.includes(id) ? known.indexOf(id) : known.length);
  const ids = Object.keys(score.objectives).sort((one, other) => rank(one) - rank(other));
  if (!ids.length) return [];
  const rows = ids.map((id) => {
    const { points, of, percent } = score.objectives[id];
    const fill = make("span", "q-bar-fill");
    fill.style.inlineSize = `${percent}%`;
    return make("li", "quiz-objective", [
      make("span", "", [quiz.objectives?.[id] ?? id]),
      make("span", "q-bar", [fill], { "aria-hidden": "true" }),
      make("span", "quiz-figure", [say("objective_score", { got: points, of, percent })]),
    ]);
  });
  return [make("p", "q-kicker", [say("by_objective")]), make("ul", "quiz-objectives", rows)];
}
