// The interface words that a page carries for its scripts, as a JSON block: their plurals, and numbers as the page's
// language writes them.

/** @typedef {Record<string, string | Record<string, string>>} WordList  a plural is a table by the language's categories */
/** @typedef {(key: string, values?: Record<string, string | number>) => string} Say */

const RIGHT_TO_LEFT = new Set(["ar", "he", "fa", "ur", "yi", "ps", "sd", "ckb", "dv"]);

/** @type {Map<string, {plurals: () => Intl.PluralRules, numbers: () => Intl.NumberFormat, exactly: () => Intl.NumberFormat, isolates: boolean}>} */
const habits = new Map();

/**
 * The words of one part, or an empty list where the page has none.
 * @param {string} id the id of the page's data block
 * @returns {WordList}
 */
export function wordsIn(id) {
  return JSON.parse(document.getElementById(id)?.textContent || "{}");
}

/**
 * Looks up interface words in the page's language; a plural is chosen by `n`.
 * @param {WordList} words @param {string} [language] @returns {Say}
 */
export function speaker(words, language = globalThis.document?.documentElement.lang || "en") {
  const { plurals, numbers, isolates } = habitsOf(language);
  const shown = (/** @type {string | number} */ value) => {
    if (typeof value === "number") return numbers().format(value);
    // A first-strong isolate (UAX 9): an English title or a date keeps its own order in right-to-left words.
    return isolates && value && !value.includes("\u2068") ? `\u2068${value}\u2069` : value;
  };
  return (key, values = {}) => {
    const entry = words[key] ?? key;
    const text = typeof entry === "string" ? entry : entry[plurals().select(Number(values.n))] ?? entry.other;
    return text.replace(/\{([\w-]+)\}/g, (whole, name) => (name in values ? shown(values[name]) : whole));
  };
}

/**
 * One entry with its placeholders filled.
 * @param {WordList} words @param {string} key @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function say(words, key, values = {}) {
  return speaker(words)(key, values);
}

/** A number as the language writes it, whole and in the digits that authors type. @param {number} value @param {string} [language] */
export function number(value, language = globalThis.document?.documentElement.lang || "en") {
  return habitsOf(language).exactly().format(value);
}

/** A day in words, by the calendar and in the digits that the rest of the page has. @param {Date} day @param {string} [language] */
export function dayInWords(day, language = globalThis.document?.documentElement.lang || "en") {
  return new Intl.DateTimeFormat(known(language) ? language : "en", { dateStyle: "long", calendar: "gregory", numberingSystem: "latn" }).format(day);
}

/** Made when it is first asked for: each of these costs a slow phone some milliseconds. @template T @param {() => T} make */
function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}

/** How a language counts; a tag that the browser refuses counts as English does. @param {string} language */
function habitsOf(language) {
  let found = habits.get(language);
  if (!found) {
    const tag = known(language) ? language : "en";
    found = {
      plurals: once(() => new Intl.PluralRules(tag)),
      numbers: once(() => new Intl.NumberFormat(tag, { maximumFractionDigits: 2, numberingSystem: "latn" })),
      exactly: once(() => new Intl.NumberFormat(tag, { maximumFractionDigits: 15, useGrouping: false, numberingSystem: "latn" })),
      isolates: RIGHT_TO_LEFT.has(language.split("-")[0]),
    };
    habits.set(language, found);
  }
  return found;
}

/** @param {string} language */
function known(language) {
  try {
    return Intl.PluralRules.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
