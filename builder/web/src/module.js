// The script of every page of a self-paced module. The page is whole without it; this adds memory, feedback and finding.

import { wireCertificate } from "./certificate.js";
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
import { wireSettings } from "./settingspanel.js";
import { told } from "./told.js";
import { wireWide } from "./wide.js";

begin();

function begin() {
  /** @type {import("./progress.js").Course | null} */
  const course = told("course");
  if (!course) return;
  const words = told("words");
  const say = speaker(words.module);
  const notice = /** @type {HTMLElement} */ (document.querySelector("[data-notice]"));
  const tell = (/** @type {string} */ key, /** @type {(Node | string)[]} */ ...ways) => {
    notice.hidden = false;
    notice.replaceChildren(say(key), ...ways);
  };

  const notebook = new Notebook(course, {
    store: () => window.localStorage,
    safe: new Safe(() => window.indexedDB),
    trouble(what) {
      const save = () => button(say("progress.save"), "q-quiet", () => saveFile(notebook));
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
  wireMeanings(told("terms") ?? {}, say);
  wireKeeping(notebook, say, tell);
  followReading(notebook, document.body.dataset.page ?? "", show);
  show();

  addEventListener("storage", (event) => {
    if (event.key === notebook.key || event.key === null) notebook.takeOver();
  });
  addEventListener("pagehide", () => notebook.write());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") notebook.write();
  });
  // A page brought back by the Back button still shows what it knew when it was left.
  addEventListener("pageshow", (event) => {
    if (event.persisted) notebook.takeOver();
  });
}
