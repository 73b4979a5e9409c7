// The record as a file: to take to another device, to keep where a browser may keep nothing.

import { joinedWith } from "./joining.js";
import { isOf, recognised, VERSION } from "./progress.js";
import { opened, sealed } from "./seal.js";

/** @typedef {import("./progress.js").Progress} Progress */
/** @typedef {import("./progress.js").Course} Course */

/** The record as a file's text. @param {Course} course @param {Progress} progress */
export function asFile(course, progress) {
  const { course: id, title, version = "" } = course;
  return sealed({ lactern: "progress", v: VERSION, course: { id, title, version }, progress });
}

/**
 * Look at a file's text: the record it holds, or why it is refused: `unreadable`, `not-ours`, `newer`, `changed`, or
 * `foreign` with the title of its course. @param {Course} course @param {string} text
 * @returns {{ progress: Progress } | { refused: string, title?: string }}
 */
export function fromFile(course, text) {
  const { content, refused } = opened(text, "progress", VERSION);
  if (refused) return { refused };
  let odd = false;
  const progress = recognised(content.progress, () => (odd = true));
  if (odd) return { refused: "changed" };
  const { id, title } = content.course ?? {};
  if (id === course.course && (title === course.title || isOf(progress, course))) return { progress };
  return { refused: "foreign", title: String(title ?? id ?? "") };
}

/** A file's record beside what is here, begun anew so that it stands in every window. @param {Progress} here @param {Progress} file @param {number} now */
export function broughtTogether(here, file, now) {
  return { ...joinedWith(here, file), begun: Math.max(now, here.begun + 1) };
}
