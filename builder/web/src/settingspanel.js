// The settings panel: a row of choices for each setting, made when it is first opened.

import { make } from "./pieces.js";
import { CHOICES, choose, current, followSettings, sound } from "./settings.js";

/** @typedef {import("./settings.js").Choice} Choice */

/** @param {import("./pieces.js").Say} say @returns {() => void} what to do when the panel opens */
export function wireSettings(say) {
  const place = document.querySelector("[data-choices]");
  /** @type {HTMLInputElement[]} */
  let inputs = [];
  const show = () => {
    const settings = current();
    for (const input of inputs) input.checked = settings[/** @type {Choice} */ (input.name)] === input.value;
  };
  const choice = (/** @type {string} */ name, /** @type {string} */ value) => {
    const input = /** @type {HTMLInputElement} */ (make("input", "", [], { type: "radio", name, value }));
    input.addEventListener("change", () => choose({ [name]: value }));
    inputs.push(input);
    return make("label", `choice choice-${name}-${value}`, [input, make("span", "", [say(`settings.${name}-${value}`)])]);
  };
  document.querySelector("[data-standard]")?.addEventListener("click", () => {
    choose(sound(null));
    show();
  });
  followSettings(show);
  return () => {
    if (!inputs.length) {
      place?.append(...Object.entries(CHOICES).map(([name, values]) => make("fieldset", "choices", [
        make("legend", "", [say(`settings.${name}`)]),
        ...values.map((value) => choice(name, value)),
      ])));
    }
    show();
  };
}
