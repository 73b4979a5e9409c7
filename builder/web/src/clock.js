// The clock of a test with a time limit. It runs by the wall from the moment the learner starts, so that closing the lid does
// not stop it. It warns in words, and it takes nothing away: when time is up the answers rest, and the learner hands in or
// finishes without a limit, which the result then says (WCAG 2.2, success criterion 2.2.1: turn off, adjust, extend).

import { make, sign } from "./pieces.js";
import { allowed, secondsLeft } from "./sitting.js";

/** Whole minutes left, counted up so that “1” means “less than one more”. @param {number} seconds */
export function minutesLeft(seconds) {
  return Math.max(0, Math.ceil(seconds / 60));
}

/** The minutes at which the learner is told: half time, five minutes and the last one. @param {number} seconds that the whole takes @returns {number[]} */
export function warnings(seconds) {
  const whole = minutesLeft(seconds);
  return [...new Set([Math.floor(whole / 2), 5, 1])].filter((minute) => minute > 0 && minute < whole).sort((a, b) => b - a);
}

/**
 * A line that tells the time left. `over` is called once when time is up.
 * @param {import("./answersheet.js").AnswerSheet} sheet @param {() => void} over
 * @returns {{ line: HTMLElement, update: () => void } | null}
 */
export function showClock(sheet, over) {
  const { quiz, say } = sheet;
  if (!quiz.time_limit) return null;
  const words = make("span");
  const line = make("p", "quiz-clock", [sign("clock"), words]);
  let shown = -1;
  let ended = false;
  const update = () => {
    const all = allowed(quiz.time_limit, sheet.sitting);
    const running = sheet.sitting.begun !== undefined && !sheet.submitted && all < Infinity;
    line.hidden = !running;
    if (!running) return void ([shown, ended] = [-1, false]);
    const left = minutesLeft(secondsLeft(quiz.time_limit, sheet.sitting, Date.now()));
    if (left === shown) return;
    const spoken = shown >= 0 && warnings(all).includes(left);
    shown = left;
    words.textContent = left ? say("time_left", { n: left }) : say("time_up");
    line.classList.toggle("is-short", left <= Math.min(5, minutesLeft(all) / 4));
    if (spoken) sheet.announce(words.textContent);
    if (!left && !ended) {
      ended = true;
      over();
    }
  };
  setInterval(update, 1000);
  return { line, update };
}

/** Whether time is up and the learner has not chosen to go on. @param {import("./answersheet.js").AnswerSheet} sheet */
export function isOver(sheet) {
  const { quiz, sitting, submitted } = sheet;
  return Boolean(quiz.time_limit) && !submitted && sitting.begun !== undefined && secondsLeft(quiz.time_limit, sitting, Date.now()) <= 0;
}
