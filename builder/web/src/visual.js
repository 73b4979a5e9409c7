// What `lactern check --visual` asks of a page once it stands. It is put into a page from outside and never part of a site.

import { compare, hideText, inks } from "./visualink.js";
import { measure } from "./visualfit.js";
import { brought, familiesOf } from "./visualfont.js";
import { lines, rooted, said } from "./visualtext.js";

/** @typedef {import("./visualtext.js").Found} Found */

const AXE = { resultTypes: ["violations"], preload: false };
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const GENERIC = /^(serif|sans-serif|monospace|cursive|fantasy|math|emoji|system-ui|ui-.*)$/;
const PATIENCE = 2000;

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
  const until = performance.now() + PATIENCE;
  while (!(slide.classList.contains("present") && slide.classList.contains("fitted")) && performance.now() < until) await frame();
  for (const step of slide.querySelectorAll(".fragment")) step.classList.add("visible");
  await settle();
}

/** What axe-core finds, by our shape. @param {boolean} deck @returns {Promise<Found[]>} */
async function axeFinds(deck) {
  const axe = /** @type {any} */ (globalThis).axe;
  // Contrast is measured by what is painted; a deck's other slides are not there for anybody.
  const rules = { "color-contrast": { enabled: false } };
  const result = await axe.run(rooted(deck), { ...AXE, runOnly: { type: "tag", values: TAGS }, rules });
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
  for (const { element, node } of lines(rooted(deck))) {
    if (element.hasAttribute("data-looked-at") || element.closest("pre, code, math, kbd")) continue;
    const families = familiesOf(element);
    if (GENERIC.test(families[0]) || brought(families, node.data)) continue;
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

const looking = { settle, slides, show, measure, inks, hideText, compare, axeFinds, markTexts, unmarkTexts, point };
/** @type {any} */ (globalThis).lacternVisual = looking;
