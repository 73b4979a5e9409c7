// Which fonts a page brings with it, and for which characters.

/** @typedef {[number, number]} Range */

/** The names in an element's list of fonts. @param {Element} element */
export function familiesOf(element) {
  return getComputedStyle(element).fontFamily.split(",").map((name) => name.trim().replace(/["']/g, ""));
}

/**
 * Whether all characters of a text are in fonts that the page brings: loaded, or such that may come late and be used from the
 * next page on. A file that could not be loaded brings nothing. `known` remembers what fonts bring.
 * @param {string[]} families @param {string} text @param {Map<string, Range[]>} known
 */
export function brought(families, text, known) {
  const name = families.join();
  let covers = known.get(name);
  if (!covers) {
    const faces = [...document.fonts].filter(
      (face) => face.status !== "error" && families.includes(face.family.replace(/["']/g, "")),
    );
    covers = faces.flatMap((face) => ranges(face.unicodeRange));
    known.set(name, covers);
  }
  return [...text.replace(/\s/g, "")].every((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return covers.some(([first, last]) => first <= code && code <= last);
  });
}

/**
 * A `unicode-range` as numbers. Source: CSS Fonts Level 4, section 4.5.
 * @param {string} said @returns {Range[]}
 */
export function ranges(said) {
  return said.split(",").map((part) => {
    const [first, last = first] = part.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(first.replaceAll("?", "0"), 16), Number.parseInt(last.replaceAll("?", "F"), 16)];
  });
}
