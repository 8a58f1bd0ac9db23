// Builds the scripts, styles, fonts and outlines of the pages into src/migkg/web/static, with the licences of all
// packages whose code or data is in them. Same input, same bytes: nothing here knows the time.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "src", "migkg", "web", "static");
const modules = join(here, "node_modules");

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "fonts"), { recursive: true });

const result = await build({
  absWorkingDir: here,
  entryPoints: ["main", "map", "locator", "timeline", "network", "sparql", "style"].map((name) =>
    `src/${name}.${name === "style" ? "css" : "js"}`,
  ),
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  target: ["es2022", "chrome120", "firefox120", "safari17.5"],
  charset: "utf8",
  legalComments: "none",
  chunkNames: "part-[hash]",
  loader: { ".woff2": "file", ".svg": "dataurl" },
  assetNames: "fonts/[name]",
  metafile: true,
  logLevel: "warning",
});

await build({
  absWorkingDir: here,
  entryPoints: ["src/theme.js"],
  outdir: out,
  minify: true,
  format: "iife",
  target: "es2022",
});

copyFileSync(join(modules, "world-atlas", "countries-110m.json"), join(out, "world.json"));
copyFileSync(join(here, "src", "icon.svg"), join(out, "icon.svg"));

// Licences of what is inside, found from the files that esbuild put in.
const packages = new Set(["world-atlas"]);
for (const input of Object.keys(result.metafile.inputs)) {
  const match = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (match) packages.add(match[1]);
}
// Packages that are inside the built file of another: Yasgui comes as one file.
for (const name of [...packages]) for (const inner of inside(name)) packages.add(inner);

function inside(name) {
  if (!name.startsWith("@zazuko/")) return [];
  const found = [];
  const queue = [name];
  while (queue.length) {
    const manifest = join(modules, queue.pop(), "package.json");
    if (!existsSync(manifest)) continue;
    for (const next of Object.keys(JSON.parse(readFileSync(manifest, "utf8")).dependencies ?? {})) {
      if (found.includes(next) || next.startsWith("@types/")) continue;
      found.push(next);
      queue.push(next);
    }
  }
  return found.filter((one) => existsSync(join(modules, one)));
}

const parts = [
  "Third-party code, fonts and data in this folder, with their licences. Country outlines: Natural Earth, public domain.\n",
];
for (const name of [...packages].sort()) {
  const folder = join(modules, name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  parts.push(`${"=".repeat(80)}\n${name} ${version} (${license?.type ?? license ?? "see text"})\n`);
  if (file) parts.push(readFileSync(join(folder, file), "utf8").replace(/\r\n/g, "\n").trim() + "\n");
}
writeFileSync(join(out, "LICENSES.txt"), parts.join("\n"));

// What is built from what: a test compares these sums with the files, so that neither is changed alone.
const top = join(here, "..");
const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? files(join(folder, one.name)) : [join(folder, one.name)],
  );
const sums = [join(here, "src"), out]
  .flatMap(files)
  .map((file) => `${createHash("sha256").update(readFileSync(file)).digest("hex")}  ${relative(top, file)}`)
  .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
writeFileSync(join(here, "built.sha256"), sums.join("\n") + "\n");
