// The same order as on paper: the twin of builder/render/shuffle.py, which says how it works.

/** The 32-bit FNV-1a hash of the text's UTF-8 bytes. @param {string} text */
export function fnv1a(text) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

/** A generator of 32-bit numbers. @param {number} state @returns {() => number} */
export function mulberry32(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/**
 * The things in the order this seed gives; those whose index is in `fixed` keep their place.
 * @template T
 * @param {readonly T[]} things @param {string} seed @param {readonly number[]} [fixed]
 * @returns {T[]}
 */
export function shuffled(things, seed, fixed = []) {
  const order = [...things];
  const free = order.map((_, index) => index).filter((index) => !fixed.includes(index));
  const next = mulberry32(fnv1a(seed));
  for (let last = free.length - 1; last > 0; last--) {
    const other = Math.floor((next() / 2 ** 32) * (last + 1));
    [order[free[last]], order[free[other]]] = [order[free[other]], order[free[last]]];
  }
  return order;
}

/** The seed of an attempt: the first is the paper's; a paper of a later one is made by writing this as the quiz's `seed:`. @param {string} seed @param {number} attempt */
export function seedOf(seed, attempt) {
  return attempt > 1 ? `${seed}/${attempt}` : seed;
}

/**
 * So many of each pool as a draw says, in the quiz's own order; the twin of `drawn` in builder/render/asked.py.
 * @param {readonly string[]} ids @param {Record<string, string>} pools by id @param {{ name: string, picks: [string, number][] }} draw
 * @param {string} seed @returns {string[]}
 */
export function drawn(ids, pools, draw, seed) {
  /** @type {Set<string>} */
  const chosen = new Set();
  for (const [pool, pick] of draw.picks) {
    const there = ids.filter((id) => pools[id] === pool && !chosen.has(id));
    for (const id of shuffled(there, `${seed}/${draw.name}/${pool}`).slice(0, pick)) chosen.add(id);
  }
  return ids.filter((id) => chosen.has(id));
}
