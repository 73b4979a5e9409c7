// The speaker's window: this slide and the next, the notes, and the clock. It moves by itself and tells the slides where
// to go; whatever moves there is shown here. Without slides it is good for rehearsing.

import { dialogOpen, openDialog, openers } from "./dialogs.js";
import { pressed } from "./pressed.js";
import { restoreScheme, toggleScheme } from "./scheme.js";
import { slideSearch } from "./slidesearch.js";
import { SpeakerClock } from "./speakerclock.js";
import { isOurs, everyone, talk } from "./speakerlink.js";
import { SpeakerNotes } from "./speakernotes.js";
import { isAnswer, Stages } from "./speakerstage.js";
import { say, wordsIn } from "./words.js";

/** @typedef {import("./speakerlink.js").FromSlides} FromSlides */

const PLACE = "lactern:1:speaker";
const SILENT = 4000;
const root = document.documentElement;
const deckWords = wordsIn("lactern-words");
const words = wordsIn("lactern-speaker-words");

export class SpeakerWindow {
  constructor() {
    const deck = /** @type {Element} */ (document.querySelector("main.reveal"));
    const drawn = /** @type {HTMLTemplateElement} */ (document.getElementById("speaker-window")).content;
    root.classList.add("deck-live", "speaking");
    document.querySelector(".bar")?.remove();
    deck.replaceWith(drawn.cloneNode(true));
    this.page = /** @type {HTMLElement} */ (document.querySelector(".speaker"));
    document.title = say(words, "title", { title: document.querySelector(".speaker-talk")?.textContent ?? "" });

    this.stages = new Stages(this.page, deck);
    this.notes = new SpeakerNotes(this.page, say(words, "no-notes"));
    const times = this.stages.slides.map((slide) => Number(slide.dataset.timing) || 0);
    const write = (/** @type {string} */ name, /** @type {string} */ text) => this.write(name, text);
    this.clock = new SpeakerClock(times, (key, values) => say(words, key, values), write, (watch) => {
      this.send({ does: "watch", watch });
      this.keep();
    });

    this.at = 0;
    this.step = -1;
    this.black = false;
    this.turn = Date.now();
    /** @type {Window | null} */
    this.partner = window.opener;
    this.heard = Date.now();
    this.answered = false;
  }

  begin() {
    restoreScheme();
    this.listen();
    const kept = recall();
    const at = Math.max(0, this.indexOf(kept?.slide));
    this.clock.restore(kept?.watch, at);
    this.show(at, kept?.step ?? -1, false);
    this.send({ does: "hello" });
    setInterval(() => this.tick(), 1000);
    this.tick();
  }

  /** @param {string | undefined} id */
  indexOf(id) {
    return this.stages.slides.findIndex((slide) => slide.id === id);
  }

  /** @param {number} at @param {number} step @param {boolean} [tell] whether the slides do not know yet */
  show(at, step, tell = true) {
    const steps = this.stages.steps[at].length;
    const settled = Math.min(Math.max(step, -1), steps - 1);
    const onwards = at > this.at || (at === this.at && settled > this.step);
    const moved = at !== this.at || !this.page.classList.contains("is-shown");
    [this.at, this.step] = [at, settled];
    this.page.classList.add("is-shown");
    this.stages.show(at, settled);
    if (moved) this.notes.show(this.stages.slides[at].querySelector(":scope > .notes"));
    this.name();
    if (tell) this.send({ does: "go", slide: this.stages.slides[at].id, step: settled });
    this.clock.go(at, onwards && (tell || this.answered));
    this.suggest();
    this.keep();
  }

  /** What stands over the two stages. */
  name() {
    const { slides, steps } = this.stages;
    const [slide, total] = [slides[this.at], slides.length];
    const here = steps[this.at];
    const coming = here[this.step + 1];
    const place = { number: this.at + 1, total };
    this.write("place", say(words, "place", place));
    this.write("section", slide.querySelector(".run")?.textContent ?? "");
    this.write("step", here.length ? say(words, "step", { number: this.step + 1, total: here.length }) : "");
    this.write("now", say(words, "now", { title: titleOf(slide) }));
    const after = slides[this.at + 1];
    const step = coming?.some(isAnswer) ? "next-answer" : "next-step";
    const next = after ? say(words, "next", { title: titleOf(after) }) : say(words, "end");
    this.write("next", coming ? say(words, step, { number: this.step + 2, total: here.length }) : next);
    const said = document.getElementById("deck-says");
    const line = say(deckWords, "go-to", { ...place, title: titleOf(slide) });
    if (said && said.textContent !== line) said.textContent = line;
  }

  /** Who is behind is told of the next slide that the author would leave out. */
  suggest() {
    const { slides } = this.stages;
    const running = this.clock.watch.since !== null;
    const next = running && this.clock.pace.key === "behind" ? slides.findIndex((slide, index) => index > this.at && slide.querySelector(":scope > .notes .cut-mark")) : -1;
    this.write("cut", next < 0 ? "" : say(words, "may-cut", { number: next + 1, title: titleOf(slides[next]) }));
  }

  next() {
    if (this.step + 1 < this.stages.steps[this.at].length) this.show(this.at, this.step + 1);
    else if (this.at + 1 < this.stages.slides.length) this.show(this.at + 1, -1);
  }

  /** Back to how the slide before was left, with all its steps. */
  previous() {
    if (this.step >= 0) this.show(this.at, this.step - 1);
    else if (this.at > 0) this.show(this.at - 1, this.stages.steps[this.at - 1].length - 1);
  }

  /** @param {string} id of a slide, or of something on one */
  go(id) {
    const at = this.stages.slides.findIndex((slide) => slide.id === id || slide.querySelector(`#${CSS.escape(id)}`));
    if (at >= 0) this.show(at, -1);
  }

  tick() {
    this.clock.show();
    this.suggest();
    this.send({ does: "hello" });
    this.warn();
  }

  /** What is amiss with the other window, or that the room sees nothing. */
  warn() {
    const apart = !this.partner ? "alone" : this.partner.closed ? "closed" : Date.now() - this.heard > SILENT ? "silent" : "";
    if (apart) this.black = false;
    const key = apart || (this.black ? "black" : "");
    const alert = /** @type {HTMLElement} */ (this.page.querySelector("[data-alert]"));
    if (alert.dataset.alert !== key) {
      alert.dataset.alert = key;
      this.write("alert", key ? say(words, key) : "");
      alert.hidden = !key;
      /** @type {HTMLElement} */ (alert.querySelector("button")).hidden = !apart;
    }
    this.page.querySelector("[data-does=black]")?.setAttribute("aria-pressed", String(this.black));
  }

  /** A window of slides that goes with this one, where there is none or it was closed. */
  openSlides() {
    const slide = this.stages.slides[this.at].id;
    this.partner = window.open(`${location.href.replace(/[?#].*/, "")}#/${encodeURIComponent(slide)}`, "_blank") ?? this.partner;
    this.heard = Date.now();
    this.answered = false;
    this.warn();
  }

  /** @param {Partial<import("./speakerlink.js").FromSpeaker>} said */
  send(said) {
    if (said.does !== "hello") this.turn += 1;
    if (!this.partner || this.partner.closed) return;
    this.partner.postMessage({ lactern: "speaker", talk, turn: this.turn, ...said }, everyone);
  }

  /** What the slides say counts, unless they had not yet heard of the last move made here. @param {FromSlides} said */
  hear(said) {
    this.heard = Date.now();
    if (said.turn < this.turn) return this.send({ does: "hello" });
    if (!this.answered) this.agree(said.watch);
    this.black = said.black;
    const at = this.indexOf(said.slide);
    if (at >= 0 && (at !== this.at || said.step !== this.step)) this.show(at, said.step, false);
    this.answered = true;
    this.warn();
  }

  /** The slides know the clock of the window before this one; slides that were just opened know of none. @param {unknown} watch */
  agree(watch) {
    if (watch) this.clock.restore(watch);
    else if (!this.clock.watch.armed) this.send({ does: "watch", watch: this.clock.watch });
  }

  /** @param {string} name @param {string} text */
  write(name, text) {
    for (const place of this.page.querySelectorAll(`[data-said=${name}]`)) if (place.textContent !== text) place.textContent = text;
  }

  keep() {
    const kept = { slide: this.stages.slides[this.at].id, step: this.step, watch: this.clock.watch };
    try {
      sessionStorage.setItem(PLACE + talk, JSON.stringify(kept));
    } catch {
      // Then the slides say where they stand, and the clock is kept there.
    }
  }

  listen() {
    /** @type {Record<string, () => void>} */
    const actions = {
      next: () => this.next(),
      previous: () => this.previous(),
      first: () => this.show(0, -1),
      last: () => this.show(this.stages.slides.length - 1, -1),
      black: () => this.send({ does: "black", black: !this.black }),
      search: () => find(),
      help: () => openDialog("help"),
      keys: () => openDialog("speaker-keys"),
      scheme: toggleScheme,
      timer: () => this.clock.toggle(),
      reset: () => this.clock.reset(),
      smaller: () => this.notes.size(-1),
      larger: () => this.notes.size(1),
      up: () => this.notes.scroll(-1),
      down: () => this.notes.scroll(1),
      slides: () => this.openSlides(),
    };
    openers();
    slideSearch(deckWords, (id) => this.go(id), this.stages.slides);
    addEventListener("message", (event) => {
      if (event.source === this.partner && isOurs(event, "slides")) this.hear(event.data);
    });
    document.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      const doer = /** @type {HTMLElement | null} */ (target.closest("[data-does]"));
      if (doer) {
        doer.closest("dialog")?.close();
        actions[doer.dataset.does ?? ""]?.();
      }
      const link = target.closest('a[href^="#/"]');
      if (!link) return;
      event.preventDefault();
      this.go(decodeURIComponent((link.getAttribute("href") ?? "").slice(2)));
    });
    document.addEventListener("keydown", (event) => {
      const action = free(event) ? KEYS[pressed(event)] : undefined;
      if (!action) return;
      event.preventDefault();
      actions[action]();
    });
  }
}

const [ON, BACK] = root.dir === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];

/** The deck's keys, as far as they have a meaning here, and those of a remote. @type {Record<string, string>} */
const KEYS = {
  [ON]: "next", PageDown: "next", " ": "next", Enter: "next", n: "next",
  [BACK]: "previous", PageUp: "previous", p: "previous",
  Home: "first", End: "last", ArrowUp: "up", ArrowDown: "down",
  b: "black", ".": "black", "/": "search", g: "search", h: "help", "?": "keys", d: "scheme",
  t: "timer", "+": "larger", "=": "larger", "-": "smaller",
};

/** Whether a key is for the talk, and not for a dialog, a button or the browser. @param {KeyboardEvent} event */
function free(event) {
  if (dialogOpen() || event.ctrlKey || event.metaKey || event.altKey) return false;
  const on = /** @type {Element | null} */ (event.target);
  if (on?.closest?.("input, textarea, select")) return false;
  return !((event.key === " " || event.key === "Enter") && on?.closest?.("a[href], button"));
}

function find() {
  openDialog("search");
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById("search-for"));
  field?.focus();
  field?.select();
}

/** @param {Element} slide */
function titleOf(slide) {
  return slide.querySelector(".head :is(h1, h2)")?.textContent?.trim() ?? "";
}

/** Where this window stood before it was loaded again. @returns {{ slide?: string, step?: number, watch?: unknown } | null} */
function recall() {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE + talk) ?? "null");
  } catch {
    return null;
  }
}
