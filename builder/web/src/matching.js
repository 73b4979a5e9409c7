// Matching: a choice may be dragged from the list onto the row it belongs to. The selects do the same without.

import { carry } from "./drag.js";
import { make, sign } from "./pieces.js";

/** Give each choice its grip. @param {HTMLElement} el */
export function enhanceMatching(el) {
  const rows = /** @type {HTMLElement[]} */ ([...el.querySelectorAll(".q-rows > .q-row")]);
  for (const choice of /** @type {NodeListOf<HTMLElement>} */ (el.querySelectorAll(".q-bank > [data-choice]"))) {
    choice.prepend(make("span", "q-grip", [sign("grip")], { "aria-hidden": "true", "data-prevent-swipe": "" }));
    drag(el, choice, rows);
  }
  const show = () => showUsed(el);
  el.addEventListener("input", show);
  show();
}

/** Fade the choices that have found a place; they may be used again all the same. @param {HTMLElement} el */
export function showUsed(el) {
  const used = new Set([...el.querySelectorAll("select")].map((select) => select.value));
  for (const choice of el.querySelectorAll(".q-bank > [data-choice]")) {
    choice.classList.toggle("is-used", used.has(choice.getAttribute("data-choice") ?? ""));
  }
}

/** Only the grip is taken hold of, so that a finger on the words still scrolls the page. */
function drag(/** @type {HTMLElement} */ el, /** @type {HTMLElement} */ choice, /** @type {HTMLElement[]} */ rows) {
  const under = (/** @type {import("./drag.js").Reach} */ { x, y }) =>
    rows.find((row) => {
      const box = row.getBoundingClientRect();
      return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    });
  const light = (/** @type {HTMLElement | undefined} */ wanted) => rows.forEach((row) => row.classList.toggle("is-under", row === wanted));

  const carried = {
    begin: () => choice.classList.add("is-carried"),
    move(/** @type {import("./drag.js").Reach} */ at) {
      choice.style.translate = `${at.dx}px ${at.dy}px`;
      light(under(at));
    },
    end(/** @type {boolean} */ dropped, /** @type {import("./drag.js").Reach} */ at) {
      choice.classList.remove("is-carried");
      choice.style.translate = "";
      light(undefined);
      const select = dropped ? under(at)?.querySelector("select") : null;
      if (!select) return;
      select.value = choice.dataset.choice ?? "";
      select.dispatchEvent(new Event("input", { bubbles: true }));
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
  };
  const open = () => !el.classList.contains("is-locked");
  carry(/** @type {HTMLElement} */ (choice.querySelector(".q-grip")), open, carried);
}
