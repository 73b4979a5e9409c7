// The two small stages of the speaker's window. Slides are moved onto them, not drawn again: patterns and markers in a
// figure are found by their ids, and those must be there once.

import { dress, fit } from "./fit.js";
import { showSteps, stepsOf } from "./steps.js";

const WIDTH = 1280;

export class Stages {
  /** @param {HTMLElement} root @param {Element} deck the slides as the page had them */
  constructor(root, deck) {
    this.deck = deck;
    const all = [...deck.querySelectorAll(".slides > section")];
    this.slides = /** @type {HTMLElement[]} */ (all);
    this.steps = this.slides.map(stepsOf);
    this.now = stage(root, "now");
    this.next = stage(root, "next");
    const scaled = new ResizeObserver(() => this.scale());
    for (const one of [this.now, this.next]) scaled.observe(/** @type {HTMLElement} */ (one.closest("[data-stage]")));
    dress().then(() => this.fit());
  }

  scale() {
    for (const one of [this.now, this.next]) {
      const around = /** @type {HTMLElement} */ (one.closest("[data-stage]"));
      around.style.setProperty("--scale", String(around.clientWidth / WIDTH));
    }
  }

  fit() {
    for (const one of [this.now, this.next]) fit(one.firstElementChild);
  }

  /**
   * Puts a slide and what comes next on show: its next step, or the slide behind it, of which all is seen but the answers.
   * @param {number} at @param {number} step
   */
  show(at, step) {
    const [slide, steps, after] = [this.slides[at], this.steps[at], this.slides[at + 1]];
    put(this.now, slide);
    showSteps(steps, step, (one, shown) => this.turned(one, shown));
    if (step + 1 < steps.length) {
      const copy = /** @type {HTMLElement} */ (slide.cloneNode(true));
      for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
      showSteps(stepsOf(copy), step + 1);
      put(this.next, copy);
    } else if (after) {
      const steps = this.steps[at + 1];
      const answer = steps.findIndex((group) => group.some(isAnswer));
      showSteps(steps, (answer < 0 ? steps.length : answer) - 1, (one, shown) => this.turned(one, shown));
      put(this.next, after);
    } else this.next.replaceChildren();
    this.scale();
    this.fit();
  }

  /** A question opens its answer when Reveal.js tells it of its step. @param {Element} step @param {boolean} shown */
  turned(step, shown) {
    this.deck.dispatchEvent(Object.assign(new Event(shown ? "fragmentshown" : "fragmenthidden"), { fragment: step }));
  }
}

/** Whether a step shows the answer of a question. @param {Element} step */
export function isAnswer(step) {
  return step.matches(".q-reveal-step");
}

/** @param {HTMLElement} to @param {HTMLElement} slide */
function put(to, slide) {
  slide.classList.add("present");
  if (to.firstElementChild !== slide || to.childElementCount !== 1) to.replaceChildren(slide);
}

/** @param {HTMLElement} root @param {string} name @returns {HTMLElement} */
function stage(root, name) {
  return /** @type {HTMLElement} */ (root.querySelector(`[data-stage=${name}] .slides`));
}
