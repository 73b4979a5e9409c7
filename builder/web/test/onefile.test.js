import assert from "node:assert/strict";
import { test } from "node:test";

import { parted } from "../src/onefile.js";

test("an address names a page, and perhaps a place on it", () => {
  assert.deepEqual(parted("#/one"), { name: "one", anchor: "" });
  assert.deepEqual(parted("#/one/two"), { name: "one", anchor: "two" });
  assert.deepEqual(parted("#/one#two"), { name: "one", anchor: "two" });
  assert.deepEqual(parted("#/one/a%20b"), { name: "one", anchor: "a b" });
});

test("no page is the first page; a plain anchor names none", () => {
  assert.deepEqual(parted("#/"), { name: "index", anchor: "" });
  assert.equal(parted("#main"), null);
  assert.equal(parted(""), null);
});

test("what cannot be decoded is taken as it is", () => {
  assert.deepEqual(parted("#/one/%E0%A4%A"), { name: "one", anchor: "%E0%A4%A" });
});
