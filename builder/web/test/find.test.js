import assert from "node:assert/strict";
import { test } from "node:test";

import { find, plain } from "../src/find.js";

const entries = [
  { a: "1.html", t: "Prolactin and its brake", p: "Let-down", x: "Oxytocin moves milk; prolactin makes it." },
  { a: "2.html", t: "Oxytocin comes in pulses", p: "Let-down", x: "Oxytocin does not flow like a tap. " + "More words follow here. ".repeat(20) },
  { a: "3.html", t: "Sources", p: "Sources", x: "Ureño and others, 2019." },
];
const found = (text) => find(entries, text).map(({ entry }) => entry.a);

test("titles come first, all words must be there, and a word is found by its beginning", () => {
  assert.deepEqual(found("oxytocin"), ["2.html", "1.html"]);
  assert.deepEqual(found("oxy brake"), ["1.html"]);
  assert.deepEqual(found("tocin"), []);
  assert.deepEqual(found("   "), []);
});

test("accents and capitals do not matter, and the piece shows the text as it is", () => {
  assert.deepEqual(found("URENO"), ["3.html"]);
  assert.equal(find(entries, "ureno")[0].piece.match, "Ureño");
  assert.equal(plain("Ureño İ").length, "Ureño İ".length);
});

test("a long text is shown around what was found", () => {
  const { piece } = find(entries, "flow")[0];
  assert.equal(piece.match, "flow");
  assert.ok(piece.after.endsWith("…"));
  assert.ok(piece.after.length < 150);
});
