// Keeps a learner's progress in this browser, one record per course, and says so when it cannot.

import { broughtTogether } from "./carry.js";
import { sha256 } from "./digest.js";
import { fitting, merged } from "./joining.js";
import { isEmpty, isOf, recognised, untouched, VERSION } from "./progress.js";

/** @typedef {import("./progress.js").Progress} Progress */
/** @typedef {import("./progress.js").Course} Course */
/** @typedef {"forbidden" | "full" | "unreadable"} Trouble */
/** @typedef {Pick<import("./safe.js").Safe, "read" | "write" | "remove"> & { leave?: () => void }} Shelf */

/** How long anybody waits for the safe, which may hang and say nothing (IndexedDB in WebKit). */
const PATIENCE = 2000;

/**
 * The record stands twice: in localStorage, which a page can read before it is drawn and which tells other windows, and
 * in a safe that has it on disk at once. Every write takes in first what stands there, so that a window never overwrites
 * what another has added. `trouble` is told once each; `changed` hears of what came from elsewhere; `kept` of each write.
 */
export class Notebook {
  /**
   * @param {Course} course
   * @param {{ store: () => Storage, safe?: Shelf | null, trouble?: (what: Trouble) => void, changed?: (fresh: boolean) => void,
   *   kept?: (how: "writing" | "safe" | "lost") => void, now?: () => number, patience?: number }} ways
   */
  constructor(course, { store, safe = null, trouble = () => {}, changed = () => {}, kept = () => {}, now = Date.now, patience = PATIENCE }) {
    this.course = course;
    // Two courses of one name, from two authors, may lie side by side: the title tells them apart.
    this.family = `lactern:${VERSION}:${course.course}`;
    this.key = `${this.family}:${sha256(course.title).slice(0, 8)}`;
    this.now = now;
    this.patience = patience;
    this.changed = changed;
    this.kept = kept;
    this.told = new Set();
    this.tell = (/** @type {Trouble} */ what) => {
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
    }
    this.safe = safe;
    this.spoilt = false;
    this.stored = false;
    this.pending = false;
    this.writing = false;
    this.again = false;
    this.left = false;
    this.progress = this.seen(this.taken(this.onStore()) ?? untouched());
    /** Settled once the safe has been looked into. */
    this.ready = this.lookIntoSafe();
  }

  /** Whether a key is this course's, under this or an earlier title. @param {string} key */
  isFamily(key) {
    return key === this.family || (key.startsWith(`${this.family}:`) && !key.endsWith(":name"));
  }

  /** What localStorage holds of this course's name. @returns {Map<string, any>} */
  onStore() {
    const found = new Map();
    try {
      for (let index = 0; this.store && index < this.store.length; index += 1) {
        const key = this.store.key(index) ?? "";
        if (this.isFamily(key)) found.set(key, this.store.getItem(key));
      }
    } catch {
      // Then there is nothing.
    }
    return found;
  }

  /**
   * Our record of those found; else that of the same course under an earlier title, known by its answers: this course asks
   * every one of those questions, word for word. @param {Map<string, any>} found @returns {Progress | null}
   */
  taken(found) {
    const own = found.get(this.key);
    if (own) {
      const { progress, odd } = read(own);
      this.spoilt = odd;
      return progress;
    }
    const ours = this.kin(found).map(([, progress]) => progress);
    return ours.length ? ours.reduce(merged) : null;
  }

  /** The records of this course under other titles. @param {Map<string, any>} found @returns {[string, Progress][]} */
  kin(found) {
    const others = [...found].filter(([key]) => key !== this.key && this.isFamily(key));
    const records = others.map(([key, said]) => /** @type {[string, Progress]} */ ([key, read(said).progress]));
    return records.filter(([, progress]) => isOf(progress, this.course));
  }

  /** @param {Progress} progress */
  seen(progress) {
    return fitting(progress, this.course);
  }

  /** Take in what the safe has more than the store, as after a crash, and write down what it has less. */
  async lookIntoSafe() {
    const spoiltStore = this.spoilt;
    this.spoilt = false;
    let inSafe = null;
    try {
      inSafe = this.safe && this.taken(await this.safe.read(this.family));
    } catch {
      this.safe = null;
    }
    if (!this.store && !this.safe) this.tell("forbidden");
    // What one of the two has whole is enough.
    if ((spoiltStore && (!inSafe || this.spoilt)) || (this.spoilt && isEmpty(this.progress))) this.tell("unreadable");
    if (inSafe || spoiltStore || !isEmpty(this.progress)) this.take(inSafe ?? untouched(this.progress.begun), true);
  }

  /** Another window, or the safe, knows more. @param {Progress} other @param {boolean} [opening] */
  take(other, opening = false) {
    const { begun } = this.progress;
    const hadNone = isEmpty(this.progress);
    const before = JSON.stringify(this.progress);
    this.progress = this.seen(merged(this.progress, other));
    const news = JSON.stringify(this.progress) !== before;
    if (opening) this.write();
    if (news) this.changed(this.progress.begun !== begun && !hadNone && (!opening || this.stored));
  }

  /** Another window has written. */
  takeOver() {
    const there = this.taken(this.onStore());
    if (there) this.take(there);
  }

  /** Change the record; it is written as soon as the page has done what it is at. @param {(progress: Progress, now: number) => void} change */
  note(change) {
    change(this.progress, this.now());
    if (this.pending) return;
    this.pending = true;
    queueMicrotask(() => this.pending && this.write());
  }

  /** Write at once, as before the page goes away. @returns {Promise<void> | undefined} settled when it is on disk */
  write() {
    this.pending = false;
    try {
      const there = this.taken(this.onStore());
      if (there) this.progress = this.seen(merged(this.progress, there));
      this.store?.setItem(this.key, JSON.stringify(this.progress));
      this.stored = this.store !== null;
    } catch {
      this.stored = false; // the safe may still have room
    }
    if (this.left) return undefined;
    this.kept("writing");
    this.again = true;
    if (!this.writing) this.done = this.writeSafe();
    return this.done;
  }

  /**
   * The page goes away. WebKit sets it aside as it stands, and what it has begun in the safe holds up the safe of all pages
   * after it. So nothing is begun any more, and what is under way is taken back: the store has it already.
   */
  leave() {
    this.left = true;
    this.write();
    if (!this.stored) return;
    this.again ||= this.writing;
    this.safe?.leave?.();
  }

  /** The page was brought back and shows what it knew. */
  comeBack() {
    this.left = false;
    this.takeOver();
    if (this.again) this.write();
  }

  /** One write at a time; what has come in between goes with the next. */
  async writeSafe() {
    this.writing = true;
    let safe = false;
    while (this.again && !this.left) {
      this.again = false;
      try {
        await this.safe?.write(this.key, (there) => merged(this.progress, there ? read(there).progress : untouched()));
        safe = this.safe !== null;
      } catch {
        safe = false;
      }
    }
    this.writing = false;
    if (!this.stored && !safe && !this.left && (this.store || this.safe)) this.tell("full");
    this.kept(safe || this.stored ? "safe" : "lost");
  }

  /** Remove everything of this course, in all windows. */
  async startFresh() {
    for (const [key] of this.kin(this.onStore())) this.store?.removeItem(key);
    this.store?.removeItem(`${this.key}:name`);
    this.progress = untouched(Math.max(this.now(), this.progress.begun + 1));
    await this.inTime(this.write());
    await this.inTime(this.emptySafe());
  }

  async emptySafe() {
    try {
      for (const [key] of this.kin((await this.safe?.read(this.family)) ?? new Map())) await this.safe?.remove(key);
    } catch {
      // A safe that does not open holds nothing either.
    }
  }

  /** Wait for the safe, though not for ever: what it keeps from before is older, and loses against the store. @param {Promise<void> | undefined} work */
  async inTime(work) {
    let late;
    await Promise.race([work, new Promise((resolve) => (late = setTimeout(resolve, this.patience)))]);
    clearTimeout(late);
  }

  /** Take in the record of a file: beside what is here, or instead of it. @param {Progress} file @param {boolean} instead */
  takeFile(file, instead) {
    const here = instead ? untouched(this.progress.begun) : this.progress;
    this.progress = this.seen(broughtTogether(here, file, this.now()));
    return this.inTime(this.write());
  }
}

/** A record as it was kept, and whether something in it was not ours. @param {any} said */
function read(said) {
  let odd = false;
  let value = said;
  try {
    if (typeof said === "string") value = JSON.parse(said);
  } catch {
    value = null;
  }
  return { progress: recognised(value, () => (odd = true)), odd };
}
