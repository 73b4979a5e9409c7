// Putting in order: buttons beside each item, and the number each item already has as a choice.

import { button, sign } from "./pieces.js";
import { numberPlaces } from "./responses.js";

/** @typedef {import("./pieces.js").Say} Say */

/**
 * Give each item its two buttons. @param {HTMLElement} el @param {Say} say
 * @param {(spoken: string) => void} announce @param {() => void} changed
 */
export function enhanceOrdering(el, say, announce, changed) {
  const list = /** @type {HTMLElement} */ (el.querySelector(".q-sequence"));
  list.dataset.start = [...list.children].map((item) => item.getAttribute("data-part")).join(" ");

  const settle = (/** @type {Element} */ item, /** @type {number} */ to) => {
    const others = [...list.children].filter((other) => other !== item);
    list.insertBefore(item, others[to] ?? null);
    el.setAttribute("data-touched", "");
    numberPlaces(list);
    markEnds(list);
    announce(say("moved", { item: nameOf(item), place: to + 1, of: list.children.length }));
    changed();
  };

  for (const item of list.children) {
    const move = (/** @type {number} */ by, /** @type {"up" | "down"} */ way) => {
      const pressed = button("", `q-move q-move-${way}`, () => {
        if (pressed.getAttribute("aria-disabled") === "true") return;
        settle(item, [...list.children].indexOf(item) + by);
        pressed.focus();
      });
      pressed.append(sign(way));
      pressed.setAttribute("aria-label", say(`move_${way}`, { item: nameOf(item) }));
      return pressed;
    };
    item.append(move(-1, "up"), move(1, "down"));
    const select = /** @type {HTMLSelectElement} */ (item.querySelector("select"));
    select.addEventListener("input", (event) => event.stopPropagation());
    select.addEventListener("change", () => {
      settle(item, select.selectedIndex);
      select.focus();
    });
  }
  markEnds(list);
}

/** The first cannot go up, nor the last down; the buttons stay focusable, so that focus is never lost. @param {Element} list */
export function markEnds(list) {
  [...list.children].forEach((item, index, all) => {
    item.querySelector(".q-move-up")?.setAttribute("aria-disabled", String(index === 0));
    item.querySelector(".q-move-down")?.setAttribute("aria-disabled", String(index === all.length - 1));
  });
}

const nameOf = (/** @type {Element} */ item) => item.querySelector(".q-text")?.textContent?.trim() ?? "";
