import assert from "node:assert/strict";
import { test } from "node:test";

import { isOf, noteQuiz, recognised, untouched } from "../src/progress.js";

const answered = (response, revision = "r1") => ({ attempt: 1, submitted: false, questions: { one: { revision, response } } });

test("an answer that has not changed keeps its time", () => {
  const progress = untouched();
  noteQuiz(progress, "t", answered("x"), 10);
  noteQuiz(progress, "t", answered("x"), 20);
  assert.equal(progress.quizzes.t.questions.one.at, 10);
  noteQuiz(progress, "t", answered("y"), 30);
  assert.equal(progress.quizzes.t.questions.one.at, 30);
});

test("only the question that was answered is taken, so that an older window empties nothing", () => {
  const progress = untouched();
  noteQuiz(progress, "t", answered("x"), 10);
  const other = { attempt: 1, submitted: false, questions: { one: { revision: "r1", response: null }, two: { revision: "r2", response: "y" } } };
  noteQuiz(progress, "t", other, 20, "two");
  assert.equal(progress.quizzes.t.questions.one.response, "x");
  assert.equal(progress.quizzes.t.questions.two.response, "y");
});

test("a window that is an attempt behind is not heard", () => {
  const progress = untouched();
  noteQuiz(progress, "t", { ...answered("x"), attempt: 2 }, 10);
  noteQuiz(progress, "t", answered("stale"), 20);
  assert.equal(progress.quizzes.t.attempt, 2);
  assert.equal(progress.quizzes.t.questions.one.response, "x");
});

test("what was handed in is not opened again by a window that still shows the form", () => {
  const progress = untouched();
  noteQuiz(progress, "t", { ...answered("x"), submitted: true }, 10);
  noteQuiz(progress, "t", answered("late"), 20);
  assert.equal(progress.quizzes.t.submitted, true);
  assert.equal(progress.quizzes.t.questions.one.response, "x");
  noteQuiz(progress, "t", { ...answered("again"), attempt: 2 }, 30);
  assert.deepEqual([progress.quizzes.t.submitted, progress.quizzes.t.questions.one.response], [false, "again"]);
});

test("in the text, a form that is finished says nothing about another of the same quiz", () => {
  const progress = untouched();
  noteQuiz(progress, "t:text", { ...answered("x"), submitted: true }, 10);
  noteQuiz(progress, "t:text", { attempt: 1, submitted: false, questions: { two: { revision: "r2", response: "y" } } }, 20);
  assert.equal(progress.quizzes["t:text"].questions.two.response, "y");
});

test("a clock that was set back does not make the newest answer an old one", () => {
  const progress = untouched();
  noteQuiz(progress, "t", answered("x"), 1000);
  noteQuiz(progress, "t", answered("y"), 10);
  assert.ok(progress.quizzes.t.questions.one.at > 1000);
});

test("an answer to another revision is put by", () => {
  const progress = untouched();
  noteQuiz(progress, "t", answered("x", "old"), 1);
  noteQuiz(progress, "t", answered("y", "new"), 2);
  assert.equal(progress.quizzes.t.past["one@old"].response, "x");
});

test("what is no record of ours becomes an empty one, and it is noticed", () => {
  const whole = JSON.parse(JSON.stringify(untouched()));
  const odd = [
    null, 3, "x", [], {}, { v: 2 }, { ...whole, pages: 4 }, { ...whole, pages: { a: "yesterday" } }, { ...whole, last: 7 },
    { ...whole, quizzes: { t: "x" } }, { ...whole, quizzes: { t: { attempt: 1, at: 1, questions: { one: { response: 1 } } } } },
    { ...whole, outcomes: { t: 5 } }, { ...whole, outcomes: { t: [{ at: 1, passed: "yes" }, { at: 1, passed: true, percent: 900 }] } },
    { ...whole, proof: { serial: "<b>" } },
  ];
  for (const found of odd) {
    let noticed = false;
    const clean = recognised(found, () => (noticed = true));
    assert.equal(noticed, true, JSON.stringify(found));
    const left = Object.values(clean.outcomes).flat().length + Object.values(clean.quizzes).flatMap((quiz) => Object.keys(quiz.questions)).length;
    assert.equal(left + Object.keys(clean.pages).length, 0);
  }
  recognised(whole, () => assert.fail("an empty record is a record"));
  const poisoned = recognised(JSON.parse('{"v":1,"pages":{"__proto__":5,"a":1}}'));
  assert.deepEqual(Object.keys(poisoned.pages), ["a"]);
});

test("a course knows its own answers", () => {
  const progress = untouched();
  noteQuiz(progress, "t", answered("x"), 1);
  const course = { course: "c", title: "C", search: "", pages: [], completion: { viewed: true, quiz: "", evaluation: "" } };
  assert.equal(isOf(progress, { ...course, questions: { t: { one: "r1" } } }), true);
  assert.equal(isOf(progress, { ...course, questions: { t: { one: "other" } } }), false);
});
