// A slide that is a little too full is set a size smaller, step by step. The build has estimated the size already, so that
// this rarely has anything to do; it looks only at slides that are laid out.

const SIZES = ["airy", "roomy", "", "dense", "denser", "densest"];

/** @type {Promise<void> | undefined} */
let fonts;
let worn = false;

/**
 * Put the deck's fonts on. They come after the first slide stands, since a layout in fonts that are still on their way costs
 * far more than one more layout later. Resolves once they are there, or cannot be had.
 */
export function dress() {
  fonts ??= new Promise((done) => {
    for (const sheet of document.querySelectorAll("link[data-fonts]")) sheet.setAttribute("media", "all");
    const there = () => {
      worn = true;
      done();
    };
    // Fonts are asked for when a layout finds them wanting.
    requestAnimationFrame(() => requestAnimationFrame(() => document.fonts.ready.then(there, there)));
  });
  return fonts;
}

/**
 * Lowers the size of a slide's text until it fits or there is no smaller one. Nothing is measured before the fonts are there.
 * @param {Element | null | undefined} slide
 */
export function fit(slide) {
  const body = slide?.querySelector(":scope > .frame > .body");
  if (!worn || !slide || !body || !body.clientHeight || slide.classList.contains("fitted")) return;
  let at = SIZES.findIndex((size) => size && slide.classList.contains(size));
  if (at < 0) at = SIZES.indexOf("");
  while (at < SIZES.length - 1 && (body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1)) {
    if (SIZES[at]) slide.classList.remove(SIZES[at]);
    at += 1;
    if (SIZES[at]) slide.classList.add(SIZES[at]);
  }
  slide.classList.add("fitted");
}
