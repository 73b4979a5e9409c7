// Where one stands in a test: how many are answered, which are open, which are flagged, and a way to each.

import { goTo } from "./goto.js";
import { make, sign } from "./pieces.js";
import { seedOf } from "./shuffle.js";

/** @typedef {import("./answersheet.js").AnswerSheet} AnswerSheet */

/** @param {AnswerSheet} sheet @param {HTMLElement} [clock] @returns {{ update: () => void }} */
export function showMap(sheet, clock) {
  const { say, form } = sheet;
  const line = make("p", "quiz-progress");
  const list = make("ol", "quiz-stops");
  const map = make("nav", "quiz-map", [make("div", "quiz-where", [line, ...(clock ? [clock] : [])]), list], { "aria-label": say("map") });
  if (sheet.questions.length > 1 || clock) form.prepend(map);
  showSeed(sheet);
  /** @type {HTMLElement[]} */
  let links = [];
  /** @type {import("./grade.js").Question[]} */
  let asked = [];

  /** A new form has other questions. */
  const draw = () => {
    asked = sheet.questions;
    links = asked.map((question, index) => {
      const link = make("a", "quiz-stop", [String(index + 1)], { href: `#${sheet.element(question).id}` });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        goTo(sheet.element(question));
      });
      return link;
    });
    list.replaceChildren(...links.map((link) => make("li", "", [link])));
  };

  return {
    update() {
      if (asked !== sheet.questions) draw();
      map.hidden = sheet.submitted || form.classList.contains("is-waiting");
      const flagged = asked.filter((question) => sheet.answer(question).flagged).length;
      const done = asked.filter((question) => sheet.isAnswered(question)).length;
      const told = say("progress", { answered: done, of: asked.length });
      line.textContent = flagged ? `${told} · ${say("flagged_count", { n: flagged })}` : told;
      asked.forEach((question, index) => {
        const isDone = sheet.isAnswered(question);
        const isFlagged = Boolean(sheet.answer(question).flagged);
        const states = [say(isDone ? "map_answered" : "map_open"), ...(isFlagged ? [say("map_flagged")] : [])];
        links[index].classList.toggle("is-answered", isDone);
        links[index].classList.toggle("is-flagged", isFlagged);
        links[index].setAttribute("aria-label", `${say("number", { number: index + 1 })}: ${states.join(", ")}`);
        links[index].replaceChildren(String(index + 1), ...(isFlagged ? [sign("flag")] : []));
      });
      showSeed(sheet);
    },
  };
}

/** The seed of the attempt in small print; the first is that of the paper. @param {AnswerSheet} sheet */
export function showSeed(sheet) {
  const { quiz, say, container, attempt } = sheet;
  if (!quiz.whole) return;
  const line = container.querySelector(".quiz-seed") ?? make("p", "quiz-seed");
  line.textContent = say("seed", { seed: seedOf(quiz.seed, attempt) });
  if (!line.isConnected) container.append(line);
}
