import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { minutesLeft, warnings } from "../src/clock.js";
import { drawn, seedOf, shuffled } from "../src/shuffle.js";
import { allowed, formOf, secondsLeft } from "../src/sitting.js";

const table = JSON.parse(readFileSync(new URL("./draw-table.json", import.meta.url), "utf8"));

test("draws what the table says that Python is held to", () => {
  for (const { seed, name, picks, pools, drawn: wanted } of table) {
    assert.deepEqual(drawn(Object.keys(pools), pools, { name, picks }, seed), wanted, seed);
  }
});

test("a later attempt has a seed of its own, and the first is the paper's", () => {
  assert.deepEqual([1, 2, 3].map((attempt) => seedOf("post-test", attempt)), ["post-test", "post-test/2", "post-test/3"]);
});

const bank = ["a", "b", "c", "d", "e", "f"];
const quiz = { seed: "s", bank, questions: [], shuffle: { questions: false }, pools: Object.fromEntries(bank.map((id) => [id, "core"])) };

test("a form without draw and shuffle is the bank; with them, a new one for each attempt, always the same", () => {
  assert.deepEqual(formOf(quiz, 1), bank);
  assert.deepEqual(formOf({ ...quiz, shuffle: { questions: true } }, 2), shuffled(bank, "s/2/questions"));
  const ask = { name: "form", picks: [["core", 3]] };
  const forms = [1, 2, 3, 4].map((form) => formOf({ ...quiz, ask }, form).join(""));
  assert.ok(new Set(forms).size > 1 && forms.every((form) => form.length === 3));
  assert.equal(formOf({ ...quiz, ask }, 2).join(""), forms[1]);
});

test("questions in a text stay as they stand", () => {
  assert.deepEqual(formOf({ seed: "s", shuffle: { questions: true }, questions: [{ id: "x" }, { id: "y" }] }, 3), ["x", "y"]);
});

test("the clock runs by the wall from the start, with the extra time that was chosen", () => {
  assert.equal(secondsLeft(600, {}, 99e9), 600);
  assert.equal(secondsLeft(600, { begun: 1000 }, 61000), 540);
  assert.equal(secondsLeft(600, { begun: 1000, extra: 1.5 }, 61000), 840);
  assert.equal(secondsLeft(600, { begun: 1000 }, 9e9), 0);
  assert.equal(secondsLeft(600, { begun: 5000 }, 1000), 600);
  assert.equal(allowed(600, { extra: 0 }), Infinity);
  assert.equal(allowed(0, {}), Infinity);
});

test("it warns at half time, five minutes and the last, and never before it began", () => {
  assert.deepEqual(warnings(1800), [15, 5, 1]);
  assert.deepEqual(warnings(120), [1]);
  assert.deepEqual(warnings(300), [2, 1]);
  assert.deepEqual([0, 1, 60, 61].map(minutesLeft), [0, 1, 1, 2]);
});
