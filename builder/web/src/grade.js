// The only grader in the house: pure functions from a question and a response to a result.

import { certaintyPoints } from "./calibration.js";
import { foldText, readNumber, sameAnswer } from "./fold.js";
import { otherUnit } from "./units.js";

/**
 * @typedef {Record<string, any> & { id: string, type: string, points: number, partial: string }} Question
 *   One question of a quiz-data block (builder/render/quizdata.py).
 * @typedef {{ state: "right"|"wrong"|"partial"|"unanswered"|"ungraded", points: number, of: number,
 *   parts: Record<string, any>, certainty?: { level: number, points: number, of: number } }} Result
 *   `parts` holds, by the id of option, pair, item, gap, row, region or part, whether it is as the key has it
 *   (a whole Result for the parts of a case).
 */

export const NEVER_SCORED = new Set(["reflection", "scale", "poll"]);

/** Whether the learner has answered at all. @param {Question} question @param {any} response @returns {boolean} */
export function answered(question, response) {
  if (response === null || response === undefined) return false;
  if (question.type === "case") return question.parts.every((/** @type {Question} */ part) => answered(part, response[part.id]));
  if (question.type === "true_false") {
    return typeof response.value === "boolean" && (!question.asks_reason || Boolean(response.reason));
  }
  if (typeof response === "string") return response.trim() !== "";
  if (Array.isArray(response)) return response.length > 0;
  if (typeof response === "object") {
    const wanted = question.pairs ?? question.gaps ?? question.rows;
    const given = Object.values(response).filter((value) => String(value ?? "").trim() !== "");
    return given.length >= (wanted?.length ?? 1);
  }
  return true;
}

/** Whether anything at all was given, even if not everything. @param {any} response @returns {boolean} */
export function begun(response) {
  if (response === null || response === undefined || response === "") return false;
  if (typeof response === "object") return Object.values(response).some(begun);
  return String(response).trim() !== "";
}

/**
 * Grade one response.
 * @param {Question} question @param {any} response
 * @param {number | Record<string, number>} [sure] 1 to 3, or 0 where none was asked; by part for a case
 * @returns {Result}
 */
export function grade(question, response, sure = 0) {
  if (question.type === "case") return gradeCase(question, response ?? {}, sure);
  const certainty = Number(sure) || 0;
  if (NEVER_SCORED.has(question.type)) {
    return { state: begun(response) ? "ungraded" : "unanswered", points: 0, of: 0, parts: {} };
  }
  const of = question.points;
  if (!begun(response)) return { state: "unanswered", points: 0, of, parts: {} };
  const { share, parts } = GRADERS[question.type](question, response);
  const state = share >= 1 ? "right" : share > 0 ? "partial" : "wrong";
  /** @type {Result} */
  const result = { state, points: tidy(share * of), of, parts };
  if (certainty) result.certainty = certain(share, certainty, of);
  return result;
}

/** Certainty-based marking: sure and right gains most, sure and wrong loses most. */
function certain(/** @type {number} */ share, /** @type {number} */ level, /** @type {number} */ of) {
  return { level, points: tidy(certaintyPoints(share, level, of)), of: 3 * of };
}

function gradeCase(/** @type {Question} */ question, /** @type {any} */ response, /** @type {number | Record<string, number>} */ sure) {
  /** @type {Record<string, Result>} */
  const parts = {};
  for (const part of question.parts) parts[part.id] = grade(part, response[part.id], typeof sure === "number" ? sure : sure?.[part.id] ?? 0);
  const results = Object.values(parts);
  const of = tidy(results.reduce((sum, result) => sum + result.of, 0));
  const points = tidy(results.reduce((sum, result) => sum + result.points, 0));
  const blank = results.every((result) => result.state === "unanswered");
  const state = blank ? "unanswered" : of === 0 ? "ungraded" : points >= of ? "right" : points > 0 ? "partial" : "wrong";
  return /** @type {Result} */ ({ state, points, of, parts });
}

/** @typedef {{ share: number, parts: Record<string, boolean> }} Judged */

/** What several separate decisions are worth under a question's rule. */
function shareOf(/** @type {Record<string, boolean>} */ parts, /** @type {string} */ rule) {
  const judged = Object.values(parts);
  const right = judged.filter(Boolean).length;
  if (right === judged.length) return 1;
  if (rule === "all_or_nothing") return 0;
  if (rule === "halves") return judged.length - right === 1 ? 0.5 : 0;
  return right / judged.length;
}

/** @type {Record<string, (question: any, response: any) => Judged>} */
const GRADERS = {
  single: (question, response) => oneOf(question.options, response),

  multiple(question, response) {
    /** @type {Record<string, boolean>} */
    const parts = {};
    for (const option of question.options) parts[option.id] = response.includes(option.id) === option.correct;
    const credited = question.options.some((/** @type {any} */ option) => option.credit !== undefined);
    return { share: credited ? creditOf(question.options, response, parts) : shareOf(parts, question.partial), parts };
  },

  true_false(question, response) {
    const verdict = response.value === question.answer;
    const parts = { [String(response.value)]: verdict };
    if (!question.asks_reason) return { share: verdict ? 1 : 0, parts };
    const reason = oneOf(question.reason, response.reason);
    const share = question.partial === "all_or_nothing" ? Number(verdict) * Math.floor(reason.share) : (Number(verdict) + reason.share) / 2;
    return { share: verdict ? share : 0, parts: { ...reason.parts, ...parts } };
  },

  short(question, response) {
    const given = foldText(response);
    const right = question.accept.some((/** @type {string} */ word) => sameAnswer(word, response)) || fits(question.pattern, given, response);
    return { share: right ? 1 : 0, parts: { text: right } };
  },

  numeric(question, response) {
    const { values, unit } = readNumber(response);
    const [value, tolerance] = [Number(question.value), Number(question.tolerance)];
    const slack = tolerance + 1e-9 * Math.max(1, Math.abs(value));
    const right = !otherUnit(unit, question.unit ?? "") && values.some((given) => Math.abs(given - value) <= slack);
    return { share: right ? 1 : 0, parts: { text: right } };
  },

  match: (question, response) => each(question, question.pairs, (pair) => response[pair.id] === pair.choice),
  matrix: (question, response) => each(question, question.rows, (row) => response[row.id] === row.column),
  cloze: (question, response) =>
    each(question, question.gaps, (gap) => gap.accept.some((/** @type {string} */ word) => sameAnswer(word, response[gap.id]))),

  // Partial credit counts neighbours: one item out of place spoils its own surroundings, not the whole row.
  order(question, response) {
    const key = question.order;
    /** @type {Record<string, boolean>} */
    const parts = {};
    key.forEach((/** @type {string} */ id, /** @type {number} */ index) => (parts[id] = response[index] === id));
    if (Object.values(parts).every(Boolean) && response.length === key.length) return { share: 1, parts };
    if (question.partial === "all_or_nothing") return { share: 0, parts };
    const kept = key.slice(1).filter((/** @type {string} */ id, /** @type {number} */ index) => {
      const at = response.indexOf(id);
      return at > 0 && response[at - 1] === key[index];
    });
    const share = kept.length / Math.max(1, key.length - 1);
    return { share: question.partial === "halves" ? (key.length - 1 - kept.length <= 1 ? 0.5 : 0) : share, parts };
  },

  hotspot: (question, response) => each(question, question.regions, (region) => response.includes(region.id) === region.correct),
};

/**
 * What ticked options with a credit of their own are worth together. A wrong one without a credit takes its part away, as
 * a right one without brings its own: otherwise whoever ticks all of them would have full marks. Those are for the key alone.
 * `_worth` in builder/check/quizcredit.py is the twin of its sum.
 * @param {any[]} options @param {string[]} response @param {Record<string, boolean>} parts
 */
function creditOf(options, response, parts) {
  if (Object.values(parts).every(Boolean)) return 1;
  const keys = options.filter((option) => option.correct).length;
  const worth = (/** @type {any} */ option) => option.credit ?? (option.correct ? 100 / keys : -100 / (options.length - keys));
  const percent = options.filter((option) => response.includes(option.id)).reduce((sum, option) => sum + worth(option), 0);
  return percent < 100 ? clamp(percent / 100) : shareOf(parts, "every_decision");
}

function oneOf(/** @type {any[]} */ options, /** @type {string} */ chosen) {
  const option = options.find(({ id }) => id === chosen);
  const share = option ? clamp((option.credit ?? (option.correct ? 100 : 0)) / 100) : 0;
  return { share, parts: option ? { [option.id]: Boolean(option.correct) } : {} };
}

function each(/** @type {Question} */ question, /** @type {any[]} */ things, /** @type {(thing: any) => boolean} */ judge) {
  const parts = Object.fromEntries(things.map((thing) => [thing.id, judge(thing)]));
  return { share: shareOf(parts, question.partial), parts };
}

/** A pattern must fit the whole answer; one that this browser cannot read fits nothing. */
function fits(/** @type {string} */ pattern, /** @type {string} */ folded, /** @type {string} */ raw) {
  if (!pattern) return false;
  try {
    const whole = new RegExp(`^(?:${pattern})$`, "iu");
    return whole.test(folded) || whole.test(String(raw).trim());
  } catch {
    return false;
  }
}

const clamp = (/** @type {number} */ share) => Math.min(1, Math.max(0, share));
export const tidy = (/** @type {number} */ value) => Math.round(value * 1e6) / 1e6;

export { score } from "./score.js";
