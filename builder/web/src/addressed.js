// What an address says after its #. People copy addresses, shorten them and write them by hand: none may stop a page.

/** @param {string} text as it stands in an address; one that is no encoding is taken as it is */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The slide that an address of a deck names, or "": Reveal.js writes the step behind it, `#/slide/2`. @param {string} hash */
export function slideIn(hash) {
  return decoded(hash.replace(/^#\/?/, "").split("/")[0]);
}
