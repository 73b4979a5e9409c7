import assert from "node:assert/strict";
import test from "node:test";

import { answered, grade } from "../src/grade.js";
import { KEYS, QUESTIONS, responsesTo } from "./questions.js";

const RULES = ["all_or_nothing", "every_decision", "halves", "per_pair", "per_gap", "per_row", "best", "sum"];
const NAMES = Object.keys(QUESTIONS);

test("the key gets full marks under every rule, and nothing at all gets none", () => {
  for (const name of NAMES) {
    for (const partial of RULES) {
      const question = { ...QUESTIONS[name], partial };
      const right = grade(question, KEYS[name]);
      assert.deepEqual([right.state, right.points, right.of], ["right", 2, 2], `${name} ${partial}`);
      for (const nothing of [null, undefined, "", [], {}]) {
        const result = grade(question, nothing);
        assert.deepEqual([result.state, result.points], ["unanswered", 0], `${name} ${partial}`);
      }
    }
  }
});

test("points stay within bounds, and only a right answer has all of them", () => {
  for (const name of NAMES) {
    for (const partial of RULES) {
      for (const response of responsesTo(name)) {
        const result = grade({ ...QUESTIONS[name], partial }, response);
        assert.ok(result.points >= 0 && result.points <= result.of, `${name} ${partial} ${JSON.stringify(response)}`);
        assert.equal(result.points === result.of, result.state === "right");
        assert.equal(result.points > 0, ["right", "partial"].includes(result.state));
      }
    }
  }
});

test("only the key has full marks where there is one key", () => {
  for (const name of ["single", "multiple", "true_false", "reasoned", "match", "order", "matrix", "hotspot"]) {
    for (const partial of RULES) {
      const full = responsesTo(name).filter((response) => grade({ ...QUESTIONS[name], partial }, response).state === "right");
      assert.deepEqual(full, [KEYS[name]], `${name} ${partial}`);
    }
  }
});

test("the order in which boxes are ticked, or pairs are made, does not matter", () => {
  for (const name of ["multiple", "hotspot", "match", "cloze", "matrix"]) {
    for (const response of responsesTo(name)) {
      const turned = Array.isArray(response) ? [...response].reverse() : Object.fromEntries(Object.entries(response).reverse());
      const question = { ...QUESTIONS[name], partial: "every_decision" };
      assert.deepEqual(grade(question, turned), grade(question, response));
    }
  }
});

test("the order in which options stand does not matter", () => {
  for (const response of responsesTo("multiple")) {
    const question = { ...QUESTIONS.multiple, partial: "halves" };
    const turned = { ...question, options: [...question.options].reverse() };
    assert.equal(grade(turned, response).points, grade(question, response).points);
  }
});

test("multiple choice: all or nothing, every decision, halves", () => {
  const points = (partial, response) => grade({ ...QUESTIONS.multiple, partial }, response).points;
  assert.equal(points("all_or_nothing", ["a"]), 0);
  assert.equal(points("every_decision", ["a"]), 1.5);
  assert.equal(points("every_decision", ["a", "b", "c", "d"]), 1);
  assert.equal(points("halves", ["a"]), 1);
  assert.equal(points("halves", ["a", "b"]), 0);
});

test("credit per option goes before the rule, and cannot go below nothing", () => {
  const single = { ...QUESTIONS.single, options: [{ id: "a", correct: true }, { id: "b", correct: false, credit: 50 }, { id: "c", correct: false }] };
  assert.deepEqual(["a", "b", "c"].map((id) => grade(single, id).points), [2, 1, 0]);
  const options = [{ id: "a", correct: true }, { id: "b", correct: true }, { id: "c", correct: false, credit: -50 }];
  const multiple = { ...QUESTIONS.multiple, options };
  assert.equal(grade(multiple, ["a", "b"]).points, 2);
  assert.equal(grade(multiple, ["a", "b", "c"]).points, 1);
  assert.equal(grade(multiple, ["c"]).points, 0);
});

test("ticking all of them is never right where something is wrong, whatever credit was given", () => {
  const options = (...credits) => credits.map((credit, at) => ({ id: "abcd"[at], correct: at < 2, ...(credit !== null && { credit }) }));
  const result = (credits, response) => grade({ ...QUESTIONS.multiple, options: options(...credits) }, response);
  for (const credits of [[50, 50, null, null], [null, null, 0, 0], [100, 50, 50, null], [null, null, 20, 20], [50, null, null, null]]) {
    const all = result(credits, ["a", "b", "c", "d"]);
    assert.notEqual(all.state, "right", String(credits));
    assert.ok(all.points < all.of, String(credits));
    assert.equal(result(credits, ["a", "b"]).state, "right", String(credits));
  }
  assert.equal(result([50, 50, null, null], ["a", "b", "c", "d"]).points, 0);
  assert.equal(result([50, 50, null, null], ["a", "b", "c"]).points, 1);
  assert.equal(result([80, 20, null, null], ["a"]).points, 1.6, "what was promised for a part is given");
});

test("three thirds are the whole", () => {
  const options = [..."abc"].map((id) => ({ id, correct: true, credit: 33.33 })).concat({ id: "d", correct: false });
  const right = grade({ ...QUESTIONS.multiple, options }, ["a", "b", "c"]);
  assert.deepEqual([right.state, right.points], ["right", 2]);
});

test("gaps and typed words take numbers as others write them", () => {
  const gap = (accept, given) => grade({ ...QUESTIONS.cloze, gaps: [{ id: "g1", accept: [accept] }] }, { g1: given }).state;
  for (const [accept, given] of [["0.5", "0,5"], ["5", "٥"], ["1000", "1 000"]]) {
    assert.equal(gap(accept, given), "right");
    assert.equal(grade({ ...QUESTIONS.short, accept: [accept], pattern: "" }, given).state, "right");
  }
  assert.equal(gap("0.5", "5"), "wrong");
});

test("parts: pairs, gaps, rows and neighbours", () => {
  const points = (name, partial, response) => grade({ ...QUESTIONS[name], partial }, response).points;
  assert.equal(points("match", "per_pair", { 1: "k", 2: "k", 3: "l" }), 0.666667);
  assert.equal(points("match", "all_or_nothing", { 1: "k", 2: "l", 3: "l" }), 0);
  assert.equal(points("cloze", "per_gap", { g1: "let-down", g2: "hours" }), 1);
  assert.equal(points("matrix", "per_row", { r1: "u" }), 1);
  assert.equal(points("order", "per_pair", ["b", "c", "d", "a"]), 1.333333);
  assert.equal(points("order", "per_pair", ["d", "c", "b", "a"]), 0);
  assert.equal(points("order", "all_or_nothing", ["a", "b", "d", "c"]), 0);
  assert.deepEqual(grade(QUESTIONS.match, { 1: "k", 2: "k" }).parts, { 1: true, 2: false, 3: false });
});

test("a true/false with reason: the reason counts only behind the right verdict", () => {
  const points = (partial, response) => grade({ ...QUESTIONS.reasoned, partial }, response).points;
  assert.equal(points("every_decision", { value: true, reason: "y" }), 1);
  assert.equal(points("every_decision", { value: false, reason: "x" }), 0);
  assert.equal(points("all_or_nothing", { value: true, reason: "y" }), 0);
});

test("typed words: folding, several answers, a pattern for the whole", () => {
  const state = (response) => grade(QUESTIONS.short, response).state;
  for (const word of ["LET-DOWN", "let–down.", "mer", "Milk ejection reflex", "milk-ejection"]) assert.equal(state(word), "right", word);
  for (const word of ["let down", "a milk ejection", "x"]) assert.equal(state(word), "wrong", word);
  assert.equal(grade({ ...QUESTIONS.short, pattern: "((" }, "x").state, "wrong");
});

test("numbers: tolerance at its edges, decimal comma, a unit if typed must not be another one", () => {
  const state = (response) => grade(QUESTIONS.numeric, response).state;
  for (const given of ["4.5", "5,5", "5 MIN", "5.0min"]) assert.equal(state(given), "right", given);
  for (const given of ["4.49", "5,51", "5 h", "about 5", "-5"]) assert.equal(state(given), "wrong", given);
  const tenth = { ...QUESTIONS.numeric, value: "0.3", tolerance: "0.1", unit: "" };
  assert.equal(grade(tenth, "0.2").state, "right");
  assert.equal(grade({ ...QUESTIONS.numeric, value: "1000", tolerance: "0" }, "1,000").state, "right");
  assert.equal(grade({ ...QUESTIONS.numeric, value: "125", tolerance: "0" }, "0,125").state, "wrong");
});

test("certainty: 1, 2, 3 when right and 0, -2, -6 when wrong; accuracy stays as it is", () => {
  const question = { ...QUESTIONS.single, points: 1 };
  assert.deepEqual([1, 2, 3].map((level) => grade(question, "a", level).certainty?.points), [1, 2, 3]);
  assert.deepEqual([1, 2, 3].map((level) => grade(question, "b", level).certainty?.points), [0, -2, -6]);
  assert.equal(grade(question, "b", 3).points, 0);
  assert.equal(grade(question, "a").certainty, undefined);
  assert.equal(grade(question, null, 3).certainty, undefined);
});

test("thoughts, ratings and hands are never scored", () => {
  for (const type of ["reflection", "scale", "poll"]) {
    const question = { id: "r", type, points: 0, partial: "all_or_nothing" };
    assert.deepEqual(grade(question, "3"), { state: "ungraded", points: 0, of: 0, parts: {} });
    assert.equal(grade(question, null).state, "unanswered");
  }
});

test("a case is the sum of its parts", () => {
  const story = { id: "k", type: "case", points: 1, partial: "sum", parts: [QUESTIONS.single, QUESTIONS.numeric] };
  const state = (response) => [grade(story, response).state, grade(story, response).points, grade(story, response).of];
  assert.deepEqual(state({ s: "a", n: "5" }), ["right", 4, 4]);
  assert.deepEqual(state({ s: "a" }), ["partial", 2, 4]);
  assert.deepEqual(state({ s: "b", n: "9" }), ["wrong", 0, 4]);
  assert.deepEqual(state(null), ["unanswered", 0, 4]);
});

test("answered means answered in full", () => {
  assert.equal(answered(QUESTIONS.match, { 1: "k" }), false);
  assert.equal(answered(QUESTIONS.match, KEYS.match), true);
  assert.equal(answered(QUESTIONS.reasoned, { value: true, reason: null }), false);
  assert.equal(answered(QUESTIONS.true_false, { value: false, reason: null }), true);
  assert.equal(answered(QUESTIONS.short, "  "), false);
  assert.equal(answered({ type: "case", parts: [QUESTIONS.single] }, {}), false);
  for (const name of NAMES) assert.equal(answered(QUESTIONS[name], KEYS[name]), true, name);
});
