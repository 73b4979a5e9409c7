// Any question of any type with any rule, any answer to it, and its key: what properties.test.js draws from.

import fc from "fast-check";

const POINTS = fc.constantFrom(0.5, 1, 2, 3);
const RULES = fc.constantFrom("all_or_nothing", "every_decision", "halves", "per_pair", "per_gap", "per_row", "best", "sum");
const ids = (letter, most = 5, least = 2) => fc.integer({ min: least, max: most }).map((n) => Array.from({ length: n }, (_, i) => `${letter}${i}`));

const common = { points: POINTS, partial: RULES, must_pass: fc.boolean(), objective: fc.constantFrom("", "timing", "help") };
const made = (type, more) => fc.record({ id: fc.constant(type), type: fc.constant(type), revision: fc.constant("r1"), ...common, ...more }, { noNullPrototype: true });

/** Options of which one is right. */
const choices = (letter) => fc.tuple(ids(letter), fc.nat()).map(([all, at]) => all.map((id, n) => ({ id, correct: n === at % all.length })));
/** Options of which some are right, at least one. */
const ticks = (letter) =>
  ids(letter).chain((all) => fc.tuple(fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }), fc.nat())
    .map(([flags, at]) => all.map((id, n) => ({ id, correct: flags[n] || n === at % all.length }))));
const paired = (list, name, letter) =>
  ids(letter).chain((all) => fc.tuple(...all.map(() => fc.constantFrom("k", "l", "m"))).map((keys) => all.map((id, n) => ({ id, [name]: keys[n] })))).map((one) => ({ [list]: one }));

const SIMPLE = [
  made("single", { options: choices("o") }),
  made("multiple", { options: ticks("o") }),
  made("true_false", { answer: fc.boolean(), feedback: fc.constant({}), reason: fc.constant([]) }),
  made("true_false", { answer: fc.boolean(), feedback: fc.constant({}), asks_reason: fc.constant(true), reason: choices("r") }),
  made("short", { accept: fc.constant(["let-down", "MER"]), pattern: fc.constantFrom("", "milk.?ejection") }),
  made("numeric", { value: fc.constantFrom("5", "0.3", "-2"), tolerance: fc.constantFrom("0", "0.5"), unit: fc.constantFrom("", "min") }),
  fc.tuple(made("match", {}), paired("pairs", "choice", "p")).map(([one, more]) => ({ ...one, ...more })),
  fc.tuple(made("matrix", {}), paired("rows", "column", "w")).map(([one, more]) => ({ ...one, ...more })),
  made("order", { order: ids("i") }),
  made("cloze", { gaps: ids("g", 4, 1).map((all) => all.map((id, n) => ({ id, accept: n % 2 ? ["minutes"] : ["let-down", "MER"] }))) }),
  made("hotspot", { regions: ticks("h") }),
  ...["reflection", "scale", "poll"].map((type) => made(type, {}).map((question) => ({ ...question, points: 0 }))),
];
const simple = fc.oneof(...SIMPLE);

export const anyQuestion = fc.oneof(
  { weight: 12, arbitrary: simple },
  { weight: 1, arbitrary: made("case", { parts: fc.array(simple, { minLength: 1, maxLength: 3 }).map((parts) => parts.map((part, n) => ({ ...part, id: `p${n}` }))) }) },
);

const some = (list) => fc.subarray(list.map(({ id }) => id), { minLength: 1 }).chain((chosen) => fc.shuffledSubarray(chosen, { minLength: chosen.length }));
const map = (list, values) => fc.subarray(list.map(({ id }) => id)).chain((chosen) => fc.tuple(...chosen.map(() => fc.constantFrom(...values))).map((given) => Object.fromEntries(chosen.map((id, n) => [id, given[n]]))));
const words = fc.oneof(fc.constantFrom("let-down", "MER", "milk ejection", "minutes", "5", "5,5 min", "0.3", "-2", "hours"), fc.string({ maxLength: 12 }));

/** Any answer that the form of a question can give, or none. */
export function anyAnswer(question) {
  const given = {
    single: () => fc.constantFrom(...question.options.map(({ id }) => id)),
    multiple: () => some(question.options),
    true_false: () => fc.record({ value: fc.constantFrom(true, false, null), reason: fc.constantFrom(null, ...question.reason.map(({ id }) => id)) }, { noNullPrototype: true }),
    match: () => map(question.pairs, ["k", "l", "m"]),
    matrix: () => map(question.rows, ["k", "l", "m"]),
    order: () => fc.shuffledSubarray(question.order, { minLength: question.order.length }),
    cloze: () => map(question.gaps, ["let-down", "mer", "minutes", "hours"]),
    hotspot: () => some(question.regions),
    case: () => fc.tuple(...question.parts.map(anyAnswer)).map((all) => Object.fromEntries(question.parts.map(({ id }, n) => [id, all[n]]))),
  }[question.type];
  return fc.oneof({ weight: 6, arbitrary: given ? given() : words }, { weight: 1, arbitrary: fc.constant(null) });
}

/** The answer that has everything right. */
export function keyOf(question) {
  const right = (list) => list.filter(({ correct }) => correct).map(({ id }) => id);
  const by = (list, name) => Object.fromEntries(list.map((one) => [one.id, one[name]]));
  switch (question.type) {
    case "single": return right(question.options)[0];
    case "multiple": return right(question.options);
    case "true_false": return { value: question.answer, reason: right(question.reason)[0] ?? null };
    case "short": return question.accept[0];
    case "numeric": return `${question.value} ${question.unit}`.trim();
    case "match": return by(question.pairs, "choice");
    case "matrix": return by(question.rows, "column");
    case "order": return question.order;
    case "cloze": return Object.fromEntries(question.gaps.map(({ id, accept }) => [id, accept[0]]));
    case "hotspot": return right(question.regions);
    case "case": return Object.fromEntries(question.parts.map((part) => [part.id, keyOf(part)]));
    default: return "3";
  }
}

/** An answer given in another order, or (`back` false) in one order for all. */
export function turned(response, back) {
  if (Array.isArray(response)) return back ? [...response].reverse() : [...response].sort();
  if (response === null || typeof response !== "object") return response;
  const entries = Object.entries(response);
  return Object.fromEntries(back ? entries.reverse() : entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
