// Ties the quizzes of a page to the learner's record, and says what comes after the test and the evaluation.

import { asText, download } from "./handover.js";
import { make } from "./pieces.js";
import { noteOutcome, noteQuiz } from "./progress.js";
import { mountQuizzes, quizState, restoreQuiz } from "./quiz.js";
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
    saved: notebook.progress.quizzes,
    onChange(quiz, state, detail) {
      notebook.note((progress, now) => {
        noteQuiz(progress, quiz, state, now);
        if (detail.mode === "survey") noteOutcome(progress, quiz, { attempt: detail.attempt, at: now, passed: true });
        else if (detail.score && whole(quiz)) {
          const { percent, passed } = detail.score;
          noteOutcome(progress, quiz, { attempt: detail.attempt, at: now, percent, passed });
        }
      });
      if ("mode" in detail) {
        notebook.write();
        changed();
      }
    },
  });

  return {
    /** Put back what another window has answered, but never under somebody's hands. */
    restore() {
      for (const container of containers) {
        const saved = notebook.progress.quizzes[container.dataset.quiz ?? ""];
        if (saved && !container.contains(document.activeElement) && differs(container, saved)) restoreQuiz(container, saved);
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

function differs(/** @type {HTMLElement} */ container, /** @type {import("./progress.js").KeptQuiz} */ saved) {
  const state = quizState(container);
  if (!state) return false;
  const plain = (/** @type {any} */ answer) => JSON.stringify(answer?.response ?? null) + Boolean(answer?.checked);
  const asked = [...container.querySelectorAll(".q[data-question]")].map((el) => el.getAttribute("data-question") ?? "");
  return state.submitted !== saved.submitted || asked.some((id) => plain(state.questions[id]) !== plain(saved.questions[id]));
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
  if (quiz === test && state.test.done) {
    if (evaluation && !state.evaluation.done) return [say("quiz.passed-next"), ...link(`quiz-${evaluation}`, "quiz.to-evaluation")];
    return [say("quiz.passed-certificate"), ...link("certificate", "quiz.to-certificate")];
  }
  if (quiz === evaluation && state.evaluation.done) {
    const save = make("button", "quiet", [say("quiz.save-answers")], { type: "button" });
    save.addEventListener("click", () => {
      const form = document.querySelector("main [data-quiz]");
      if (form) download(asText(form, say("quiz.no-answer")), `${course.course}-${quiz}.txt`);
    });
    return [...link("certificate", "quiz.to-certificate").slice(1), save];
  }
  return [];
}
