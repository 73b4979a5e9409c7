// What a learner hands to an organiser: the results with a name, and the evaluation without one.

import { sealed } from "./seal.js";
import { bestOf, standing } from "./standing.js";

/** @typedef {import("./progress.js").Course} Course */
/** @typedef {import("./progress.js").Progress} Progress */
/** @typedef {import("./progress.js").Outcome} Outcome */

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A number that no other completion has, easy to read out: no I, L, O or U. @param {Iterable<number>} [chance] */
export function newSerial(chance = crypto.getRandomValues(new Uint8Array(12))) {
  const signs = [...chance].map((byte) => LETTERS[byte % 32]).join("");
  return `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`;
}

/** The day as the learner's calendar has it. @param {number} at */
export function day(at) {
  const when = new Date(at);
  return `${when.getFullYear()}-${String(when.getMonth() + 1).padStart(2, "0")}-${String(when.getDate()).padStart(2, "0")}`;
}

/**
 * The results as `lactern schema results` describes them. Nothing of the evaluation is in them but that it was filled in.
 * @param {Course} course @param {Progress} progress @param {{ name: string, licence: string }} learner
 * @param {string} serial @param {number} now
 */
export function results(course, progress, learner, serial, now) {
  const state = standing(course, progress);
  const moment = (/** @type {number} */ at) => (at ? new Date(at).toISOString() : "");
  const tests = course.pages.filter((page) => page.kind === "quiz" && progress.outcomes[quizOf(page)]?.some((outcome) => outcome.percent !== undefined));
  const begun = Math.min(...Object.values(progress.pages), ...Object.values(progress.outcomes).flat().map((outcome) => outcome.at));
  return {
    lactern: "results",
    v: 1,
    course: { id: course.course, title: course.title, version: course.version ?? "", language: course.language ?? "" },
    learner: { name: learner.name, licence: learner.licence },
    serial,
    self_reported: true,
    minutes: course.minutes ?? 0,
    complete: state.complete,
    begun: moment(Number.isFinite(begun) ? begun : 0),
    completed: moment(state.complete ? state.at : 0),
    completed_on: state.complete ? day(state.at) : "",
    made: moment(now),
    parts: { asked: state.viewed.asked, read: state.read, of: state.of },
    test: { asked: state.test.asked, passed: state.test.asked && state.test.done },
    evaluation: { asked: state.evaluation.asked, filled_in: state.evaluation.asked && state.evaluation.done },
    quizzes: tests.map((page) => outcomeOf(course, page, progress.outcomes[quizOf(page)], moment)),
  };
}

/** @param {Course} course @param {import("./progress.js").Stop} page @param {Outcome[]} outcomes @param {(at: number) => string} moment */
function outcomeOf(course, page, outcomes, moment) {
  const scored = outcomes.filter((outcome) => outcome.percent !== undefined);
  const best = bestOf(scored);
  const text = (/** @type {string} */ id) => course.objectives?.find((objective) => objective.id === id)?.text ?? "";
  return {
    id: quizOf(page),
    title: page.title,
    passed: scored.some((outcome) => outcome.passed),
    best: best.percent ?? 0,
    best_longer_than_planned: Boolean(best.late),
    attempts: scored.map(({ attempt, at, percent = 0, points = 0, of = 0, passed, late }) => ({
      attempt, at: moment(at), percent, points: tidy(points), of: tidy(of), passed, longer_than_planned: Boolean(late),
    })),
    objectives: Object.entries(best.objectives ?? {}).map(([id, { points, of, percent }]) => ({ id, text: text(id), points: tidy(points), of: tidy(of), percent })),
  };
}

/** The file's text. @param {ReturnType<typeof results>} content */
export const resultsFile = (content) => sealed(content);

/** The same as one line of a table, in the columns of `lactern collect`. @param {ReturnType<typeof results>} content */
export function resultsTable(content) {
  const { course, learner, parts, test, evaluation } = content;
  const attempts = content.quizzes.flatMap((quiz) => [
    [`${quiz.id} best %`, quiz.best],
    [`${quiz.id} longer than planned`, quiz.best_longer_than_planned],
    [`${quiz.id} passed`, quiz.passed],
    [`${quiz.id} attempts`, quiz.attempts.length],
    ...quiz.objectives.map((objective) => [`${quiz.id} ${objective.id} %`, objective.percent]),
  ]);
  const columns = [
    ["name", learner.name], ["licence", learner.licence], ["course", course.id], ["title", course.title],
    ["version", course.version], ["complete", content.complete], ["completed on", content.completed_on],
    ["minutes", content.minutes], ["parts read", parts.read], ["parts", parts.of],
    ["test passed", test.asked ? test.passed : ""], ["evaluation filled in", evaluation.asked ? evaluation.filled_in : ""],
    ["serial", content.serial], ["self-reported", content.self_reported], ["made", content.made], ...attempts,
  ];
  return table([columns.map(([name]) => name), columns.map(([, value]) => value)]);
}

/**
 * An evaluation's answers, without a name, a serial or a time finer than the day.
 * @param {Course} course @param {{ id: string, title: string }} quiz @param {{ id: string, asks: string, said: string, response: any }[]} answers
 * @param {number} now
 */
export function evaluation(course, quiz, answers, now) {
  return {
    lactern: "evaluation",
    v: 1,
    course: { id: course.course, title: course.title, version: course.version ?? "", language: course.language ?? "" },
    quiz,
    on: day(now),
    answers,
  };
}

/**
 * Rows as CSV (RFC 4180) that spreadsheets open as it is meant: a byte-order mark for the letters, and an apostrophe before
 * what they would take for a formula. @param {any[][]} rows
 */
export function table(rows) {
  const cell = (/** @type {any} */ value) => {
    const text = typeof value === "boolean" ? (value ? "yes" : "no") : String(value ?? "");
    const plain = typeof value === "string" && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
    return /[",\r\n;]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

const quizOf = (/** @type {import("./progress.js").Stop} */ page) => page.id.slice("quiz-".length);
const tidy = (/** @type {number} */ value) => Math.round(value * 100) / 100;
