// Whether everything has its room: what runs over, lies over each other, is cut off, too small, refused or not there.

import { boxOf, floats, lines, rooted, said, seen, sizeOf } from "./visualtext.js";

/** @typedef {import("./visualtext.js").Found} Found */
/** @typedef {import("./visualtext.js").Line} Line */

/** In the viewport's pixels. What is drawn on a page may be a little smaller than its running text, as in any book. */
const SMALLEST = { deck: 16, page: 12, drawn: 9 };
const SLACK = 3;

/** All findings about room, on the slide that is shown or on the page. @param {boolean} deck @returns {Found[]} */
export function measure(deck) {
  const root = rooted(deck);
  const all = lines(root);
  return [
    ...(deck ? over(root) : sideways()),
    ...overlaps(all),
    ...clipped(all, deck),
    ...small(all, deck),
    ...refused(root),
    ...lost(root),
  ];
}

/** What runs over the edge of a slide, or of the room between its head and its foot. @param {Element} slide @returns {Found[]} */
function over(slide) {
  const edge = slide.getBoundingClientRect();
  const body = slide.querySelector(":scope > .frame > .body");
  const room = body?.getBoundingClientRect() ?? edge;
  /** @type {{by: number, side: string, element: Element} | undefined} */
  let worst;
  for (const element of slide.querySelectorAll(".frame *")) {
    if (element.closest("svg")?.contains(element.parentElement) || !seen(element) || element.closest("math")) continue;
    const rect = element.getBoundingClientRect();
    if (!rect.width || !rect.height) continue;
    const inBody = body?.contains(element) && element !== body;
    const sides = {
      lower: rect.bottom - (inBody ? room.bottom : edge.bottom),
      upper: edge.top - rect.top,
      right: rect.right - edge.right,
      left: edge.left - rect.left,
    };
    for (const [side, by] of Object.entries(sides)) {
      // The deepest element that runs over furthest is the one to be told.
      if (by > SLACK && !cutAbove(element, slide) && (!worst || by >= worst.by)) worst = { by, side, element };
    }
  }
  return worst ? [{ kind: "over", ...said(worst.element), side: worst.side, by: Math.round(worst.by) }] : [];
}

/** Whether a box between an element and the slide cuts it off: that is told as such. @param {Element} element @param {Element} slide */
function cutAbove(element, slide) {
  for (let at = element.parentElement; at && at !== slide; at = at.parentElement) {
    if (getComputedStyle(at).overflow !== "visible") return true;
  }
  return false;
}

/** What makes a page scroll sideways. @returns {Found[]} */
function sideways() {
  const page = document.documentElement;
  const by = page.scrollWidth - page.clientWidth;
  if (by <= 1) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((element) => {
    const rect = element.getBoundingClientRect();
    return rect.width && rect.height && (rect.right + scrollX > page.clientWidth + 1 || rect.left + scrollX < -1) && seen(element);
  });
  const element = wide.find((one) => !wide.some((other) => other !== one && one.contains(other))) ?? document.body;
  return [{ kind: "sideways", ...said(element), by }];
}

/** Lines of text that lie over each other. @param {Line[]} all @returns {Found[]} */
function overlaps(all) {
  const still = all.filter(({ element }) => !element.closest("math, ruby, [aria-hidden=true]") && !floats(element));
  const sorted = still
    // What a font leaves free above and below its letters may lie over other text.
    .map((line) => ({ line, top: line.rect.top + line.rect.height * 0.24, bottom: line.rect.bottom - line.rect.height * 0.24 }))
    .sort((one, other) => one.top - other.top);
  /** @type {Found[]} */
  const found = [];
  for (const [index, upper] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length && sorted[next].top < upper.bottom - 1; next += 1) {
      const lower = sorted[next];
      if (upper.line.node === lower.line.node) continue;
      const wide = Math.min(upper.line.rect.right, lower.line.rect.right) - Math.max(upper.line.rect.left, lower.line.rect.left);
      if (wide > SLACK) found.push({ kind: "overlap", ...told(upper.line), other: short(lower.line) });
    }
  }
  return found;
}

/** Text that a box cuts off. @param {Line[]} all @param {boolean} deck @returns {Found[]} */
function clipped(all, deck) {
  /** @type {Found[]} */
  const found = [];
  const cuts = deck ? /hidden|clip|auto|scroll/ : /hidden|clip/;
  for (const line of all) {
    const { element, rect } = line;
    for (let at = /** @type {Element | null} */ (element); at && at !== document.body; at = at.parentElement) {
      if (at.matches(".slides > section")) break;
      const style = getComputedStyle(at);
      const room = at.getBoundingClientRect();
      const low = cuts.test(style.overflowY) && Math.max(rect.bottom - room.bottom, room.top - rect.top) > rect.height * 0.3;
      const wide = cuts.test(style.overflowX) && Math.max(rect.right - room.right, room.left - rect.left) > SLACK;
      if (low || wide) {
        found.push({ kind: "clipped", ...told(line) });
        break;
      }
      if (style.overflowY === "auto" || style.overflowY === "scroll" || style.position === "fixed") break;
    }
  }
  return found;
}

/** Letters that are too small; of a drawing, its smallest ones. @param {Line[]} all @param {boolean} deck @returns {Found[]} */
function small(all, deck) {
  /** @type {Map<Element, {line: Line, size: number, least: number}>} */
  const worst = new Map();
  for (const line of all) {
    const { element } = line;
    const drawing = element.closest("svg");
    const least = deck ? SMALLEST.deck : drawing ? SMALLEST.drawn : SMALLEST.page;
    const size = sizeOf(element);
    if (size > least - 0.1 || element.closest("sup, sub, rt, math") || (drawing && larger(drawing))) continue;
    const key = drawing ?? element;
    if (size < (worst.get(key)?.size ?? Infinity)) worst.set(key, { line, size, least });
  }
  return [...worst].map(([owner, { line, size, least }]) => ({
    kind: "small", ...told(line), box: boxOf(owner.getBoundingClientRect()), size: Math.round(size * 10) / 10, least,
  }));
}

/** Whether a drawing can be opened large, or all that it says stands under it in words. @param {Element} drawing */
function larger(drawing) {
  return drawing.closest(".q-map") !== null || drawing.parentElement?.querySelector(":scope > .enlarge")?.checkVisibility() === true;
}

/** Styles in an element that the page's policy has refused. @param {Element} root @returns {Found[]} */
function refused(root) {
  const all = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[style]"));
  return [...all].flatMap((element) => {
    const style = element.getAttribute("style") ?? "";
    return style.includes(":") && !element.style?.length ? [{ kind: "refused", ...said(element), style: style.slice(0, 60) }] : [];
  });
}

/** Pictures that could not be shown. @param {Element} root @returns {Found[]} */
function lost(root) {
  return [...root.querySelectorAll("img")].flatMap((picture) =>
    picture.complete && !picture.naturalWidth && picture.getAttribute("src") && seen(picture)
      ? [{ kind: "lost", ...said(picture), file: picture.getAttribute("src") }]
      : [],
  );
}

/** @param {Line} line */
function told(line) {
  return { ids: said(line.element).ids, text: short(line), box: boxOf(line.rect), tag: line.element.localName };
}

/** @param {Line} line */
function short(line) {
  return line.node.data.trim().replace(/\s+/g, " ").slice(0, 80);
}
