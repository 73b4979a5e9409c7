import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { CHOICES, apply, choose, current, remembered, shareSettings, sound } from "../src/settings.js";

/** @type {Record<string, string>} */
let kept;
const standard = Object.fromEntries(Object.entries(CHOICES).map(([name, values]) => [name, values[0]]));

beforeEach(() => {
  kept = {};
  globalThis.document = { documentElement: { dataset: {} } };
  globalThis.localStorage = { getItem: (key) => kept[key] ?? null, setItem: (key, value) => (kept[key] = value) };
});

test("what is no choice is the standard", () => {
  for (const rubbish of [null, 7, "x", [], {}, { scheme: "pink", size: 2, face: ["text"], __proto__: { line: "9" } }]) {
    assert.deepEqual(sound(rubbish), standard);
  }
  assert.deepEqual(sound({ scheme: "contrast", size: "3" }), { ...standard, scheme: "contrast", size: "3" });
});

test("a choice shows, is kept, and leaves the others alone", () => {
  choose({ scheme: "dark" });
  choose({ letters: "2" });
  assert.deepEqual(document.documentElement.dataset, { scheme: "dark", letters: "2" });
  assert.deepEqual(remembered(), { ...standard, scheme: "dark", letters: "2" });
  choose({ scheme: "system" });
  assert.deepEqual(document.documentElement.dataset, { letters: "2" });
});

test("the standard leaves no trace on the page", () => {
  apply(sound({ size: "4", motion: "less" }));
  apply(sound(null));
  assert.deepEqual(document.documentElement.dataset, {});
  assert.deepEqual(current(), standard);
});

test("a store that is full, forbidden or filled with rubbish is no harm", () => {
  kept["lactern:1:settings"] = "{{";
  assert.deepEqual(remembered(), standard);
  globalThis.localStorage = { getItem() { throw new Error("forbidden"); }, setItem() { throw new Error("full"); } };
  assert.deepEqual(remembered(), standard);
  assert.equal(choose({ size: "2" }).size, "2");
  assert.deepEqual(document.documentElement.dataset, { size: "2" });
});

test("pages that have a store together follow it, and keep a copy for the moment before it answers", () => {
  kept["lactern:1:settings"] = JSON.stringify({ size: "4" });
  const common = { "lactern:1:settings": JSON.stringify({ scheme: "dark" }) };
  shareSettings({ getItem: (key) => common[key] ?? null, setItem: (key, value) => (common[key] = value) });
  assert.deepEqual(document.documentElement.dataset, { scheme: "dark" });
  assert.deepEqual(JSON.parse(kept["lactern:1:settings"]), { ...standard, scheme: "dark" });
  choose({ face: "serif" });
  assert.equal(JSON.parse(common["lactern:1:settings"]).face, "serif");
  shareSettings(null);
});
