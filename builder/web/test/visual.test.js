import assert from "node:assert/strict";
import { test } from "node:test";

import { ranges } from "../src/visualfont.js";
import { contrast, luminance, worst } from "../src/visualink.js";

const ratio = (one, other) => contrast(luminance(one), luminance(other));
const ground = (...colours) => new Uint8ClampedArray(colours.flatMap((colour) => [...colour, 255]));
const WHITE = [255, 255, 255];
const BLACK = [0, 0, 0];

test("contrast is WCAG's: 21 to 1 at most, the same both ways, known pairs", () => {
  assert.equal(ratio(WHITE, BLACK), 21);
  assert.equal(ratio(BLACK, WHITE), 21);
  assert.equal(ratio(WHITE, WHITE), 1);
  assert.equal(ratio([118, 118, 118], WHITE).toFixed(2), "4.54");
  assert.equal(ratio([119, 119, 119], WHITE).toFixed(2), "4.48");
});

test("letters that let the ground through are held against it as they are painted", () => {
  assert.equal(worst(ground(WHITE), [0, 0, 0, 255], 1), 21);
  assert.equal(worst(ground(WHITE), [0, 0, 0, 0], 1), 1);
  assert.equal(worst(ground(WHITE), [0, 0, 0, 255], 0.5), ratio([127.5, 127.5, 127.5], WHITE));
});

test("a seam in the ground is forgiven, a strip of it is not", () => {
  const plain = Array.from({ length: 90 }, () => WHITE);
  assert.equal(worst(ground(...plain, ...Array(10).fill(BLACK)), [0, 0, 0, 255], 1), 21);
  assert.equal(worst(ground(...plain, ...Array(30).fill(BLACK)), [0, 0, 0, 255], 1), 1);
});

test("a range of characters is read in all its forms", () => {
  assert.deepEqual(ranges("U+26"), [[0x26, 0x26]]);
  assert.deepEqual(ranges("U+0-7F, u+4??"), [[0, 0x7f], [0x400, 0x4ff]]);
  assert.deepEqual(ranges("U+0-10FFFF"), [[0, 0x10ffff]]);
});
