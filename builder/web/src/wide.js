// Pictures and tables on small screens: a picture can be opened large, a table that is too wide scrolls by itself.

import { button, make } from "./pieces.js";

const PICTURES = [
  "main figure.figure:not(.decorative) > :is(svg, img)",
  "main .q-picture > :is(svg, img):not([aria-hidden=true], [alt=''])",
  "main .q-map",
].join(", ");

/** @param {import("./pieces.js").Say} say */
export function wireWide(say) {
  for (const table of document.querySelectorAll("main table")) wrap(/** @type {HTMLElement} */ (table), say);
  const room = make("div", "figure-room", [], { tabindex: "0" });
  const close = make("button", "panel-close", [make("span", "", ["×"], { "aria-hidden": "true" }), make("span", "said-only", [say("close")])], { type: "button" });
  const dialog = /** @type {HTMLDialogElement} */ (make("dialog", "panel panel-figure", [make("div", "panel-head", [make("span", ""), close]), room], { "aria-label": say("picture") }));
  close.addEventListener("click", () => dialog.close());
  document.body.append(dialog);

  for (const picture of document.querySelectorAll(PICTURES)) {
    const opener = button(say("enlarge"), "quiet enlarge", () => {
      // The picture itself moves, so that the ids inside it stay single on the page, and places on it can be pressed.
      const place = make("div", "");
      place.style.blockSize = `${picture.getBoundingClientRect().height}px`;
      picture.replaceWith(place);
      room.replaceChildren(picture);
      dialog.addEventListener("close", () => place.replaceWith(picture), { once: true });
      dialog.showModal();
    });
    opener.classList.remove("q-button");
    opener.setAttribute("aria-haspopup", "dialog");
    picture.after(opener);
  }
}

/** @param {HTMLElement} table @param {import("./pieces.js").Say} say */
function wrap(table, say) {
  const frame = make("div", "wide");
  table.replaceWith(frame);
  frame.append(table);
  const name = table.querySelector("caption")?.textContent ?? say("table");
  new ResizeObserver(() => {
    const scrolls = frame.scrollWidth > frame.clientWidth + 1;
    for (const [key, value] of Object.entries({ tabindex: "0", role: "region", "aria-label": name })) {
      if (scrolls) frame.setAttribute(key, value);
      else frame.removeAttribute(key);
    }
  }).observe(frame);
}
