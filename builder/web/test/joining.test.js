import assert from "node:assert/strict";
import { test } from "node:test";

import { fitting, joinedWith, merged } from "../src/joining.js";
import { untouched } from "../src/progress.js";

const answer = (response, at, revision = "r1") => ({ revision, response, at });
const quiz = (questions, at = 1, more = {}) => ({ attempt: 1, submitted: false, at, questions, ...more });
const course = {
  course: "c",
  title: "C",
  search: "",
  pages: [{ id: "a", href: "a.html", title: "A", kind: "section" }],
  completion: { viewed: true, quiz: "t", evaluation: "" },
  questions: { t: { one: "r1", two: "r2" } },
};
const record = (begun, more) => ({ ...untouched(begun), ...more });

/** Records as windows make them, from a seed. */
function* records(seed) {
  let state = seed;
  const roll = (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
  for (;;) {
    const made = record(roll(2));
    for (const page of ["a", "b"]) if (roll(2)) made.pages[page] = 1 + roll(5);
    if (roll(2)) made.last = { page: "a", anchor: String(roll(2)), at: roll(3) };
    for (const id of ["t", "t:text"]) {
      if (!roll(3)) continue;
      const questions = {};
      for (const question of ["one", "two"]) if (roll(3)) questions[question] = answer(`x${roll(3)}`, 1 + roll(3), `r${roll(3)}`);
      made.quizzes[id] = quiz(questions, 1 + roll(3), { attempt: 1 + roll(2), submitted: roll(2) === 1 });
    }
    if (roll(2)) made.outcomes.t = [{ attempt: 1, at: 1 + roll(3), percent: 50, passed: false }];
    if (roll(2)) made.proof = { serial: `S-${roll(3)}AAA`, at: roll(3), issued: roll(3) };
    if (made.proof?.issued && roll(2)) made.proof.of = 1 + roll(2);
    yield made;
  }
}

test("whichever comes first, and however often, the outcome is the same", () => {
  const next = records(7);
  for (let round = 0; round < 400; round += 1) {
    const [one, other] = [next.next().value, next.next().value];
    const both = merged(one, other);
    assert.deepEqual(both, merged(other, one), JSON.stringify([one, other]));
    assert.deepEqual(merged(both, one), both);
    assert.deepEqual(merged(both, other), both);
  }
});

test("two windows keep the newer answer to each question", () => {
  const left = record(5, { quizzes: { t: quiz({ one: answer("x", 10), two: answer("y", 30) }, 30) }, pages: { a: 7 } });
  const right = record(5, { quizzes: { t: quiz({ one: answer("z", 20) }, 20) }, pages: { a: 3, b: 4 } });
  const both = merged(left, right);
  assert.equal(both.quizzes.t.questions.one.response, "z");
  assert.equal(both.quizzes.t.questions.two.response, "y");
  assert.deepEqual(both.pages, { a: 3, b: 4 });
});

test("a later attempt stands over an earlier one, however late somebody still types in that", () => {
  const second = record(1, { quizzes: { t: quiz({ one: answer("again", 20) }, 20, { attempt: 2 }) } });
  const stale = record(1, { quizzes: { t: quiz({ one: answer("first", 99) }, 99, { submitted: true }) } });
  const both = merged(stale, second).quizzes.t;
  assert.equal(both.attempt, 2);
  assert.equal(both.submitted, false);
  assert.equal(both.questions.one.response, "again");
});

test("what was handed in stays handed in, with its answers, however late somebody types on another device", () => {
  const laptop = record(1, { quizzes: { t: quiz({ one: answer("mine", 90), two: answer(null, 90) }, 100, { submitted: true }) } });
  const phone = record(1, { quizzes: { t: quiz({ one: answer("late", 200), two: answer("late", 200) }, 200) } });
  for (const both of [merged(laptop, phone), merged(phone, laptop)].map((one) => one.quizzes.t)) {
    assert.deepEqual([both.submitted, both.at, both.questions.one.response, both.questions.two.response], [true, 100, "mine", null]);
  }
});

test("of a form handed in on two devices, the later stands as a whole", () => {
  const first = record(1, { quizzes: { t: quiz({ one: answer("a", 90), two: answer("a", 10) }, 100, { submitted: true }) } });
  const second = record(1, { quizzes: { t: quiz({ one: answer("b", 20), two: answer("b", 30) }, 110, { submitted: true }) } });
  const both = merged(first, second).quizzes.t;
  assert.deepEqual([both.questions.one.response, both.questions.two.response], ["b", "b"]);
});

test("the day of printing is that of what was completed, not of a stray print before", () => {
  const proof = (more) => record(1, { proof: { serial: "S-1AAA", at: 5, issued: 0, ...more } });
  const [stray, true_, again] = [proof({ issued: 10 }), proof({ issued: 60, of: 50 }), proof({ issued: 70, of: 50 })];
  assert.equal(merged(stray, true_).proof.issued, 60);
  assert.equal(merged(again, merged(true_, stray)).proof.issued, 60);
  assert.deepEqual(merged(proof({}), stray).proof, { serial: "S-1AAA", at: 5, issued: 10 });
});

test("a fresh start wins over everything older, whichever comes first", () => {
  const old = record(1, { pages: { a: 1 } });
  assert.deepEqual(merged(old, untouched(99)), untouched(99));
  assert.deepEqual(merged(untouched(99), old), untouched(99));
  assert.deepEqual(joinedWith(old, untouched(99)).pages, { a: 1 });
});

test("results are gathered once each, in order of time", () => {
  const one = record(0, { outcomes: { t: [{ attempt: 2, at: 20, percent: 90, passed: true }] } });
  const other = record(0, { outcomes: { t: [{ attempt: 1, at: 10, percent: 50, passed: false }] } });
  assert.deepEqual(merged(merged(one, other), one).outcomes.t.map((outcome) => outcome.at), [10, 20]);
});

test("a rebuilt course asks anew what has changed, and keeps the rest", () => {
  const before = record(0, {
    pages: { a: 1, gone: 2 },
    quizzes: { t: quiz({ one: answer("x", 1), two: answer("y", 1, "old"), lost: answer("z", 1) }) },
    outcomes: { t: [{ attempt: 1, at: 1, percent: 100, passed: true }] },
  });
  const after = fitting(before, course);
  assert.deepEqual(Object.keys(after.quizzes.t.questions), ["one"]);
  assert.deepEqual(Object.keys(after.quizzes.t.past), ["lost@r1", "two@old"]);
  assert.equal(after.outcomes.t.length, 1);
  const old = { ...course, questions: { t: { one: "r1", two: "old", lost: "r1" } } };
  assert.deepEqual(fitting(after, old).quizzes.t, before.quizzes.t);
});

test("a window with the old course and one with the new do not take each other's answers", () => {
  const old = { ...course, questions: { t: { one: "r1", two: "old" } } };
  const newWindow = record(0, { quizzes: { t: quiz({ two: answer("new", 10, "r2") }, 10) } });
  const oldWindow = record(0, { quizzes: { t: quiz({ two: answer("late", 20, "old") }, 20) } });
  const both = merged(newWindow, oldWindow);
  assert.equal(fitting(both, course).quizzes.t.questions.two.response, "new");
  assert.equal(fitting(both, old).quizzes.t.questions.two.response, "late");
});

test("practice in the text is seen by the same questions", () => {
  const fit = fitting(record(0, { quizzes: { "t:text": quiz({ one: answer("x", 1), two: answer("y", 1, "old") }) } }), course);
  assert.deepEqual(Object.keys(fit.quizzes["t:text"].questions), ["one"]);
});
