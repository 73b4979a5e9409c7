// Ties the quizzes of a page to the learner's record, and says what comes after the test and the evaluation.

import { asked, download } from "./handover.js";
import { make } from "./pieces.js";
import { IN_TEXT, noteOutcome, noteQuiz } from "./progress.js";
import { mountQuizzes, quizState, restoreQuiz, tellBefore } from "./quiz.js";
import { evaluation as evaluationFile, table } from "./results.js";
import { sealed } from "./seal.js";
import { standing } from "./standing.js";

/**
 * @param {import("./notebook.js").Notebook} notebook @param {any} words @param {import("./pieces.js").Say} say
 * @param {() => void} changed
 */
export function wireQuizzes(notebook, words, say, changed) {
  const containers = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("main [data-quiz]")]);
  // On a page of its own a quiz comes right under the page's heading.
  for (const container of containers) if (container.closest("[data-quiz-page]")) container.dataset.level = "2";
  mountQuizzes(document, {
    words,
    saved: Object.fromEntries(containers.map(({ dataset: { quiz = "" } }) => [quiz, notebook.progress.quizzes[kept(quiz)]])),
    before: notebook.progress.quizzes,
    onChange(quiz, state, detail) {
      notebook.note((progress, now) => {
        noteQuiz(progress, kept(quiz), state, now, detail.question ?? "");
        if (detail.mode === "survey") noteOutcome(progress, quiz, { attempt: detail.attempt, at: now, passed: true });
        else if (detail.score && whole(quiz)) {
          const { percent, passed, points, of, objectives } = detail.score;
          noteOutcome(progress, quiz, { attempt: detail.attempt, at: now, late: detail.late, percent, passed, points, of, objectives });
        } else if (detail.mode === "exam" && whole(quiz)) {
          // A pre-test: it is done, and that is all.
          noteOutcome(progress, quiz, { attempt: detail.attempt, at: now, passed: true });
        }
      });
      if ("mode" in detail) {
        notebook.write();
        changed();
      }
    },
  });

  return {
    /** Put back what another window has answered; what is under somebody's hands stays as it is. */
    restore() {
      for (const container of containers) {
        tellBefore(container, notebook.progress.quizzes);
        const saved = notebook.progress.quizzes[kept(container.dataset.quiz ?? "")];
        if (saved && differs(container, saved)) putBack(container, saved);
      }
    },
    /** What to do next, under a quiz that has been handed in. */
    show() {
      const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-after]"));
      if (!place) return;
      const quiz = /** @type {HTMLElement | null} */ (place.closest("[data-quiz-page]"))?.dataset.quizPage ?? "";
      place.closest("[data-quiz-page]")?.querySelector(".quiz-result")?.after(place);
      place.replaceChildren(...comesNext(notebook, quiz, say));
      place.hidden = !place.childNodes.length;
    },
  };
}

/** Only a quiz on a page of its own is a test; questions in the text are not. */
const whole = (/** @type {string} */ quiz) => Boolean(document.querySelector(`[data-quiz-page="${CSS.escape(quiz)}"]`));

/** Under which name a quiz stands in the record. @param {string} quiz */
const kept = (quiz) => (whole(quiz) ? quiz : quiz + IN_TEXT);

/** Everything that is saved but the question that somebody is at. @param {HTMLElement} container @param {import("./progress.js").KeptQuiz} saved */
function putBack(container, saved) {
  const active = /** @type {HTMLElement | null} */ (container.contains(document.activeElement) ? document.activeElement : null);
  let asked = active?.closest(".q[data-question]");
  while (asked?.parentElement?.closest(".q[data-question]")) asked = asked.parentElement.closest(".q[data-question]");
  const held = asked?.getAttribute("data-question") ?? "";
  const mine = held && saved.attempt === quizState(container)?.attempt && !saved.submitted ? quizState(container)?.questions[held] : undefined;
  restoreQuiz(container, mine ? { ...saved, questions: { ...saved.questions, [held]: mine } } : saved);
  if (active?.isConnected && document.activeElement !== active) active.focus({ preventScroll: true });
}

function differs(/** @type {HTMLElement} */ container, /** @type {import("./progress.js").KeptQuiz} */ saved) {
  const state = quizState(container);
  if (!state) return false;
  const plain = (/** @type {any} */ answer) => JSON.stringify(answer?.response ?? null) + Boolean(answer?.checked);
  const asked = [...container.querySelectorAll(".q[data-question]")].map((el) => el.getAttribute("data-question") ?? "");
  const sat = (/** @type {any} */ of) => JSON.stringify([of.attempt, of.submitted, of.sitting ?? {}]);
  return sat(state) !== sat(saved) || asked.some((id) => plain(state.questions[id]) !== plain(saved.questions[id]));
}

/** @param {import("./notebook.js").Notebook} notebook @param {string} quiz @param {import("./pieces.js").Say} say */
function comesNext(notebook, quiz, say) {
  const { course, progress } = notebook;
  const state = standing(course, progress);
  const { quiz: test, evaluation } = course.completion;
  const link = (/** @type {string} */ page, /** @type {string} */ word) => {
    const stop = course.pages.find((one) => one.id === page);
    return stop ? [" ", make("a", "button", [say(word)], { href: stop.href })] : [];
  };
  if (progress.quizzes[quiz]?.submitted && document.querySelector("main [data-pretest]")) {
    const first = course.pages.find((page) => page.kind === "section");
    return first ? [make("a", "button", [say("quiz.begin-course")], { href: first.href })] : [];
  }
  if (quiz === test && state.test.done) {
    if (evaluation && !state.evaluation.done) return [say("quiz.passed-next"), ...link(`quiz-${evaluation}`, "quiz.to-evaluation")];
    return [say("quiz.passed-certificate"), ...link("certificate", "quiz.to-certificate")];
  }
  if (quiz === evaluation && state.evaluation.done) {
    const ways = ["json", "csv"].map((kind) => {
      const save = make("button", "quiet", [say(kind === "json" ? "quiz.save-answers" : "quiz.save-answers-table")], { type: "button" });
      save.addEventListener("click", () => handOver(course, quiz, kind));
      return save;
    });
    return [...link("certificate", "quiz.to-certificate").slice(1), ...ways];
  }
  return [];
}

/** A survey's answers as a file: without a name, a number or the hour. @param {import("./progress.js").Course} course @param {string} quiz @param {string} kind */
function handOver(course, quiz, kind) {
  const form = document.querySelector("main [data-quiz]");
  if (!form) return;
  const answers = asked(form, quizState(form)?.questions ?? {});
  const title = course.pages.find((page) => page.id === `quiz-${quiz}`)?.title ?? quiz;
  const name = `${course.course}-${quiz}-answers`;
  if (kind === "json") download(sealed(evaluationFile(course, { id: quiz, title }, answers, Date.now())), `${name}.json`, "application/json");
  else download(table([["question", "asks", "answer"], ...answers.map(({ id, asks, said }) => [id, asks, said])]), `${name}.csv`, "text/csv");
}
