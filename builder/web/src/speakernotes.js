// The notes in the speaker's window: as large as the speaker wants them.

const SIZES = 7;
const STANDARD = 3;
const KEY = "lactern:1:notes-size";

export class SpeakerNotes {
  /** @param {HTMLElement} page @param {string} none what is said where a slide has no notes */
  constructor(page, none) {
    this.text = /** @type {HTMLElement} */ (page.querySelector("[data-notes]"));
    this.buttons = ["smaller", "larger"].map((name) => /** @type {HTMLButtonElement} */ (page.querySelector(`[data-does=${name}]`)));
    this.none = none;
    this.chosen = remembered();
    this.size(0);
  }

  /** @param {Element | null} notes */
  show(notes) {
    const copy = /** @type {Element | undefined} */ (notes?.cloneNode(true));
    copy?.querySelectorAll("[id]").forEach((named) => named.removeAttribute("id"));
    // A source is opened beside the talk, never in its place.
    copy?.querySelectorAll("a[href]:not([href^='#'])").forEach((link) => link.setAttribute("target", "_blank"));
    this.text.replaceChildren(...(copy ? copy.childNodes : [this.none]));
    this.text.classList.toggle("is-empty", !copy);
    this.text.scrollTop = 0;
  }

  /** @param {number} by steps larger */
  size(by) {
    this.chosen = Math.min(SIZES, Math.max(1, this.chosen + by));
    this.text.dataset.size = String(this.chosen);
    const [smaller, larger] = this.buttons;
    smaller.setAttribute("aria-disabled", String(this.chosen === 1));
    larger.setAttribute("aria-disabled", String(this.chosen === SIZES));
    if (!by) return;
    try {
      localStorage.setItem(KEY, String(this.chosen));
    } catch {
      // Then the size lasts as long as the window.
    }
  }

  /** @param {1 | -1} by most of what is seen, so that the last line read stays in sight */
  scroll(by) {
    this.text.scrollBy({ top: by * this.text.clientHeight * 0.7 });
  }
}

function remembered() {
  try {
    const found = Number(localStorage.getItem(KEY));
    return found >= 1 && found <= SIZES ? Math.round(found) : STANDARD;
  } catch {
    return STANDARD;
  }
}
