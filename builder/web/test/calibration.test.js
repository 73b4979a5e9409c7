import assert from "node:assert/strict";
import test from "node:test";

import { calibration, verdict } from "../src/calibration.js";

const levels = (...rows) => rows.map(([level, n, right]) => ({ level, n, right }));

test("counts only what is fully right, surest first", () => {
  const given = [["right", 3], ["partial", 3], ["wrong", 1], ["right", 2], ["right", undefined]];
  const results = given.map(([state, level]) => ({ state, certainty: level && { level } }));
  assert.deepEqual(calibration(results), levels([3, 2, 1], [2, 1, 1], [1, 1, 0]));
});

test("says in one word what the picture shows", () => {
  assert.equal(verdict(levels([3, 4, 4])), "few");
  assert.equal(verdict(levels([3, 10, 9], [2, 4, 3], [1, 3, 1])), "calibrated");
  assert.equal(verdict(levels([3, 10, 5], [2, 4, 3])), "surer");
  assert.equal(verdict(levels([2, 1, 1], [1, 10, 10])), "righter");
  assert.equal(verdict(levels([3, 5, 4])), "calibrated");
});
