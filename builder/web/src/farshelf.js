// One store for all pages of a module where each page from a disk has its own: Firefox takes every file for a site of its
// own. The pages hold one and the same small page in a frame (keeper.js); what they keep lies there.

import { make } from "./pieces.js";
import { plain } from "./answering.js";

const PATIENCE = 4000;
const LAST_PATIENCE = 1500;

/** Whether pages that lie side by side would not see what the others keep. */
export function apart() {
  return location.protocol === "file:" && "mozInnerScreenX" in window;
}

/**
 * The store behind a frame, once it has answered; nothing if it does not. What other windows keep is told as the browser
 * itself tells it, by `storage` events. @param {string} address @returns {Promise<FarShelf | null>}
 */
export function farShelf(address) {
  const frame = /** @type {HTMLIFrameElement} */ (make("iframe", "", [], { src: address, hidden: "", title: "", "aria-hidden": "true", tabindex: "-1" }));
  const shelf = new FarShelf(
    (ask) => frame.contentWindow?.postMessage({ lactern: "module", ...ask }, "*"),
    (key) => dispatchEvent(new StorageEvent("storage", { key })),
  );
  addEventListener("message", ({ source, data }) => {
    if (source && source === frame.contentWindow && data?.lactern === "keeper") shelf.hear(data);
  });
  // A page that the Back button brings back has heard nothing meanwhile.
  addEventListener("pageshow", ({ persisted }) => persisted && shelf.refresh());
  // What is under way to the frame would be lost with the page.
  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest?.("a[href]"));
    if (!link || !turns(link, event) || !shelf.open.size) return;
    event.preventDefault();
    shelf.settled().then(() => location.assign(link.href));
  });
  document.body.append(frame);
  return Promise.race([shelf.ready.then(() => shelf), new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE))]);
}

/** Whether a press on a link leads from this page to another, in its place. @param {HTMLAnchorElement} link @param {MouseEvent} event */
function turns(link, event) {
  const plain = !event.defaultPrevented && !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  return plain && !link.target && !link.download && link.protocol === "file:" && !link.getAttribute("href")?.startsWith("#");
}

export class FarShelf {
  /** @param {(ask: any) => void} post @param {(key: string | null) => void} news */
  constructor(post, news = () => {}) {
    this.post = post;
    this.news = news;
    this.asked = 0;
    /** @type {Map<number, { resolve: (told: any) => void, reject: (error: Error) => void }>} */
    this.open = new Map();
    /** @type {Map<string, string>} what the store holds, and what has been sent there */
    this.held = new Map();
    this.forbidden = false;
    this.full = false;
    /** @type {() => void} */
    this.begin = () => {};
    this.ready = new Promise((resolve) => (this.begin = () => resolve(undefined)));
    /** @type {string | null} a word from the page that this window showed before */
    this.passed = null;
    this.store = standIn(this);
    this.passing = {
      getItem: () => this.passed,
      setItem: (/** @type {string} */ _, /** @type {string} */ word) => void this.ask({ does: "pass", word }).catch(() => {}),
      removeItem: () => (this.passed = null),
    };
    /** @type {import("./notebook.js").Shelf} */
    this.safe = {
      read: (prefix) => this.ask({ does: "read", prefix }),
      write: (key, join) => this.joined(key, join),
      remove: (key) => this.ask({ does: "remove", key }),
    };
  }

  /** @param {any} said by the frame */
  async hear(said) {
    if (said.ready) {
      await this.refresh();
      this.passed = await this.ask({ does: "passed" }).catch(() => null);
      this.begin();
    } else if (said.news !== undefined) {
      if (said.news === null) this.held.clear();
      else this.put(said.news, said.value);
      this.news(said.news);
    } else {
      const waiting = this.open.get(said.ask);
      this.open.delete(said.ask);
      if (said.failed) waiting?.reject(new DOMException("", said.failed));
      else waiting?.resolve(said.told);
    }
  }

  /** Read the whole store. */
  async refresh() {
    try {
      this.held = new Map(Object.entries(await this.ask({ does: "all" })));
      this.news(null);
    } catch {
      this.forbidden = true;
    }
  }

  /** @param {any} what @returns {Promise<any>} */
  ask(what) {
    const ask = ++this.asked;
    return new Promise((resolve, reject) => {
      this.open.set(ask, { resolve, reject });
      this.post({ ask, ...what });
    });
  }

  /** Until all that was asked is answered, though not for ever. */
  async settled() {
    const end = Date.now() + LAST_PATIENCE;
    while (this.open.size && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** @param {string} key @param {string | null} value */
  put(key, value) {
    if (value === null) this.held.delete(key);
    else this.held.set(key, value);
  }

  /** @param {string} key @param {string | null} value */
  send(key, value) {
    this.put(key, value);
    this.ask({ does: "set", key, value }).then(() => (this.full = false), () => (this.full = true));
  }

  /** Write what comes of what stands there; once more if another window came between. @param {string} key @param {(there: any) => any} join */
  async joined(key, join) {
    let there;
    for (;;) {
      const answer = await this.ask({ does: "write", key, was: plain(there), value: JSON.parse(plain(join(there))) });
      if (!("there" in answer)) return;
      there = answer.there;
    }
  }
}

/** What the rest of a page takes for localStorage. It knows what the frame's store holds, so that it can answer at once. @param {FarShelf} far @returns {Storage} */
function standIn(far) {
  const held = () => {
    if (far.forbidden) throw new DOMException("", "SecurityError");
    return far.held;
  };
  return /** @type {any} */ ({
    get length() {
      return held().size;
    },
    key: (/** @type {number} */ index) => [...held().keys()][index] ?? null,
    getItem: (/** @type {string} */ key) => held().get(key) ?? null,
    removeItem: (/** @type {string} */ key) => held().has(key) && far.send(key, null),
    setItem(/** @type {string} */ key, /** @type {string} */ value) {
      if (held().get(key) === value) return;
      const { full } = far;
      far.send(key, value);
      if (full) throw new DOMException("", "QuotaExceededError");
    },
  });
}
