// How far a learner has come: what is read, passed, filled in, what comes next, and whether the certificate is earned.

/** @typedef {import("./progress.js").Progress} Progress */
/** @typedef {import("./progress.js").Course} Course */
/** @typedef {import("./progress.js").Stop} Stop */
/** @typedef {{ asked: boolean, done: boolean, at: number }} Condition */

/**
 * @param {Course} course @param {Progress} progress
 * @returns {{ read: number, of: number, share: number, viewed: Condition, test: Condition & { best: number | null, tries: number },
 *   evaluation: Condition, complete: boolean, at: number, begun: boolean }}
 */
export function standing(course, progress) {
  const parts = sections(course);
  const times = parts.map((page) => progress.pages[page.id]).filter((at) => at !== undefined);
  const { quiz, evaluation } = course.completion;
  const outcomes = progress.outcomes[quiz] ?? [];
  const viewed = { asked: course.completion.viewed, done: times.length === parts.length, at: Math.max(0, ...times) };
  const test = {
    ...handedIn(progress, quiz),
    best: bestOf(outcomes)?.percent ?? (outcomes.length ? 0 : null),
    tries: outcomes.length,
  };
  const filled = handedIn(progress, evaluation);
  const asked = [viewed, test, filled].filter((condition) => condition.asked);
  const steps = parts.length + Number(test.asked) + Number(filled.asked);
  const done = times.length + Number(test.asked && test.done) + Number(filled.asked && filled.done);
  return {
    read: times.length,
    of: parts.length,
    share: steps ? done / steps : 0,
    viewed,
    test,
    evaluation: filled,
    complete: asked.length > 0 && asked.every((condition) => condition.done),
    at: Math.max(0, ...asked.map((condition) => condition.at)),
    begun: Boolean(progress.last) || times.length > 0 || Object.keys(progress.quizzes).length > 0,
  };
}

/**
 * Where to go on: the page that was left unfinished, else the next part that is not read, then the test, the evaluation
 * and the certificate. @param {Course} course @param {Progress} progress @returns {{ page: Stop, anchor: string } | null}
 */
export function goOnAt(course, progress) {
  const { last } = progress;
  const left = last && course.pages.find((page) => page.id === last.page);
  if (left && left.kind === "section" && progress.pages[left.id] === undefined) return { page: left, anchor: last.anchor };
  const state = standing(course, progress);
  const quizPage = (/** @type {string} */ id) => course.pages.find((page) => page.id === `quiz-${id}`);
  const next =
    sections(course).find((page) => progress.pages[page.id] === undefined) ??
    (state.test.asked && !state.test.done ? quizPage(course.completion.quiz) : undefined) ??
    (state.evaluation.asked && !state.evaluation.done ? quizPage(course.completion.evaluation) : undefined) ??
    course.pages.find((page) => page.kind === "certificate") ??
    course.pages[0];
  return next ? { page: next, anchor: "" } : null;
}

/** Whether a page's part is done, and in which word: read, passed, done. @param {Course} course @param {Progress} progress @param {Stop} page */
export function mark(course, progress, page) {
  if (page.kind === "section") return progress.pages[page.id] === undefined ? "" : "page-read";
  if (page.kind === "quiz") {
    const id = page.id.slice("quiz-".length);
    const outcomes = progress.outcomes[id] ?? [];
    if (outcomes.some((outcome) => outcome.passed)) return outcomes.some((outcome) => outcome.percent !== undefined) ? "test-passed" : "done";
    return outcomes.length ? "test-not-passed" : "";
  }
  return page.kind === "certificate" && standing(course, progress).complete ? "done" : "";
}

/**
 * When the certificate was first printed, 0 where it was not: what was printed before the course was completed is none of it.
 * @param {import("./progress.js").Proof} proof @param {number} completed
 */
export function issuedFor({ issued }, completed) {
  return issued >= completed ? issued : 0;
}

const sections = (/** @type {Course} */ course) => course.pages.filter((page) => page.kind === "section");

/**
 * The attempt that counts: the best of those that were passed, else of all. More points do not pass a test in which
 * something that must be right was wrong. @param {import("./progress.js").Outcome[]} outcomes
 */
export function bestOf(outcomes) {
  const scored = outcomes.filter((outcome) => outcome.percent !== undefined);
  const passed = scored.filter((outcome) => outcome.passed);
  const [first, ...others] = passed.length ? passed : scored;
  return others.reduce((one, other) => ((other.percent ?? 0) > (one.percent ?? 0) ? other : one), first);
}

/** @param {Progress} progress @param {string} quiz @returns {Condition} */
function handedIn(progress, quiz) {
  const passed = (progress.outcomes[quiz] ?? []).filter((outcome) => outcome.passed).map((outcome) => outcome.at);
  return { asked: Boolean(quiz), done: passed.length > 0, at: passed.length ? Math.min(...passed) : 0 };
}
