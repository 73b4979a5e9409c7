import assert from "node:assert/strict";
import test from "node:test";

import { score } from "../src/grade.js";
import { KEYS, QUESTIONS, responsesTo } from "./questions.js";

const NAMES = Object.keys(QUESTIONS);
const all = { pass: 80, questions: NAMES.map((name) => QUESTIONS[name]) };
const keyed = Object.fromEntries(NAMES.map((name) => [QUESTIONS[name].id, KEYS[name]]));
const five = Array.from({ length: 5 }, (_, n) => ({ ...QUESTIONS.single, id: `s${n}`, points: 1, objective: n < 2 ? "timing" : "help" }));
const give = (letters) => Object.fromEntries([...letters].map((letter, n) => [`s${n}`, letter]));

test("the key passes with all points; nothing fails with none", () => {
  const full = score(all, keyed);
  assert.deepEqual([full.points, full.of, full.percent, full.passed, full.answered], [22, 22, 100, true, NAMES.length]);
  const none = score(all, {});
  assert.deepEqual([none.points, none.percent, none.passed, none.answered], [0, 0, false, 0]);
});

test("what is never marked cannot be what keeps somebody from passing", () => {
  const bare = (type) => ({ id: type, type, points: 0, partial: "all_or_nothing", must_pass: true });
  const story = { id: "k", type: "case", points: 1, partial: "sum", must_pass: true, parts: [bare("scale")] };
  const questions = [five[0], bare("reflection"), bare("scale"), bare("poll"), story];
  assert.deepEqual(score({ pass: 100, questions }, { s0: "a" }).must_missed, []);
  assert.equal(score({ pass: 100, questions }, { s0: "a" }).passed, true);
  assert.deepEqual(score({ pass: 0, questions: [{ ...five[0], must_pass: true }] }, {}).must_missed, ["s0"]);
});

test("scores stay within bounds whatever is answered", () => {
  for (let n = 0; n < 300; n++) {
    const responses = Object.fromEntries(NAMES.map((name, k) => [QUESTIONS[name].id, responsesTo(name)[(n * (k + 7)) % responsesTo(name).length]]));
    const told = score(all, responses);
    assert.ok(told.points >= 0 && told.points <= told.of && told.percent >= 0 && told.percent <= 100);
    assert.equal(told.percent === 100, told.points === told.of);
  }
});

test("the pass mark is reached at the mark, not below, and the percentage never flatters", () => {
  assert.deepEqual([score({ pass: 80, questions: five }, give("aaaab")).percent, score({ pass: 80, questions: five }, give("aaaab")).passed], [80, true]);
  assert.equal(score({ pass: 81, questions: five }, give("aaaab")).passed, false);
  const three = five.slice(0, 3);
  const told = score({ pass: 67, questions: three }, give("aab"));
  assert.deepEqual([told.percent, told.passed], [66, false]);
});

test("a must-pass question that is not right fails the whole, also inside a case", () => {
  const questions = five.map((question, n) => (n === 4 ? { ...question, must_pass: true } : question));
  const told = score({ pass: 80, questions }, give("aaaab"));
  assert.deepEqual([told.percent, told.passed, told.must_missed], [80, false, ["s4"]]);
  const story = { id: "k", type: "case", points: 1, partial: "sum", objective: "help", parts: [five[0], questions[4]] };
  const inside = score({ pass: 0, questions: [story] }, { k: { s0: "a", s4: "b" } });
  assert.deepEqual([inside.passed, inside.must_missed], [false, ["s4"]]);
});

test("objectives have scores of their own, and parts of a case inherit theirs", () => {
  const told = score({ pass: 0, questions: five }, give("abaaa"));
  assert.deepEqual(told.objectives, { help: { points: 3, of: 3, percent: 100 }, timing: { points: 1, of: 2, percent: 50 } });
  const bare = { ...five[0], objective: undefined };
  const story = { id: "k", type: "case", points: 1, partial: "sum", objective: "help", parts: [bare] };
  assert.deepEqual(score({ questions: [story] }, { k: { s0: "a" } }).objectives, { help: { points: 1, of: 1, percent: 100 } });
});

test("what was missed is told by objective, a case's parts by themselves", () => {
  const story = { id: "k", type: "case", points: 1, partial: "sum", objective: "help", parts: [{ ...five[0], objective: undefined }, five[1]] };
  assert.deepEqual(score({ questions: [story, five[3]] }, { k: { s0: "b", s1: "a" }, s3: "b" }).missed, { help: ["s0", "s3"] });
});

test("each part of a case has a certainty of its own", () => {
  const story = { id: "k", type: "case", points: 1, partial: "sum", parts: [five[0], five[1]] };
  assert.equal(score({ questions: [story] }, { k: { s0: "a", s1: "b" } }, { k: { s0: 3, s1: 1 } }).certainty?.points, 3);
});

test("certainty points are told apart and do not move the pass mark", () => {
  const told = score({ pass: 80, questions: five }, give("aaaab"), { s0: 3, s1: 3, s4: 3 });
  assert.deepEqual([told.passed, told.certainty?.points, told.certainty?.of], [true, 0, 9]);
  assert.deepEqual(told.certainty?.levels[0], { level: 3, n: 3, right: 2 });
  assert.equal(score({ questions: five }, give("aaaaa")).certainty, undefined);
});

test("a quiz of ratings only has nothing to fail", () => {
  const told = score({ pass: 0, questions: [{ id: "r", type: "scale", points: 0, partial: "sum" }] }, {});
  assert.deepEqual([told.of, told.percent, told.passed], [0, 0, true]);
});
