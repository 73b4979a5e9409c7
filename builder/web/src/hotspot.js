// The picture of a hotspot as a second way to the choices listed below it.

/** The places of each question. While a picture is seen large, they are not inside it. @type {WeakMap<HTMLElement, Element[]>} */
const places = new WeakMap();

/** Let a press on a place choose it, and show on the picture what is chosen and what has focus. @param {HTMLElement} el */
export function enhanceHotspot(el) {
  places.set(el, [...el.querySelectorAll("[data-spot]")]);
  for (const spot of places.get(el) ?? []) {
    spot.addEventListener("click", () => {
      const field = inputOf(el, spot);
      if (field && !field.disabled && !el.classList.contains("is-locked")) field.click();
    });
  }
  el.addEventListener("change", () => showSpots(el));
  for (const event of ["focusin", "focusout"]) el.addEventListener(event, () => showFocus(el));
  showSpots(el);
}

/** Draw the places as the form has them. @param {HTMLElement} el */
export function showSpots(el) {
  for (const spot of places.get(el) ?? []) spot.classList.toggle("is-chosen", Boolean(inputOf(el, spot)?.checked));
}

/** Who moves through the list by keyboard sees on the picture where that is. */
function showFocus(/** @type {HTMLElement} */ el) {
  for (const spot of places.get(el) ?? []) {
    spot.classList.toggle("has-focus", Boolean(inputOf(el, spot)?.matches(":focus-visible, [data-arrived]")));
  }
}

function inputOf(/** @type {HTMLElement} */ el, /** @type {Element} */ spot) {
  const id = CSS.escape(spot.getAttribute("data-spot") ?? "");
  return /** @type {HTMLInputElement | null} */ (el.querySelector(`.q-option[data-option="${id}"] input`));
}
