// One quiz as it stands on a page: its rules, its questions' elements, and what the learner has given so far.

import { answered, grade } from "./grade.js";
import { showSpots } from "./hotspot.js";
import { firstField } from "./goto.js";
import { showUsed } from "./matching.js";
import { markEnds } from "./ordering.js";
import { make, speaker } from "./pieces.js";
import { arrange } from "./arrange.js";
import { partElement, readCertainty, readResponse, saidHowSure, writeCertainty, writeResponse } from "./responses.js";
import { score } from "./score.js";
import { layForm } from "./sitting.js";
import { unclearParts } from "./units.js";

/** @typedef {import("./grade.js").Question} Question */
/** @typedef {number | Record<string, number>} Certainty  1 to 3, 0 for none; by part for a case */
/** @typedef {{ revision: string, response: any, certainty?: Certainty, flagged?: boolean, checked?: boolean, shown?: boolean,
 *   tries?: number, kept?: boolean, laid?: number, result?: import("./grade.js").Result | null }} Answer
 *   `laid` is the attempt whose order of options was answered in */
/** @typedef {{ attempt: number, submitted: boolean, sitting?: import("./sitting.js").Sitting, questions: Record<string, Answer> }} Saved  plain JSON */

export class AnswerSheet {
  /** @param {HTMLElement} container @param {import("./pieces.js").Words} words */
  constructor(container, words) {
    this.container = container;
    this.form = /** @type {HTMLFormElement} */ (container.querySelector(".quiz-form"));
    this.quiz = JSON.parse(container.querySelector(".quiz-data")?.textContent ?? "{}");
    this.words = words;
    this.say = speaker(words);
    this.attempt = 1;
    this.submitted = false;
    /** @type {import("./sitting.js").Sitting} */
    this.sitting = {};
    /** @type {Record<string, Answer>} */
    this.answers = {};
    /** What the learner answered in this quiz's pre-test. @type {Record<string, Answer> | undefined} */
    this.before = undefined;
    /** The questions that are asked, in order. @type {Question[]} */
    this.asked = [];
    layForm(this);
    this.live = make("p", "q-live", [], { role: "status" });
    this.container.append(this.live);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.saying = undefined;
    /** Draws the page anew after saved answers have been put back; each mode sets its own. */
    this.refresh = () => {};
    /** What Enter in a field does. @type {(question: Question) => void} */
    this.enter = () => {};
  }

  /** The questions that are asked, in order; a bank may have more. @returns {Question[]} */
  get questions() {
    return this.asked;
  }

  /** @param {Question} question @returns {HTMLElement} */
  element(question) {
    return /** @type {HTMLElement} */ (this.form.querySelector(`.q[data-question="${CSS.escape(question.id)}"]`));
  }

  /** The question (not a case's part) an element of the page belongs to. @param {Element} inside */
  questionOf(inside) {
    return this.questions.find((question) => this.element(question).contains(inside));
  }

  /** @param {Question} question @returns {Answer} */
  answer(question) {
    return (this.answers[question.id] ??= { revision: question.revision, response: null });
  }

  /** @param {Question} question */
  isAnswered(question) {
    return this.lacks(question) === null;
  }

  /**
   * Why an answer cannot be taken yet, in words, and the field where that is mended; null where it can.
   * @param {Question} question @returns {{ said: string, field: HTMLElement | undefined } | null}
   */
  lacks(question) {
    const el = this.element(question);
    const { response, certainty } = this.answer(question);
    const [odd] = unclearParts(question, response);
    if (odd) {
      const said = odd.part.unit ? this.say("ask_unit", { unit: odd.part.unit }) : this.say("ask_number");
      return { said, field: firstField(odd.part === question ? el : partElement(el, odd.part.id)) };
    }
    if (!answered(question, response)) return { said: this.say("answer_first"), field: firstField(el) };
    if (this.quiz.certainty !== "required" || saidHowSure(el, question, certainty)) return null;
    return { said: this.say("certainty_first"), field: firstField(el) };
  }

  /** Take what stands in the form, and grade it if the key is here. @param {Question} question @param {boolean} graded */
  read(question, graded) {
    const el = this.element(question);
    const answer = this.answer(question);
    answer.response = readResponse(el, question);
    const certainty = readCertainty(el, question);
    if (certainty) answer.certainty = certainty;
    else delete answer.certainty;
    answer.result = graded && this.quiz.keys ? grade(question, answer.response, certainty) : null;
    return answer;
  }

  /** Put an answer into the form. @param {Question} question @param {any} response @param {Certainty} [certainty] */
  write(question, response, certainty = 0) {
    const el = this.element(question);
    writeResponse(el, question, response);
    writeCertainty(el, question, certainty);
    for (const list of el.querySelectorAll(".q-sequence")) markEnds(list);
    for (const bank of el.querySelectorAll(".q-bank")) showUsed(/** @type {HTMLElement} */ (bank.closest(".q")));
    for (const spots of el.querySelectorAll(".q-spots")) showSpots(/** @type {HTMLElement} */ (spots.closest(".q")));
    const answer = this.answer(question);
    answer.response = response;
    if (certainty) answer.certainty = certainty;
    else delete answer.certainty;
  }

  /** Lay options out as they were answered in. @param {Question} question */
  arrange(question) {
    arrange(this.element(question), question, this.quiz, this.answer(question).laid ?? 1, this.say("letters"));
  }

  /** Tell the page about an answer. @param {Question} question @param {"change" | "check" | "submit"} event */
  tell(question, event) {
    const { revision, response, result = null, certainty = 0 } = this.answer(question);
    const detail = { quiz: this.quiz.id, question: question.id, revision, response, result, certainty, attempt: this.attempt, event };
    this.element(question).dispatchEvent(new CustomEvent("lactern:answer", { bubbles: true, detail }));
  }

  /** Tell the page what the quiz comes to. */
  tellScore() {
    const { quiz, attempt, sitting } = this;
    const detail = { quiz: quiz.id, mode: quiz.mode, attempt, late: Boolean(sitting.late), score: quiz.keys ? this.score() : null };
    this.container.dispatchEvent(new CustomEvent("lactern:score", { bubbles: true, detail }));
  }

  score() {
    const of = (/** @type {keyof Answer} */ what) => Object.fromEntries(this.questions.map((q) => [q.id, this.answer(q)[what]]));
    return score({ ...this.quiz, questions: this.asked }, of("response"), of("certainty"));
  }

  /**
   * Have something spoken. It is said a moment later, so that it comes after the name of what has just received focus
   * instead of being cut off by it, and so that the same words are said twice when they are meant twice.
   * @param {string} text
   */
  announce(text) {
    clearTimeout(this.saying);
    this.live.textContent = "";
    if (text) this.saying = setTimeout(() => (this.live.textContent = text), 150);
  }

  /** @returns {Saved} */
  state() {
    return { attempt: this.attempt, submitted: this.submitted, sitting: { ...this.sitting }, questions: structuredClone(this.answers) };
  }

  /**
   * Put saved answers back, where the question is still the one that was answered.
   * @param {Saved | null | undefined} saved
   */
  restore(saved) {
    const same = (/** @type {Question} */ question) => saved?.questions?.[question.id]?.revision === question.revision;
    this.attempt = saved?.attempt ?? 1;
    this.sitting = { ...saved?.sitting };
    layForm(this);
    this.submitted = Boolean(saved?.submitted) && this.questions.every(same);
    // Handed in, and asked anew since: what is answered now is another attempt, and takes nothing from that one.
    if (saved?.submitted && !this.submitted) this.attempt += 1;
    this.answers = {};
    for (const question of this.quiz.questions) {
      const answer = same(question) ? structuredClone(saved?.questions[question.id]) : undefined;
      if (answer) this.answers[question.id] = answer;
      this.arrange(question);
      try {
        this.write(question, answer?.response ?? null, answer?.certainty);
      } catch {
        this.forget(question); // a store may hold anything
      }
    }
    try {
      this.refresh();
    } catch {
      for (const question of this.quiz.questions) this.forget(question);
      this.submitted = false;
      this.refresh();
    }
  }

  /** As if it had never been answered. @param {Question} question */
  forget(question) {
    delete this.answers[question.id];
    this.write(question, null);
  }
}
