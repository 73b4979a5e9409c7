import assert from "node:assert/strict";
import test from "node:test";

import { gain } from "../src/gain.js";
import { readAgain } from "../src/study.js";
import { QUESTIONS } from "./questions.js";

const five = Array.from({ length: 5 }, (_, n) => ({ ...QUESTIONS.single, id: `s${n}`, points: 1, objective: n < 2 ? "timing" : "help" }));
const kept = (letters, revision = "1") => Object.fromEntries([...letters].map((letter, n) => [`s${n}`, { revision, response: letter === "-" ? null : letter }]));
const now = (letters) => Object.fromEntries([...letters].map((letter, n) => [`s${n}`, letter]));

test("compares the questions that were asked both times, over all and by objective", () => {
  const told = gain(five, kept("ab-b"), now("aaaba"));
  assert.equal(told.n, 4);
  assert.deepEqual([told.before.percent, told.after.percent, told.closed], [25, 75, 66]);
  assert.deepEqual(told.objectives.timing, { before: { points: 1, of: 2, percent: 50 }, after: { points: 2, of: 2, percent: 100 } });
});

test("says nothing where no pre-test was taken, or its questions have changed", () => {
  assert.equal(gain(five, undefined, now("aaaaa")), null);
  assert.equal(gain(five, kept("aaaaa", "older"), now("aaaaa")), null);
});

test("who had everything right before, or has less right now, has no normalised gain", () => {
  assert.equal(gain(five, kept("aaaaa"), now("aaaaa")).closed, null);
  assert.equal(gain(five, kept("aaaab"), now("abbbb")).closed, null);
});

test("what to read next: the slides of what was missed, each once; where answers are never told, the sections", () => {
  const study = { questions: { x: ["Waves", "a.html#waves"], y: ["Waves", "a.html#waves"] }, objectives: { timing: [["Recognising it", "a.html"]] } };
  assert.deepEqual(readAgain(study, "timing", ["x", "y"], false), { word: "study_slides", places: [["Waves", "a.html#waves"]] });
  assert.deepEqual(readAgain(study, "timing", ["x"], true), { word: "study_next", places: [["Recognising it", "a.html"]] });
  assert.deepEqual(readAgain(study, "timing", ["z"], false).places, [["Recognising it", "a.html"]]);
  assert.deepEqual(readAgain(study, "timing", [], false).places, []);
  assert.deepEqual(readAgain(undefined, "timing", ["x"], false).places, []);
});
