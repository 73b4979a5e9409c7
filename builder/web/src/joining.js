// How two records of one course become one, and how a record is seen by the course as it is built now.

/** @typedef {import("./progress.js").Progress} Progress */
/** @typedef {import("./progress.js").KeptQuiz} KeptQuiz */
/** @typedef {import("./progress.js").KeptAnswer} KeptAnswer */
/** @typedef {import("./progress.js").Proof} Proof */

import { IN_TEXT, untouched } from "./progress.js";

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
  for (const id of keys(one.quizzes, other.quizzes)) both.quizzes[id] = mergedQuiz(id, one.quizzes[id], other.quizzes[id]);
  for (const id of keys(one.outcomes, other.outcomes)) {
    const all = [...(one.outcomes[id] ?? []), ...(other.outcomes[id] ?? [])];
    both.outcomes[id] = [...new Map(all.map((outcome) => [`${outcome.at}/${outcome.attempt}`, outcome])).values()].sort((a, b) => a.at - b.at);
  }
  both.proof = mergedProof(one.proof, other.proof);
  return both;
}

/**
 * A later attempt stands over an earlier one, and what was handed in over what was not, with all its answers, however late
 * somebody still types elsewhere; else the newer answer stands. An answer to another revision of a question is never lost:
 * it is put by. @param {string} id @param {KeptQuiz | undefined} one @param {KeptQuiz | undefined} other @returns {KeptQuiz}
 */
function mergedQuiz(id, one, other) {
  if (!one || !other) return structuredClone(/** @type {KeptQuiz} */ (one ?? other));
  // Questions in the text are several forms in one record: one that is finished says nothing about the others.
  const settled = (/** @type {KeptQuiz} */ quiz) => Number(quiz.submitted && !id.endsWith(IN_TEXT));
  const ahead = one.attempt - other.attempt || settled(one) - settled(other) || settled(one) * (one.at - other.at);
  const same = ahead === 0;
  const [first, second] = ahead < 0 ? [other, one] : [one, other];
  const { attempt, submitted, at, sitting } = same ? /** @type {KeptQuiz} */ (newer(one, other)) : first;
  const [mine, theirs] = [answers(first), answers(second)];
  /** @type {Record<string, KeptAnswer>} */
  const all = {};
  for (const key of keys(mine, theirs)) {
    all[key] = /** @type {KeptAnswer} */ (same ? newer(mine[key], theirs[key]) : mine[key] ?? theirs[key]);
  }
  const merged = sorted(all, (id) => newest(all, id));
  return structuredClone({ attempt, submitted, at, ...(sitting && { sitting }), ...merged });
}

/** Two records of different beginnings as one, as from two devices. @param {Progress} one @param {Progress} other @returns {Progress} */
export function joinedWith(one, other) {
  return merged({ ...one, begun: 0 }, { ...other, begun: 0 });
}

/**
 * As the course now asks: the answers to the questions as they stand, all others put by. Nothing is thrown away; an older
 * copy of the course in another window still finds its own. Results stay: who passed has passed.
 * @param {Progress} progress @param {import("./progress.js").Course} course @returns {Progress}
 */
export function fitting(progress, course) {
  const fit = structuredClone(progress);
  for (const [id, quiz] of Object.entries(fit.quizzes)) {
    const revisions = course.questions[id.replace(IN_TEXT, "")] ?? {};
    const fitted = sorted(answers(quiz), (question) => revisions[question] ?? "");
    delete quiz.past;
    Object.assign(quiz, fitted);
  }
  return fit;
}

/** All answers of a quiz by `id@revision`. @param {KeptQuiz} quiz @returns {Record<string, KeptAnswer>} */
function answers(quiz) {
  const own = Object.entries(quiz.questions).map(([id, answer]) => [`${id}@${answer.revision}`, answer]);
  return { ...quiz.past, ...Object.fromEntries(own) };
}

/** Answers as they are kept: those of the wanted revisions by question, the others by. */
function sorted(/** @type {Record<string, KeptAnswer>} */ all, /** @type {(id: string) => string} */ wanted) {
  /** @type {Record<string, KeptAnswer>} */
  const questions = {};
  /** @type {Record<string, KeptAnswer>} */
  const past = {};
  for (const key of Object.keys(all).sort()) {
    const id = key.slice(0, key.lastIndexOf("@"));
    if (all[key].revision === wanted(id)) questions[id] = all[key];
    else past[key] = all[key];
  }
  return Object.keys(past).length ? { questions, past } : { questions };
}

/** The revision of the newest answer to a question. */
function newest(/** @type {Record<string, KeptAnswer>} */ all, /** @type {string} */ id) {
  const own = Object.entries(all).filter(([key]) => key.slice(0, key.lastIndexOf("@")) === id);
  return own.map(([, answer]) => answer).reduce((one, other) => /** @type {KeptAnswer} */ (newer(one, other))).revision;
}

/** The number that was given out first, and the first day of printing for what was completed last. @param {Proof | null} one @param {Proof | null} other @returns {Proof | null} */
function mergedProof(one, other) {
  if (!one || !other) return structuredClone(one ?? other);
  const [{ serial, at }] = [one, other].sort((a, b) => a.at - b.at || (a.serial < b.serial ? -1 : 1));
  const printed = [one, other].filter((proof) => proof.serial === serial && proof.issued);
  const of = Math.max(0, ...printed.map((proof) => proof.of ?? 0));
  const issued = printed.filter((proof) => (proof.of ?? 0) === of).map((proof) => proof.issued);
  return { serial, at, issued: issued.length ? Math.min(...issued) : 0, ...(of && { of }) };
}

const keys = (/** @type {object} */ one, /** @type {object} */ other) => [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();

/** The newer of two; of two as old, the same one whichever comes first. @template {{ at?: number }} T @param {T | null | undefined} one @param {T | null | undefined} other @returns {T | null} */
function newer(one, other) {
  if (!one || !other) return one ?? other ?? null;
  if ((one.at ?? 0) !== (other.at ?? 0)) return (one.at ?? 0) > (other.at ?? 0) ? one : other;
  return JSON.stringify(one) >= JSON.stringify(other) ? one : other;
}
