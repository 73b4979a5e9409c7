// The time an exam is planned for. It is told, never forced: nobody loses what they have written because a clock ran out.

import { make } from "./pieces.js";

/** Whole minutes left, counted up so that “1” means “less than one more”. @param {number} limit seconds @param {number} spent seconds */
export function minutesLeft(limit, spent) {
  return Math.max(0, Math.ceil((limit - spent) / 60));
}

/**
 * A line that tells the time left, spoken at half time, at the last minutes and at the end only.
 * @param {import("./answersheet.js").AnswerSheet} sheet @returns {HTMLElement | null}
 */
export function showClock(sheet) {
  const limit = sheet.quiz.time_limit;
  if (!limit) return null;
  const line = make("p", "quiz-clock");
  const spoken = new Set([Math.ceil(limit / 120), 5, 1, 0]);
  let begun = 0;
  let shown = -1;
  const tick = () => {
    if (sheet.submitted) return (begun = 0);
    begun ||= Date.now();
    const left = minutesLeft(limit, (Date.now() - begun) / 1000);
    if (left === shown) return shown;
    line.textContent = left ? sheet.say("time_left", { n: left }) : sheet.say("time_up");
    if (shown >= 0 && spoken.has(left)) sheet.announce(line.textContent);
    return (shown = left);
  };
  tick();
  setInterval(tick, 5000);
  return line;
}
