// The script of every page of a self-paced module. The page is whole without it; this adds memory, feedback and finding.

import { wireCertificate } from "./certificate.js";
import { wireSearch } from "./findpanel.js";
import { wireKeeping } from "./keeping.js";
import { showProgress } from "./marks.js";
import { Notebook } from "./notebook.js";
import { wirePanels } from "./panels.js";
import { speaker } from "./pieces.js";
import { wireQuizzes } from "./quizpage.js";
import { followReading } from "./reader.js";
import { wireSettings } from "./settings.js";
import { wireWide } from "./wide.js";

wireSettings();
begin();

function begin() {
  const read = (/** @type {string} */ id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");
  /** @type {import("./progress.js").Course | null} */
  const course = read("lactern-course");
  if (!course) return;
  const words = read("lactern-words");
  const say = speaker(words.module);
  const notice = /** @type {HTMLElement} */ (document.querySelector("[data-notice]"));
  const tell = (/** @type {string} */ key) => {
    notice.hidden = false;
    notice.textContent = say(key);
  };

  const notebook = new Notebook(course, {
    store: () => window.localStorage,
    trouble: (what) => tell(what === "full" ? "progress.full" : "progress.not-kept"),
    changed(fresh) {
      if (fresh) return location.reload();
      quizzes.restore();
      show();
    },
  });
  document.documentElement.classList.add("is-live");
  const certificate = wireCertificate(course, () => notebook.progress, say);
  const quizzes = wireQuizzes(notebook, words, say, () => show());
  const show = () => {
    showProgress(course, notebook.progress, say);
    quizzes.show();
    certificate();
  };
  wirePanels({ search: wireSearch(course.search, say) });
  wireWide(say);
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
