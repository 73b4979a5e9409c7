// Which fonts travel with the pages, and how much of them. For another script: its @fontsource package in package.json and
// a line in `faces`. All are under the OFL.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import subset from "subset-font";

const FOUR = ["400-normal", "400-italic", "700-normal", "700-italic"];
const TWO = ["400-normal", "700-normal"];

// Taken as they are: one file per script, so that a browser fetches only the scripts it meets.
const faces = [
  { family: "Atkinson Hyperlegible Next", short: "text", package: "@fontsource/atkinson-hyperlegible-next", subsets: ["latin", "latin-ext"], cuts: FOUR },
  { family: "Newsreader", short: "display", package: "@fontsource/newsreader", subsets: ["latin", "latin-ext"], cuts: ["500-normal"] },
  { family: "Noto Sans", short: "sans", package: "@fontsource/noto-sans", subsets: ["cyrillic", "greek", "vietnamese"], cuts: TWO },
  { family: "Noto Sans Arabic", short: "sans", package: "@fontsource/noto-sans-arabic", subsets: ["arabic"], cuts: TWO },
  { family: "Noto Sans Hebrew", short: "sans", package: "@fontsource/noto-sans-hebrew", subsets: ["hebrew"], cuts: TWO },
];

// What the text font lacks: arrows, comparisons, boxes, ticks, the micro sign. Cut to what slides and forms use, because
// the whole fonts weigh 650 KB; the licence allows it, as none of them reserves its name.
const SYMBOLS = "Lactern Symbols";
const symbols = [
  { subset: "letters", package: "@fontsource/noto-sans", file: "noto-sans-latin-400-normal", range: "00B5 2032-2033" },
  {
    subset: "math",
    package: "@fontsource/noto-sans-math",
    file: "noto-sans-math-latin-400-normal",
    range:
      "2010 2190-2199 21A9-21AA 21B3 21C4-21C6 21CC 21D0-21D5 2200 2203 2205 2208-2209 2211 2213 2218-221A 221E " +
      "2227-222A 2234-2235 2248 2260-2261 2264-2265 226A-226B 2640 2642 27F5-27F7",
  },
  {
    subset: "signs",
    package: "@fontsource/noto-sans-symbols-2",
    file: "noto-sans-symbols-2-symbols-400-normal",
    range:
      "23F0-23F3 25A0-25A3 25AA-25AB 25B2-25C3 25C6-25C7 25CA-25D3 25E6 25EF 2600 2605-2606 260E-260F 2610-2612 261B " +
      "261E 263E 26A0 2702 2706 2709 270E-270F 2713-2718 2794 279C 27A1 2B1C",
  },
];

// Lines shown as they are written, on paper: a machine's own font for them would differ from place to place.
const CODE = { family: "Atkinson Hyperlegible Mono", package: "@fontsource/atkinson-hyperlegible-mono", file: "atkinson-hyperlegible-mono-latin-400-normal" };

const spans = (range) => range.split(" ").map((span) => span.split("-").map((code) => parseInt(code, 16)));
const asCss = (range) => range.split(" ").map((span) => `U+${span}`).join(",");

/** The characters of a range, and the spaces: a run of signs must not look elsewhere for the space between them. */
function characters(range) {
  const codes = spans(range).flatMap(([first, last = first]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
  return String.fromCodePoint(0x20, 0xa0, ...codes);
}

/**
 * Every font file: what an @font-face rule needs to know of it, and its bytes.
 *
 * A browser takes all files of a family under one name and chooses by `unicode_range`. WeasyPrint may not be given two files
 * under one name and weight: it then draws letters of the wrong file. For print there is `print_family`, one name per file.
 */
export async function fontFiles(modules) {
  const made = [];
  const add = (face) => made.push({ ...face, print_family: `${face.family} ${face.subset}` });
  for (const { family, short, package: from, subsets, cuts } of faces) {
    const name = from.split("/")[1];
    const ranges = JSON.parse(await readFile(join(modules, from, "unicode.json"), "utf8"));
    for (const script of subsets) {
      for (const cut of cuts) {
        const [weight, style] = cut.split("-");
        const bytes = await readFile(join(modules, from, "files", `${name}-${script}-${cut}.woff2`));
        const file = `fonts/${short}-${script}-${weight}${style === "italic" ? "i" : ""}.woff2`;
        add({ family, weight: Number(weight), style, subset: script, unicode_range: ranges[script], file, bytes, package: from });
      }
    }
  }
  {
    const { family, package: from, file: source } = CODE;
    const ranges = JSON.parse(await readFile(join(modules, from, "unicode.json"), "utf8"));
    const bytes = await readFile(join(modules, from, "files", `${source}.woff2`));
    add({ family, weight: 400, style: "normal", subset: "code", unicode_range: ranges.latin, file: "fonts/mono-code-400.woff2", bytes, package: from });
  }
  for (const { subset: part, package: from, file: source, range } of symbols) {
    const whole = await readFile(join(modules, from, "files", `${source}.woff2`));
    const bytes = await subset(whole, characters(range), { targetFormat: "woff2" });
    const file = `fonts/symbols-${part}.woff2`;
    add({ family: SYMBOLS, weight: 400, style: "normal", subset: part, unicode_range: asCss(range), file, bytes, package: from });
  }
  return made;
}
