// The learner's own hold on the record: start fresh, take it along as a file, bring it back.

import { download } from "./handover.js";
import { panel } from "./panels.js";

const JUST_CLEARED = "lactern:1:cleared";

/** @param {import("./notebook.js").Notebook} notebook @param {import("./pieces.js").Say} say @param {(key: string) => void} tell */
export function wireKeeping(notebook, say, tell) {
  const said = document.querySelector("[data-keeping]");
  const speak = (/** @type {string} */ key) => {
    if (said) said.textContent = say(key);
  };

  document.querySelector("[data-fresh]")?.addEventListener("click", () => {
    notebook.startFresh();
    remember();
    panel("fresh")?.close();
    location.replace(new URL("index.html", location.href));
  });
  if (wasCleared()) tell("progress.fresh-done");

  document.querySelector("[data-save]")?.addEventListener("click", () => {
    notebook.write();
    download(notebook.asFile(), `${notebook.course.course}-progress.json`, "application/json");
  });

  const load = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-load]"));
  load?.addEventListener("change", async () => {
    const file = load.files?.[0];
    load.value = "";
    if (!file) return;
    if (!notebook.fromFile(await file.text())) return speak("progress.not-loaded");
    speak("progress.loaded");
    notebook.changed(false);
  });
}

function remember() {
  try {
    sessionStorage.setItem(JUST_CLEARED, "1");
  } catch {
    // Then the next page just does not say so.
  }
}

function wasCleared() {
  try {
    const cleared = sessionStorage.getItem(JUST_CLEARED) === "1";
    sessionStorage.removeItem(JUST_CLEARED);
    return cleared;
  } catch {
    return false;
  }
}
