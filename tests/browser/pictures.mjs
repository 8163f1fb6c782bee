// node tests/browser/pictures.mjs CANDOUR: takes the pictures of README.md and docs/ anew, with that binary.
// The sample site gives those of pages, the examples marked picture=NAME in docs/ those of components.
import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const candour = resolve(process.argv[2] ?? "target/release/candour");
const out = join(root, "docs/pictures");
const work = await mkdtemp(join(tmpdir(), "pictures-"));
await mkdir(out, { recursive: true });
const browser = await launch();

async function picture(site, address, { name, width, height, scale = 1, part }) {
  const server = await serve(site, "/");
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${server.origin}/${address}`, { waitUntil: "load" });
  const path = join(out, `${name}.png`);
  await page.screenshot({ path, clip: part && (await around(page.locator(part).first())) });
  await context.close();
  await server.close();
  console.log(path);
}

/** The place of an element with a margin, as wide as the text. */
async function around(element, margin = 16) {
  const { x, y, width, height } = await element.boundingBox();
  return { x: x - margin, y: y - margin, width: Math.min(width, 608) + 2 * margin, height: height + 2 * margin };
}

function build(site, to) {
  execFileSync(candour, ["build", site, "--out", to], { stdio: ["ignore", "ignore", "ignore"] });
}

const sample = join(work, "sample");
build(root, sample);
const account = "local-account/2019-20/";
await picture(sample, account, { name: "document-1280", width: 1280, height: 860 });
await picture(sample, `${account}carers/`, { name: "chapter-320", width: 320, height: 900, scale: 1.5 });

const guides = await Promise.all(["components", "tables"].map((name) => readFile(join(root, `docs/${name}.md`), "utf8")));
const text = guides.join("\n");
for (const [, file, name, example] of text.matchAll(/^````markdown candour file=(\S+) picture=(\S+)\n(.*?)^````$/gms)) {
  const site = join(work, name);
  await cp(join(root, "src/cli/starter"), site, { recursive: true });
  await writeFile(join(site, file), example);
  build(site, join(site, "public"));
  const address = file.replace(/^content\//, "").replace(/\/\d+-(?=[^/]*$)/, "/").replace(/\.md$/, "/");
  await picture(join(site, "public"), address, { name, width: 720, height: 1200, part: ".prose" });
}

await browser.close();
await rm(work, { recursive: true });
