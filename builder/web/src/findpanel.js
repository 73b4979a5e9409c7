// The search panel. The index is a classic script, loaded when the panel first opens: pages from disk may not fetch.

import { find } from "./find.js";
import { make } from "./pieces.js";
import { told } from "./told.js";

const PAUSE = 120;

/** @param {string} address @param {import("./pieces.js").Say} say @returns {() => void} what to do when the panel opens */
export function wireSearch(address, say) {
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById("find-text"));
  const list = document.querySelector("[data-find-list]");
  const count = document.querySelector("[data-find-count]");
  if (!field || !list || !count) return () => {};
  /** @type {import("./find.js").Entry[] | null} */
  let entries = null;
  const links = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("a")]);

  const show = () => {
    const text = field.value.trim();
    list.replaceChildren();
    count.textContent = "";
    if (!text || !entries) return;
    if ([...text].length < 2) {
      count.textContent = say("find.type-more");
      return;
    }
    const found = find(entries, text);
    count.textContent = found.length ? say("find.found", { n: found.length }) : say("find.none", { text });
    list.append(...found.map(({ entry, piece, word }) => make("li", "", [
      make("a", "find-link", [entry.t], { href: pointed(entry.a, word) }),
      ...(entry.p === entry.t ? [] : [make("span", "find-page", [entry.p])]),
      make("p", "find-piece", piece.map((run) => (run.found ? make("mark", "", [run.text]) : run.text))),
    ])));
  };
  let typing = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(show, PAUSE);
  });
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    show();
    links()[0]?.focus();
  });
  // The arrows walk through what was found, as in any list of suggestions; Tab does too.
  field.closest("dialog")?.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...links()];
    const here = stops.indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
    if (!step || here < 0 || !stops[here + step]) return;
    event.preventDefault();
    stops[here + step].focus();
  });

  return () => {
    field.select();
    if (entries) return;
    entries = told("search");
    if (entries) return;
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

/** The address, with the word to be marked where the browser knows how (URL Fragment Text Directives). @param {string} address @param {string} word */
function pointed(address, word) {
  if (!word || !("fragmentDirective" in document)) return address;
  return `${address}${address.includes("#") ? "" : "#"}:~:text=${encodeURIComponent(word).replace(/-/g, "%2D")}`;
}
