// SHA-256 (FIPS 180-4), for checksums in files. The browser's own is missing on pages served without encryption.

const ROUNDS = new Uint32Array(64);
const START = new Uint32Array(8);

/** The first 32 bits of the fraction of a root of the first primes: where the standard takes its numbers from. */
(function fill() {
  const fraction = (/** @type {number} */ root) => ((root - Math.floor(root)) * 2 ** 32) >>> 0;
  for (let found = 0, number = 2; found < 64; number += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) prime = false;
    if (!prime) continue;
    if (found < 8) START[found] = fraction(Math.sqrt(number));
    ROUNDS[found] = fraction(Math.cbrt(number));
    found += 1;
  }
})();

const turned = (/** @type {number} */ word, /** @type {number} */ by) => (word >>> by) | (word << (32 - by));

/** The digest of a text's UTF-8 bytes, as 64 hexadecimal digits. @param {string} text */
export function sha256(text) {
  const said = new TextEncoder().encode(text);
  const padded = new Uint8Array((Math.floor((said.length + 8) / 64) + 1) * 64);
  padded.set(said);
  padded[said.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(said.length / 2 ** 29));
  view.setUint32(padded.length - 4, (said.length << 3) >>> 0);

  const state = START.slice();
  const words = new Uint32Array(64);
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getUint32(block + 4 * i);
    for (let i = 16; i < 64; i += 1) {
      const [before, near] = [words[i - 15], words[i - 2]];
      const low = turned(before, 7) ^ turned(before, 18) ^ (before >>> 3);
      const high = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
      words[i] = words[i - 16] + low + words[i - 7] + high;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const one = (h + high + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
      const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const two = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => {
      state[i] += word;
    });
  }
  return [...state].map((word) => word.toString(16).padStart(8, "0")).join("");
}
