// What the builder told this page: by a script that all pages of a module share or, in a single file, in blocks of JSON.

/** @param {string} name @returns {any} null where nothing was told */
export function told(name) {
  const all = /** @type {any} */ (window).lactern;
  return all ? all[name] ?? null : JSON.parse(document.getElementById(`lactern-${name}`)?.textContent ?? "null");
}
