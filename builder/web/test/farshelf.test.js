import assert from "node:assert/strict";
import { test } from "node:test";

import { answering } from "../src/answering.js";
import { FarShelf, apart } from "../src/farshelf.js";
import { Notebook } from "../src/notebook.js";
import { untouched } from "../src/progress.js";

const course = { course: "c", title: "C", pages: [{ id: "a", kind: "section" }, { id: "b", kind: "section" }], completion: {}, questions: {} };
const later = () => new Promise((resolve) => setTimeout(resolve));

/** What lies behind the frame: the keeper's own store and safe. */
function place() {
  const kept = new Map();
  const safe = new Map();
  return {
    kept,
    safe,
    store: {
      get length() {
        return kept.size;
      },
      key: (index) => [...kept.keys()][index] ?? null,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
      removeItem: (key) => kept.delete(key),
    },
    shelf: {
      read: async (prefix) => new Map([...safe].filter(([key]) => key.startsWith(prefix))),
      write: async (key, join) => void safe.set(key, structuredClone(join(safe.get(key)))),
      remove: async (key) => void safe.delete(key),
    },
  };
}

/** A page with a frame that answers a moment later, as messages do; `also` hears of what was written. */
async function page(where, { store = () => where.store, news, session = place().store } = {}) {
  const answer = answering(store, where.shelf, () => session);
  const far = new FarShelf((ask) => setTimeout(async () => far.hear(structuredClone(await answer(structuredClone(ask))))), news);
  far.hear({ ready: true });
  await far.ready;
  return far;
}

test("what one page keeps, the next page has before its script begins", async () => {
  const where = place();
  const one = await page(where);
  one.store.setItem("lactern:1:c", "said");
  assert.equal(one.store.getItem("lactern:1:c"), "said", "a page sees at once what it keeps");
  await later();
  where.kept.set("somebody else's", "x");
  const other = await page(where);
  assert.deepEqual([other.store.length, other.store.key(0), other.store.getItem("lactern:1:c")], [1, "lactern:1:c", "said"]);
  other.store.removeItem("lactern:1:c");
  await later();
  assert.equal(where.kept.has("lactern:1:c"), false);
});

test("progress is kept from page to page, in store and safe", async () => {
  const where = place();
  for (const id of ["a", "b"]) {
    const far = await page(where);
    const notebook = new Notebook(course, { store: () => far.store, safe: far.safe, now: () => 100 });
    await notebook.ready;
    notebook.note((progress, now) => {
      progress.pages[id] = now;
    });
    await notebook.write();
  }
  const [[key, inSafe]] = where.safe;
  assert.deepEqual(Object.keys(inSafe.pages), ["a", "b"]);
  assert.deepEqual(Object.keys(JSON.parse(where.kept.get(key)).pages), ["a", "b"]);
});

test("a window that writes between reading and writing is not overwritten", async () => {
  const where = place();
  const [one, other] = [await page(where), await page(where)];
  const adding = (word) => (there) => ({ words: [...(there?.words ?? []), word].sort() });
  await Promise.all([one.safe.write("k", adding("one")), other.safe.write("k", adding("other"))]);
  assert.deepEqual(where.safe.get("k"), { words: ["one", "other"] });
  await one.safe.write("k", adding("third"));
  assert.deepEqual(where.safe.get("k"), { words: ["one", "other", "third"] });
  await one.safe.remove("k");
  assert.equal(where.safe.size, 0);
});

test("a page can wait until all it has said has arrived, but not for a frame that says nothing", async () => {
  const where = place();
  const far = await page(where);
  far.store.setItem("k", "1");
  assert.equal(where.kept.size, 0);
  await far.settled();
  assert.equal(where.kept.get("k"), "1");
  const deaf = new FarShelf(() => {});
  deaf.store.setItem("k", "1");
  await deaf.settled();
  assert.equal(deaf.store.getItem("k"), "1");
});

test("a word to the next page is for this window alone, and is said once", async () => {
  const [where, session] = [place(), place().store];
  const one = await page(where, { session });
  one.passing.setItem("say", "done");
  await one.settled();
  assert.equal((await page(where)).passing.getItem("say"), null);
  const next = await page(where, { session });
  assert.equal(next.passing.getItem("say"), "done");
  next.passing.removeItem("say");
  assert.equal(next.passing.getItem("say"), null);
  assert.equal((await page(where, { session })).passing.getItem("say"), null);
});

test("a page hears what another window keeps", async () => {
  const told = [];
  const far = await page(place(), { news: (key) => told.push(key) });
  told.length = 0;
  far.hear({ news: "lactern:1:c", value: "new" });
  assert.equal(far.store.getItem("lactern:1:c"), "new");
  far.hear({ news: "lactern:1:c", value: null });
  assert.equal(far.store.getItem("lactern:1:c"), null);
  assert.deepEqual(told, ["lactern:1:c", "lactern:1:c"]);
});

test("where the browser forbids it, the page is told so as its own store would tell", async () => {
  const far = await page(place(), { store: () => { throw new DOMException("no", "SecurityError"); } });
  assert.throws(() => far.store.getItem("k"), { name: "SecurityError" });
});

test("a full store is noticed at the next word", async () => {
  const where = place();
  const far = await page(where);
  where.store.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  far.store.setItem("k", "1");
  await later();
  await later();
  assert.throws(() => far.store.setItem("k", "2"), { name: "QuotaExceededError" });
});

test("a safe that fails says so", async () => {
  const where = place();
  where.shelf.write = async () => { throw new DOMException("full", "QuotaExceededError"); };
  const far = await page(where);
  await assert.rejects(far.safe.write("k", () => untouched()), { name: "QuotaExceededError" });
});

test("only pages from a disk in a browser that keeps them apart need it", () => {
  const at = (protocol, gecko) => {
    globalThis.location = { protocol };
    globalThis.window = gecko ? { mozInnerScreenX: 0 } : {};
    return apart();
  };
  assert.deepEqual([at("file:", true), at("file:", false), at("https:", true)], [true, false, false]);
});
