// One question of every type with its key, as a quiz-data block has them, and its right answer.

const option = (id, correct = false, more = {}) => ({ id, correct, ...more });
const base = { points: 2, partial: "all_or_nothing", revision: "1" };

export const QUESTIONS = {
  single: { ...base, id: "s", type: "single", options: [option("a", true), option("b"), option("c")] },
  multiple: { ...base, id: "m", type: "multiple", options: [option("a", true), option("b"), option("c", true), option("d")] },
  true_false: { ...base, id: "t", type: "true_false", answer: false, feedback: {}, reason: [] },
  reasoned: { ...base, id: "tr", type: "true_false", answer: true, asks_reason: true, feedback: {}, reason: [option("x", true), option("y")] },
  short: { ...base, id: "w", type: "short", accept: ["let-down", "MER"], pattern: "milk.?ejection( reflex)?" },
  numeric: { ...base, id: "n", type: "numeric", value: "5", tolerance: "0.5", unit: "min" },
  match: { ...base, id: "p", type: "match", pairs: [{ id: "1", choice: "k" }, { id: "2", choice: "l" }, { id: "3", choice: "k" }] },
  order: { ...base, id: "o", type: "order", order: ["a", "b", "c", "d"] },
  cloze: { ...base, id: "c", type: "cloze", gaps: [{ id: "g1", accept: ["let-down"] }, { id: "g2", menu: true, accept: ["minutes"] }] },
  matrix: { ...base, id: "x", type: "matrix", rows: [{ id: "r1", column: "u" }, { id: "r2", column: "v" }] },
  hotspot: { ...base, id: "h", type: "hotspot", regions: [option("q"), option("r", true)] },
};

export const KEYS = {
  single: "a", multiple: ["a", "c"], true_false: { value: false, reason: null }, reasoned: { value: true, reason: "x" },
  short: "Let‑down", numeric: "5,5 min", match: { 1: "k", 2: "l", 3: "k" }, order: ["a", "b", "c", "d"],
  cloze: { g1: "LET-DOWN", g2: "minutes" }, matrix: { r1: "u", r2: "v" }, hotspot: ["r"],
};

/** Every response a learner could give to a question, or a fair number of them. */
export function responsesTo(name) {
  const subsets = (ids) => ids.reduce((all, id) => all.concat(all.map((one) => [...one, id])), [[]]);
  const product = (lists) => lists.reduce((all, list) => all.flatMap((one) => list.map((item) => [...one, item])), [[]]);
  const maps = (ids, values) => product(ids.map(() => values)).map((row) => Object.fromEntries(ids.map((id, n) => [id, row[n]])));
  const orders = (ids) => (ids.length < 2 ? [ids] : ids.flatMap((id) => orders(ids.filter((other) => other !== id)).map((rest) => [id, ...rest])));
  const verdicts = (reasons) => [true, false].flatMap((value) => reasons.map((reason) => ({ value, reason })));
  return {
    single: ["a", "b", "c", "gone"], multiple: subsets(["a", "b", "c", "d"]), true_false: verdicts([null]), reasoned: verdicts([null, "x", "y"]),
    short: ["let-down", "mer", "milk-ejection", "the milk ejection reflex", "reflex"], numeric: ["5", "4.5", "5,5 min", "5.6", "5 h", "five", "-5"],
    match: maps(["1", "2", "3"], ["k", "l", "z", ""]), order: orders(["a", "b", "c", "d"]), cloze: maps(["g1", "g2"], ["let-down", "minutes", "hours", ""]),
    matrix: maps(["r1", "r2"], ["u", "v", ""]), hotspot: subsets(["q", "r"]),
  }[name];
}
