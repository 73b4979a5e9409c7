import assert from "node:assert/strict";
import test from "node:test";

import { speaker } from "../src/pieces.js";
import { shares } from "../src/poll.js";

test("words take their numbers, plurals theirs, and an unknown key shows itself", () => {
  const say = speaker({ hint: "Hint {number} of {of}", left: { one: "{n} hint", other: "{n} hints" } });
  assert.equal(say("hint", { number: 1, of: 2 }), "Hint 1 of 2");
  assert.equal(say("left", { n: 1 }), "1 hint");
  assert.equal(say("left", { n: 3 }), "3 hints");
  assert.equal(say("nowhere"), "nowhere");
});

test("shares of hands", () => {
  assert.deepEqual(shares([0, 0]), [0, 0]);
  assert.deepEqual(shares([1, 2, 1]), [25, 50, 25]);
});
