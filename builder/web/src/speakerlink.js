// The slides' side of the speaker's window: opens it, tells it where the slides stand, and goes where it says. Both windows
// show the same page. They talk by messages alone, since pages from a disk may not look into each other.

import { slideIn } from "./addressed.js";
import { openDialog } from "./dialogs.js";

/** @typedef {import("./pacing.js").Stopwatch} Stopwatch */
/** @typedef {{ lactern: "slides", talk: string, slide: string, step: number, black: boolean, turn: number, watch: Stopwatch | null }} FromSlides */
/** @typedef {{ lactern: "speaker", talk: string, does: "hello" | "go" | "black" | "watch", turn: number, slide?: string, step?: number, black?: boolean, watch?: Stopwatch }} FromSpeaker */

const WATCH = "lactern:1:speaker-watch";
const EVENTS = ["slidechanged", "fragmentshown", "fragmenthidden", "paused", "resumed"];

/** What both windows of one talk have in common. */
export const talk = location.pathname;

/** Whom messages are for: a page from a disk has no origin that could be named. */
export const everyone = location.protocol === "file:" ? "*" : location.origin;

/** Whether a message comes from a page of this talk. @param {MessageEvent} event @param {"slides" | "speaker"} from */
export function isOurs(event, from) {
  const known = location.protocol === "file:" || event.origin === location.origin;
  return known && event.data?.lactern === from && event.data.talk === talk;
}

export class SpeakerLink {
  constructor() {
    /** @type {any} Reveal.js, while it runs */
    this.deck = null;
    /** @type {Set<Window>} */
    this.windows = new Set();
    this.turn = 0;
    this.at = { slide: slideIn(location.hash), step: -1 };
    this.tell = () => this.post();
    addEventListener("message", (event) => {
      // A window that was left right after it spoke is no source any more.
      if (event.source && isOurs(event, "speaker")) this.hear(event.data, /** @type {Window} */ (event.source));
    });
  }

  /** Follow Reveal.js from now on, or no longer: on a narrow screen the slides are a page to scroll. @param {any} deck */
  follow(deck) {
    this.deck = deck ?? null;
    for (const name of EVENTS) deck?.on(name, this.tell);
    deck?.on("ready", this.tell);
  }

  /** Opens the speaker's window, or brings it to the front. */
  open() {
    const there = [...this.windows].find((one) => !one.closed);
    if (there) return there.focus();
    const size = `width=${Math.min(1360, screen.availWidth)},height=${Math.min(860, screen.availHeight)}`;
    const opened = window.open("?speaker", "_blank", `popup,${size}`);
    if (opened) this.windows.add(opened);
    else openDialog("speaker-blocked");
  }

  /** @param {FromSpeaker} said @param {Window} from */
  hear(said, from) {
    this.windows.add(from);
    this.turn = Math.max(this.turn, Number(said.turn) || 0);
    if (said.does === "go" && said.slide) this.go(said.slide, Number(said.step));
    if (said.does === "black" && this.deck && this.deck.isPaused() !== said.black) this.deck.togglePause(said.black);
    if (said.does === "watch") keep(said.watch ?? null);
    this.post();
  }

  /** @param {string} id @param {number} step */
  go(id, step) {
    const slide = document.getElementById(id);
    if (!slide) return;
    this.at = { slide: id, step };
    if (!this.deck) return slide.scrollIntoView();
    if (this.deck.isOverview()) this.deck.toggleOverview(false);
    const { h, v } = this.deck.getIndices(slide);
    this.deck.slide(h, v, step);
  }

  /** Tell every speaker's window how things stand. */
  post() {
    /** @type {FromSlides} */
    const state = { lactern: "slides", talk, ...this.where(), black: Boolean(this.deck?.isPaused()), turn: this.turn, watch: kept() };
    for (const one of this.windows) {
      if (one.closed) this.windows.delete(one);
      else one.postMessage(state, everyone);
    }
  }

  where() {
    const slide = this.deck?.getCurrentSlide();
    return slide ? { slide: slide.id, step: this.deck.getIndices().f ?? -1 } : this.at;
  }
}

/** The clock is kept here as well: whoever closes the speaker's window by mistake has it still running. @param {Stopwatch | null} watch */
function keep(watch) {
  try {
    sessionStorage.setItem(WATCH + talk, JSON.stringify(watch));
  } catch {
    // Then it lasts as long as the speaker's window.
  }
}

/** @returns {Stopwatch | null} */
function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(WATCH + talk) ?? "null");
  } catch {
    return null;
  }
}
