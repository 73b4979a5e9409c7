import assert from "node:assert/strict";
import { test } from "node:test";

import { followArrows } from "../src/arrows.js";

/** A field that hears its own events, in a browser that shows focus or does not. */
function field(type, { shown }) {
  const marks = new Set();
  const made = Object.assign(new EventTarget(), { type, marks, matches: () => shown, setAttribute: (name) => marks.add(name), removeAttribute: (name) => marks.delete(name) });
  followArrows(made);
  return { marks, tell: (name, more = {}) => made.dispatchEvent(Object.assign(new Event(name), more)) };
}

test("a radio button reached by an arrow is marked while it has focus", () => {
  const { marks, tell } = field("radio", { shown: false });
  tell("keydown", { key: "ArrowDown" });
  tell("focusin");
  assert.deepEqual([...marks], ["data-arrived"]);
  tell("focusout");
  assert.deepEqual([...marks], []);
});

test("nothing is marked after a press, after Tab, on another field, or where the browser shows focus", () => {
  for (const [type, shown, before] of [["radio", false, ["keydown", "pointerdown"]], ["radio", true, ["keydown"]], ["text", false, ["keydown"]]]) {
    const { marks, tell } = field(type, { shown });
    for (const name of before) tell(name, { key: "ArrowUp" });
    tell("focusin");
    assert.equal(marks.size, 0);
  }
  const { marks, tell } = field("radio", { shown: false });
  tell("keydown", { key: "Tab" });
  tell("focusin");
  assert.equal(marks.size, 0);
});
