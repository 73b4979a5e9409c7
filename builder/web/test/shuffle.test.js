import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { fnv1a, mulberry32, shuffled } from "../src/shuffle.js";

const table = JSON.parse(readFileSync(new URL("./shuffle-table.json", import.meta.url), "utf8"));

test("hashes as FNV-1a is published", () => {
  assert.equal(fnv1a(""), 0x811c9dc5);
  assert.equal(fnv1a("foobar"), 0xbf9cf968);
});

test("gives the orders of the table that Python is held to", () => {
  for (const { seed, things, fixed, numbers, order } of table) {
    const next = mulberry32(fnv1a(seed));
    assert.deepEqual([next(), next(), next()], numbers, seed);
    assert.deepEqual(shuffled(things, seed, fixed), order, seed);
  }
});

test("keeps everything, leaves its input alone, and fixed things in place", () => {
  for (let n = 0; n < 200; n++) {
    const things = Array.from({ length: n % 9 }, (_, index) => index);
    const fixed = things.filter((thing) => (thing + n) % 4 === 0);
    const order = shuffled(things, `seed ${n}`, fixed);
    assert.deepEqual([...order].sort((a, b) => a - b), things);
    for (const place of fixed) assert.equal(order[place], place);
  }
});

test("is fair enough: each of three things comes first about as often", () => {
  const first = { a: 0, b: 0, c: 0 };
  for (let n = 0; n < 3000; n++) first[shuffled(["a", "b", "c"], `s${n}`)[0]]++;
  for (const count of Object.values(first)) assert.ok(Math.abs(count - 1000) < 120, JSON.stringify(first));
});
