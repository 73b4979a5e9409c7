// Words of the glossary in the text: pressing one says what it means on the spot. Without scripts, and where the browser
// knows no popovers, they are links to the glossary, which they stay for whoever opens them in a new tab.

import { drawn, make } from "./pieces.js";

/** @param {Record<string, { term: string, text: string }>} meanings by the term's id, as HTML @param {import("./pieces.js").Say} say */
export function wireMeanings(meanings, say) {
  const terms = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.term"));
  if (!terms.length || !("popover" in HTMLElement.prototype)) return;
  const box = make("div", "meaning", [], { popover: "auto", role: "dialog", tabindex: "-1", id: "meaning" });
  document.body.append(box);
  /** @type {HTMLElement | null} */
  let asked = null;

  const close = () => {
    box.hidePopover();
    asked?.focus();
  };
  const open = (/** @type {HTMLAnchorElement} */ term) => {
    const said = meanings[term.dataset.term ?? ""];
    if (!said) return false;
    const name = drawn("p", "meaning-term", said.term);
    const shut = make("button", "panel-close", [make("span", "", ["×"], { "aria-hidden": "true" }), make("span", "said-only", [say("close")])], { type: "button" });
    shut.addEventListener("click", close);
    box.replaceChildren(name, drawn("p", "meaning-text", said.text), make("p", "meaning-ways", [make("a", "", [say("glossary.whole")], { href: term.getAttribute("href") ?? "" }), shut]));
    box.setAttribute("aria-label", say("glossary.meaning", { term: name.textContent ?? "" }));
    asked = term;
    box.showPopover();
    place(box, term);
    term.setAttribute("aria-expanded", "true");
    box.focus({ preventScroll: true });
    return true;
  };

  // Where both press and light dismissal close it, a second press on the word must not open it again.
  let closedBy = /** @type {HTMLElement | null} */ (null);
  box.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "open") return;
    asked?.setAttribute("aria-expanded", "false");
  });
  for (const term of terms) {
    term.setAttribute("role", "button");
    term.setAttribute("aria-haspopup", "dialog");
    term.setAttribute("aria-expanded", "false");
    term.addEventListener("pointerdown", () => {
      closedBy = box.matches(":popover-open") && asked === term ? term : null;
    });
    term.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (closedBy === term || open(term)) event.preventDefault();
      closedBy = null;
    });
    term.addEventListener("keydown", (event) => {
      if (event.key === " " && open(term)) event.preventDefault();
    });
  }
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    const stops = [...box.querySelectorAll("a[href], button")];
    const leaves = event.shiftKey ? [box, stops[0]] : [stops[stops.length - 1]];
    if (!leaves.includes(/** @type {Element} */ (document.activeElement))) return;
    event.preventDefault();
    close();
  });
}

/** Below the word, or above it where there is more room; never beyond the sides. @param {HTMLElement} box @param {HTMLElement} term */
function place(box, term) {
  const word = term.getClientRects()[0] ?? term.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const below = word.bottom + 8 + height <= innerHeight || word.top < height + 8;
  box.style.top = `${scrollY + (below ? word.bottom + 8 : word.top - 8 - height)}px`;
  box.style.left = `${scrollX + Math.max(8, Math.min(word.left - 12, room - width - 8))}px`;
}
