// What `lactern check --visual` asks of a page once it stands. It is put into a page from outside and never part of a site.

import { compare, hideText, noted } from "./visualink.js";
import { measure } from "./visualfit.js";
import { brought, familiesOf } from "./visualfont.js";
import { lines, rooted, said } from "./visualtext.js";

/** @typedef {import("./visualtext.js").Found} Found */

const AXE = { resultTypes: ["violations"], preload: false };
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const GENERIC = /^(serif|sans-serif|monospace|cursive|fantasy|math|emoji|system-ui|ui-.*)$/;
/** Nothing is looked at before it stands, however busy the machine is; this ends the waiting for what never comes. */
const PATIENCE = 20_000;

/** @returns {Promise<void>} */
const frame = () => new Promise((done) => requestAnimationFrame(() => done()));

/** Resolves when fonts are there and two pictures have been painted. */
async function settle() {
  await Promise.race([document.fonts.ready, new Promise((done) => setTimeout(done, PATIENCE))]);
  const until = performance.now() + PATIENCE;
  while (document.documentElement.classList.contains("is-unpacking") && performance.now() < until) await frame();
  await frame();
  await frame();
}

/** The ids of a deck's slides, in order; empty for a slide without. */
function slides() {
  return [...document.querySelectorAll(".slides > section.slide")].map((slide) => slide.id);
}

/** Goes to a slide and shows all its steps. @param {number} index */
async function show(index) {
  const all = [...document.querySelectorAll(".slides > section.slide")];
  const slide = all[index];
  location.hash = `#/${encodeURIComponent(slide.id || String(index))}`;
  const body = slide.querySelector(":scope > .frame > .body");
  // A body without height has nothing that could be fitted.
  const stands = () => slide.classList.contains("present") && (slide.classList.contains("fitted") || !body?.clientHeight);
  const until = performance.now() + PATIENCE;
  while (!stands() && performance.now() < until) await frame();
  for (const step of slide.querySelectorAll(".fragment")) step.classList.add("visible");
  await settle();
}

/** All that can be told without a picture. @param {boolean} deck @returns {Promise<Found[]>} */
async function finds(deck) {
  return [...measure(deck), ...(await axeFinds(deck))];
}

/**
 * Runs a judge on what is looked at, alone and without pauses. Of a deck's other slides nothing is judged, and reading them costs
 * most of the time; between two of its rules axe-core waits a moment for the reader of a page, whom there is none of.
 * @template T @param {boolean} deck @param {(root: Element) => Promise<T>} judge
 */
async function alone(deck, judge) {
  const root = rooted(deck);
  const others = deck ? [...document.querySelectorAll(".slides > section")].filter((slide) => slide !== root) : [];
  const kept = others.map((slide) => {
    const content = document.createDocumentFragment();
    content.append(...slide.childNodes);
    return content;
  });
  const later = globalThis.setTimeout;
  /** @type {any} */ (globalThis).setTimeout = (/** @type {any} */ act, /** @type {number} */ wait, /** @type {any[]} */ ...more) =>
    wait ? later(act, wait, ...more) : (queueMicrotask(() => act(...more)), 0);
  try {
    return await judge(root);
  } finally {
    globalThis.setTimeout = later;
    for (const [index, slide] of others.entries()) slide.append(kept[index]);
  }
}

/** What axe-core finds, by our shape. @param {boolean} deck @returns {Promise<Found[]>} */
async function axeFinds(deck) {
  const axe = /** @type {any} */ (globalThis).axe;
  // Contrast is measured by what is painted.
  const rules = { "color-contrast": { enabled: false } };
  const options = { ...AXE, runOnly: { type: "tag", values: TAGS }, rules };
  const result = await alone(deck, (root) => axe.run(root, options));
  /** @type {Found[]} */
  const finds = [];
  for (const rule of result.violations) {
    for (const node of rule.nodes) {
      const element = document.querySelector(node.target.flat().at(-1) ?? "html");
      if (!element) continue;
      const { width, height, minSize } = node.any?.[0]?.data ?? node.all?.[0]?.data ?? {};
      const size = rule.id === "target-size" && width ? { width: Math.round(width), height: Math.round(height), least: minSize } : {};
      finds.push({ kind: rule.id === "target-size" ? "target" : "axe", ...said(element), rule: rule.id, help: rule.help, ...size });
    }
  }
  return finds;
}

/** Marks elements whose text may be painted in a font of this machine, so that the browser can be asked. @param {boolean} deck */
function markTexts(deck) {
  const marked = [];
  const known = new Map();
  for (const { element, node } of lines(rooted(deck))) {
    if (element.hasAttribute("data-looked-at") || element.closest("pre, code, math, kbd")) continue;
    const families = familiesOf(element);
    if (GENERIC.test(families[0]) || brought(families, node.data, known)) continue;
    element.setAttribute("data-looked-at", String(marked.length));
    marked.push({ ...said(element), family: families[0] });
  }
  return marked;
}

function unmarkTexts() {
  for (const element of document.querySelectorAll("[data-looked-at]")) element.removeAttribute("data-looked-at");
}

/** Draws a frame round a place, or takes it away. @param {{x: number, y: number, width: number, height: number} | null} box */
function point(box) {
  document.getElementById("lactern-visual-frame")?.remove();
  if (!box) return;
  const mark = document.createElement("div");
  mark.id = "lactern-visual-frame";
  Object.assign(mark.style, {
    position: "absolute", insetInlineStart: "auto", left: `${box.x - 6}px`, top: `${box.y - 6}px`,
    width: `${box.width + 12}px`, height: `${box.height + 12}px`, boxSizing: "border-box",
    border: "3px solid #d6006c", outline: "2px solid #fff", zIndex: "2147483647", pointerEvents: "none",
  });
  document.body.append(mark);
}

/** Notes the letters of the slide or page and takes them away, so that a picture shows their ground. @param {boolean} deck */
async function inks(deck) {
  await settle();
  const number = noted(deck);
  if (number) {
    hideText(true);
    await settle();
  }
  return number;
}

const looking = { settle, slides, show, finds, inks, hideText, compare, markTexts, unmarkTexts, point };
/** @type {any} */ (globalThis).lacternVisual = looking;
