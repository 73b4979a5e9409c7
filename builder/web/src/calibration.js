// Certainty-based marking after A. R. Gardner-Medwin (“Confidence assessment in the teaching of basic science”, Association for
// Learning Technology Journal 3, 1995): 1, 2 or 3 points when right, 0, −2 or −6 when wrong. Under it each level pays best
// within a range of being right: “very” from 80 %, “fairly” from 67 %, “not very” below that.

export const WHEN_RIGHT = [0, 1, 2, 3];
export const WHEN_WRONG = [0, 0, -2, -6];
/** The share of right answers at which each level is the best choice. @type {Record<number, [number, number]>} */
export const PAYS = { 1: [0, 2 / 3], 2: [2 / 3, 0.8], 3: [0.8, 1] };

/**
 * Points for one answer. A part of the credit lies between right and wrong in the same measure, so that no answer gains by
 * being a little less right. @param {number} share of the credit, 0 to 1 @param {number} level 1 to 3 @param {number} of points
 */
export function certaintyPoints(share, level, of) {
  return (WHEN_RIGHT[level] * share + WHEN_WRONG[level] * (1 - share)) * of;
}

/** @typedef {{ level: number, n: number, right: number }} Level  answers given with this certainty, and how many were right */

/** @param {{ state: string, certainty?: { level: number } }[]} results @returns {Level[]} surest first */
export function calibration(results) {
  return [3, 2, 1].map((level) => {
    const given = results.filter(({ certainty }) => certainty?.level === level);
    return { level, n: given.length, right: given.filter(({ state }) => state === "right").length };
  });
}

/**
 * What the levels say, in one word: `few` where there are too few answers to say anything, `surer` than right, `righter`
 * than sure, or `calibrated`. A level that is off by less than one answer is not off.
 * @param {Level[]} levels @returns {"few" | "surer" | "righter" | "calibrated"}
 */
export function verdict(levels) {
  if (sum(levels.map(({ n }) => n)) < 5) return "few";
  const short = sum(levels.map(({ level, n, right }) => Math.max(0, PAYS[level][0] * n - right)));
  const over = sum(levels.map(({ level, n, right }) => Math.max(0, right - PAYS[level][1] * n)));
  if (Math.max(short, over) < 1 - 1e-9) return "calibrated";
  return short >= over ? "surer" : "righter";
}

const sum = (/** @type {number[]} */ values) => values.reduce((all, value) => all + value, 0);
