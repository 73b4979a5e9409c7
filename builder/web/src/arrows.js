// WebKit forgets, where arrow keys lead through a group of radio buttons, that it is a keyboard that does, and shows no focus
// (:focus-visible). Whoever has no mouse would lose their place, so the button they have come to is marked for the sheets.

/** Mark radio buttons that were reached by arrows, and that the browser does not. @param {EventTarget} [place] where keys are heard */
export function followArrows(place = window) {
  let arrows = false;
  const hear = (/** @type {string} */ name, /** @type {(event: any) => void} */ then) => place.addEventListener(name, then, true);
  hear("keydown", ({ key }) => (arrows = key.startsWith("Arrow")));
  hear("pointerdown", () => (arrows = false));
  hear("focusin", ({ target }) => {
    if (arrows && target.type === "radio" && !target.matches(":focus-visible")) target.setAttribute("data-arrived", "");
  });
  hear("focusout", ({ target }) => target.removeAttribute?.("data-arrived"));
}
