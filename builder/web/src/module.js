// The script of every page of a self-paced module. The page is whole without it; this adds memory, feedback and finding.

import { followArrows } from "./arrows.js";
import { wireCertificate } from "./certificate.js";
import { apart, farShelf } from "./farshelf.js";
import { wireSearch } from "./findpanel.js";
import { saveFile, wireKeeping } from "./keeping.js";
import { showProgress } from "./marks.js";
import { wireMeanings } from "./meaning.js";
import { Notebook } from "./notebook.js";
import { wireOffline } from "./offline.js";
import { wirePanels } from "./panels.js";
import { button, speaker } from "./pieces.js";
import { wireQuizzes } from "./quizpage.js";
import { followReading } from "./reader.js";
import { Safe } from "./safe.js";
import { shareSettings } from "./settings.js";
import { wireSettings } from "./settingspanel.js";
import { told } from "./told.js";
import { wireWide } from "./wide.js";

/** @typedef {import("./progress.js").Course} Course */

const here = { store: () => window.localStorage, safe: new Safe(() => window.indexedDB), passing: () => window.sessionStorage };
/** @type {Course | null} */
const known = told("course");
if (known && known.keeper && apart()) together(known);
else if (known) begin(known);

/** Wait until the pages of a course have one store where each has its own. @param {Course} course */
async function together(course) {
  const far = await farShelf(course.keeper);
  if (!far || far.forbidden) return begin(course, here, "apart");
  shareSettings(far.store);
  begin(course, { store: () => far.store, safe: far.safe, passing: () => far.passing });
}

/**
 * @param {Course} course
 * @param {{ store: () => Storage, safe: import("./notebook.js").Shelf, passing: import("./keeping.js").Passing }} places for progress, and for a word to the next page
 * @param {"apart" | ""} [trouble] what is to be told at once
 */
function begin(course, { store, safe, passing } = here, trouble = "") {
  const words = told("words");
  const say = speaker(words.module);
  const notice = /** @type {HTMLElement} */ (document.querySelector("[data-notice]"));
  const tell = (/** @type {string} */ key, /** @type {(Node | string)[]} */ ...ways) => {
    notice.hidden = false;
    notice.replaceChildren(say(key), ...ways);
  };

  const save = () => button(say("progress.save"), "q-quiet", () => saveFile(notebook));
  const notebook = new Notebook(course, {
    store,
    safe,
    trouble(what) {
      tell(`progress.${what}`, ...(what === "unreadable" ? [] : [" ", save()]));
    },
    kept(how) {
      document.documentElement.dataset.kept = how;
    },
    changed(fresh) {
      if (fresh) return location.reload();
      quizzes.restore();
      show();
    },
  });
  document.documentElement.classList.add("is-live");
  const certificate = wireCertificate(notebook, say);
  const quizzes = wireQuizzes(notebook, words, say, () => show());
  const show = () => {
    showProgress(course, notebook.progress, say);
    quizzes.show();
    certificate();
  };
  wirePanels({ search: wireSearch(course.search, say), settings: wireSettings(say) });
  wireOffline(course.worker, say);
  wireWide(say);
  followArrows();
  wireMeanings(told("terms") ?? {}, say);
  wireKeeping(notebook, say, tell, passing);
  if (trouble) tell(`progress.${trouble}`, " ", save());
  followReading(notebook, document.body.dataset.page ?? "", show);
  show();

  addEventListener("storage", (event) => {
    if (event.key === notebook.key || event.key === null) notebook.takeOver();
  });
  addEventListener("pagehide", () => notebook.leave());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") notebook.write();
  });
  // A page brought back by the Back button still shows what it knew when it was left.
  addEventListener("pageshow", (event) => {
    if (event.persisted) notebook.comeBack();
  });
}
