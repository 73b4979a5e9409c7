// What is told when a quiz has been handed in.

import { calibrationPicture } from "./calibrationpicture.js";
import { gainTable } from "./gaintable.js";
import { heading, make, sign } from "./pieces.js";
import { jump } from "./review.js";
import { readAgain, readLinks } from "./study.js";

/** @typedef {import("./answersheet.js").AnswerSheet} AnswerSheet */
/** @typedef {import("./score.js").Score} Score */

/**
 * @param {AnswerSheet} sheet @param {Score | null} score  null where the key is not here
 * @param {HTMLElement[]} ways @param {boolean} more whether there are attempts left
 */
export function resultPanel(sheet, score, ways, more) {
  const { quiz, say, form } = sheet;
  if (!score) return thanks(sheet);
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
  panel.append(...lines(sheet, score, more).map((line) => make("p", "quiz-line", [line])));
  panel.append(...mustPass(sheet, score), ...certainty(sheet, score), ...objectives(sheet, score), ...gainTable(sheet), ...lookBack(sheet, score));
  if (ways.length) panel.append(make("div", "q-ways", ways));
  return panel;
}

function thanks(/** @type {AnswerSheet} */ { quiz, say, form }) {
  const said = say(quiz.pretest_of ? "pretest_noted" : "survey_done");
  return make("div", "q-panel", [heading(form, "q-verdict", [sign("right"), make("span", "", [say("survey_thanks")])]), make("p", "", [said])]);
}

function lines(/** @type {AnswerSheet} */ { quiz, say, sitting, attempt }, /** @type {Score} */ score, /** @type {boolean} */ more) {
  const told = [];
  if (quiz.pass > 0) told.push(say("pass_mark", { percent: quiz.pass }));
  if (attempt > 1 || quiz.attempts) {
    told.push(quiz.attempts ? say("attempt_of", { number: attempt, of: Math.max(quiz.attempts, attempt) }) : say("attempt", { number: attempt }));
  }
  if (quiz.time_limit && sitting.took !== undefined) told.push(say("took", { n: Math.max(1, Math.round(sitting.took / 60)) }));
  if (sitting.late) told.push(say("took_longer", { n: Math.ceil((quiz.time_limit * (sitting.extra || 1)) / 60) }));
  if (!more && quiz.attempts && score.points < score.of) told.push(`${say("no_more_attempts", { n: quiz.attempts })} ${say("no_more_how")}`);
  if (quiz.feedback === "never") told.push(say("no_marks"));
  return told;
}

/** What had to be right and was not, by its topic; with its number only where the answers are told, too. */
function mustPass(/** @type {AnswerSheet} */ sheet, /** @type {Score} */ score) {
  const { quiz, say } = sheet;
  if (!score.must_missed.length) return [];
  const items = score.must_missed.map((id) => {
    const whole = sheet.questions.find((question) => question.id === id || question.parts?.some((/** @type {{ id: string }} */ part) => part.id === id));
    const objective = quiz.objectives?.[whole?.objective ?? ""] ?? "";
    const place = quiz.study?.questions[id];
    const topic = place ? make("a", "", [place[0]], { href: place[1] }) : objective;
    if (quiz.feedback === "never" || !whole) return make("li", "", [topic || objective || say("question")]);
    const link = jump(sheet, whole, say("number", { number: sheet.questions.indexOf(whole) + 1 }), () => {});
    return make("li", "", topic ? [link, ": ", topic] : [link]);
  });
  return [make("div", "quiz-must", [make("p", "", [sign("note"), " ", say("must_pass_missed", { n: items.length })]), make("ul", "", items)])];
}

function certainty(/** @type {AnswerSheet} */ { say }, /** @type {Score} */ score) {
  if (!score.certainty) return [];
  const { points, of, levels } = score.certainty;
  const line = make("p", "quiz-points", [make("span", "", [`${say("certainty_total")}: `]), make("strong", "", [say("certainty_points", { got: points, of })])]);
  return [line, calibrationPicture(levels, say)];
}

/** Each objective with its share, by the name the quiz data has for it, and what to read where something was missed. */
function objectives(/** @type {AnswerSheet} */ sheet, /** @type {Score} */ score) {
  const { say, quiz } = sheet;
  const known = Object.keys(quiz.objectives ?? {});
  const rank = (/** @type {string} */ id) => (known.includes(id) ? known.indexOf(id) : known.length);
  const ids = Object.keys(score.objectives).sort((one, other) => rank(one) - rank(other));
  if (!ids.length) return [];
  const rows = ids.map((id) => {
    const { points, of, percent } = score.objectives[id];
    const fill = make("span", "q-bar-fill");
    fill.style.inlineSize = `${percent}%`;
    const { word, places } = readAgain(quiz.study, id, score.missed[id] ?? [], quiz.feedback === "never");
    return make("li", "quiz-objective", [
      make("span", "", [quiz.objectives?.[id] ?? id]),
      make("span", "quiz-figure", [say("objective_score", { got: points, of, percent })]),
      make("span", "q-bar", [fill], { "aria-hidden": "true" }),
      ...readLinks(say(word), places),
    ]);
  });
  return [make("p", "q-kicker", [say("by_objective")]), make("ul", "quiz-objectives", rows)];
}

/** A way to each answer, with how it was; nothing where that is never told. */
function lookBack(/** @type {AnswerSheet} */ sheet, /** @type {Score} */ score) {
  const { quiz, say, questions } = sheet;
  if (quiz.feedback === "never" || questions.length < 2) return [];
  const stops = questions.map((question, index) => {
    const { state } = score.results[question.id];
    const number = say("number", { number: index + 1 });
    const link = jump(sheet, question, String(index + 1), () => {});
    link.className = `quiz-stop is-${state}`;
    link.setAttribute("aria-label", say("look_state", { question: number, state: say(`state_${state}`) }));
    link.append(sign(state === "right" || state === "wrong" || state === "partial" ? state : "note"));
    return make("li", "", [link]);
  });
  return [make("nav", "quiz-back", [make("p", "q-kicker", [say("look_back")]), make("ol", "quiz-stops", stops)], { "aria-label": say("look_back") })];
}
