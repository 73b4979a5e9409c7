// What was gained from a pre-test to its post-test: both are graded anew, on the questions that were asked both times.

import { score } from "./score.js";

/** @typedef {import("./score.js").Share} Share @typedef {{ before: Share, after: Share }} Both */

/**
 * @param {import("./grade.js").Question[]} questions asked now
 * @param {Record<string, { revision: string, response?: any }> | undefined} before the pre-test's answers
 * @param {Record<string, any>} after responses now
 * @returns {(Both & { n: number, objectives: Record<string, Both>, closed: number | null }) | null}
 *   `closed` is the normalised gain: the share, in whole percent, of what was missed before and is right now; null where
 *   nothing was missed, or nothing was gained. Nothing at all where no question was asked both times.
 */
export function gain(questions, before, after) {
  const both = questions.filter((question) => before?.[question.id]?.revision === question.revision);
  const first = score({ questions: both }, Object.fromEntries(both.map(({ id }) => [id, before?.[id].response ?? null])));
  const then = score({ questions: both }, after);
  if (!then.of) return null;
  const objectives = Object.fromEntries(
    Object.keys(then.objectives).map((id) => [id, { before: first.objectives[id], after: then.objectives[id] }]),
  );
  const open = first.of - first.points;
  const closed = open > 0 && then.points > first.points ? Math.floor((100 * (then.points - first.points)) / open + 1e-6) : null;
  return { n: both.length, before: shareOf(first), after: shareOf(then), objectives, closed };
}

const shareOf = (/** @type {Share} */ { points, of, percent }) => ({ points, of, percent });
