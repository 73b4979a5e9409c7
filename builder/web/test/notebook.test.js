import assert from "node:assert/strict";
import { test } from "node:test";

import { asFile, fromFile } from "../src/carry.js";
import { Notebook } from "../src/notebook.js";
import { noteQuiz } from "../src/progress.js";

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
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
}
/** A safe in memory, which answers a moment later as the real one does. */
function strongbox() {
  const kept = new Map();
  const plain = (value) => JSON.parse(JSON.stringify(value));
  return {
    kept,
    read: async (prefix) => new Map([...kept].filter(([key]) => key.startsWith(prefix))),
    write: async (key, join) => void kept.set(key, plain(join(kept.get(key)))),
    remove: async (key) => void kept.delete(key),
  };
}
const broken = () => {
  throw new Error("no");
};
const full = { length: 0, key: () => null, getItem: () => null, setItem: broken, removeItem() {} };
const open = (store, more = {}) => new Notebook(more.course ?? course, { store: () => store, now: () => 100, ...more });
const read = (id) => (progress, now) => {
  progress.pages[id] = now;
};
const choose = (response) => (progress, now) => noteQuiz(progress, "t", { attempt: 1, submitted: false, questions: { one: { revision: "r1", response } } }, now);
const pages = (notebook) => Object.keys(notebook.progress.pages);

test("two windows that never saw each other lose nothing", () => {
  const store = shelf();
  const one = open(store);
  const other = open(store);
  one.note(read("a"));
  other.note(read("b"));
  one.write();
  other.write();
  assert.deepEqual(pages(open(store)), ["a", "b"]);
});

test("what was noted is written without being asked", async () => {
  const store = shelf();
  open(store).note(read("a"));
  await Promise.resolve();
  assert.deepEqual(pages(open(store)), ["a"]);
});

test("another course is another record, even one of the same name", async () => {
  const store = shelf();
  const one = open(store);
  one.note(read("a"));
  await one.write();
  for (const stranger of [{ ...course, course: "d" }, { ...course, title: "Another author's C" }, { ...course, course: "c2" }]) {
    const other = open(store, { course: stranger });
    assert.deepEqual(pages(other), []);
    await other.startFresh();
  }
  assert.deepEqual(pages(open(store)), ["a"]);
});

test("a course that was given another title finds its record by an answer it still asks for", async () => {
  const store = shelf();
  const safe = strongbox();
  const one = open(store, { safe });
  one.note(choose("x"));
  await one.write();
  const renamed = open(store, { safe, course: { ...course, title: "C, second edition" } });
  assert.equal(renamed.progress.quizzes.t.questions.one.response, "x");
  await renamed.startFresh();
  assert.doesNotMatch([...store.kept.values(), ...[...safe.kept.values()].map((kept) => JSON.stringify(kept))].join(), /"x"/);
});

test("what the store lost in a crash comes back from the safe", async () => {
  const safe = strongbox();
  const one = open(shelf(), { safe });
  one.note(choose("x"));
  await one.write();
  let told = 0;
  const after = open(shelf(), { safe, changed: () => (told += 1) });
  await after.ready;
  assert.equal(after.progress.quizzes.t.questions.one.response, "x");
  assert.equal(told, 1);
});

test("answers that come while the safe is writing go into it too", async () => {
  const safe = strongbox();
  const one = open(shelf(), { safe });
  await one.ready;
  one.note(read("a"));
  one.write();
  one.note(read("b"));
  await one.write();
  assert.deepEqual(Object.keys([...safe.kept.values()][0].pages), ["a", "b"]);
});

test("a page that is left begins nothing in the safe, and makes up for it when it is brought back", async () => {
  const [store, safe] = [shelf(), strongbox()];
  const one = open(store, { safe });
  await one.ready;
  one.note(read("a"));
  await one.write();
  one.leave();
  one.note(read("b"));
  await one.write();
  assert.deepEqual(pages(open(store)), ["a", "b"]);
  assert.deepEqual(Object.keys([...safe.kept.values()][0].pages), ["a"]);
  one.comeBack();
  await one.write();
  assert.deepEqual(Object.keys([...safe.kept.values()][0].pages), ["a", "b"]);
});

test("what the safe was about to write when a page was left waits until it is brought back", async () => {
  const safe = strongbox();
  const one = open(shelf(), { safe });
  await one.ready;
  one.note(read("a"));
  const first = one.write();
  one.note(read("b"));
  one.write();
  one.leave();
  await first;
  assert.deepEqual(Object.keys([...safe.kept.values()][0].pages), ["a"]);
  one.comeBack();
  await one.done;
  assert.deepEqual(Object.keys([...safe.kept.values()][0].pages), ["a", "b"]);
});

test("nobody waits for ever for a safe that hangs", async () => {
  const store = shelf();
  const never = () => new Promise(() => {});
  const one = open(store, { safe: { read: never, write: never, remove: never }, patience: 5 });
  one.note(read("a"));
  await Promise.resolve();
  await one.startFresh();
  assert.deepEqual(pages(open(store)), []);
  await one.takeFile(fromFile(course, asFile(course, { ...one.progress, pages: { b: 1 } })).progress, false);
  assert.deepEqual(pages(open(store)), ["b"]);
});

test("a window hears of another's fresh start", async () => {
  const store = shelf();
  let fresh;
  const one = open(store, { changed: (begun) => (fresh = begun) });
  one.note(read("a"));
  one.write();
  await open(store, { now: () => 200 }).startFresh();
  one.takeOver();
  assert.equal(fresh, true);
  one.write();
  assert.deepEqual(pages(open(store)), []);
});

test("a forbidden store is said once, and life goes on", async () => {
  const said = [];
  const notebook = new Notebook(course, { store: broken, safe: { read: broken, write: broken, remove: broken }, trouble: (what) => said.push(what) });
  await notebook.ready;
  notebook.note(read("a"));
  await notebook.write();
  assert.deepEqual(pages(notebook), ["a"]);
  assert.deepEqual(said, ["forbidden"]);
});

test("a full store is said once, and only when the safe is full too", async () => {
  const said = [];
  const spacious = open(full, { safe: strongbox(), trouble: (what) => said.push(what) });
  spacious.note(read("a"));
  await spacious.write();
  assert.deepEqual(said, []);
  const both = open(full, { safe: { ...strongbox(), write: async () => broken() }, trouble: (what) => said.push(what) });
  both.note(read("a"));
  await both.write();
  both.note(read("b"));
  await both.write();
  assert.deepEqual(said, ["full"]);
});

test("rubbish in the store is healed from the safe, and said when there is nothing to heal it with", async () => {
  for (const rubbish of ["{oops", "[]", '"x"', '{"v":1,"pages":7}', "null"]) {
    const [store, safe, said] = [shelf(), strongbox(), []];
    const one = open(store, { safe });
    one.note(read("a"));
    await one.write();
    store.kept.set(one.key, rubbish);
    const healed = open(store, { safe, trouble: (what) => said.push(what) });
    await healed.ready;
    assert.deepEqual(pages(healed), ["a"], rubbish);
    assert.deepEqual(said, []);
    safe.kept.set(one.key, "rubbish");
    store.kept.set(one.key, rubbish);
    const anew = open(store, { safe, trouble: (what) => said.push(what) });
    await anew.ready;
    assert.deepEqual(pages(anew), []);
    assert.deepEqual(said, ["unreadable"], rubbish);
    await anew.write();
    assert.equal(JSON.parse(store.kept.get(one.key)).v, 1);
  }
});

test("a file carries the record to another browser, and only to the same course", async () => {
  const here = open(shelf());
  here.note(read("a"));
  here.write();
  const text = asFile(course, here.progress);
  const there = open(shelf(), { now: () => 300 });
  there.note(read("b"));
  await there.takeFile(fromFile(course, text).progress, false);
  assert.deepEqual(pages(there), ["a", "b"]);
  await there.takeFile(fromFile(course, text).progress, true);
  assert.deepEqual(pages(there), ["a"]);
  assert.deepEqual(fromFile({ ...course, course: "d", title: "D" }, text), { refused: "foreign", title: "C" });
  assert.equal(fromFile(course, text.replace('"a": 100', '"a": 101')).refused, "changed");
  assert.equal(fromFile(course, text.replace('"v": 1', '"v": 7')).refused, "newer");
  assert.equal(fromFile(course, '{"lactern":"results"}').refused, "not-ours");
  assert.equal(fromFile(course, "not json").refused, "unreadable");
  assert.equal(fromFile(course, "null").refused, "not-ours");
});
