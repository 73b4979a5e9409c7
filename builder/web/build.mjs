// Makes dist/: the scripts, style sheets and fonts that pages are sent out with.
//
//   node build.mjs [--out FOLDER] [--draft]
//
// What travels to learners is classic script (a page opened by double-click may not load modules), one file per kind of
// page, and only as much of each third-party package as is used. Same input, same bytes: no clock, no paths, sorted walks.
// --draft leaves out entries that are not written yet, and then leaves no record, so that a package build makes it anew.

import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { build } from "esbuild";

import { fontFiles } from "./fonts.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const scripts = ["live", "early", "deck", "slidequiz", "speaker", "module", "keeper", "onefile", "home", "service-worker", "visual"];
const sheets = {
  deck: ["reveal.js/reset.css", "reveal.js/reveal.css", "./css/deck.css"],
  slidequiz: ["./css/slidequiz.css"],
  speaker: ["./css/speaker.css"],
  module: ["./css/module.css"],
  home: ["./css/home.css"],
  live: ["./css/live.css"],
};

const { values: asked } = parseArgs({
  options: { out: { type: "string", default: join(here, "dist") }, draft: { type: "boolean", default: false } },
});
const out = resolve(asked.out);
const making = `${out}.making-${process.pid}`;
const missing = [];

/** The files below a folder of ours, as sorted paths relative to this one. */
async function walk(folder) {
  const found = await readdir(join(here, folder), { withFileTypes: true, recursive: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(here.length + 1).replaceAll("\\", "/"))
    .sort();
}

/** True when the file is there; otherwise notes it as missing. */
async function present(path) {
  const known = (await walk(dirname(path))).includes(path);
  if (!known) missing.push(path);
  return known;
}

/** The package a bundled file came from: "node_modules/reveal.js/dist/x" gives "reveal.js". */
function packageOf(path) {
  const inside = path.split("node_modules/").pop();
  if (inside === path) return undefined;
  const parts = inside.split("/");
  return inside.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
}

async function packageFacts(name) {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const own = (await readFile(join(folder, "LICENSE"), "utf8")).replaceAll("\r\n", "\n").trim();
  return { name, version, license, notice: own };
}

/** One bundle, minified, with the notices that third-party code in it asks for on top. */
async function bundle(contents, loader, file, used) {
  const result = await build({
    stdin: { contents, loader, resolveDir: here, sourcefile: `${basename(file)}.entry` },
    absWorkingDir: here,
    bundle: true,
    minify: true,
    format: "iife",
    // Sheets too: what Safari knows under a name of its own is said in both ways.
    target: ["es2020", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    sourcemap: false,
    metafile: true,
    write: false,
    logLevel: "warning",
    define: { "process.env.NODE_ENV": '"production"' },
    // A picture in a sheet is inlined, so that a sheet never points outside itself.
    loader: { ".svg": "dataurl", ".woff2": "empty" },
    outfile: file,
  });
  const guests = [...new Set(Object.keys(result.metafile.inputs).map(packageOf).filter(Boolean))].sort();
  let notices = "";
  for (const name of guests) {
    used.add(name);
    const { version, license, notice } = await packageFacts(name);
    const owner = notice.split("\n").find((line) => /^copyright/i.test(line.trim())) ?? "";
    notices += `/*! Contains ${name} ${version} (${license}). ${owner.trim()}. See LICENSES.txt */\n`;
  }
  await writeFile(join(making, file), notices + result.outputFiles[0].text);
}

/** What dist was made from, so that a package build can tell whether it is up to date (hatch_build.py reads it). */
async function madeFrom() {
  const mine = ["build.mjs", "fonts.mjs", "package-lock.json", "package.json"];
  const ours = [...(await walk("src")), ...(await walk("css"))].filter((path) => !path.endsWith(".test.js"));
  const record = {};
  for (const path of [...mine, ...ours].sort()) {
    record[path] = createHash("sha256").update(await readFile(join(here, path))).digest("hex");
  }
  return record;
}

const json = (value) => JSON.stringify(value, null, 1) + "\n";

process.on("exit", () => rmSync(making, { recursive: true, force: true }));
await mkdir(join(making, "fonts"), { recursive: true });
const used = new Set();

for (const name of scripts) {
  if (await present(`src/${name}.js`)) await bundle(`import "./src/${name}.js";`, "js", `${name}.js`, used);
}
for (const [name, parts] of Object.entries(sheets)) {
  const entry = parts.map((part) => `@import "${part}";`).join("\n");
  if (await present(`css/${name}.css`)) await bundle(entry, "css", `${name}.css`, used);
}

// Judges built pages for `lactern check --visual`. No page carries it, so its licences lie beside it and not among those that do.
const judge = join(here, "node_modules/axe-core");
await cp(join(judge, "axe.min.js"), join(making, "axe.min.js"));
const terms = await Promise.all(["LICENSE", "LICENSE-3RD-PARTY.txt"].map((name) => readFile(join(judge, name), "utf8")));
await writeFile(join(making, "axe.LICENSES.txt"), terms.map((text) => text.replaceAll("\r\n", "\n").trim()).join("\n\n\n") + "\n");

const fonts = await fontFiles(join(here, "node_modules"));
for (const { bytes, package: from, ...face } of fonts) {
  used.add(from);
  await writeFile(join(making, face.file), bytes);
}
await writeFile(
  join(making, "fonts.json"),
  json(fonts.map(({ package: _, bytes, ...face }) => ({ ...face, bytes: bytes.length }))),
);

const facts = await Promise.all([...used].sort().map(packageFacts));
await writeFile(join(making, "versions.json"), json(Object.fromEntries(facts.map((f) => [f.name, f.version]))));
await writeFile(
  join(making, "LICENSES.txt"),
  "Pages made by lactern carry parts of these packages, under these licences.\n" +
    facts.map((f) => `\n\n${"=".repeat(78)}\n${f.name} ${f.version} (${f.license})\n${"=".repeat(78)}\n\n${f.notice}\n`).join(""),
);

if (missing.length && !asked.draft) {
  console.error(`build.mjs: missing: ${missing.join(", ")}`);
  process.exit(1);
}
if (missing.length) console.warn(`build.mjs: draft without ${missing.join(", ")}`);
else await writeFile(join(making, "made-from.json"), json(await madeFrom()));

await rm(out, { recursive: true, force: true });
await rename(making, out).catch(() => cp(making, out, { recursive: true }));
