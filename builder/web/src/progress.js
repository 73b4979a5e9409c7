// What a learner has done in one course, as plain JSON: its shape, what is read from outside, what is added. Nothing here
// touches a page. How two records become one stands in joining.js.

/**
 * @typedef {{ revision: string, response: any, at?: number, [more: string]: any }} KeptAnswer
 * @typedef {{ attempt: number, submitted: boolean, at: number, sitting?: Record<string, any>,
 *   questions: Record<string, KeptAnswer>, past?: Record<string, KeptAnswer> }} KeptQuiz
 *   `sitting` belongs to the quiz's own script (sitting.js): which form is asked, since when, with how much time;
 *   `past` has the answers to other revisions of a question, by `id@revision`
 * @typedef {{ points: number, of: number, percent: number }} Share
 * @typedef {{ attempt: number, at: number, passed: boolean, late?: boolean, percent?: number, points?: number, of?: number,
 *   objectives?: Record<string, Share> }} Outcome  a survey handed in counts as passed; `late` took longer than planned
 * @typedef {{ serial: string, at: number, issued: number, of?: number }} Proof
 *   the number of this completion, when it was given out, and when the certificate was first printed (0: not yet), `of` a
 *   course that was completed then
 * @typedef {{ v: 1, begun: number, pages: Record<string, number>, last: { page: string, anchor: string, at: number } | null,
 *   quizzes: Record<string, KeptQuiz>, outcomes: Record<string, Outcome[]>, proof: Proof | null }} Progress
 *   `begun` is when the learner last started fresh: of two records the one begun later is the only one that counts
 * @typedef {{ id: string, href: string, title: string, kind: string }} Stop
 * @typedef {{ course: string, title: string, version?: string, language?: string, minutes?: number, pages: Stop[],
 *   search: string, worker: string, keeper: string, completion: { viewed: boolean, quiz: string, evaluation: string },
 *   objectives?: { id: string, text: string }[], questions: Record<string, Record<string, string>> }} Course
 */

/** The latest form of a record that these pages read. */
export const VERSION = 1;

/** Questions in the text are practice: what is answered there is kept apart from the test that asks them too. */
export const IN_TEXT = ":text";

/** Nothing done yet. @param {number} [begun] @returns {Progress} */
export function untouched(begun = 0) {
  return { v: VERSION, begun, pages: {}, last: null, quizzes: {}, outcomes: {}, proof: null };
}

/**
 * A record read from outside. What is not ours is left out, and `odd` hears of it.
 * @param {any} found @param {() => void} [odd] @returns {Progress}
 */
export function recognised(found, odd = () => {}) {
  if (!isRecord(found) || found.v !== VERSION) {
    odd();
    return untouched();
  }
  const clean = untouched(time(found.begun));
  for (const [id, at] of known(found.pages, time, odd)) clean.pages[id] = time(at);
  if (isRecord(found.last) && typeof found.last.page === "string") {
    clean.last = { page: found.last.page, anchor: String(found.last.anchor ?? ""), at: time(found.last.at) };
  } else if (found.last) odd();
  for (const [id, quiz] of known(found.quizzes, isRecord, odd)) {
    const answers = (/** @type {any} */ kept) => Object.fromEntries(known(kept, isAnswer, odd));
    clean.quizzes[id] = {
      attempt: Math.max(1, Math.floor(time(quiz.attempt))),
      submitted: quiz.submitted === true,
      at: time(quiz.at),
      ...(isRecord(quiz.sitting) && { sitting: quiz.sitting }),
      questions: answers(quiz.questions),
      ...(isRecord(quiz.past) && { past: answers(quiz.past) }),
    };
  }
  for (const [id, outcomes] of known(found.outcomes, Array.isArray, odd)) {
    clean.outcomes[id] = outcomes.filter(isOutcome);
    if (clean.outcomes[id].length !== outcomes.length) odd();
  }
  const { proof } = found;
  if (isRecord(proof) && typeof proof.serial === "string" && /^[0-9A-Z-]{4,40}$/.test(proof.serial)) {
    const [issued, of] = [time(proof.issued), time(proof.of)];
    clean.proof = { serial: proof.serial, at: time(proof.at), issued, ...(issued && of && { of }) };
  } else if (proof) odd();
  return clean;
}

/**
 * A quiz as a page now has it, taken into the record: the one question that has changed, or all of them. A window that
 * is an attempt behind another, or still answers what was handed in, has nothing to say any more.
 * @param {Progress} progress @param {string} id @param {any} state @param {number} now @param {string} [only]
 */
export function noteQuiz(progress, id, state, now, only) {
  const kept = (progress.quizzes[id] ??= { attempt: 1, submitted: false, at: now, questions: {} });
  if (state.attempt < kept.attempt) return;
  if (state.attempt === kept.attempt && kept.submitted && !state.submitted && !id.endsWith(IN_TEXT)) return;
  Object.assign(kept, { attempt: state.attempt, submitted: state.submitted, at: later(now, kept.at) });
  if (state.sitting) kept.sitting = structuredClone(state.sitting);
  for (const [question, answer] of Object.entries(state.questions)) {
    const before = kept.questions[question];
    if ((only !== undefined && question !== only) || (before && same(before, answer))) continue;
    if (before && before.revision !== answer.revision) (kept.past ??= {})[`${question}@${before.revision}`] = before;
    kept.questions[question] = { ...structuredClone(answer), at: later(now, before?.at) };
  }
}

/** A quiz handed in. @param {Progress} progress @param {string} id @param {Outcome} outcome */
export function noteOutcome(progress, id, outcome) {
  (progress.outcomes[id] ??= []).push(outcome);
}

/** Whether there is nothing in a record. @param {Progress} progress */
export function isEmpty(progress) {
  return [progress.pages, progress.quizzes, progress.outcomes].every((part) => Object.keys(part).length === 0);
}

/** Whether something was answered, and all that was is still asked, word for word. @param {Progress} progress @param {Course} course */
export function isOf(progress, course) {
  const given = Object.entries(progress.quizzes).flatMap(([id, quiz]) => {
    const revisions = course.questions[id.replace(IN_TEXT, "")] ?? {};
    const answers = Object.entries(quiz.questions).filter(([, answer]) => answer.response !== null);
    return answers.map(([question, answer]) => revisions[question] === answer.revision);
  });
  return given.length > 0 && given.every(Boolean);
}

/** Two answers to a question may not bear the same time, even when the clock was set back. */
const later = (/** @type {number} */ now, /** @type {number} */ before = 0) => Math.max(now, before + 1);
const same = (/** @type {any} */ one, /** @type {any} */ other) => JSON.stringify({ ...one, at: 0 }) === JSON.stringify({ ...other, at: 0 });
const isRecord = (/** @type {any} */ value) => typeof value === "object" && value !== null && !Array.isArray(value);
const time = (/** @type {any} */ value) => (Number.isFinite(value) && value > 0 ? Number(value) : 0);
const isAnswer = (/** @type {any} */ value) => isRecord(value) && typeof value.revision === "string" && isResponse(value.response);
const isOutcome = (/** @type {any} */ value) =>
  isRecord(value) && time(value.at) > 0 && typeof value.passed === "boolean" && (value.percent === undefined || (value.percent >= 0 && value.percent <= 100));

/** The entries of a mapping that are what they should be. */
function known(/** @type {any} */ value, /** @type {(value: any) => any} */ fits, /** @type {() => void} */ odd) {
  if (!isRecord(value)) {
    odd();
    return [];
  }
  const all = Object.entries(value);
  const good = all.filter(([key, one]) => key !== "__proto__" && fits(one));
  if (good.length !== all.length) odd();
  return good;
}

/** Texts, numbers, lists and mappings of them, and a case's parts: what a form gives. @param {any} value @param {number} [depth] @returns {boolean} */
function isResponse(value, depth = 0) {
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return true;
  return typeof value === "object" && depth < 4 && Object.values(value).every((/** @type {any} */ one) => isResponse(one, depth + 1));
}
