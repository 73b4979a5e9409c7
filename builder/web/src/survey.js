// A survey: no key, no score, and thanks at the end. One that is blank is not handed in: it may stand for a certificate.

import { goTo } from "./goto.js";
import { begun } from "./grade.js";
import { button, heading, make, sign } from "./pieces.js";
import { lock } from "./responses.js";
import { openPanel } from "./review.js";

const WORDS = { how: "survey_missing_how", anyway: "survey_anyway" };

/** @param {import("./answersheet.js").AnswerSheet} sheet */
export function survey(sheet) {
  const { say, form } = sheet;
  const thanks = make("div", "quiz-result");
  const warning = make("div", "quiz-warning");
  const send = button(say("send"), "q-main", () => finish(false));
  const foot = make("div", "quiz-foot", [warning, send]);
  form.append(thanks, foot);

  function finish(/** @type {boolean} */ anyway) {
    for (const question of sheet.questions) sheet.read(question, false);
    const given = sheet.questions.filter((question) => begun(sheet.answer(question).response));
    if (!given.length) return warn(blankPanel());
    // Nobody has to write something of their own.
    const open = sheet.questions.filter((question) => question.type !== "reflection" && !sheet.isAnswered(question));
    if (open.length && !anyway) return warn(openPanel(sheet, open, [], () => goOn(open[0]), () => finish(true), WORDS));
    sheet.submitted = true;
    sheet.refresh();
    for (const question of sheet.questions) sheet.tell(question, "submit");
    sheet.tellScore();
    /** @type {HTMLElement | null} */ (thanks.querySelector("[tabindex]"))?.focus();
  }

  function blankPanel() {
    const title = heading(form, "q-verdict", [sign("note"), make("span", "", [say("survey_blank")])]);
    const begin = button(say("go_on"), "q-main", () => goOn(sheet.questions[0]));
    return make("div", "q-panel", [title, make("p", "", [say("survey_blank_how")]), make("div", "q-ways", [begin])]);
  }

  function warn(/** @type {HTMLElement} */ panel) {
    warning.replaceChildren(panel);
    /** @type {HTMLElement | null} */ (panel.querySelector("[tabindex]"))?.focus();
  }

  function goOn(/** @type {import("./grade.js").Question} */ question) {
    warning.replaceChildren();
    goTo(sheet.element(question));
  }

  sheet.refresh = () => {
    thanks.replaceChildren();
    warning.replaceChildren();
    foot.hidden = sheet.submitted;
    for (const question of sheet.questions) lock(sheet.element(question), sheet.submitted);
    if (!sheet.submitted) return;
    const change = button(say("change_answers"), "q-quiet", () => {
      // What was handed in stays so, until these answers are.
      sheet.attempt += 1;
      sheet.submitted = false;
      sheet.refresh();
      for (const question of sheet.questions) sheet.tell(question, "change");
      send.focus();
    });
    const title = heading(form, "q-verdict", [sign("right"), make("span", "", [say("survey_thanks")])]);
    thanks.append(make("div", "q-panel", [title, make("p", "", [say("survey_done")]), make("div", "q-ways", [change])]));
  };
}
