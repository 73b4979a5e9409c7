// What the keeper's page answers: to read and write its store, and the safe beside it.

/**
 * @typedef {{ ask: number, does: "all" } | { ask: number, does: "set", key: string, value: string | null }
 *   | { ask: number, does: "read", prefix: string } | { ask: number, does: "write", key: string, was: string, value: any }
 *   | { ask: number, does: "remove", key: string } | { ask: number, does: "pass", word: string } | { ask: number, does: "passed" }} Ask
 * @typedef {{ ask: number, told?: any, failed?: string }} Answer
 */

const PASSED = "lactern:1:passed";

/** What a record is compared by. @param {any} value */
export const plain = (value) => JSON.stringify(value ?? null);

/**
 * @param {() => Storage} store throws where the browser forbids it @param {import("./notebook.js").Shelf} safe
 * @param {() => Storage} session of this window alone: there lies a word for its next page
 * @returns {(ask: Ask) => Promise<Answer>}
 */
export function answering(store, safe, session) {
  /** @param {Ask} asked @returns {any} */
  function done(asked) {
    switch (asked.does) {
      case "all":
        return Object.fromEntries(keys(store()).map((key) => [key, store().getItem(key)]));
      case "set":
        if (asked.value === null) return store().removeItem(asked.key);
        return store().setItem(asked.key, asked.value);
      case "read":
        return safe.read(asked.prefix);
      case "write":
        return swapped(asked.key, asked.was, asked.value);
      case "remove":
        return safe.remove(asked.key);
      case "pass":
        return session().setItem(PASSED, asked.word);
      case "passed": {
        const word = session().getItem(PASSED);
        session().removeItem(PASSED);
        return word;
      }
    }
  }

  /** A function cannot be sent: what was joined is written only if it was joined with what still stands there. */
  async function swapped(/** @type {string} */ key, /** @type {string} */ was, /** @type {any} */ value) {
    let there;
    let clash = false;
    try {
      await safe.write(key, (found) => {
        there = found;
        clash = plain(found) !== was;
        if (clash) throw new DOMException("", "AbortError");
        return value;
      });
    } catch (error) {
      if (!clash) throw error;
    }
    return clash ? { there } : {};
  }

  return async (asked) => {
    const { ask } = asked;
    try {
      return { ask, told: await done(asked) };
    } catch (error) {
      return { ask, failed: /** @type {Error} */ (error).name };
    }
  };
}

/** @param {Storage} store */
function keys(store) {
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? "").filter((key) => key.startsWith("lactern:"));
}
