// The learner's own hold on the record: start fresh, take it along as a file, bring it back.

import { asFile, fromFile } from "./carry.js";
import { download } from "./handover.js";
import { button, make } from "./pieces.js";
import { panel } from "./panels.js";
import { isEmpty } from "./progress.js";

/** @typedef {import("./progress.js").Progress} Progress */
/** @typedef {import("./pieces.js").Say} Say */
/** @typedef {() => Pick<Storage, "getItem" | "setItem" | "removeItem">} Passing where a word is left for the next page of this window */

const SAY_NEXT = "lactern:1:say";

/**
 * @param {import("./notebook.js").Notebook} notebook @param {Say} say @param {(key: string) => void} tell
 * @param {Passing} [passing]
 */
export function wireKeeping(notebook, say, tell, passing = () => sessionStorage) {
  const said = document.querySelector("[data-keeping]");
  const speak = (/** @type {string} */ key, values = {}) => said?.replaceChildren(say(key, values));

  document.querySelector("[data-fresh]")?.addEventListener("click", async () => {
    sayNext(passing, "progress.fresh-done");
    await notebook.startFresh();
    panel("fresh")?.close();
    goHome();
  });
  const told = saidNext(passing);
  if (told) tell(told);

  document.querySelector("[data-save]")?.addEventListener("click", () => saveFile(notebook));

  const load = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-load]"));
  load?.addEventListener("change", async () => {
    const file = load.files?.[0];
    if (!file) return;
    const found = fromFile(notebook.course, await file.text());
    load.value = "";
    if ("refused" in found) return speak(`progress.file-${found.refused}`, { title: found.title ?? "" });
    if (isEmpty(notebook.progress)) return takeIn(found.progress, false);
    speak("progress.file-choice");
    const ways = make("span", "keeping-ways", [
      button(say("progress.file-both"), "q-quiet", () => takeIn(found.progress, false)),
      button(say("progress.file-instead"), "q-quiet", () => takeIn(found.progress, true)),
    ]);
    said?.append(ways);
    /** @type {HTMLElement} */ (ways.firstElementChild).focus();
  });

  async function takeIn(/** @type {Progress} */ progress, /** @type {boolean} */ instead) {
    await notebook.takeFile(progress, instead);
    if (instead && notebook.stored) {
      sayNext(passing, "progress.loaded");
      await notebook.write();
      return location.reload();
    }
    speak("progress.loaded");
    notebook.changed(false);
  }
}

/** Hand the record over as a file. @param {import("./notebook.js").Notebook} notebook */
export function saveFile(notebook) {
  notebook.write();
  download(asFile(notebook.course, notebook.progress), `${notebook.course.course}-progress.json`, "application/json");
}

function sayNext(/** @type {Passing} */ passing, /** @type {string} */ key) {
  try {
    passing().setItem(SAY_NEXT, key);
  } catch {
    // Then the next page just does not say so.
  }
}

function saidNext(/** @type {Passing} */ passing) {
  try {
    const key = passing().getItem(SAY_NEXT);
    passing().removeItem(SAY_NEXT);
    return ["progress.fresh-done", "progress.loaded"].find((known) => known === key);
  } catch {
    return undefined;
  }
}

/** The front page; in a module of one file that is an address inside. */
function goHome() {
  const home = new URL(document.querySelector(".bar-home")?.getAttribute("href") ?? "index.html", location.href);
  location.replace(home);
  if (home.hash && document.body.dataset.kind === "home") location.reload();
}
