// Builds the page into `dist/`: one script, one style sheet, the module of the library, a catalogue, and a worker that knows all of them.
//
//   node build.mjs                        with the demonstration
//   node build.mjs --catalogue FILE       with a canonical catalogue, as `boussole convert` writes it

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const common = { bundle: true, minify: true, target: ["es2022", "safari15.4"], legalComments: "none", logLevel: "warning" };

const sum = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 12);

/** Writes a file whose name holds its sum, and returns the name. */
async function hashed(name, bytes) {
  const [, stem, ending] = /^(.*)(\.[^.]*)$/.exec(name);
  const written = `${stem}-${sum(bytes)}${ending}`;
  await writeFile(join(dist, written), bytes);
  return written;
}

/** What esbuild makes of a file. */
async function bundled(entry, options) {
  const { outputFiles } = await build({ ...common, ...options, entryPoints: [join(here, entry)], write: false });
  return outputFiles[0].contents;
}

/** Builds the npm package where that was never done. */
function preparePackage() {
  const folder = join(here, "../bindings/web");
  if (!existsSync(join(folder, "dist/index.js"))) {
    console.log("building the module in bindings/web, which takes some minutes, once");
    execFileSync("npm", ["ci", "--silent"], { cwd: folder, stdio: "inherit" });
    execFileSync("./build.sh", { cwd: folder, stdio: "inherit" });
  }
}

/** A file of the npm package. The module without the demonstration is enough: a catalogue is data, fetched and replaced on its own. */
const ofPackage = (name) => readFile(fileURLToPath(import.meta.resolve(`boussole-metiers/${name}`)));

/** The catalogue that the host may replace later: that of the options, or the demonstration. */
async function catalogue(file) {
  if (file !== undefined) {
    return readFile(file);
  }
  const { Catalogue, load } = await import("boussole-metiers");
  await load();
  return Catalogue.demo().canonical();
}

async function main() {
  const { values } = parseArgs({ options: { catalogue: { type: "string" } } });
  preparePackage();
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await writeFile(join(dist, "catalogue.json"), await catalogue(values.catalogue));
  const module = await hashed("slim.wasm", await ofPackage("slim.wasm"));
  const questions = await hashed("questions.json", await ofPackage("questions.json"));
  const define = { MODULE: JSON.stringify(module), QUESTIONS: JSON.stringify(questions) };
  const script = await hashed("main.js", await bundled("src/main.ts", { format: "esm", define }));
  const style = await hashed("style.css", await bundled("style/main.css", {}));
  const page = (await readFile(join(here, "index.html"), "utf8")).replace('"main.js"', `"${script}"`).replace('"style.css"', `"${style}"`);
  await writeFile(join(dist, "index.html"), page);
  for (const name of await readdir(join(here, "icons"))) {
    await cp(join(here, "icons", name), join(dist, name));
  }
  await cp(join(here, "manifest.webmanifest"), join(dist, "manifest.webmanifest"));
  const files = (await readdir(dist)).sort();
  const version = sum(Buffer.concat(await Promise.all(files.map((name) => readFile(join(dist, name))))));
  const listed = files.map((name) => (name === "index.html" ? "./" : name));
  await writeFile(join(dist, "sw.js"), await bundled("sw.ts", { format: "iife", define: { FILES: JSON.stringify(listed), VERSION: JSON.stringify(version) } }));
}

await main();
