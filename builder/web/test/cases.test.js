import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { grade } from "../src/grade.js";
import { QUESTIONS } from "./questions.js";

const table = JSON.parse(readFileSync(new URL("./cases.json", import.meta.url), "utf8"));
const bare = (type) => ({ id: type, type, points: 0, partial: "all_or_nothing" });
const ALL = {
  ...QUESTIONS,
  reflection: bare("reflection"), scale: bare("scale"), poll: bare("poll"),
  story: { id: "k", type: "case", points: 1, partial: "sum", parts: [QUESTIONS.single, QUESTIONS.numeric] },
};

for (const { name, partial, response, state, points, why, more = {}, sure = 0, certain } of table) {
  test(`${name}, ${partial}: ${JSON.stringify(response)}${sure ? `, certainty ${sure}` : ""} (${why})`, () => {
    const result = grade({ ...ALL[name], partial, ...more }, response, sure);
    assert.deepEqual([result.state, result.points], [state, points]);
    if (sure) assert.equal(result.certainty?.points, certain ?? undefined);
  });
}

test("the table has every type, and every rule that the types are scored by", () => {
  assert.deepEqual([...new Set(table.map(({ name }) => name))].sort(), Object.keys(ALL).sort());
  const rules = ["all_or_nothing", "best", "every_decision", "halves", "per_gap", "per_pair", "per_row", "sum"];
  assert.deepEqual([...new Set(table.map(({ partial }) => partial))].sort(), rules);
});
