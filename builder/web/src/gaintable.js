// Before and after: what a learner had right in the pre-test, and what now, over all and by objective.

import { gain } from "./gain.js";
import { make } from "./pieces.js";
import { number } from "./words.js";

/** @param {import("./answersheet.js").AnswerSheet} sheet @returns {HTMLElement[]} nothing where no pre-test was taken */
export function gainTable(sheet) {
  const { quiz, say } = sheet;
  const told = gain(sheet.questions, sheet.before, Object.fromEntries(sheet.questions.map((q) => [q.id, sheet.answer(q).response])));
  if (!told) return [];
  const known = Object.keys(quiz.objectives ?? {});
  const ids = Object.keys(told.objectives).sort((one, other) => known.indexOf(one) - known.indexOf(other));
  const rows = [line(say, say("gain_total"), told, "quiz-gain-all")];
  if (ids.length > 1) rows.push(...ids.map((id) => line(say, quiz.objectives?.[id] ?? id, told.objectives[id], "")));
  const head = make("tr", "", ["gain_objective", "gain_before", "gain_after", "gain_change"].map((word) => make("th", "", [say(word)], { scope: "col" })));
  const table = make("table", "quiz-table quiz-gain", [make("caption", "q-kicker", [say("gain")]), make("thead", "", [head]), make("tbody", "", rows)]);
  const notes = [say("gain_lead", { n: told.n })];
  if (told.closed !== null) notes.push(say("gain_closed", { percent: told.closed }));
  if (sheet.attempt > 1) notes.push(say("gain_attempt", { number: sheet.attempt }));
  return [make("div", "quiz-scroll", [table]), ...notes.map((note) => make("p", "quiz-why", [note]))];
}

/** One line of the table. */
function line(/** @type {import("./pieces.js").Say} */ say, /** @type {string} */ name, /** @type {import("./gain.js").Both} */ { before, after }, /** @type {string} */ className) {
  const share = (/** @type {string} */ word, /** @type {string} */ kind, /** @type {number} */ percent) => {
    const fill = make("span", "q-bar-fill");
    fill.style.inlineSize = `${percent}%`;
    return make("td", kind, [make("span", "quiz-figure", [say("result_percent", { percent })]), make("span", "q-bar", [fill], { "aria-hidden": "true" })], { "data-label": say(word) });
  };
  const change = after.percent - before.percent;
  const sign = change > 0 ? "+" : change < 0 ? "−" : "±";
  return make("tr", className, [
    make("th", "", [name], { scope: "row" }),
    share("gain_before", "is-before", before.percent),
    share("gain_after", "is-after", after.percent),
    make("td", "quiz-change", [make("bdi", "", [`${sign}${number(Math.abs(change))}`])], { "data-label": say("gain_change") }),
  ]);
}
