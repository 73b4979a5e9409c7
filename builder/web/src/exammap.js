// Where one stands in an exam: how many are answered, which are open, which are flagged, and a way to each.

import { showClock } from "./clock.js";
import { goTo } from "./exam.js";
import { make, sign } from "./pieces.js";

/** @typedef {import("./answersheet.js").AnswerSheet} AnswerSheet */

/** @param {AnswerSheet} sheet @returns {{ update: () => void }} */
export function showMap(sheet) {
  const { say, form, questions } = sheet;
  const line = make("p", "quiz-progress");
  const links = questions.map((question, index) => {
    const link = make("a", "quiz-stop", [String(index + 1)], { href: `#${sheet.element(question).id}` });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(sheet.element(question));
    });
    return link;
  });
  const clock = showClock(sheet);
  const list = make("ol", "quiz-stops", links.map((link) => make("li", "", [link])));
  const map = make("nav", "quiz-map", [line, ...(clock ? [clock] : []), list], { "aria-label": say("map") });
  if (questions.length > 1) form.prepend(map);

  return {
    update() {
      map.hidden = sheet.submitted;
      const flagged = questions.filter((question) => sheet.answer(question).flagged).length;
      const done = questions.filter((question) => sheet.isAnswered(question)).length;
      const told = say("progress", { answered: done, of: questions.length });
      line.textContent = flagged ? `${told} · ${say("flagged_count", { n: flagged })}` : told;
      questions.forEach((question, index) => {
        const isDone = sheet.isAnswered(question);
        const isFlagged = Boolean(sheet.answer(question).flagged);
        const states = [say(isDone ? "map_answered" : "map_open"), ...(isFlagged ? [say("map_flagged")] : [])];
        links[index].classList.toggle("is-answered", isDone);
        links[index].classList.toggle("is-flagged", isFlagged);
        links[index].setAttribute("aria-label", `${say("number", { number: index + 1 })}: ${states.join(", ")}`);
        links[index].replaceChildren(String(index + 1), ...(isFlagged ? [sign("flag")] : []));
      });
    },
  };
}
