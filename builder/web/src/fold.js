// Typed answers as they are compared: what a keyboard or a habit changes must not make an answer wrong.

/** Accents of Latin and Greek, vowel signs and stretching of Arabic, points of Hebrew: many keyboards have none. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;
/** @type {Record<string, string>} */
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };

/** Case, accents, runs of spaces, typographic quotes and dashes, whose digits they are, and a closing full stop do not matter. @param {string} text */
export function foldText(text) {
  return (
    plainDigits(String(text ?? ""))
      // Quotes before accents: taken apart, an acute that is typed for an apostrophe is a space with an accent.
      .replace(/[‘’‚‛ʹʻʼʽˈ′‵`´׳]/g, "'")
      .replace(/[“”„‟″‶«»״]/g, '"')
      .normalize("NFKD")
      .replace(MARKS, "")
      .normalize("NFKC")
      .replace(/[‐‑‒–—―−]/g, "-")
      .replace(/\s+/g, " ")
      .trim()
      .replace(/\s*[.!]$/, "")
      .toLowerCase()
      .replace(/[ßæœøłđı]/g, (letter) => LETTERS[letter])
  );
}

/** Arabic-Indic and Persian digits as the ones JavaScript reads. @param {string} text */
function plainDigits(text) {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/٪/g, "%");
}

/** The signs of a number as JavaScript reads them. @param {string} text */
function plainSigns(text) {
  return plainDigits(text).replace(/٫/g, ".").replace(/٬/g, "").replace(/[−–]/g, "-");
}

/** A sign, digits with or without groups of three, what comes behind a mark, and the rest. Spaces stand between groups alone. */
const NUMBER = /^([+-]?)\s*((?:\d{1,3}(?:[\s'’]\d{3})+(?!\d)|\d+)(?:[.,]\d+)*[.,]?|[.,]\d+)\s*(.*)$/s;

/**
 * Every number the text may mean, and the unit behind it. "1,000" may be one or a thousand, depending on where the
 * learner went to school; both are returned (the thousand last), and the grader takes the kinder one. There is no value
 * where a second number follows: "5 6" and "5–6" do not tell which is meant.
 * @param {string} text
 * @returns {{ values: number[], unit: string }}
 */
export function readNumber(text) {
  const typed = String(text ?? "");
  const found = NUMBER.exec(plainSigns(typed.normalize("NFKC")).trim());
  // Taken apart, a fraction would be read as one number more: 1½ is not 11⁄2.
  if (!found || /[¼-¾⅐-⅞]/.test(typed) || goesOn(found[3])) return { values: [], unit: "" };
  const digits = (found[1] + found[2]).replace(/[\s'’]/g, "").replace(/[.,]$/, "");
  const readings = new Set();
  const marks = digits.match(/[.,]/g) ?? [];
  const last = digits.lastIndexOf(marks[marks.length - 1] ?? "\0");
  const mixed = new Set(marks).size > 1;
  if (marks.length < 2 || (mixed && marks.filter((mark) => mark === digits[last]).length === 1)) {
    readings.add(last < 0 ? digits : `${digits.slice(0, last).replace(/[.,]/g, "")}.${digits.slice(last + 1)}`);
  }
  if (!mixed && /^[+-]?[1-9]\d{0,2}([.,]\d{3})+$/.test(digits)) readings.add(digits.replace(/[.,]/g, ""));
  return { values: [...readings].map(Number).filter(Number.isFinite), unit: foldText(found[3]) };
}

/** Whether there is one more number, or an exponent, behind the first. The digit of a unit (m², H₂O) is none. */
function goesOn(/** @type {string} */ rest) {
  return /^e[+-]?\d/i.test(rest) || /\d/.test(rest.replace(/\p{L}\d(?!\d)/gu, ""));
}

/**
 * Whether a learner wrote what an author accepts: the same words, or the same plain number (0,5 for 0.5). Where the
 * author's own number can be read in two ways, a thousand is meant. @param {string} wanted @param {string} given
 */
export function sameAnswer(wanted, given) {
  if (foldText(wanted) === foldText(given)) return true;
  const [key, answer] = [readNumber(wanted), readNumber(given)];
  return !key.unit && !answer.unit && key.values.length > 0 && answer.values.includes(key.values[key.values.length - 1]);
}
