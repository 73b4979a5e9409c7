import assert from "node:assert/strict";
import { test } from "node:test";

import { decoded, slideIn } from "../src/addressed.js";

test("an address names a slide, with or without a step", () => {
  assert.deepEqual(["", "#", "#/", "#/cost", "#/cost/1", "#/cost/0/2", "#cost"].map(slideIn), ["", "", "", "cost", "cost", "cost", "cost"]);
});

test("letters of other scripts arrive, and a stray % stops nothing", () => {
  assert.equal(slideIn("#/%D8%B4"), "ش");
  assert.equal(slideIn("#/50%"), "50%");
  assert.equal(slideIn("#/%E0%A4%A/1"), "%E0%A4%A");
  assert.equal(decoded("a%20b"), "a b");
});
