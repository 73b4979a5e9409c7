// Only in the preview (`lactern serve`): shows a change as soon as it is saved, and what is wrong over the last good page.
// It is the first script of the page, so that it sees the slides as they were written, before Reveal.js touches them.

import { slideIn } from "./addressed.js";
import { listed } from "./findings.js";
import { make } from "./pieces.js";

/** @typedef {{ code: string, severity: string, file: string, line: number, column: number, message: string, hint: string, related?: { file: string, line: number, message: string }[] }} Finding */
/** @typedef {{ version: number, good: boolean, changed: string[], diagnostics: Finding[] }} News */

const PLACE = "lactern:live:place";
const slides = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".reveal > .slides > section")]);
let shown = written(document);
let version = 0;

const panel = make("section", "live-findings", [], { "aria-label": "Findings", hidden: "" });
const badge = make("button", "live-badge", [], { type: "button", hidden: "" });
const said = make("p", "live-said", [], { role: "status" });
const box = make("div", "live", [badge, panel, said], { lang: "en", dir: "ltr" });

badge.addEventListener("click", () => open(panel.hasAttribute("hidden")));
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) open(false);
});
document.body.append(box);
back();
listen();

function listen() {
  const source = new EventSource("/_lactern/events");
  source.addEventListener("message", (event) => hear(JSON.parse(event.data)));
  source.addEventListener("error", () => (said.textContent = "The preview is not running. Start it again with: lactern serve"));
  // A page that is left must not hold its line: browsers allow six to one host.
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) again();
  });
}

/** @param {News} news */
function hear(news) {
  const first = version === 0;
  const missed = !first && news.version > version + 1;
  version = news.version;
  said.textContent = "";
  show(news);
  if (first || !news.good) return;
  if (missed || news.changed.length) renew(missed || news.changed.some((one) => !one.endsWith(".html")));
}

/** Load the page again, and remember which slide stood: its address goes with its heading, and that may just have changed. */
function again() {
  const at = slides().findIndex((slide) => slide.classList.contains("present"));
  if (at >= 0) sessionStorage.setItem(PLACE, String(at));
  location.reload();
}

/** Back to the slide that stood, where its address no longer leads to one. */
function back() {
  const at = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  const name = slideIn(location.hash);
  if (at !== null && name && !/^\d+$/.test(name) && !document.getElementById(name)) location.replace(`#/${at}`);
}

/** The list of findings: open by itself when pages could not be made. @param {News} news */
function show(news) {
  const { diagnostics } = news;
  badge.hidden = !diagnostics.length;
  badge.textContent = diagnostics.length === 1 ? "1 finding" : `${diagnostics.length} findings`;
  badge.classList.toggle("is-error", !news.good);
  const lead = news.good
    ? "The pages are up to date. You may want to look at these:"
    : "This is the last page that could be made. Mend the lines marked “error”, save, and it goes on by itself.";
  panel.replaceChildren(
    make("h2", "", [news.good ? "Findings" : "Something is in the way"]),
    make("p", "", [lead]),
    listed(diagnostics),
    make("p", "live-close", ["Esc, or the button below, closes this."]),
  );
  open(!news.good && diagnostics.length > 0);
  if (!news.good && diagnostics.length) said.textContent = `${badge.textContent}. The page is not up to date.`;
}

/** @param {boolean} wanted */
function open(wanted) {
  panel.hidden = !wanted;
  badge.setAttribute("aria-expanded", String(wanted));
}

/** A deck keeps its slide and step and gets only what is new; any other page is loaded again where it stands. @param {boolean} whole */
async function renew(whole) {
  if (!document.body.classList.contains("deck")) return again();
  const answer = await fetch(location.pathname, { cache: "no-store" });
  if (!answer.ok) return again();
  const fresh = written(new DOMParser().parseFromString(await answer.text(), "text/html"));
  const same = fresh.around === shown.around && fresh.slides.length === shown.slides.length;
  // Where not all slides stand in their row (the speaker's window, hidden slides), none can be put in its place.
  if (!same || slides().length !== shown.slides.length) {
    if (fresh.around !== shown.around || fresh.slides.join() !== shown.slides.join() || whole) again();
    return;
  }
  const changed = fresh.slides.flatMap((html, index) => (html === shown.slides[index] ? [] : [index]));
  if (!changed.length) return;
  // Questions are wired once, when the page is loaded.
  if (changed.some((index) => fresh.slides[index].includes("quiz-data"))) return again();
  const old = slides();
  for (const index of changed) old[index].replaceWith(taking(fresh.slides[index], old[index]));
  shown = fresh;
  document.dispatchEvent(new CustomEvent("lactern:renewed"));
}

/** A new slide in the old one's place in the show. @param {string} html @param {HTMLElement} old */
function taking(html, old) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const slide = /** @type {HTMLElement} */ (template.content.firstElementChild);
  for (const name of ["past", "present", "future"]) slide.classList.toggle(name, old.classList.contains(name));
  slide.style.cssText = old.style.cssText;
  for (const name of ["hidden", "aria-hidden", "inert"]) {
    const value = old.getAttribute(name);
    if (value !== null) slide.setAttribute(name, value);
  }
  const steps = [...slide.querySelectorAll(".fragment")];
  for (const step of steps.slice(0, old.querySelectorAll(".fragment.visible").length)) step.classList.add("visible");
  return slide;
}

/** A page as it was written: each slide, and all that stands around them. @param {Document} doc */
function written(doc) {
  const found = [...doc.querySelectorAll(".reveal > .slides > section")].map((slide) => slide.outerHTML);
  const body = /** @type {Element} */ (doc.body.cloneNode(true));
  body.querySelector(".reveal > .slides")?.replaceChildren();
  return { slides: found, around: doc.head.innerHTML + body.innerHTML };
}

