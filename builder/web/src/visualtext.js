// The text of a page as it is seen: lines with their places, and who they belong to.

/**
 * One thing found: what kind, where it is on the page, the ids of the elements around it from the inside out, and its words.
 * @typedef {{kind: string, ids: string[], text: string, box: Box, [more: string]: unknown}} Found
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {{node: Text, element: Element, rect: DOMRect}} Line  one line of a text node, in the viewport's pixels
 */

const SKIPPED = "script, style, noscript, template, title, desc";
/** @type {WeakMap<Element, boolean>} */
const known = new WeakMap();

/** What is looked at: the slide that is shown, or the page. @param {boolean} deck */
export function rooted(deck) {
  return (deck && document.querySelector(".slides > section.present")) || document.body;
}

/** The ids of an element and of all around it, from the inside out. @param {Element} element */
function idsOf(element) {
  const ids = [];
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) if (at.id) ids.push(at.id);
  return ids;
}

/** @param {DOMRect} rect @returns {Box} in the page's pixels */
export function boxOf(rect) {
  return { x: rect.x + scrollX, y: rect.y + scrollY, width: rect.width, height: rect.height };
}

/** What every finding tells of its element. @param {Element} element @param {DOMRect} [rect] */
export function said(element, rect = element.getBoundingClientRect()) {
  const text = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 80);
  return { ids: idsOf(element), text: text || element.getAttribute("alt") || element.getAttribute("aria-label") || "", box: boxOf(rect), tag: element.localName };
}

/** Whether words in this element are meant to be seen: not hidden, and not for screen readers alone. @param {Element} element */
export function seen(element) {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  for (let at = /** @type {Element | null} */ (element); at && at !== document.body; at = at.parentElement) {
    let hidden = known.get(at);
    if (hidden === undefined) {
      const style = getComputedStyle(at);
      const rect = at.getBoundingClientRect();
      const cut = style.overflow !== "visible" && (rect.width <= 1 || rect.height <= 1) && style.position !== "static";
      hidden = cut || /inset\((50|100)%/.test(style.clipPath) || (style.clip !== "auto" && style.position === "absolute");
      known.set(at, hidden);
    }
    if (hidden) return false;
  }
  return true;
}

/** All lines of text that can be seen below an element. @param {Element} root @returns {Line[]} */
export function lines(root) {
  /** @type {Line[]} */
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const element = node.parentElement;
    if (!element || !node.data.trim() || element.closest(SKIPPED) || !seen(element)) continue;
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width > 1 && rect.height > 1) found.push({ node, element, rect });
    }
  }
  return found;
}

/** Text size in the viewport's pixels, after all scaling. @param {Element} element */
export function sizeOf(element) {
  const size = Number.parseFloat(getComputedStyle(element).fontSize);
  if (element instanceof SVGGraphicsElement) {
    const matrix = element.getScreenCTM();
    return matrix ? size * Math.hypot(matrix.b, matrix.d) : size;
  }
  const stage = element.closest(".slides > section");
  const scale = stage instanceof HTMLElement && stage.offsetHeight ? stage.getBoundingClientRect().height / stage.offsetHeight : 1;
  return size * scale;
}

/** Whether something of a page stays in its place while the rest is scrolled. @param {Element} element */
export function floats(element) {
  for (let at = /** @type {Element | null} */ (element); at && at !== document.body; at = at.parentElement) {
    if (["fixed", "sticky"].includes(getComputedStyle(at).position)) return true;
  }
  return false;
}
