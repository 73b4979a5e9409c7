// How sure a learner was and how often they were right: a picture of three bars for the eye, a table of the same for the ear.

import { PAYS, verdict } from "./calibration.js";
import { make } from "./pieces.js";

const SVG = "http://www.w3.org/2000/svg";
const [WIDE, HIGH] = [100, 10];

/** @param {import("./calibration.js").Level[]} levels @param {import("./pieces.js").Say} say @returns {HTMLElement} */
export function calibrationPicture(levels, say) {
  const percent = (/** @type {import("./calibration.js").Level} */ { n, right }) => (n ? Math.floor((100 * right) / n + 1e-6) : 0);
  const told = (/** @type {import("./calibration.js").Level} */ level) =>
    level.n ? say("calibration_right", { right: level.right, n: level.n, percent: percent(level) }) : say("calibration_none");
  const rows = levels.map((level) =>
    make("div", "quiz-sure", [
      make("span", "", [say(`certainty_${level.level}`)]),
      make("span", "quiz-figure", [told(level)]),
      bar(PAYS[level.level], level.n ? level.right / level.n : null),
    ]));
  const head = make("tr", "", ["certainty_level", "share_right"].map((word) => make("th", "", [say(word)], { scope: "col" })));
  const lines = levels.map((level) => make("tr", "", [make("th", "", [say(`certainty_${level.level}`)], { scope: "row" }), make("td", "", [told(level)])]));
  const table = make("table", "", [make("caption", "", [say("calibration")]), make("thead", "", [head]), make("tbody", "", lines)]);
  return make("figure", "quiz-calibration", [
    make("figcaption", "q-kicker", [say("calibration")]),
    make("div", "quiz-sures", rows, { "aria-hidden": "true" }),
    make("div", "q-unseen", [table]),
    make("p", "quiz-verdict", [say(`calibration_${verdict(levels)}`)]),
    make("p", "quiz-why", [say("calibration_pays")]),
  ]);
}

/** One bar: the share that was right, before the range at which this certainty pays best. */
function bar(/** @type {[number, number]} */ [from, to], /** @type {number | null} */ share) {
  const svg = document.createElementNS(SVG, "svg");
  const set = (/** @type {Element} */ el, /** @type {Record<string, string | number>} */ values) => {
    for (const [name, value] of Object.entries(values)) el.setAttribute(name, String(value));
    return el;
  };
  set(svg, { viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "none", class: "quiz-sure-bar", focusable: "false" });
  const rect = (/** @type {string} */ name, /** @type {number} */ x, /** @type {number} */ width, /** @type {number} */ inset) =>
    svg.append(set(document.createElementNS(SVG, "rect"), { class: name, x, y: inset, width, height: HIGH - 2 * inset }));
  rect("quiz-sure-track", 0, WIDE, 0);
  rect("quiz-sure-pays", WIDE * from, WIDE * (to - from), 0);
  if (share !== null) rect("quiz-sure-right", 0, Math.max(WIDE * share, 0.8), 2.5);
  return svg;
}
