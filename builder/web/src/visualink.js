// Contrast as it is painted: the colour of letters against the picture of the page without them.
// Source: WCAG 2.2, success criterion 1.4.3, and its definitions of relative luminance and contrast ratio.

import { boxOf, lines, rooted, said, sizeOf } from "./visualtext.js";

/** @typedef {import("./visualtext.js").Found} Found */
/** @typedef {[number, number, number, number]} Colour  red, green, blue and alpha, each 0 to 255 */
/** @typedef {{found: Found, ink: Colour, opacity: number, least: number}} Ink */

const LARGE = 24;
const LARGE_BOLD = 18.66;
const SAMPLES = 400;
/** Of a line's ground, the part that may be darker or lighter than is good: edges and thin rules. */
const FORGIVEN = 0.15;

/** @type {Map<Text, Ink>} */
let painted = new Map();
/** @type {Element} */
let root;
/** @type {CSSStyleSheet | undefined} */
let cover;
/** @type {Map<string, Colour>} */
const colours = new Map();
/** @type {OffscreenCanvasRenderingContext2D | null | undefined} */
let dot;

/** Notes the letters of the slide or page with their colours; gives how many texts there are. @param {boolean} deck */
export function noted(deck) {
  root = rooted(deck);
  painted = new Map();
  for (const { node, element, rect } of lines(root)) {
    if (painted.has(node)) continue;
    const style = getComputedStyle(element);
    const paint = element instanceof SVGElement ? style.fill : style.webkitTextFillColor || style.color;
    if (paint.startsWith("url") || paint === "none" || element.closest(":disabled, [aria-disabled=true], math")) continue;
    // A dot between two words that no screen reader reads is an ornament.
    if (element.closest("[aria-hidden=true]") && !/[\p{L}\p{N}]/u.test(node.data)) continue;
    const size = sizeOf(element);
    const large = size >= LARGE || (size >= LARGE_BOLD && Number(style.fontWeight) >= 700);
    const found = { kind: "contrast", ...said(element), text: node.data.trim().replace(/\s+/g, " ").slice(0, 80), box: boxOf(rect) };
    painted.set(node, { found, ink: colourOf(paint), opacity: opacityOf(element), least: large ? 3 : 4.5 });
  }
  return painted.size;
}

/** Takes the letters away, or brings them back. @param {boolean} away */
export function hideText(away) {
  if (!cover) {
    cover = new CSSStyleSheet();
    cover.replaceSync(
      "*, ::before, ::after, ::marker { transition: none !important; -webkit-text-fill-color: transparent !important;" +
        " text-shadow: none !important; text-decoration-color: transparent !important; caret-color: transparent !important }" +
        " svg :is(text, tspan) { fill: transparent !important; stroke: transparent !important }",
    );
  }
  const others = document.adoptedStyleSheets.filter((sheet) => sheet !== cover);
  document.adoptedStyleSheets = away ? [...others, cover] : others;
}

/**
 * Holds the noted letters against a picture of the ground they stand on, which begins at `top` of the page.
 * @param {[string, number]} shot the picture (PNG, base64) and `top` @returns {Promise<Found[]>}
 */
export async function compare([png, top]) {
  const text = atob(png);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d", { willReadFrequently: true });
  if (!canvas) return [];
  canvas.drawImage(picture, 0, 0);
  // Where the lines are now: a font that came late may have moved them when the page was drawn anew.
  return lines(root).flatMap(({ node, rect }) => {
    const one = painted.get(node);
    if (!one) return [];
    const { found, ink, opacity, least } = one;
    const box = boxOf(rect);
    const x = Math.max(0, Math.floor(box.x));
    const y = Math.floor(box.y - top);
    const width = Math.min(Math.ceil(box.width), picture.width - x);
    const height = Math.ceil(box.height);
    if (width < 1 || y < 0 || y + height > picture.height) return [];
    const ratio = worst(canvas.getImageData(x, y, width, height).data, ink, opacity);
    return ratio < least - 0.05 ? [{ ...found, box, ratio: Math.round(ratio * 100) / 100, least }] : [];
  });
}

/** The contrast that all but the forgiven part of a ground gives. @param {Uint8ClampedArray} ground @param {Colour} ink @param {number} opacity */
export function worst(ground, ink, opacity) {
  const pixels = ground.length / 4;
  const step = Math.max(1, Math.floor(pixels / SAMPLES));
  const alpha = (ink[3] / 255) * opacity;
  const ratios = [];
  for (let at = 0; at < pixels; at += step) {
    const under = [ground[at * 4], ground[at * 4 + 1], ground[at * 4 + 2]];
    const letter = under.map((value, index) => ink[index] * alpha + value * (1 - alpha));
    ratios.push(contrast(luminance(letter), luminance(under)));
  }
  ratios.sort((one, other) => one - other);
  return ratios[Math.floor(ratios.length * FORGIVEN)] ?? 21;
}

/** @param {number} one @param {number} other */
export function contrast(one, other) {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** @param {number[]} colour red, green and blue, 0 to 255 */
export function luminance(colour) {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} paint @returns {Colour} */
function colourOf(paint) {
  let colour = colours.get(paint);
  dot ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (!colour && dot) {
    dot.clearRect(0, 0, 1, 1);
    dot.fillStyle = paint;
    dot.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = dot.getImageData(0, 0, 1, 1).data;
    colour = [red, green, blue, alpha];
    colours.set(paint, colour);
  }
  return colour ?? [0, 0, 0, 255];
}

/** @param {Element} element */
function opacityOf(element) {
  let opacity = 1;
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
  return opacity;
}
