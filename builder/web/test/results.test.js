import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";

import { untouched } from "../src/progress.js";
import { day, evaluation, newSerial, results, resultsFile, resultsTable, table } from "../src/results.js";
import { opened } from "../src/seal.js";

const page = (id, kind, title = id) => ({ id, href: `${id}.html`, title, kind });
const course = {
  course: "dmer",
  title: "Before the milk flows – “é”",
  version: "1.0",
  language: "en",
  minutes: 60,
  search: "",
  pages: [page("a", "section"), page("quiz-post-test", "quiz", "Post-test"), page("quiz-evaluation", "quiz", "Evaluation")],
  completion: { viewed: true, quiz: "post-test", evaluation: "evaluation" },
  objectives: [{ id: "timing", text: "Describe the timing." }],
  questions: {},
};
const at = Date.UTC(2026, 0, 2, 12);
const progress = {
  ...untouched(),
  pages: { a: at },
  outcomes: {
    "post-test": [
      { attempt: 1, at: at + 1000, percent: 40, points: 2, of: 5, passed: false, objectives: { timing: { points: 0.3333333, of: 1, percent: 33 } } },
      { attempt: 2, at: at + 2000, late: true, percent: 90, points: 4.5, of: 5, passed: true, objectives: { timing: { points: 1, of: 1, percent: 100 } } },
    ],
    evaluation: [{ attempt: 1, at: at + 3000, passed: true }],
  },
};
const said = results(course, progress, { name: "Ana-Łucja 🙂 Öz", licence: "=1+1" }, "K7Q2-M4XN-9PDR", at + 9000);
const sample = new URL("../../../tests/results/sample-results.json", import.meta.url);

test("the file says who, what and how, and nothing of the evaluation's answers", () => {
  assert.equal(said.complete, true);
  assert.equal(said.completed, new Date(at + 3000).toISOString());
  assert.equal(said.begun, new Date(at).toISOString());
  assert.equal(said.self_reported, true);
  assert.deepEqual(said.quizzes.map((quiz) => quiz.id), ["post-test"]);
  assert.equal(said.quizzes[0].best, 90);
  assert.deepEqual(said.quizzes[0].attempts.map((one) => one.longer_than_planned), [false, true]);
  assert.equal(said.quizzes[0].best_longer_than_planned, true);
  assert.deepEqual(said.quizzes[0].objectives, [{ id: "timing", text: "Describe the timing.", points: 1, of: 1, percent: 100 }]);
  assert.equal(opened(resultsFile(said), "results", 1).refused, undefined);
});

test("the file that the organiser's side is tested with is what is written here", () => {
  if (process.env.UPDATE_GOLDEN) writeFileSync(sample, resultsFile({ ...said, completed_on: "2026-01-02" }));
  assert.equal(readFileSync(sample, "utf8"), resultsFile({ ...said, completed_on: "2026-01-02" }));
});

test("who is not through gives what there is", () => {
  const open = results(course, untouched(), { name: "A", licence: "" }, "K7Q2-M4XN-9PDR", at);
  assert.equal(open.complete, false);
  assert.equal(open.begun + open.completed + open.completed_on, "");
  assert.deepEqual(open.quizzes, []);
});

test("a table opens in a spreadsheet as text, and nothing in it is carried out", () => {
  assert.equal(table([["a", 'b"', "c,d", "e\nf"], ["=1", "+1", "-1", "@x"], [1, true, null, " x"]]),
    '\uFEFFa,"b""","c,d","e\nf"\r\n\'=1,\'+1,\'-1,\'@x\r\n1,yes,," x"\r\n');
  const [names, line] = resultsTable(said).slice(1).trim().split("\r\n");
  assert.match(names, /^name,licence,course,title,version,complete,completed on,minutes/);
  assert.match(names, /post-test best %,post-test longer than planned,post-test passed,post-test attempts,post-test timing %$/);
  assert.match(line, /^Ana-Łucja 🙂 Öz,'=1\+1,dmer/);
});

test("an evaluation has no name, no number and no hour", () => {
  const file = evaluation(course, { id: "evaluation", title: "Evaluation" }, [{ id: "q", asks: "Was it?", said: "4 Agree", response: 4 }], at);
  assert.equal(file.on, day(at));
  assert.doesNotMatch(JSON.stringify(file), /T\d\d:|serial|learner|name/);
});

test("numbers are easy to read out and not the same twice", () => {
  assert.match(newSerial(), /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.equal(new Set(Array.from({ length: 500 }, () => newSerial())).size, 500);
});
