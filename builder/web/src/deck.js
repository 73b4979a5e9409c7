// A deck in the browser: Reveal.js on a wide screen, one slide below the other on a phone.

import Reveal from "reveal.js";

import { slideIn } from "./addressed.js";
import { dialogOpen, openDialog, openers } from "./dialogs.js";
import { dress, fit } from "./fit.js";
import { pressed } from "./pressed.js";
import { restoreScheme, toggleScheme } from "./scheme.js";
import { slideSearch } from "./slidesearch.js";
import { say, wordsIn } from "./words.js";

const words = wordsIn("lactern-words");
const root = document.documentElement;
const wide = matchMedia("(min-width: 600px)");
// On paper there are whole slides however small they are.
const framed = /\b(print-pdf|view=(print|scroll))\b/.test(location.search);
// The presenter's page has a link to the speaker's window, or is that window (speaker.js).
const speaker = /** @type {any} */ (globalThis).lacternSpeaker;
const still = document.documentElement.dataset.motion === "less" || matchMedia("(prefers-reduced-motion: reduce)").matches;

/** @type {any} */
let deck;

/** Starts Reveal.js on the slides of the page. */
function start() {
  root.classList.add("deck-live");
  pannable(false);
  deck = new Reveal(/** @type {HTMLElement} */ (document.querySelector(".reveal")), /** @type {any} */ ({
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    controls: false,
    help: false,
    jumpToSlide: false,
    hash: true,
    rtl: root.dir === "rtl",
    navigationMode: "linear",
    scrollActivationWidth: 0,
    transition: still ? "none" : "fade",
    transitionSpeed: "fast",
    backgroundTransition: "none",
    viewDistance: 2,
    mobileViewDistance: 2,
    pdfSeparateFragments: false,
    pdfMaxPagesPerSlide: 1,
    defaultTiming: 0,
    keyboard: { 72: null, 76: null, 74: null, 75: null, 191: null },
    keyboardCondition: free,
  }));
  deck.on("ready", () => {
    // An application role would take a screen reader's own keys away, and Reveal would read every slide out twice.
    document.querySelector(".reveal")?.removeAttribute("role");
    document.querySelector(".aria-status")?.setAttribute("aria-live", "off");
    // Measuring waits for the first picture to be due: nobody sees the slide before.
    requestAnimationFrame(() => {
      settle();
      dress().then(() => deck && settle());
    });
  });
  deck.on("slidechanged", settle);
  deck.on("overviewhidden", settle);
  deck.on("overviewshown", () => {
    document.querySelectorAll(".slides > section").forEach(fit);
    settle();
  });
  for (const name of ["fragmentshown", "fragmenthidden"]) deck.on(name, refit);
  document.querySelector(".slides")?.addEventListener("click", refit);
  deck.on("pdf-ready", () => dress().then(() => document.querySelectorAll(".slides section.slide").forEach(fit)));
  speaker?.link.follow(deck);
  deck.initialize();
}

/** Back to one slide below the other, with nothing of Reveal's left on the slides. */
function stop() {
  const here = deck.getCurrentSlide()?.id;
  deck.destroy();
  deck = undefined;
  speaker?.link.follow(null);
  root.classList.remove("deck-live");
  for (const slide of document.querySelectorAll(".slides > section")) {
    for (const name of ["hidden", "aria-hidden", "inert", "style"]) slide.removeAttribute(name);
    slide.classList.remove("past", "present", "future");
  }
  pannable(true);
  if (here) go(here, false);
}

function settle() {
  const slide = deck.getCurrentSlide();
  if (deck.isOverview()) slide.scrollIntoView({ block: "nearest" });
  else fit(slide);
  const { number, total } = place(slide);
  const said = document.getElementById("deck-says");
  if (said) said.textContent = say(words, "go-to", { number, total, title: slide.querySelector(".head :is(h1, h2)")?.textContent ?? "" });
}

/** An answer that opens takes room: the slide is measured once more. */
function refit() {
  const slide = deck?.getCurrentSlide();
  if (!slide?.querySelector(".quiz")) return;
  slide.classList.remove("fitted");
  requestAnimationFrame(() => fit(slide));
}

/** @param {Element} slide */
function place(slide) {
  const all = [...document.querySelectorAll(".slides section.slide")];
  return { number: all.indexOf(slide) + 1, total: all.length };
}

/**
 * Whether a key is for the deck: not while a dialog is open, nor when it works the button, choice or film it is pressed on.
 * @param {KeyboardEvent} event
 */
function free(event) {
  if (dialogOpen()) return false;
  const on = /** @type {Element | null} */ (event.target);
  const works = on?.closest?.("a[href], button, summary, select, video, audio, [role=button]");
  if (!works) return true;
  return !(event.key === " " || event.key === "Enter" || works.matches("select, video, audio"));
}

/** A drawing that is panned sideways on a phone can be reached by keyboard. @param {boolean} on */
function pannable(on) {
  for (const figure of document.querySelectorAll(".slides :is(.figure, .q-picture, .q-map-room)")) {
    if (on) figure.setAttribute("tabindex", "0");
    else figure.removeAttribute("tabindex");
  }
}

/** The slide named in the address, or none. */
function named() {
  return slideIn(location.hash);
}

/** @param {string} id @param {boolean} [smooth] */
function go(id, smooth = !still) {
  if (deck) {
    const slide = document.getElementById(id)?.closest(".slides > section");
    if (slide) deck.slide(deck.getIndices(slide).h);
  } else {
    document.getElementById(id)?.scrollIntoView({ behavior: smooth ? "smooth" : "auto" });
  }
}

function find() {
  openDialog("search");
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById("search-for"));
  field?.focus();
  field?.select();
}

/** @type {Record<string, () => void>} */
const actions = {
  next: () => deck?.next(),
  previous: () => deck?.prev(),
  first: () => deck?.slide(0),
  last: () => deck?.slide(deck.getTotalSlides() - 1),
  overview: () => deck?.toggleOverview(),
  jump: find,
  search: find,
  fullscreen: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.()),
  pause: () => deck?.togglePause(),
  scheme: toggleScheme,
  print: () => window.open(`${location.pathname}?view=print`, "_blank"),
  speaker: () => speaker?.link.open(),
  help: () => openDialog("help"),
  menu: () => openDialog("menu"),
};

/** @type {Record<string, string>} */
const keys = { "/": "search", g: "search", "?": "menu", h: "help", d: "scheme", s: "speaker" };

function listen() {
  openers();
  // Phones show a film on their whole screen, and nothing else.
  if (!document.fullscreenEnabled) document.querySelector("[data-does=fullscreen]")?.closest("li")?.remove();
  slideSearch(words, go);
  document.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const doer = /** @type {HTMLElement | null} */ (target.closest("[data-does]"));
    if (doer) {
      doer.closest("dialog")?.close();
      actions[doer.dataset.does ?? ""]?.();
    }
    const link = target.closest('a[href^="#/"]');
    if (link && !deck) {
      event.preventDefault();
      history.pushState(null, "", link.getAttribute("href"));
      go(named());
    }
  });
  // Another slide was typed into the address, or the Back button leads to one. Reveal.js hears of it by itself.
  addEventListener("hashchange", () => {
    if (!deck && named()) go(named(), false);
  });
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {HTMLElement} */ (event.target).closest?.("input:not([type=radio], [type=checkbox]), textarea, select");
    const action = keys[pressed(event)];
    if (!action || typing || dialogOpen() || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    actions[action]();
  });
  // The preview has put new slides in the place of old ones.
  document.addEventListener("lactern:renewed", () => {
    if (!deck) return;
    const { h, v, f } = deck.getIndices();
    deck.sync();
    deck.slide(h, v, f);
    settle();
  });
  wide.addEventListener("change", () => {
    if (wide.matches && !deck) start();
    else if (!wide.matches && deck && !framed) stop();
  });
}

function begin() {
  restoreScheme();
  if (framed) root.classList.add("framed");
  if (wide.matches || framed) start();
  else {
    pannable(true);
    dress();
  }
  listen();
  if (!deck && named()) {
    history.scrollRestoration = "manual";
    go(named(), false);
    // Fonts that come meanwhile move what is above, and not every browser holds on to where one is.
    const at = scrollY;
    dress().then(() => scrollY === at && go(named(), false));
  }
}

if (!speaker?.speaks) begin();
