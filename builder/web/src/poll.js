// A show of hands or cards: letters to call out, a box to count in, bars that grow with the count.

import { button, make, drawn, sign } from "./pieces.js";
import { answerButton } from "./onslide.js";

/** @typedef {import("./answersheet.js").AnswerSheet} AnswerSheet */
/** @typedef {import("./grade.js").Question} Question */

/** Shares of a count in whole percent. @param {number[]} counts @returns {number[]} */
export function shares(counts) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total ? Math.round((100 * count) / total) : 0));
}

/** Turn a question's options into tally boxes. @param {AnswerSheet} sheet @param {Question} question */
export function takeHands(sheet, question) {
  const { say } = sheet;
  const el = sheet.element(question);
  el.classList.add("q-hands");
  const rows = [...el.querySelectorAll(".q-option")].map((item) => tallyRow(item, say, update));
  const total = make("p", "q-total", [], { role: "status" });
  const clear = button(say("clear_tally"), "q-quiet", () => {
    for (const row of rows) row.field.value = "0";
    update();
  });
  const foot = make("div", "q-foot", [total, clear]);
  const correct = question.answer ?? question.options?.find((/** @type {any} */ option) => option.correct)?.id;
  if (correct || question.explain) foot.prepend(answerButton(sheet, question, (open) => showExpected(open)).button);
  else el.querySelector(".q-reveal-step")?.remove();
  el.append(foot);
  update();

  function update() {
    const counts = rows.map((row) => row.count());
    shares(counts).forEach((percent, index) => rows[index].show(percent));
    total.textContent = say("tally_total", { n: counts.reduce((sum, count) => sum + count, 0) });
    const answer = sheet.answer(question);
    answer.response = Object.fromEntries(rows.map((row, index) => [row.id, counts[index]]));
    sheet.tell(question, "change");
  }

  function showExpected(/** @type {boolean} */ open) {
    for (const made of el.querySelectorAll(".q-mark, .q-panel")) made.remove();
    for (const row of rows) {
      const is = open && row.id === correct;
      row.item.classList.toggle("is-right", is);
      if (is) row.item.querySelector(".q-choice")?.append(make("span", "q-mark", [sign("right"), make("span", "", [say("mark_key")])]));
    }
    const told = [];
    if (question.explain) told.push(drawn("div", "q-explain", question.explain));
    if (open && told.length) el.append(make("div", "q-panel", told));
  }
}

/** One option with its box, its buttons and its bar. */
function tallyRow(/** @type {Element} */ item, /** @type {import("./pieces.js").Say} */ say, /** @type {() => void} */ update) {
  const letter = item.querySelector(".q-letter")?.textContent ?? "";
  const radio = /** @type {HTMLInputElement} */ (item.querySelector("input"));
  radio.disabled = true;
  radio.hidden = true;
  const field = /** @type {HTMLInputElement} */ (
    make("input", "q-count", [], { type: "number", min: "0", max: "9999", value: "0", inputmode: "numeric", "aria-label": say("tally_for", { letter }) })
  );
  const count = () => Math.max(0, Math.floor(Number(field.value) || 0));
  const step = (/** @type {number} */ by, /** @type {string} */ text, /** @type {string} */ label) => {
    const pressed = button(text, "q-step-button", () => {
      field.value = String(Math.max(0, count() + by));
      update();
    });
    pressed.setAttribute("aria-label", say(label, { letter }));
    return pressed;
  };
  field.addEventListener("input", (event) => {
    event.stopPropagation();
    update();
  });
  const fill = make("span", "q-bar-fill");
  const figure = make("span", "q-figure");
  const bar = make("span", "q-bar", [fill], { "aria-hidden": "true" });
  item.append(make("div", "q-tally", [step(-1, "−", "one_less"), field, step(1, "+", "one_more"), bar, figure]));
  return {
    item, field, count,
    id: item.getAttribute("data-option") ?? "",
    show(/** @type {number} */ percent) {
      fill.style.inlineSize = `${percent}%`;
      figure.textContent = say("tally_share", { count: count(), percent });
    },
  };
}
