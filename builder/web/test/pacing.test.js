import assert from "node:assert/strict";
import { test } from "node:test";

import { atZero, clockFace, elapsed, pace, planned, rest, soundWatch, started, stopped } from "../src/pacing.js";

const TIMES = [60, 120, 300, 120];

test("the plan at a slide: what is over before it, its own time, and all", () => {
  assert.deepEqual(planned(TIMES, 2), { before: 180, here: 300, total: 600 });
  assert.deepEqual(planned([], 0), { before: 0, here: 0, total: 0 });
});

test("a slide has its whole time, and a little more is nothing to speak of", () => {
  const plan = planned(TIMES, 2);
  for (const seconds of [136, 180, 300, 480, 524]) assert.deepEqual(pace(seconds, plan), { key: "on-time", n: 0 }, String(seconds));
});

test("ahead and behind are told in whole minutes, never in none", () => {
  const plan = planned(TIMES, 2);
  assert.deepEqual(pace(135, plan), { key: "ahead", n: 1 });
  assert.deepEqual(pace(0, plan), { key: "ahead", n: 3 });
  assert.deepEqual(pace(525, plan), { key: "behind", n: 1 });
  assert.deepEqual(pace(480 + 600, plan), { key: "behind", n: 10 });
});

test("what is to come when the rest goes as planned", () => {
  const plan = planned(TIMES, 2);
  assert.equal(rest(plan, 0), 420);
  assert.equal(rest(plan, 100), 320);
  assert.equal(rest(plan, 999), 120, "a slide that took too long has nothing left, and takes nothing from the others");
});

test("a stopwatch goes on where it stopped", () => {
  assert.equal(elapsed(atZero(), 99_000), 0);
  const running = started(atZero(), 10_000);
  assert.equal(elapsed(running, 70_000), 60);
  assert.equal(running.armed, false);
  assert.deepEqual(started(running, 50_000), running, "it is running already");
  const stood = stopped(running, 70_000);
  assert.equal(elapsed(stood, 900_000), 60);
  assert.equal(elapsed(started(stood, 100_000), 130_000), 90);
  assert.equal(elapsed(started(atZero(), 10_000), 5_000), 0, "a clock that was set back");
});

test("only a stopwatch is taken for one", () => {
  const running = started(atZero(), 10_000);
  const lapped = { ...running, lap: { at: 4, from: 30.5 } };
  for (const one of [running, lapped]) assert.deepEqual(soundWatch(JSON.parse(JSON.stringify(one))), one);
  assert.deepEqual(stopped(started(lapped, 10_000), 70_000).lap, lapped.lap);
  for (const lap of [undefined, 3, { at: "x", from: 0 }, { at: 1 }]) assert.deepEqual(soundWatch({ ...running, lap }).lap, { at: -1, from: 0 });
  for (const found of [null, undefined, 3, {}, { since: "now", passed: 1 }, { since: null, passed: -1 }, { since: null }]) {
    assert.deepEqual(soundWatch(found), atZero());
  }
});

test("clock faces", () => {
  assert.deepEqual([0, 5, 65, 599.9, 3600, 3905].map(clockFace), ["0:00", "0:05", "1:05", "9:59", "1:00:00", "1:05:05"]);
});
