// Builds what every report carries and what the application serves, packs the base map, and records
// what they were made from, so that a test without node can tell whether the bundle is fresh.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const room = join(here, "../src/twosource");
const report = join(room, "publishing/static");
const app = join(room, "web/static");
const packages = join(here, "node_modules");
const sha256 = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
mkdirSync(report, { recursive: true });
mkdirSync(app, { recursive: true });

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  target: ["es2020", "chrome111", "firefox113", "safari16.2"],
};
const script = { ...common, format: "iife" };
const style = { ...common, target: common.target.slice(1) };

await build({ ...script, entryPoints: { report: "src/main.ts" }, outdir: report });
await build({
  ...style,
  entryPoints: { report: "src/report.css" },
  outdir: report,
  loader: { ".woff2": "dataurl" }, // one file that needs no other
});
await build({
  ...script,
  entryPoints: { app: "src/app/main.ts", early: "src/app/early.ts" },
  outdir: app,
});
await build({
  ...style,
  entryPoints: { app: "src/app/app.css" },
  outdir: app,
  loader: { ".woff2": "file" },
  assetNames: "[name]",
});
copyFileSync(join(packages, "htmx.org/dist/htmx.min.js"), join(app, "htmx.js"));
copyFileSync(join(packages, "htmx.org/LICENSE"), join(app, "LICENSE.htmx.txt"));
copyFileSync(join(here, "src/app/icon.svg"), join(app, "icon.svg"));

writeFileSync(
  join(report, "countries-50m.json.gz"),
  gzipSync(readFileSync(join(packages, "world-atlas/countries-50m.json")), { level: 9 }),
);
copyFileSync(join(packages, "world-atlas/LICENSE"), join(report, "LICENSE.world-atlas.txt"));
for (const font of ["inter", "source-serif-4"]) {
  for (const place of [report, app]) {
    copyFileSync(join(packages, `@fontsource-variable/${font}/LICENSE`), join(place, `LICENSE.${font}.txt`));
  }
}

const sources = ["build.mjs", "package.json", "package-lock.json"];
for (const entry of readdirSync(join(here, "src"), { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) sources.push(join(entry.parentPath, entry.name).slice(here.length + 1));
}
sources.sort();
const built = [
  ...["report.js", "report.css", "countries-50m.json.gz"].map((name) => join(report, name)),
  ...readdirSync(app).sort().filter((name) => !name.startsWith("LICENSE")).map((name) => join(app, name)),
];
const record = {
  sources: Object.fromEntries(sources.map((name) => [name, sha256(join(here, name))])),
  built: Object.fromEntries(built.map((path) => [path.slice(room.length + 1), sha256(path)])),
};
writeFileSync(join(report, "bundle.json"), JSON.stringify(record, null, 1) + "\n");
