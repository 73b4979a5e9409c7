// Colours and text size, remembered for all courses in this browser.

const KEY = "lactern:1:settings";
const CHOICES = { scheme: ["system", "light", "dark"], size: ["1", "2", "3", "4"] };

/** @typedef {{ scheme: string, size: string }} Settings */

/** @param {any} found @returns {Settings} */
export function sound(found) {
  const pick = (/** @type {"scheme" | "size"} */ name) => (CHOICES[name].includes(found?.[name]) ? found[name] : CHOICES[name][0]);
  return { scheme: pick("scheme"), size: pick("size") };
}

/** @returns {Settings} */
function remembered() {
  try {
    return sound(JSON.parse(localStorage.getItem(KEY) ?? "null"));
  } catch {
    return sound(null);
  }
}

function apply(/** @type {Settings} */ settings) {
  const root = document.documentElement;
  if (settings.scheme === "system") root.removeAttribute("data-scheme");
  else root.setAttribute("data-scheme", settings.scheme);
  root.setAttribute("data-size", settings.size);
}

/** Apply what is remembered and let the settings panel change it. */
export function wireSettings() {
  let settings = remembered();
  apply(settings);
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("#panel-settings input[type=radio]"));
  const show = () => {
    for (const input of inputs) input.checked = settings[/** @type {"scheme" | "size"} */ (input.name)] === input.value;
  };
  show();
  for (const input of inputs) {
    input.addEventListener("change", () => {
      settings = sound({ ...settings, [input.name]: input.value });
      apply(settings);
      try {
        localStorage.setItem(KEY, JSON.stringify(settings));
      } catch {
        // Not remembered then; it holds for this page.
      }
    });
  }
  addEventListener("storage", (event) => {
    if (event.key !== KEY) return;
    settings = remembered();
    apply(settings);
    show();
  });
}
