// Runs in the head, behind the sheets and before anything is painted: no page flashes in colours or letters that its reader
// put aside, none is laid out in one font to be shown in another, and nothing on one moves while it comes up.

import { apply, remembered } from "./settings.js";

const LONGEST = 600;
// Pages that a script completes at their top (progress, the map of a test) wait for it, though not for ever.
const WAITING = ["home", "quiz", "certificate"];
const LONGEST_WAITING = 2500;
const root = document.documentElement;

apply(remembered());

// Fonts that lie in the sheet itself (`font-display: block`) only have to be unpacked.
const fonts = [...document.fonts].filter((font) => font.display === "block");
if (fonts.length) {
  let unpacked = Boolean(root.dataset.face);
  const done = () => {
    unpacked = true;
  };
  const show = () => root.classList.remove("is-unpacking");
  const waits = () => WAITING.includes(document.body?.dataset.kind ?? "") && !root.classList.contains("is-live");
  const look = () => {
    if (unpacked && document.getElementById("main") && !waits()) show();
    else requestAnimationFrame(look);
  };
  root.classList.add("is-unpacking");
  setTimeout(() => [done(), waits() || show()], LONGEST);
  setTimeout(show, LONGEST_WAITING);
  Promise.all(fonts.map((font) => font.load())).then(done, done);
  requestAnimationFrame(look);
}
