import assert from "node:assert/strict";
import { test } from "node:test";

import { untouched } from "../src/progress.js";
import { bestOf, goOnAt, issuedFor, mark, standing } from "../src/standing.js";

const page = (id, kind) => ({ id, href: `${id}.html`, title: id, kind });
const course = {
  course: "c",
  title: "C",
  search: "",
  pages: [page("a", "section"), page("b", "section"), page("quiz-t", "quiz"), page("quiz-e", "quiz"), page("certificate", "certificate")],
  completion: { viewed: true, quiz: "t", evaluation: "e" },
  questions: {},
};
const done = (more) => ({ ...untouched(), ...more });

test("the way goes through the parts, the test, the evaluation and the certificate", () => {
  const at = (progress) => goOnAt(course, progress).page.id;
  assert.equal(at(untouched()), "a");
  assert.equal(at(done({ pages: { a: 1 } })), "b");
  assert.equal(at(done({ pages: { a: 1, b: 2 } })), "quiz-t");
  const passed = { t: [{ attempt: 1, at: 5, percent: 85, passed: true }] };
  assert.equal(at(done({ pages: { a: 1, b: 2 }, outcomes: passed })), "quiz-e");
  assert.equal(at(done({ pages: { a: 1, b: 2 }, outcomes: { ...passed, e: [{ attempt: 1, at: 6, passed: true }] } })), "certificate");
});

test("an unfinished page is gone on with where it was left", () => {
  const progress = done({ last: { page: "b", anchor: "third", at: 3 } });
  assert.deepEqual(goOnAt(course, progress), { page: course.pages[1], anchor: "third" });
});

test("complete only when every rule is met; the date is that of the last one", () => {
  const progress = done({
    pages: { a: 10, b: 20 },
    outcomes: { t: [{ attempt: 1, at: 30, percent: 60, passed: false }, { attempt: 2, at: 40, percent: 90, passed: true }] },
  });
  assert.equal(standing(course, progress).complete, false);
  progress.outcomes.e = [{ attempt: 1, at: 50, passed: true }];
  const state = standing(course, progress);
  assert.equal(state.complete, true);
  assert.equal(state.at, 50);
  assert.equal(state.test.best, 90);
  assert.equal(state.share, 1);
});

test("a course that asks for nothing gives no certificate by itself", () => {
  const asksNothing = { ...course, completion: { viewed: false, quiz: "", evaluation: "" } };
  assert.equal(standing(asksNothing, untouched()).complete, false);
});

test("marks say what was done in words", () => {
  const failed = done({ outcomes: { t: [{ attempt: 1, at: 1, percent: 10, passed: false }], e: [{ attempt: 1, at: 2, passed: true }] } });
  assert.equal(mark(course, failed, course.pages[2]), "test-not-passed");
  assert.equal(mark(course, failed, course.pages[3]), "done");
  assert.equal(mark(course, done({ pages: { a: 1 } }), course.pages[0]), "page-read");
  assert.equal(mark(course, untouched(), course.pages[0]), "");
});

test("the best attempt is one that was passed, where there is one", () => {
  const failed = { attempt: 1, at: 1, percent: 95, passed: false, late: true };
  const passed = { attempt: 2, at: 2, percent: 80, passed: true };
  assert.equal(bestOf([failed, passed]), passed);
  assert.equal(bestOf([passed, { ...passed, percent: 90 }])?.percent, 90);
  assert.equal(bestOf([failed]), failed);
  assert.equal(bestOf([]), undefined);
  assert.equal(standing(course, done({ outcomes: { t: [failed, passed] } })).test.best, 80);
  assert.equal(standing(course, done({ outcomes: { t: [failed] } })).test.best, 95);
  assert.equal(standing(course, untouched()).test.best, null);
});

test("a print before the course was completed is none", () => {
  const proof = (issued) => ({ serial: "S-1AAA", at: 1, issued });
  assert.deepEqual([issuedFor(proof(9), 10), issuedFor(proof(10), 10), issuedFor(proof(0), 10)], [0, 10, 0]);
});
