import assert from "node:assert/strict";
import { test } from "node:test";

import { Notebook } from "../src/notebook.js";

const course = {
  course: "c",
  title: "C",
  search: "",
  pages: [{ id: "a", href: "a.html", title: "A", kind: "section" }, { id: "b", href: "b.html", title: "B", kind: "section" }],
  completion: { viewed: true, quiz: "", evaluation: "" },
  questions: { t: { one: "r1" } },
};

function shelf() {
  const kept = new Map();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}
const open = (store, more = {}) => new Notebook(course, { store: () => store, now: () => 100, ...more });
const read = (id) => (progress, now) => {
  progress.pages[id] = now;
};

test("two windows that never saw each other lose nothing", () => {
  const store = shelf();
  const one = open(store);
  const other = open(store);
  one.note(read("a"));
  other.note(read("b"));
  one.write();
  other.write();
  assert.deepEqual(Object.keys(open(store).progress.pages), ["a", "b"]);
});

test("another course is another record", () => {
  const store = shelf();
  const one = open(store);
  one.note(read("a"));
  one.write();
  const other = new Notebook({ ...course, course: "d" }, { store: () => store });
  assert.deepEqual(other.progress.pages, {});
  other.startFresh();
  assert.deepEqual(Object.keys(open(store).progress.pages), ["a"]);
});

test("a window hears of another's fresh start", () => {
  const store = shelf();
  let fresh;
  const one = open(store, { changed: (begun) => (fresh = begun) });
  one.note(read("a"));
  one.write();
  open(store, { now: () => 200 }).startFresh();
  one.takeOver();
  assert.equal(fresh, true);
  one.write();
  assert.deepEqual(open(store).progress.pages, {});
});

test("a forbidden or full store is said once, and life goes on", () => {
  const said = [];
  const forbidden = new Notebook(course, {
    store() {
      throw new Error("no");
    },
    trouble: (what) => said.push(what),
  });
  forbidden.note(read("a"));
  forbidden.write();
  assert.equal(Object.keys(forbidden.progress.pages).length, 1);
  const full = open({ getItem: () => null, setItem() {
    throw new Error("full");
  } }, { trouble: (what) => said.push(what) });
  full.note(read("a"));
  full.write();
  full.note(read("b"));
  full.write();
  assert.deepEqual(said, ["forbidden", "full"]);
});

test("a record that is no JSON is begun anew", () => {
  const store = shelf();
  store.kept.set("lactern:1:c", "{oops");
  assert.deepEqual(open(store).progress.pages, {});
});

test("a file carries the record to another browser, and only to the same course", () => {
  const here = open(shelf());
  here.note(read("a"));
  here.write();
  const there = open(shelf());
  assert.equal(there.fromFile(here.asFile()), true);
  assert.deepEqual(Object.keys(there.progress.pages), ["a"]);
  assert.equal(new Notebook({ ...course, course: "d" }, { store: shelf }).fromFile(here.asFile()), false);
  assert.equal(there.fromFile("not json"), false);
});
