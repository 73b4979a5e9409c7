import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { laidOut } from "../src/arrange.js";

const table = JSON.parse(readFileSync(new URL("./laid-table.json", import.meta.url), "utf8"));

test("lays out what the table says that the paper is held to", () => {
  assert.ok(table.length > 6);
  for (const { seed, question, laid } of table) assert.deepEqual(laidOut(question, seed, true), laid, `${seed} ${question.id}`);
});

test("options stay as they are written where the quiz does not shuffle; pairs and items never do", () => {
  const single = table.find(({ question }) => question.type === "single");
  assert.deepEqual(laidOut(single.question, single.seed, false), []);
  const cloze = table.find(({ question }) => question.type === "cloze");
  assert.deepEqual(laidOut(cloze.question, cloze.seed, false), []);
  for (const { seed, question, laid } of table.filter(({ question: { type } }) => ["match", "order"].includes(type))) {
    assert.deepEqual(laidOut(question, seed, false), laid);
  }
});

test("things to put in order never begin in order", () => {
  for (let n = 0; n < 50; n++) assert.notDeepEqual(laidOut({ id: "o", type: "order", order: ["a", "b"] }, `s${n}`, true), ["a", "b"]);
});
