import assert from "node:assert/strict";
import test from "node:test";

import { dayInWords, number, speaker } from "../src/words.js";

const forms = { zero: "none", one: "one", two: "two", few: "{n} few", many: "{n} many", other: "{n} other" };

test("Arabic has six forms, and keeps the digits that authors type", () => {
  const say = speaker({ found: forms }, "ar");
  const said = [0, 1, 2, 3, 11, 100].map((n) => say("found", { n }));
  assert.deepEqual(said, ["none", "one", "two", "3 few", "11 many", "100 other"]);
});

test("Hebrew has three forms, French counts zero as one", () => {
  const said = (/** @type {string} */ language, /** @type {number} */ n) => speaker({ found: forms }, language)("found", { n });
  assert.deepEqual([1, 2, 3].map((n) => said("he", n)), ["one", "two", "3 other"]);
  assert.deepEqual([0, 1, 2].map((n) => said("fr", n)), ["one", "one", "2 other"]);
});

test("a form that a language does not have falls back on the common one", () => {
  assert.equal(speaker({ found: { one: "one", other: "{n} found" } }, "ar")("found", { n: 4 }), "4 found");
});

test("numbers have the language's comma, its region's point, and no other digits", () => {
  assert.equal(number(2.5, "de"), "2,5");
  assert.equal(number(2.5, "es-MX"), "2.5");
  assert.equal(number(2.5, "ar"), "2.5");
  assert.equal(number(80, "he"), "80");
});

test("in words from the right, texts keep their own order", () => {
  assert.equal(speaker({ due: "قبل {date}" }, "ar")("due", { date: "2026-11-22" }), "قبل \u20682026-11-22\u2069");
  assert.equal(speaker({ due: "before {date}" }, "en")("due", { date: "2026-11-22" }), "before 2026-11-22");
});

test("a language that the browser does not know, or a tag that is none, counts as English does", () => {
  for (const language of ["tlh", "not a tag!", "x"]) {
    assert.equal(speaker({ found: { one: "one", other: "{n}" } }, language)("found", { n: 1 }), "one");
  }
});

test("a day is told in the language's words, by one calendar and in the digits of the page", () => {
  const day = new Date(2026, 10, 22);
  assert.match(dayInWords(day, "ar-SA"), /22.*نوفمبر.*2026/);
  assert.equal(dayInWords(day, "de"), "22. November 2026");
  assert.equal(dayInWords(day, "tlh"), dayInWords(day, "en"));
});
