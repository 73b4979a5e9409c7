import assert from "node:assert/strict";
import { test } from "node:test";

import { find, folded } from "../src/find.js";

const entries = [
  { a: "1.html", t: "Prolactin and its brake", p: "Let-down", x: "Oxytocin moves milk; prolactin makes it." },
  { a: "2.html", t: "Oxytocin comes in pulses", p: "Let-down", x: "Oxytocin does not flow like a tap. " + "More words follow here. ".repeat(20) },
  { a: "3.html", t: "Sources", p: "Sources", x: "Ureño and others, 2019; straße, Cœur, a D‑MER survey." },
  { a: "4.html", t: "الدوبامين", p: "الفسيولوجيا", x: "والدُّوبامين يكبح البرولاكتين" },
  { a: "5.html", t: "דופמין", p: "פיזיולוגיה", x: "והַדּוֹפָּמִין בולם פרולקטין" },
];
const found = (text) => find(entries, text).map(({ entry }) => entry.a);
const marked = (text) => find(entries, text)[0].piece.filter((run) => run.found).map((run) => run.text);

test("titles come first, all words must be there, and a word is found by its beginning", () => {
  assert.deepEqual(found("oxytocin"), ["2.html", "1.html"]);
  assert.deepEqual(found("oxy brake"), ["1.html"]);
  assert.deepEqual(found("tocin"), []);
  assert.deepEqual(found("   "), []);
  assert.deepEqual(found(" -. "), []);
});

test("accents, capitals and joined letters do not matter, and the piece shows the text as it is", () => {
  assert.deepEqual(found("URENO"), ["3.html"]);
  assert.deepEqual(found("Uren\u0303o"), ["3.html"]);
  assert.deepEqual(marked("ureno"), ["Ureño"]);
  assert.deepEqual(marked("STRASSE coeur"), ["straße", "Cœur"]);
  assert.deepEqual(marked("d-mer"), ["D‑MER"]);
});

test("vowel points do not matter, and words are found behind what is written onto them", () => {
  assert.deepEqual(found("دوبامين"), ["4.html"]);
  assert.deepEqual(marked("دوبامين"), ["دُّوبامين"]);
  assert.deepEqual(found("דופמין"), ["5.html"]);
  assert.deepEqual(marked("פרולקטין"), ["פרולקטין"]);
});

test("all words are marked, and the first whole one is named", () => {
  assert.deepEqual(marked("prol milk oxy"), ["Oxytocin", "milk", "prol"].map((word) => word.slice(0, { Oxytocin: 3 }[word])));
  assert.equal(find(entries, "prol milk")[0].word, "milk");
  assert.equal(find(entries, "brake")[0].word, "");
});

test("a long text is shown around what was found", () => {
  const { piece } = find(entries, "flow")[0];
  assert.equal(piece[1].text, "flow");
  assert.ok(piece.at(-1).text.endsWith("…"));
  assert.ok(piece.map((run) => run.text).join("").length < 200);
});

test("a folded text knows where each letter came from", () => {
  assert.deepEqual(folded("İß"), { bare: "iss", from: [0, 1, 1, 2] });
});
