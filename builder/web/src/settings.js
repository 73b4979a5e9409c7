// How a reader wants pages to look: one choice for all courses and all pages in this browser, kept apart from progress.

const KEY = "lactern:1:settings";

/** What can be chosen; the first of each is the standard. */
export const CHOICES = {
  scheme: ["system", "light", "dark", "contrast", "contrast-dark"],
  size: ["1", "2", "3", "4"],
  face: ["text", "sans", "serif"],
  line: ["1", "2", "3"],
  letters: ["1", "2", "3"],
  motion: ["system", "less"],
};

/** @typedef {keyof typeof CHOICES} Choice */
/** @typedef {Record<Choice, string>} Settings */

const names = /** @type {Choice[]} */ (Object.keys(CHOICES));

/** What was kept, with the standard in place of all that is no choice. @param {any} found @returns {Settings} */
export function sound(found) {
  const pick = (/** @type {Choice} */ name) => (CHOICES[name].includes(found?.[name]) ? found[name] : CHOICES[name][0]);
  return /** @type {Settings} */ (Object.fromEntries(names.map((name) => [name, pick(name)])));
}

/** @type {Storage | null} where the pages of a course have a store together, but each one of its own as well */
let common = null;

/** Take the choice from a store that pages share; their own keeps a copy, which they have before they are painted. @param {Storage} store */
export function shareSettings(store) {
  common = store;
  choose(remembered());
}

/** @returns {Settings} */
export function remembered() {
  try {
    return sound(JSON.parse((common?.getItem(KEY) ?? localStorage.getItem(KEY)) ?? "null"));
  } catch {
    return sound(null);
  }
}

/** Keep a choice, or all, and show it. @param {Partial<Settings>} change @returns {Settings} as they are now */
export function choose(change) {
  const settings = sound({ ...current(), ...change });
  apply(settings);
  try {
    common?.setItem(KEY, JSON.stringify(settings));
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A page opened in private may not keep anything: the choice then lasts as long as the page.
  }
  return settings;
}

/** What is on show: `data-` attributes of the root element, which the style sheets go by; the standard has none. */
export function current() {
  return sound(document.documentElement.dataset);
}

/** @param {Settings} settings */
export function apply(settings) {
  const root = document.documentElement;
  for (const name of names) {
    if (settings[name] === CHOICES[name][0]) delete root.dataset[name];
    else root.dataset[name] = settings[name];
  }
}

/** Follow what another tab chooses. @param {() => void} show */
export function followSettings(show) {
  addEventListener("storage", (event) => {
    if (event.key !== KEY && event.key !== null) return;
    apply(remembered());
    show();
  });
}
