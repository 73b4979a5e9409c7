// A survey's answers as a plain text file, for a learner who wants to hand them to the provider. Nothing is sent by itself.

import { make } from "./pieces.js";

/** Questions and answers, as they stand on the page. @param {Element} quiz @param {string} none what to write where nothing was answered */
export function asText(quiz, none) {
  const clean = (/** @type {Element | null | undefined} */ el) => (el?.textContent ?? "").replace(/\s+/g, " ").trim();
  const parts = [...quiz.querySelectorAll(".q[data-question]")].filter((q) => q.getAttribute("data-type") !== "case").map((q, index) => {
    const ticked = [...q.querySelectorAll("input:checked")].map((input) => clean(input.closest("label")));
    const written = /** @type {NodeListOf<HTMLInputElement>} */ (q.querySelectorAll("textarea, input[type=text], select"));
    const given = [...ticked, ...[...written].map((field) => field.value.trim())].filter(Boolean);
    return `${index + 1}. ${clean(q.querySelector(".q-asks"))}\n   ${given.join("; ").replaceAll("\n", "\n   ") || none}`;
  });
  return `${parts.join("\n\n")}\n`;
}

/** Offer a text as a file. @param {string} text @param {string} name @param {string} [type] */
export function download(text, name, type = "text/plain") {
  const address = URL.createObjectURL(new Blob([text], { type }));
  /** @type {HTMLAnchorElement} */ (make("a", "", [], { href: address, download: name })).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
