// The search panel. The index is a classic script, loaded when the panel first opens: pages from disk may not fetch.

import { find } from "./find.js";
import { make } from "./pieces.js";

/** @param {string} address @param {import("./pieces.js").Say} say @returns {() => void} what to do when the panel opens */
export function wireSearch(address, say) {
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById("find-text"));
  const list = document.querySelector("[data-find-list]");
  const count = document.querySelector("[data-find-count]");
  if (!field || !list || !count) return () => {};
  /** @type {import("./find.js").Entry[] | null} */
  let entries = null;

  const show = () => {
    const text = field.value.trim();
    list.replaceChildren();
    count.textContent = "";
    if (!text || !entries) return;
    if (text.length < 2) {
      count.textContent = say("find.type-more");
      return;
    }
    const found = find(entries, text);
    count.textContent = found.length ? say("find.found", { n: found.length }) : say("find.none", { text });
    list.append(...found.map(({ entry, piece }) => make("li", "", [
      make("a", "find-link", [entry.t], { href: entry.a }),
      ...(entry.p === entry.t ? [] : [make("span", "find-page", [entry.p])]),
      make("p", "find-piece", [piece.before, make("mark", "", [piece.match]), piece.after]),
    ])));
  };
  let typing = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(show, 120);
  });
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
    /** @type {HTMLElement | null} */ (list.querySelector("a"))?.focus();
  });

  return () => {
    if (entries) return;
    const inside = document.getElementById("lactern-search");
    if (inside) {
      entries = JSON.parse(inside.textContent ?? "[]");
      return;
    }
    const script = /** @type {HTMLScriptElement} */ (make("script", "", [], { src: address }));
    script.addEventListener("load", () => {
      entries = /** @type {any} */ (window).lacternSearch ?? [];
      show();
    });
    script.addEventListener("error", () => {
      count.textContent = say("find.not-loaded");
    });
    document.head.append(script);
  };
}
