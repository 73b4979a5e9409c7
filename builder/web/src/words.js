// The interface words that a page carries for its scripts, as a JSON block.

/** @typedef {Record<string, string | {one: string, other: string}>} WordList */

/**
 * The words of one part, or an empty list where the page has none.
 * @param {string} id the id of the page's data block
 * @returns {WordList}
 */
export function wordsIn(id) {
  return JSON.parse(document.getElementById(id)?.textContent || "{}");
}

/**
 * One entry with its placeholders filled; a plural is chosen by `n`.
 * @param {WordList} words
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function say(words, key, values = {}) {
  const entry = words[key] ?? key;
  const text = typeof entry === "string" ? entry : values.n === 1 ? entry.one : entry.other;
  return text.replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
}
