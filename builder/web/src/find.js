// Finds words in the course: every word that was typed must begin a word of the entry; titles count most.

/** @typedef {{ a: string, t: string, p: string, x: string }} Entry  address, title, page, text */
/** @typedef {{ text: string, found: boolean }} Run  a stretch of text, and whether it is what was asked for */
/** @typedef {{ entry: Entry, piece: Run[], word: string }} Found  `word` is the first whole word that was found in the text */

const MOST = 20;
const BEFORE = 45;
const AFTER = 120;
// Letters that are one with a sign, and what people type who have no such key.
const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", "’": "'", "‑": "-", ـ: "" };
// Arabic and Hebrew write “the”, “and”, “in” onto the word: a word is also found behind them.
const ONTO = /(?:^|[^\p{L}\p{N}])(?:[وفبكل]?ال|[وفبكل]|[הבלמוכש]{1,2})$/u;

/**
 * A text without case, accents and vowel points, and for each of its letters the place it came from.
 * @param {string} text @returns {{ bare: string, from: number[] }}
 */
export function folded(text) {
  let bare = "";
  const from = [];
  let at = 0;
  for (const letter of text) {
    const low = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\p{M}/gu, "");
    const plain = /** @type {Record<string, string>} */ (PLAIN)[low] ?? low;
    for (let i = 0; i < plain.length; i += 1) from.push(at);
    bare += plain;
    at += letter.length;
  }
  from.push(at);
  return { bare, from };
}

/** @param {Entry[]} entries @param {string} asked @returns {Found[]} the best first */
export function find(entries, asked) {
  const wanted = [...new Set(folded(asked).bare.split(/[^\p{L}\p{N}.'-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)))];
  if (!wanted.length) return [];
  const ranked = entries.flatMap((entry, order) => {
    const title = folded(`${entry.t} ${entry.p}`).bare;
    const text = folded(entry.x);
    let rank = 0;
    for (const word of wanted) {
      if (begins(title, word) >= 0) rank += 10;
      else if (begins(text.bare, word) >= 0) rank += 1;
      else return [];
    }
    return [{ entry, rank, order, text }];
  });
  return ranked
    .sort((one, other) => other.rank - one.rank || one.order - other.order)
    .slice(0, MOST)
    .map(({ entry, text }) => shown(entry, text, wanted));
}

/** Where a word beginning with these letters stands, or -1. @param {string} text @param {string} letters @param {number} [start] */
function begins(text, letters, start = 0) {
  for (let at = text.indexOf(letters, start); at >= 0; at = text.indexOf(letters, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]) || ONTO.test(text.slice(Math.max(0, at - 4), at))) return at;
  }
  return -1;
}

/** A few words around the first find, with all finds in them. @param {Entry} entry @param {ReturnType<typeof folded>} text @param {string[]} wanted @returns {Found} */
function shown(entry, text, wanted) {
  const spans = wanted.flatMap((word) => {
    const found = [];
    for (let at = begins(text.bare, word); at >= 0; at = begins(text.bare, word, at + word.length)) {
      found.push([text.from[at], text.from[at + word.length]]);
    }
    return found;
  }).sort((one, other) => one[0] - other[0]);
  const [first, end] = spans[0] ?? [0, 0];
  const whole = entry.x;
  const start = first < BEFORE + 5 ? 0 : whole.indexOf(" ", first - BEFORE) + 1;
  const stop = whole.length - first < AFTER + 10 ? whole.length : Math.max(end, whole.lastIndexOf(" ", first + AFTER));
  /** @type {Run[]} */
  const piece = start ? [{ text: "… ", found: false }] : [];
  let at = start;
  for (const [from, to] of spans) {
    if (from < at || to > stop) continue;
    piece.push({ text: whole.slice(at, from), found: false }, { text: whole.slice(from, to), found: true });
    at = to;
  }
  piece.push({ text: whole.slice(at, stop) + (stop < whole.length ? " …" : ""), found: false });
  const word = spans.length ? /^[\p{L}\p{N}\p{M}-]*/u.exec(whole.slice(first))?.[0] ?? "" : "";
  return { entry, piece: piece.filter((run) => run.text), word };
}
