// Builds the one script and one style sheet of every report, packs the base map, and records what
// they were made from, so that a test without node can tell whether the bundle is fresh.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../src/twosource/publishing/static");
const sha256 = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
mkdirSync(out, { recursive: true });

await build({
  absWorkingDir: here,
  entryPoints: { report: "src/main.ts" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2020", "chrome111", "firefox113", "safari16.2"],
  charset: "utf8",
  legalComments: "none",
});
await build({
  absWorkingDir: here,
  entryPoints: { report: "src/report.css" },
  outdir: out,
  bundle: true,
  minify: true,
  target: ["chrome111", "firefox113", "safari16.2"],
  charset: "utf8",
  legalComments: "none",
  loader: { ".woff2": "dataurl" },
});

const packages = join(here, "node_modules");
writeFileSync(
  join(out, "countries-50m.json.gz"),
  gzipSync(readFileSync(join(packages, "world-atlas/countries-50m.json")), { level: 9 }),
);
copyFileSync(join(packages, "world-atlas/LICENSE"), join(out, "LICENSE.world-atlas.txt"));
for (const font of ["inter", "source-serif-4"]) {
  copyFileSync(join(packages, `@fontsource-variable/${font}/LICENSE`), join(out, `LICENSE.${font}.txt`));
}

const sources = ["build.mjs", "package.json", "package-lock.json"];
for (const name of readdirSync(join(here, "src")).sort()) sources.push(`src/${name}`);
const built = ["report.js", "report.css", "countries-50m.json.gz"];
const record = {
  sources: Object.fromEntries(sources.map((name) => [name, sha256(join(here, name))])),
  built: Object.fromEntries(built.map((name) => [name, sha256(join(out, name))])),
};
writeFileSync(join(out, "bundle.json"), JSON.stringify(record, null, 1) + "\n");
