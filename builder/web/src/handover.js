// A survey's answers as a file, for a learner who wants to hand them to the provider. Nothing is sent by itself.

import { make } from "./pieces.js";
import { inWords } from "./review.js";

/**
 * Questions and answers, as they stand on the page.
 * @param {Element} quiz @param {Record<string, { response: any }>} answers what was given, by question
 */
export function asked(quiz, answers) {
  const clean = (/** @type {Element | null | undefined} */ el) => (el?.textContent ?? "").replace(/\s+/g, " ").trim();
  const all = [...quiz.querySelectorAll(".q[data-question]")].filter((q) => q.getAttribute("data-type") !== "case");
  return /** @type {HTMLElement[]} */ (all).map((q) => {
    const id = q.getAttribute("data-question") ?? "";
    const said = inWords(q, /** @type {any} */ ({ id, type: q.dataset.type }));
    return { id, asks: clean(q.querySelector(".q-asks")), said, response: answers[id]?.response ?? null };
  });
}

/** Offer a text as a file. @param {string} text @param {string} name @param {string} [type] */
export function download(text, name, type = "text/plain") {
  const address = URL.createObjectURL(new Blob([text], { type }));
  /** @type {HTMLAnchorElement} */ (make("a", "", [], { href: address, download: name })).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
