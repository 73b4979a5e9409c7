import assert from "node:assert/strict";
import test from "node:test";

import { excerpt, folded, matches } from "../src/slidesearch.js";

const entry = (number, title, text) => ({ id: `s${number}`, number, title, section: "", text, folded: folded(`${title} ${text}`) });
const entries = [
  entry(1, "Opening", "Before the milk flows"),
  entry(2, "Let-down", "Oxytocin makes the milk move; dopamine has no place in it"),
  entry(3, "Dopamine", "Two jobs: a brake in the pituitary and a voice in reward"),
];
const numbers = (typed) => matches(entries, typed).map((found) => found.number);

test("words are found whatever their case and accents", () => {
  assert.deepEqual(numbers("MILK"), [1, 2]);
  assert.equal(folded("Niño"), "nino");
  assert.equal(folded("D\u2011MER, D-\u2060MER"), "d-mer, d-mer");
});

test("titles come before text", () => assert.deepEqual(numbers("dopamine"), [3, 2]));

test("every word must be there", () => assert.deepEqual(numbers("milk dopamine"), [2]));

test("a number is a slide's number", () => {
  assert.deepEqual(numbers("2"), [2]);
  assert.deepEqual(numbers("x"), []);
});

test("an excerpt keeps whole words around the hit", () => {
  const long = entry(4, "Long", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty");
  const shown = excerpt(long, "thirteen");
  assert.match(shown, /thirteen/);
  for (const word of shown.replaceAll("…", "").trim().split(" ")) assert.ok(long.text.split(" ").includes(word), word);
});
