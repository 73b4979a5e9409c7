// Typed answers as they are compared: what a keyboard or a habit changes must not make an answer wrong.

/** Accents of Latin and Greek, vowel signs and stretching of Arabic, points of Hebrew: many keyboards have none. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;
/** @type {Record<string, string>} */
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };

/** Case, accents, runs of spaces, typographic quotes and dashes, and a closing full stop do not matter. @param {string} text */
export function foldText(text) {
  return String(text ?? "")
    .normalize("NFKD")
    .replace(MARKS, "")
    .normalize("NFKC")
    .replace(/[‘’‚‛ʼ′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\s*[.!]$/, "")
    .toLowerCase()
    .replace(/[ßæœøłđı]/g, (letter) => LETTERS[letter]);
}

/** Arabic-Indic and Persian digits and signs as the ones JavaScript reads. @param {string} text */
function plainDigits(text) {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/٫/g, ".")
    .replace(/٬/g, "")
    .replace(/[−–]/g, "-");
}

/**
 * Every number the text may mean, and the unit behind it. "1,000" may be one or a thousand, depending on where the
 * learner went to school; both are returned, and the grader takes the kinder one.
 * @param {string} text
 * @returns {{ values: number[], unit: string }}
 */
export function readNumber(text) {
  const found = /^([+-]?(?:\d[\d\s'’.,]*|[.,]\d+))\s*(.*)$/.exec(plainDigits(String(text ?? "").normalize("NFKC")).trim());
  if (!found) return { values: [], unit: "" };
  const digits = found[1].replace(/[\s'’]/g, "").replace(/[.,]$/, "");
  const readings = new Set();
  const marks = digits.match(/[.,]/g) ?? [];
  const last = digits.lastIndexOf(marks[marks.length - 1] ?? "\0");
  const mixed = new Set(marks).size > 1;
  if (marks.length < 2 || (mixed && marks.filter((mark) => mark === digits[last]).length === 1)) {
    readings.add(last < 0 ? digits : `${digits.slice(0, last).replace(/[.,]/g, "")}.${digits.slice(last + 1)}`);
  }
  if (!mixed && /^[+-]?\d{1,3}([.,]\d{3})+$/.test(digits)) readings.add(digits.replace(/[.,]/g, ""));
  return { values: [...readings].map(Number).filter(Number.isFinite), unit: foldText(found[2]) };
}
