// A survey: no key, no score, and thanks at the end.

import { button, heading, make, sign } from "./pieces.js";
import { lock } from "./responses.js";

/** @param {import("./answersheet.js").AnswerSheet} sheet */
export function survey(sheet) {
  const { say, form } = sheet;
  const thanks = make("div", "quiz-result");
  const send = button(say("send"), "q-main", () => {
    for (const question of sheet.questions) sheet.read(question, false);
    sheet.submitted = true;
    sheet.refresh();
    for (const question of sheet.questions) sheet.tell(question, "submit");
    sheet.tellScore();
    /** @type {HTMLElement | null} */ (thanks.querySelector("[tabindex]"))?.focus();
  });
  const foot = make("div", "quiz-foot", [send]);
  form.append(thanks, foot);

  sheet.refresh = () => {
    thanks.replaceChildren();
    foot.hidden = sheet.submitted;
    for (const question of sheet.questions) lock(sheet.element(question), sheet.submitted);
    if (!sheet.submitted) return;
    const change = button(say("change_answers"), "q-quiet", () => {
      sheet.submitted = false;
      sheet.refresh();
      for (const question of sheet.questions) sheet.tell(question, "change");
      send.focus();
    });
    const title = heading(form, "q-verdict", [sign("right"), make("span", "", [say("survey_thanks")])]);
    thanks.append(make("div", "q-panel", [title, make("p", "", [say("survey_done")]), make("div", "q-ways", [change])]));
  };
}
