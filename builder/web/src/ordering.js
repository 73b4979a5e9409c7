// Putting in order: buttons beside each item, the number of its place as a choice, and a grip to drag it by.

import { carry, mayMove } from "./drag.js";
import { button, make, plain, sign } from "./pieces.js";
import { numberPlaces } from "./responses.js";

/** @typedef {import("./pieces.js").Say} Say */

/**
 * Give each item its grip and its two buttons. @param {HTMLElement} el @param {Say} say
 * @param {(spoken: string) => void} announce @param {() => void} changed
 */
export function enhanceOrdering(el, say, announce, changed) {
  const list = /** @type {HTMLElement} */ (el.querySelector(".q-sequence"));
  list.dataset.start = [...list.children].map((item) => item.getAttribute("data-part")).join(" ");

  const settled = (/** @type {Element} */ item) => {
    const place = [...list.children].indexOf(item) + 1;
    el.setAttribute("data-touched", "");
    numberPlaces(list);
    markEnds(list);
    announce(say("moved", { item: nameOf(item), place, of: list.children.length }));
    changed();
  };
  const settle = (/** @type {Element} */ item, /** @type {number} */ to) => {
    const others = [...list.children].filter((other) => other !== item);
    list.insertBefore(item, others[to] ?? null);
    settled(item);
  };

  for (const item of /** @type {HTMLElement[]} */ ([...list.children])) {
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
    addGrip(el, list, item, () => settled(item));
  }
  markEnds(list);
}

/**
 * The grip. While it is dragged, the others make room: the item itself stays where it is in the page, or a finger would
 * lose it. @param {HTMLElement} el @param {HTMLElement} list @param {HTMLElement} item @param {() => void} dropped
 */
function addGrip(el, list, item, dropped) {
  const grip = make("span", "q-grip", [sign("grip")], { "aria-hidden": "true", "data-prevent-swipe": "" });
  item.prepend(grip);
  /** @type {Element[]} */
  let before = [];
  let home = 0;
  const shift = () => item.offsetTop - home;

  carry(grip, () => !el.classList.contains("is-locked"), {
    begin() {
      before = [...list.children];
      home = item.offsetTop;
      item.classList.add("is-carried");
    },
    move({ dy }) {
      const top = home + dy;
      for (let previous = beside(item, "previous"); previous && top < middle(previous); previous = beside(item, "previous")) {
        pass(previous, (other) => item.after(other));
      }
      for (let next = beside(item, "next"); next && top + item.offsetHeight > middle(next); next = beside(item, "next")) {
        pass(next, (other) => item.before(other));
      }
      item.style.translate = `0 ${dy - shift()}px`;
    },
    end(done) {
      item.classList.remove("is-carried");
      item.style.translate = "";
      if (!done) list.append(...before);
      else if ([...list.children].some((one, index) => one !== before[index])) dropped();
    },
  });
}

const beside = (/** @type {Element} */ item, /** @type {"previous" | "next"} */ way) =>
  /** @type {HTMLElement | null} */ (item[`${way}ElementSibling`]);
const middle = (/** @type {HTMLElement} */ item) => item.offsetTop + item.offsetHeight / 2;

/** Let another item go by, sliding where motion is welcome. */
function pass(/** @type {HTMLElement} */ other, /** @type {(other: HTMLElement) => void} */ go) {
  const from = other.offsetTop;
  go(other);
  if (mayMove()) other.animate([{ translate: `0 ${from - other.offsetTop}px` }, { translate: "0 0" }], { duration: 130, easing: "ease-out" });
}

/** The first cannot go up, nor the last down; the buttons stay focusable, so that focus is never lost. @param {Element} list */
export function markEnds(list) {
  [...list.children].forEach((item, index, all) => {
    item.querySelector(".q-move-up")?.setAttribute("aria-disabled", String(index === 0));
    item.querySelector(".q-move-down")?.setAttribute("aria-disabled", String(index === all.length - 1));
  });
}

function nameOf(/** @type {Element} */ item) {
  const text = item.querySelector(".q-text");
  return text ? plain(text) : "";
}
