// Runs in the head, behind the sheets and before anything is painted: no page flashes in colours or letters that its reader
// put aside, none is laid out in one font to be shown in another, and none is shown half a bar.

import { apply, remembered } from "./settings.js";

const LONGEST = 600;
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
  const look = () => {
    if (unpacked && document.getElementById("main")) show();
    else requestAnimationFrame(look);
  };
  root.classList.add("is-unpacking");
  setTimeout(() => [done(), show()], LONGEST);
  Promise.all(fonts.map((font) => font.load())).then(done, done);
  requestAnimationFrame(look);
}
