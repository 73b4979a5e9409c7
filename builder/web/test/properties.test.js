// What has to hold for any question, any answer and any rule; fast-check looks for an answer for which it does not.

import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { calibration, certaintyPoints, verdict } from "../src/calibration.js";
import { gain } from "../src/gain.js";
import { answered, grade, score } from "../src/grade.js";
import { drawn, seedOf } from "../src/shuffle.js";
import { allowed, formOf, secondsLeft } from "../src/sitting.js";
import { anyAnswer, anyQuestion, keyOf, turned } from "./anything.js";

const asked = anyQuestion.chain((question) => fc.record({ question: fc.constant(question), response: anyAnswer(question) }));
const ONE_KEY = new Set(["single", "multiple", "true_false", "match", "order", "matrix", "hotspot"]);
/** Enough to find a fault that there is, and still quick. */
const check = (property) => fc.assert(property, { numRuns: 400 });

test("points lie between nothing and what the question is worth; state says which", () => {
  check(fc.property(asked, ({ question, response }) => {
    const { state, points, of } = grade(question, response);
    assert.ok(points >= 0 && points <= of, `${points} of ${of}`);
    assert.equal(state === "right", of > 0 && points === of);
    assert.equal(["right", "partial"].includes(state), points > 0);
  }));
});

test("the key has full marks", () => {
  check(fc.property(anyQuestion, (question) => {
    const { state, points, of } = grade(question, keyOf(question));
    assert.deepEqual([state, points], of > 0 ? ["right", of] : ["ungraded", 0]);
    assert.ok(answered(question, keyOf(question)));
  }));
});

test("only the key has full marks", () => {
  check(fc.property(asked, ({ question, response }) => {
    if (!ONE_KEY.has(question.type) || grade(question, response).state !== "right") return;
    assert.deepEqual(turned(response, false), turned(keyOf(question), false));
  }));
});

test("the order in which things are ticked, paired or filled in makes no difference", () => {
  check(fc.property(asked, ({ question, response }) => {
    const other = question.type === "order" ? response : turned(response, true);
    assert.deepEqual(grade(question, other).points, grade(question, response).points);
  }));
});

test("the order in which options, pairs, gaps and rows stand makes no difference", () => {
  check(fc.property(asked, ({ question, response }) => {
    const other = { ...question };
    for (const list of ["options", "pairs", "gaps", "rows", "regions", "parts", "reason"]) if (other[list]) other[list] = [...other[list]].reverse();
    assert.equal(grade(other, response).points, grade(question, response).points);
  }));
});

test("grading changes neither question nor answer, and gives the same twice", () => {
  check(fc.property(asked, ({ question, response }) => {
    const before = structuredClone([question, response]);
    const once = grade(question, response);
    assert.deepEqual(grade(question, response), once);
    assert.deepEqual([question, response], before);
  }));
});

test("certainty changes no point of the score, and lies within its scheme", () => {
  check(fc.property(asked, fc.constantFrom(1, 2, 3), ({ question, response }, level) => {
    const result = grade(question, response, level);
    const plain = grade(question, response);
    assert.deepEqual([result.state, result.points, result.of], [plain.state, plain.points, plain.of]);
    if (!result.certainty) return assert.ok(question.type === "case" || result.of === 0 || result.state === "unanswered");
    assert.ok(result.certainty.points <= [0, 1, 2, 3][level] * result.of + 1e-6);
    assert.ok(result.certainty.points >= [0, 0, -2, -6][level] * result.of - 1e-6);
  }));
});

test("being more right never pays less, and honesty pays best", () => {
  check(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(1, 2, 3), (one, other, level) => {
    assert.ok(one < other === certaintyPoints(one, level, 1) < certaintyPoints(other, level, 1) || Math.abs(one - other) < 1e-9);
  }));
  const best = (chance) => [1, 2, 3].reduce((top, level) => (certaintyPoints(chance, level, 1) > certaintyPoints(chance, top, 1) ? level : top), 1);
  assert.deepEqual([0.1, 0.66, 0.67, 0.79, 0.81, 1].map(best), [1, 1, 2, 2, 3, 3]);
});

const quizzes = fc.array(anyQuestion, { minLength: 1, maxLength: 8 }).map((all) => all.map((question, n) => ({ ...question, id: `q${n}` })));
const sat = quizzes.chain((questions) =>
  fc.record({
    questions: fc.constant(questions),
    responses: fc.tuple(...questions.map(anyAnswer)).map((given) => Object.fromEntries(given.map((response, n) => [`q${n}`, response]))),
    pass: fc.integer({ min: 0, max: 100 }),
  }),
);

test("a score is the sum of its questions, lies within bounds, and no order of questions changes it", () => {
  check(fc.property(sat, ({ questions, responses, pass }) => {
    const told = score({ pass, questions }, responses);
    assert.ok(told.points >= 0 && told.points <= told.of && told.percent >= 0 && told.percent <= 100);
    const sum = Object.values(told.results).reduce((all, result) => all + result.points, 0);
    assert.ok(Math.abs(sum - told.points) < 1e-4);
    const other = score({ pass, questions: [...questions].reverse() }, responses);
    assert.deepEqual([other.points, other.of, other.percent, other.passed], [told.points, told.of, told.percent, told.passed]);
    assert.deepEqual(other.objectives, told.objectives);
  }));
});

test("whoever passes has reached the mark, with everything right that must be", () => {
  check(fc.property(sat, ({ questions, responses, pass }) => {
    const told = score({ pass, questions }, responses);
    const must = questions.filter((question) => question.must_pass && question.type !== "case");
    if (told.passed) assert.ok(must.every(({ id }) => ["right", "ungraded"].includes(told.results[id].state) || told.results[id].of === 0));
    if (told.passed && pass) assert.ok(100 * told.points >= pass * told.of - 1e-3);
    for (const [id, missed] of Object.entries(told.missed)) assert.equal(missed.length > 0, told.objectives[id].points < told.objectives[id].of);
  }));
});

test("nothing is gained by giving the same answers again, and the whole by going from nothing to the key", () => {
  check(fc.property(sat, ({ questions, responses }) => {
    const kept = (given) => Object.fromEntries(questions.map((q) => [q.id, { revision: q.revision, response: given(q) }]));
    const same = gain(questions, kept((q) => responses[q.id]), responses);
    if (!same) return;
    assert.deepEqual([same.after, same.closed], [same.before, null]);
    const all = gain(questions, kept(() => null), Object.fromEntries(questions.map((q) => [q.id, keyOf(q)])));
    assert.deepEqual([all.before.percent, all.after.percent, all.closed], [0, 100, 100]);
  }));
});

test("an answer to another revision is not held against the new one", () => {
  check(fc.property(anyQuestion, (question) => {
    assert.equal(gain([question], { [question.id]: { revision: "older", response: keyOf(question) } }, {}), null);
  }));
});

test("every answer with a certainty is counted once, and the picture has one thing to say", () => {
  const results = fc.array(fc.record({ state: fc.constantFrom("right", "wrong", "partial"), certainty: fc.record({ level: fc.constantFrom(1, 2, 3) }) }));
  check(fc.property(results, (all) => {
    const levels = calibration(all);
    assert.deepEqual(levels.map(({ level }) => level), [3, 2, 1]);
    assert.equal(levels.reduce((sum, { n }) => sum + n, 0), all.length);
    for (const { n, right } of levels) assert.ok(right >= 0 && right <= n);
    assert.equal(verdict(levels) === "few", all.length < 5);
  }));
});

const banks = fc.record({
  seed: fc.string(), pools: fc.dictionary(fc.string({ minLength: 1 }), fc.constantFrom("core", "case", "other"), { minKeys: 1, maxKeys: 12, noNullPrototype: true }),
  picks: fc.array(fc.tuple(fc.constantFrom("core", "case"), fc.integer({ min: 1, max: 6 })), { maxLength: 3 }), attempt: fc.integer({ min: 1, max: 5 }),
});

test("a draw takes no more than it says, each question once, in the bank's order, and the same for a seed", () => {
  check(fc.property(banks, ({ seed, pools, picks, attempt }) => {
    const ids = Object.keys(pools);
    const draw = { name: "form", picks };
    const taken = drawn(ids, pools, draw, seedOf(seed, attempt));
    assert.deepEqual(taken, ids.filter((id) => taken.includes(id)));
    assert.equal(new Set(taken).size, taken.length);
    for (const pool of ["core", "case", "other"]) {
      const wanted = picks.filter(([name]) => name === pool).reduce((sum, [, pick]) => sum + pick, 0);
      const there = ids.filter((id) => pools[id] === pool).length;
      assert.equal(taken.filter((id) => pools[id] === pool).length, Math.min(wanted, there));
    }
    const quiz = { seed, bank: ids, ask: draw, pools, shuffle: { questions: true }, questions: [] };
    assert.deepEqual([...formOf(quiz, attempt)].sort(), [...taken].sort());
    assert.deepEqual(formOf(quiz, attempt), formOf(quiz, attempt));
  }));
});

test("time never runs backwards, extra time never shortens it, and no limit has no end", () => {
  const times = fc.record({ limit: fc.integer({ min: 1, max: 7200 }), begun: fc.integer({ min: 0, max: 1e12 }), now: fc.integer({ min: 0, max: 2e12 }) });
  check(fc.property(times, ({ limit, begun, now }) => {
    const left = [1, 1.25, 1.5, 2].map((extra) => secondsLeft(limit, { begun, extra }, now));
    assert.deepEqual(left, [...left].sort((a, b) => a - b));
    assert.ok(left[0] >= 0 && left[0] <= limit && secondsLeft(limit, { begun }, now + 1000) <= left[0]);
    assert.equal(secondsLeft(limit, { begun, extra: 0 }, now), Infinity);
    assert.equal(allowed(limit, { late: true }), Infinity);
    assert.equal(secondsLeft(limit, {}, now), limit);
  }));
});
