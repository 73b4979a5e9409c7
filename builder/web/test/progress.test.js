import assert from "node:assert/strict";
import { test } from "node:test";

import { fitting, merged, noteOutcome, noteQuiz, recognised, untouched } from "../src/progress.js";

const answer = (response, at, revision = "r1") => ({ revision, response, at });
const quiz = (questions, at = 1) => ({ attempt: 1, submitted: false, at, questions });
const course = {
  course: "c",
  title: "C",
  search: "",
  pages: [{ id: "a", href: "a.html", title: "A", kind: "section" }],
  completion: { viewed: true, quiz: "t", evaluation: "" },
  questions: { t: { one: "r1", two: "r2" } },
};

test("two windows keep the newer answer to each question", () => {
  const left = { ...untouched(5), quizzes: { t: quiz({ one: answer("x", 10), two: answer("y", 30) }, 30) }, pages: { a: 7 } };
  const right = { ...untouched(5), quizzes: { t: quiz({ one: answer("z", 20) }, 20) }, pages: { a: 3, b: 4 } };
  const both = merged(left, right);
  assert.equal(both.quizzes.t.questions.one.response, "z");
  assert.equal(both.quizzes.t.questions.two.response, "y");
  assert.deepEqual(both.pages, { a: 3, b: 4 });
  assert.deepEqual(both, merged(right, left));
  assert.deepEqual(merged(both, right), both);
});

test("a fresh start wins over everything older, whichever comes first", () => {
  const old = { ...untouched(1), pages: { a: 1 } };
  const fresh = untouched(99);
  assert.deepEqual(merged(old, fresh), fresh);
  assert.deepEqual(merged(fresh, old), fresh);
});

test("results are gathered once each, in order of time", () => {
  const one = untouched();
  noteOutcome(one, "t", { attempt: 2, at: 20, percent: 90, passed: true });
  const other = untouched();
  noteOutcome(other, "t", { attempt: 1, at: 10, percent: 50, passed: false });
  const both = merged(merged(one, other), one);
  assert.deepEqual(both.outcomes.t.map((outcome) => outcome.at), [10, 20]);
});

test("a rebuilt course keeps what still fits", () => {
  const before = {
    ...untouched(),
    pages: { a: 1, gone: 2 },
    last: { page: "gone", anchor: "", at: 2 },
    quizzes: { t: quiz({ one: answer("x", 1), two: answer("y", 1, "old"), lost: answer("z", 1) }), other: quiz({}) },
    outcomes: { t: [{ attempt: 1, at: 1, percent: 100, passed: true }] },
  };
  const after = fitting(before, course);
  assert.deepEqual(after.pages, { a: 1 });
  assert.equal(after.last, null);
  assert.deepEqual(Object.keys(after.quizzes), ["t"]);
  assert.deepEqual(Object.keys(after.quizzes.t.questions), ["one"]);
  assert.equal(after.outcomes.t.length, 1);
});

test("an answer that has not changed keeps its time", () => {
  const progress = untouched();
  noteQuiz(progress, "t", { attempt: 1, submitted: false, questions: { one: { revision: "r1", response: "x" } } }, 10);
  noteQuiz(progress, "t", { attempt: 1, submitted: false, questions: { one: { revision: "r1", response: "x" } } }, 20);
  assert.equal(progress.quizzes.t.questions.one.at, 10);
  noteQuiz(progress, "t", { attempt: 1, submitted: false, questions: { one: { revision: "r1", response: "y" } } }, 30);
  assert.equal(progress.quizzes.t.questions.one.at, 30);
});

test("what is no record of ours becomes an empty one", () => {
  for (const odd of [null, 3, "x", [], {}, { v: 2 }, { v: 1, pages: 4, quizzes: { t: "x" }, outcomes: { t: 5 } }]) {
    const clean = recognised(odd);
    assert.deepEqual({ ...clean, begun: 0 }, untouched());
  }
  const poisoned = recognised(JSON.parse('{"v":1,"pages":{"__proto__":5,"a":1}}'));
  assert.deepEqual(Object.keys(poisoned.pages), ["a"]);
});
