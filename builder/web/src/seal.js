// A file that shows whether it has been changed on its way: JSON with a checksum over its content. It finds accidents and
// casual edits. It is no signature: who wants to forge one can.

import { sha256 } from "./digest.js";

/** The content as one line, the same whoever writes it: keys in order, no spaces. @param {any} value @returns {string} */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const pairs = Object.keys(value).filter((key) => value[key] !== undefined).sort();
  return `{${pairs.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

/** The file's text. @param {Record<string, any>} content */
export function sealed(content) {
  return `${JSON.stringify({ ...content, checksum: checksum(content) }, null, 1)}\n`;
}

/**
 * What a file holds, or why it is refused: `unreadable` (no JSON), `not-ours`, `newer` (from a later lactern), `changed`.
 * @param {string} text @param {string} kind @param {number} version @returns {{ content?: any, refused?: string }}
 */
export function opened(text, kind, version) {
  let file;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { refused: "unreadable" };
  }
  if (file?.lactern !== kind) return { refused: "not-ours" };
  if (!(file.v <= version)) return { refused: "newer" };
  const { checksum: said, ...content } = file;
  return said === checksum(content) ? { content } : { refused: "changed" };
}

const checksum = (/** @type {any} */ content) => `sha256:${sha256(canonical(content))}`;
