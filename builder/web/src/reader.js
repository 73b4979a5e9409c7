// Notes which page a learner is on, how far down, and when it has been read to its end.

/** @typedef {import("./notebook.js").Notebook} Notebook */

/** @param {Notebook} notebook @param {string} page @param {() => void} changed */
export function followReading(notebook, page, changed) {
  if (!page) return;
  const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("main .card[id]")]);
  const end = document.querySelector("[data-end]");
  const isRead = () => notebook.progress.pages[page] !== undefined;

  function read() {
    if (isRead()) return;
    notebook.note((progress, now) => {
      progress.pages[page] = now;
    });
    changed();
  }

  function here() {
    const line = innerHeight * 0.4;
    const card = cards.filter((one) => one.getBoundingClientRect().top < line).pop();
    const anchor = card && card !== cards[0] ? card.id : "";
    const { last } = notebook.progress;
    if (last?.page === page && last.anchor === anchor) return;
    notebook.note((progress, now) => {
      progress.last = { page, anchor, at: now };
    });
  }

  let resting = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  addEventListener("scroll", () => {
    clearTimeout(resting);
    resting = setTimeout(here, 300);
  }, { passive: true });
  here();

  if (!end) return;
  // The margin makes all that lies above count as seen: whoever jumps to the foot of the page has passed the end.
  new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting)) read();
  }, { rootMargin: "1000000px 0px 0px 0px" }).observe(end);
  for (const next of document.querySelectorAll("a[rel=next]")) next.addEventListener("click", read);
}
