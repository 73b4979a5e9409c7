// What a whole quiz comes to: points, percent, objectives, and whether it is passed.

import { calibration } from "./calibration.js";
import { NEVER_SCORED, answered, grade, tidy } from "./grade.js";

/**
 * @typedef {import("./grade.js").Result} Result
 * @typedef {import("./grade.js").Question} Question
 * @typedef {{ points: number, of: number, percent: number }} Share
 * @typedef {Share & { passed: boolean, answered: number, total: number, must_missed: string[],
 *   objectives: Record<string, Share>, missed: Record<string, string[]>, results: Record<string, Result>,
 *   certainty?: { points: number, of: number, levels: import("./calibration.js").Level[] } }} Score
 *   `missed` are the questions of each objective that are not right, a case's parts by themselves
 */

/**
 * Score a quiz. The pass mark goes by accuracy alone: certainty points are told beside it, since a learner who is right
 * but unsure has still answered rightly. Every must-pass question has to be right, whatever the total.
 * @param {{ pass?: number, questions: Question[] }} quiz
 * @param {Record<string, any>} responses by question id
 * @param {Record<string, number | Record<string, number>>} [certainties] by question id
 * @returns {Score}
 */
export function score(quiz, responses, certainties = {}) {
  /** @type {Record<string, Result>} */
  const results = {};
  for (const question of quiz.questions) {
    results[question.id] = grade(question, responses[question.id], certainties[question.id] ?? 0);
  }
  const leaves = quiz.questions.flatMap((question) => leavesOf(question, results[question.id]));
  const graded = leaves.filter(({ result }) => result.of > 0);
  const total = share(graded.map(({ result }) => result));
  const must = leaves.filter(({ question, result }) => question.must_pass && result.state !== "right" && hasKey(question));
  /** @type {Record<string, Result[]>} */
  const sorted = {};
  for (const { objective, result } of graded) if (objective) (sorted[objective] ??= []).push(result);
  /** @type {Record<string, string[]>} */
  const missed = {};
  for (const { question, objective, result } of graded) if (objective && result.state !== "right") (missed[objective] ??= []).push(question.id);
  const sure = leaves.map(({ result }) => result.certainty).filter((certainty) => certainty !== undefined);
  return {
    ...total,
    passed: must.length === 0 && reaches(total, quiz.pass ?? 0),
    answered: quiz.questions.filter((question) => answered(question, responses[question.id])).length,
    total: quiz.questions.length,
    must_missed: must.map(({ question }) => question.id),
    objectives: Object.fromEntries(Object.keys(sorted).sort().map((id) => [id, share(sorted[id])])),
    missed,
    results,
    ...(sure.length && {
      certainty: { points: tidy(sum(sure.map((c) => c.points))), of: tidy(sum(sure.map((c) => c.of))), levels: calibration(leaves.map(({ result }) => result)) },
    }),
  };
}

/** A question, or the parts of a case, which inherit its objective. */
function leavesOf(/** @type {Question} */ question, /** @type {Result} */ result) {
  /** @type {{ question: Question, result: Result, objective: string }[]} */
  const leaves = [];
  if (question.type !== "case") return [{ question, result, objective: question.objective ?? "" }];
  if (question.must_pass) leaves.push({ question, result: { ...result, points: 0, of: 0 }, objective: "" });
  for (const part of question.parts) {
    leaves.push({ question: part, result: result.parts[part.id], objective: part.objective ?? question.objective ?? "" });
  }
  return leaves;
}

/** Thoughts, ratings and hands are never right, so nothing can hang on them. @param {Question} question @returns {boolean} */
function hasKey(question) {
  return question.type === "case" ? question.parts.some(hasKey) : !NEVER_SCORED.has(question.type);
}

/** The percentage is rounded down, so that nobody reads “80 %” and is not passed. */
function share(/** @type {Result[]} */ results) {
  const points = tidy(sum(results.map((result) => result.points)));
  const of = tidy(sum(results.map((result) => result.of)));
  return { points, of, percent: of ? Math.floor((100 * points) / of + 1e-6) : 0 };
}

const reaches = (/** @type {Share} */ total, /** @type {number} */ mark) => 100 * total.points >= mark * total.of - 1e-4 && (total.of > 0 || mark === 0);
const sum = (/** @type {number[]} */ values) => values.reduce((all, value) => all + value, 0);
