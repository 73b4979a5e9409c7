import assert from "node:assert/strict";
import { test } from "node:test";

import { pressed } from "../src/pressed.js";

const key = (key, code) => pressed(/** @type {any} */ ({ key, code }));

test("a key is the letter it writes, wherever it lies", () => {
  assert.equal(key("s", "KeyS"), "s");
  assert.equal(key("?", "Minus"), "?");
  assert.equal(key("a", "KeyQ"), "a");
  assert.equal(key("PageDown", "PageDown"), "PageDown");
});

test("an alphabet without Latin letters has the shortcuts where a Latin keyboard has them", () => {
  assert.equal(key("س", "KeyS"), "s");
  assert.equal(key("ד", "KeyS"), "s");
  assert.equal(key("ظ", "Slash"), "/");
  assert.equal(key("ф", "KeyA"), "a");
  assert.equal(key("é", "Digit2"), "é");
});
