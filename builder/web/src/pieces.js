// Small pieces of page that the quiz scripts build: elements, buttons, signs.

export { speaker } from "./words.js";

/** @typedef {import("./words.js").WordList} Words */
/** @typedef {import("./words.js").Say} Say */

/**
 * An element with a class, attributes and children.
 * @param {string} tag @param {string} [className] @param {(Node | string)[]} [children] @param {Record<string, string>} [attributes]
 * @returns {HTMLElement}
 */
export function make(tag, className = "", children = [], attributes = {}) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An element holding HTML that the builder has drawn. @param {string} tag @param {string} className @param {string} html */
export function drawn(tag, className, html) {
  const element = make(tag, className);
  element.innerHTML = html;
  return element;
}

/** A button. @param {string} label @param {string} className @param {(event: Event) => void} press @returns {HTMLButtonElement} */
export function button(label, className, press) {
  const element = /** @type {HTMLButtonElement} */ (make("button", `q-button ${className}`.trim(), [label], { type: "button" }));
  element.addEventListener("click", press);
  return element;
}

const STROKES = {
  right: "M4 12.5l5 5L20 6.5",
  wrong: "M6 6l12 12M18 6L6 18",
  partial: "M4 12h16",
  missed: "M4 12.5l5 5L20 6.5",
  clock: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7.5v5l3.2 2",
  flag: "M6 21V4h11l-2 4 2 4H6",
  grip: "M9 5v.01M9 12v.01M9 19v.01M15 5v.01M15 12v.01M15 19v.01",
  up: "M12 19V5M5 12l7-7 7 7",
  down: "M12 5v14M5 12l7 7 7-7",
  note: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 11.5v5M12 7.6v.2",
};

/** A sign drawn in lines, always beside a word. @param {keyof typeof STROKES} name @returns {SVGElement} */
export function sign(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", class: `q-sign q-sign-${name}`, "aria-hidden": "true", focusable: "false" })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", STROKES[name]);
  svg.append(path);
  return svg;
}

/** A heading that fits below the page's own, and that focus can be moved to. @param {Element} near @param {string} className @param {(Node | string)[]} children */
export function heading(near, className, children) {
  const level = Number(near.closest("[data-quiz]")?.getAttribute("data-level")) || 3;
  return make(`h${level}`, className, children, { tabindex: "-1" });
}

/** The words of an element without the numbers of its sources, and with those that stand for its pictures. @param {Element} element */
export function plain(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const cite of copy.querySelectorAll(".cites")) cite.remove();
  for (const picture of copy.querySelectorAll("[aria-label], img[alt]")) picture.replaceWith(picture.getAttribute("aria-label") ?? picture.getAttribute("alt") ?? "");
  return copy.textContent?.replace(/\s+/g, " ").trim() ?? "";
}
