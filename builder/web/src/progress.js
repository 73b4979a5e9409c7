// What a learner has done in one course, as plain JSON, and how two records of it become one. Nothing here touches a page.

/**
 * @typedef {{ revision: string, response: any, at?: number, [more: string]: any }} KeptAnswer
 * @typedef {{ attempt: number, submitted: boolean, at: number, questions: Record<string, KeptAnswer> }} KeptQuiz
 * @typedef {{ attempt: number, at: number, percent?: number, passed: boolean }} Outcome  a survey handed in counts as passed
 * @typedef {{ v: 1, begun: number, pages: Record<string, number>, last: { page: string, anchor: string, at: number } | null,
 *   quizzes: Record<string, KeptQuiz>, outcomes: Record<string, Outcome[]> }} Progress
 *   `begun` is when the learner last started fresh: of two records the one begun later is the only one that counts
 * @typedef {{ id: string, href: string, title: string, kind: string }} Stop
 * @typedef {{ course: string, title: string, pages: Stop[], search: string,
 *   completion: { viewed: boolean, quiz: string, evaluation: string }, questions: Record<string, Record<string, string>> }} Course
 */

/** Nothing done yet. @param {number} [begun] @returns {Progress} */
export function untouched(begun = 0) {
  return { v: 1, begun, pages: {}, last: null, quizzes: {}, outcomes: {} };
}

/** A record read from outside: anything that is not one of ours becomes an empty one. @param {any} found @returns {Progress} */
export function recognised(found) {
  if (!isRecord(found) || found.v !== 1) return untouched();
  const clean = untouched(number(found.begun));
  for (const [id, at] of entries(found.pages)) if (number(at)) clean.pages[id] = number(at);
  if (isRecord(found.last) && typeof found.last.page === "string") {
    clean.last = { page: found.last.page, anchor: String(found.last.anchor ?? ""), at: number(found.last.at) };
  }
  for (const [id, quiz] of entries(found.quizzes)) {
    if (!isRecord(quiz)) continue;
    const questions = Object.fromEntries(entries(quiz.questions).filter(([, answer]) => isRecord(answer) && typeof answer.revision === "string"));
    clean.quizzes[id] = { attempt: Math.max(1, number(quiz.attempt)), submitted: quiz.submitted === true, at: number(quiz.at), questions };
  }
  for (const [id, outcomes] of entries(found.outcomes)) {
    if (Array.isArray(outcomes)) clean.outcomes[id] = outcomes.filter((one) => isRecord(one) && number(one.at) > 0);
  }
  return clean;
}

/**
 * Two records as one: the newer answer to each question, every page that was read, every result. It does not matter which
 * comes first, nor how often it is done, so that windows can never undo one another.
 * @param {Progress} one @param {Progress} other @returns {Progress}
 */
export function merged(one, other) {
  if (one.begun !== other.begun) return structuredClone(one.begun > other.begun ? one : other);
  const both = untouched(one.begun);
  for (const id of keys(one.pages, other.pages)) both.pages[id] = Math.min(one.pages[id] ?? Infinity, other.pages[id] ?? Infinity);
  both.last = structuredClone(newer(one.last, other.last));
  for (const id of keys(one.quizzes, other.quizzes)) both.quizzes[id] = mergedQuiz(one.quizzes[id], other.quizzes[id]);
  for (const id of keys(one.outcomes, other.outcomes)) {
    const all = [...(one.outcomes[id] ?? []), ...(other.outcomes[id] ?? [])];
    both.outcomes[id] = [...new Map(all.map((outcome) => [`${outcome.at}/${outcome.attempt}`, outcome])).values()].sort((a, b) => a.at - b.at);
  }
  return both;
}

/** @param {KeptQuiz | undefined} one @param {KeptQuiz | undefined} other @returns {KeptQuiz} */
function mergedQuiz(one, other) {
  if (!one || !other) return structuredClone(/** @type {KeptQuiz} */ (one ?? other));
  const { attempt, submitted, at } = /** @type {KeptQuiz} */ (newer(one, other));
  /** @type {Record<string, KeptAnswer>} */
  const questions = {};
  for (const id of keys(one.questions, other.questions)) {
    questions[id] = structuredClone(/** @type {KeptAnswer} */ (newer(one.questions[id], other.questions[id])));
  }
  return { attempt, submitted, at, questions };
}

/**
 * Without what a rebuilt course no longer has: pages that are gone, questions that are gone or ask something else now.
 * Results stay: who passed has passed. @param {Progress} progress @param {Course} course @returns {Progress}
 */
export function fitting(progress, course) {
  const fit = structuredClone(progress);
  const known = new Set(course.pages.map((page) => page.id));
  for (const id of Object.keys(fit.pages)) if (!known.has(id)) delete fit.pages[id];
  if (fit.last && !known.has(fit.last.page)) fit.last = null;
  for (const [id, quiz] of Object.entries(fit.quizzes)) {
    const revisions = course.questions[id];
    if (!revisions) {
      delete fit.quizzes[id];
      continue;
    }
    for (const [question, answer] of Object.entries(quiz.questions)) {
      if (revisions[question] !== answer.revision) delete quiz.questions[question];
    }
  }
  return fit;
}

/**
 * A quiz as a page now has it, taken into the record. A page may hold only some of its questions; answers that are the same
 * as before keep their time. @param {Progress} progress @param {string} id @param {any} state @param {number} now
 */
export function noteQuiz(progress, id, state, now) {
  const kept = (progress.quizzes[id] ??= { attempt: 1, submitted: false, at: now, questions: {} });
  Object.assign(kept, { attempt: state.attempt, submitted: state.submitted, at: now });
  for (const [question, answer] of Object.entries(state.questions)) {
    const before = kept.questions[question];
    const at = before && same(before, answer) ? before.at : now;
    kept.questions[question] = { ...structuredClone(answer), at };
  }
}

/** A quiz handed in. @param {Progress} progress @param {string} id @param {Outcome} outcome */
export function noteOutcome(progress, id, outcome) {
  (progress.outcomes[id] ??= []).push(outcome);
}

const same = (/** @type {any} */ one, /** @type {any} */ other) => JSON.stringify({ ...one, at: 0 }) === JSON.stringify({ ...other, at: 0 });
const isRecord = (/** @type {any} */ value) => typeof value === "object" && value !== null && !Array.isArray(value);
const entries = (/** @type {any} */ value) => (isRecord(value) ? Object.entries(value).filter(([key]) => key !== "__proto__") : []);
const number = (/** @type {any} */ value) => (Number.isFinite(value) ? Number(value) : 0);
const keys = (/** @type {object} */ one, /** @type {object} */ other) => [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();

/** The newer of two; of two as old, the same one whichever comes first. @template {{ at?: number }} T @param {T | null | undefined} one @param {T | null | undefined} other @returns {T | null} */
function newer(one, other) {
  if (!one || !other) return one ?? other ?? null;
  if ((one.at ?? 0) !== (other.at ?? 0)) return (one.at ?? 0) > (other.at ?? 0) ? one : other;
  return JSON.stringify(one) >= JSON.stringify(other) ? one : other;
}
