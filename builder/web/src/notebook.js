// Keeps a learner's progress in this browser, one record per course, and says so when it cannot.

import { fitting, merged, recognised, untouched } from "./progress.js";

/** @typedef {import("./progress.js").Progress} Progress */
/** @typedef {import("./progress.js").Course} Course */

const PAUSE = 250;

/**
 * Every write takes in first what stands in the store, so that a window never overwrites what another has added.
 * `trouble` is told `forbidden` or `full`, once each; `changed` hears of what another window has done.
 */
export class Notebook {
  /**
   * @param {Course} course
   * @param {{ store: () => Storage, trouble?: (what: "forbidden" | "full") => void, changed?: (fresh: boolean) => void, now?: () => number }} ways
   */
  constructor(course, { store, trouble = () => {}, changed = () => {}, now = Date.now }) {
    this.course = course;
    this.key = `lactern:1:${course.course}`;
    this.now = now;
    this.changed = changed;
    this.told = new Set();
    this.tell = (/** @type {"forbidden" | "full"} */ what) => {
      if (!this.told.has(what)) trouble(what);
      this.told.add(what);
    };
    /** @type {Storage | null} */
    this.store = null;
    try {
      this.store = store();
      this.store.getItem(this.key);
    } catch {
      this.store = null;
      this.tell("forbidden");
    }
    this.progress = fitting(this.stored(), course);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
  }

  /** What the store holds now. @returns {Progress} */
  stored() {
    try {
      return recognised(JSON.parse(this.store?.getItem(this.key) ?? "null"));
    } catch {
      return untouched();
    }
  }

  /** Change the record; it is written a moment later. @param {(progress: Progress, now: number) => void} change */
  note(change) {
    change(this.progress, this.now());
    this.waiting ??= setTimeout(() => this.write(), PAUSE);
  }

  /** Write at once, as before the page goes away. */
  write() {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    if (!this.store) return;
    this.progress = merged(this.progress, fitting(this.stored(), this.course));
    try {
      this.store.setItem(this.key, JSON.stringify(this.progress));
    } catch {
      this.tell("full");
    }
  }

  /** Another window has written. */
  takeOver() {
    const begun = this.progress.begun;
    const before = JSON.stringify(this.progress);
    this.progress = merged(this.progress, fitting(this.stored(), this.course));
    if (JSON.stringify(this.progress) !== before) this.changed(this.progress.begun !== begun);
  }

  /** Remove everything of this course, in all windows. */
  startFresh() {
    this.progress = untouched(this.now());
    this.write();
  }

  /** The record as a file's text. */
  asFile() {
    return JSON.stringify({ lactern: "progress", course: this.course.course, progress: this.progress }, null, 1);
  }

  /** Take in a file's text; false if it is none of this course. @param {string} text */
  fromFile(text) {
    try {
      const file = JSON.parse(text);
      if (file.lactern !== "progress" || file.course !== this.course.course || file.progress?.v !== 1) return false;
      const loaded = recognised(file.progress);
      this.progress = merged({ ...this.progress, begun: 0 }, { ...fitting(loaded, this.course), begun: 0 });
      this.progress.begun = this.now();
      this.write();
      return true;
    } catch {
      return false;
    }
  }
}
