// Finds words in the course: every word that was typed must begin a word of the entry; titles count most.

/** @typedef {{ a: string, t: string, p: string, x: string }} Entry  address, title, page, text */
/** @typedef {{ entry: Entry, piece: { before: string, match: string, after: string } }} Found */

const MOST = 20;

/** Lower case, without accents, letter for letter as long as what it came from. @param {string} text */
export function plain(text) {
  return [...text].map((letter) => {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.length === letter.length ? bare : letter;
  }).join("");
}

/** @param {Entry[]} entries @param {string} asked @returns {Found[]} */
export function find(entries, asked) {
  const wanted = plain(asked).split(/[^\p{L}\p{N}.-]+/u).filter(Boolean);
  if (!wanted.length) return [];
  const ranked = entries.map((entry, order) => {
    const title = plain(`${entry.t} ${entry.p}`);
    const text = plain(entry.x);
    let rank = 0;
    for (const word of wanted) {
      if (begins(title, word) >= 0) rank += 10;
      else if (begins(text, word) >= 0) rank += 1;
      else return null;
    }
    return { entry, rank, order, at: Math.max(0, begins(text, wanted[0])), length: begins(text, wanted[0]) < 0 ? 0 : wanted[0].length };
  });
  return ranked
    .filter((one) => one !== null)
    .sort((one, other) => other.rank - one.rank || one.order - other.order)
    .slice(0, MOST)
    .map(({ entry, at, length }) => ({ entry, piece: around(entry.x, at, length) }));
}

/** Where a word beginning with these letters stands, or -1. */
function begins(/** @type {string} */ text, /** @type {string} */ letters) {
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return at;
  }
  return -1;
}

/** A few words on both sides of what was found. */
function around(/** @type {string} */ text, /** @type {number} */ at, /** @type {number} */ length) {
  const start = at < 50 ? 0 : text.indexOf(" ", at - 45) + 1;
  const stop = text.length - at < 130 ? text.length : text.lastIndexOf(" ", at + 120);
  return {
    before: (start ? "… " : "") + text.slice(start, at),
    match: text.slice(at, at + length),
    after: text.slice(at + length, Math.max(stop, at + length)) + (stop < text.length ? " …" : ""),
  };
}
