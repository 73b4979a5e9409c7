// Finding a slide by its number or by words on it. The index is made when the search is first opened.

import { say } from "./words.js";

/** @typedef {{id: string, number: number, title: string, section: string, text: string, folded: string}} Entry */

const MOST = 12;
const AROUND = 40;

/** Text without case and accents, so that “nino” finds “niño”. @param {string} text */
export function folded(text) {
  return text.normalize("NFD").replace(/[\p{Mn}\u2060\u2066-\u2069]/gu, "").replace(/\u2011/g, "-").toLowerCase();
}

/**
 * The entries for what was typed: the slide of that number first, then slides that hold every word, titles first.
 * @param {Entry[]} entries
 * @param {string} typed
 * @returns {Entry[]}
 */
export function matches(entries, typed) {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  if (!wanted.length) return [];
  const numbered = entries.filter((entry) => String(entry.number) === typed.trim());
  const worded = typed.trim().length < 2 ? [] : entries.filter((entry) => wanted.every((word) => entry.folded.includes(word)));
  const titled = worded.filter((entry) => wanted.every((word) => folded(entry.title).includes(word)));
  return [...new Set([...numbered, ...titled, ...worded])];
}

/**
 * The words around the first hit.
 * @param {Entry} entry
 * @param {string} typed
 */
export function excerpt(entry, typed) {
  const at = Math.max(entry.folded.indexOf(folded(typed).split(/\s+/)[0] ?? ""), 0);
  // Whole words on either side: back to the last space before, on to the next one after.
  const from = at > AROUND ? entry.text.indexOf(" ", at - AROUND) + 1 : 0;
  const space = entry.text.indexOf(" ", at + AROUND * 2);
  const to = space < 0 ? entry.text.length : space;
  return `${from ? "… " : ""}${entry.text.slice(from, to)}${to < entry.text.length ? " …" : ""}`;
}

/** The words of an element, without the data that its scripts have there. @param {Element | null} element */
function shownIn(element) {
  const copy = /** @type {Element | undefined} */ (element?.cloneNode(true));
  copy?.querySelectorAll("script, style").forEach((one) => one.remove());
  // What goes from left to right does so in an excerpt too.
  copy?.querySelectorAll("bdi[dir=ltr]").forEach((one) => one.replaceWith(`\u2066${one.textContent}\u2069`));
  return copy?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}

/** What stands on the slides. @param {Iterable<Element>} slides @returns {Entry[]} */
function indexed(slides) {
  return [...slides].map((slide, index) => {
    const read = (/** @type {string} */ selector) => slide.querySelector(selector)?.textContent?.replace(/\s+/g, " ").trim() ?? "";
    const title = read(".head :is(h1, h2)");
    const text = shownIn(slide.querySelector(".body"));
    return { id: slide.id, number: index + 1, title, section: read(".run"), text, folded: folded(`${title} ${text}`) };
  });
}

/**
 * Makes the search dialog work.
 * @param {import("./words.js").WordList} words
 * @param {(id: string) => void} go shows a slide
 * @param {Iterable<Element>} [slides] those of the page, unless told otherwise
 */
export function slideSearch(words, go, slides) {
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById("search-for"));
  const list = document.getElementById("search-found");
  const count = document.getElementById("search-count");
  const dialog = /** @type {HTMLDialogElement | null} */ (field?.closest("dialog"));
  if (!field || !list || !count || !dialog) return;
  /** @type {Entry[] | undefined} */
  let entries;

  const show = () => {
    entries ??= indexed(slides ?? document.querySelectorAll(".slides > section"));
    const found = matches(entries, field.value);
    list.replaceChildren(...found.slice(0, MOST).map((entry) => item(entry, field.value)));
    count.textContent = field.value.trim()
      ? say(words, found.length ? "found" : "nothing", { n: found.length })
      : say(words, "search-hint");
  };
  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    const first = list.querySelector("a");
    if (event.key === "Enter" && first) {
      event.preventDefault();
      first.click();
    }
    if (event.key === "ArrowDown" && first) {
      event.preventDefault();
      first.focus();
    }
  });
  list.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? "nextElementSibling" : event.key === "ArrowUp" ? "previousElementSibling" : "";
    if (!step) return;
    event.preventDefault();
    const next = /** @type {HTMLElement} */ (event.target).closest("li")?.[step]?.querySelector("a");
    (next ?? field).focus();
  });
  list.addEventListener("click", (event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest("a");
    if (!link) return;
    event.preventDefault();
    dialog.close();
    go(decodeURIComponent((link.getAttribute("href") ?? "").slice(2)));
  });
}

/** @param {Entry} entry @param {string} typed */
function item(entry, typed) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#/${encodeURIComponent(entry.id)}`;
  for (const [name, text] of [["number", String(entry.number)], ["name", entry.title], ["section", entry.section], ["excerpt", excerpt(entry, typed)]]) {
    const part = document.createElement("span");
    part.className = `found-${name}`;
    part.textContent = text;
    link.append(part, " ");
  }
  line.append(link);
  return line;
}
