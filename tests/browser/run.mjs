// node tests/browser/run.mjs SITE_DIR: checks a built site in a browser. With ALL=1 in the environment, pages that
// are made alike are all judged in full.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { checkSite } from "./check.mjs";
import { Report } from "./report.mjs";

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node tests/browser/run.mjs SITE_DIR");
  process.exit(2);
}
const started = performance.now();
const pictures = fileURLToPath(new URL("out", import.meta.url));
const report = await checkSite(resolve(folder), { pictures, progress: console.log, everything: Boolean(process.env.ALL) }).catch((error) => {
  const broken = new Report();
  broken.fail("site", "run", error.message.split("\n")[0]);
  return broken;
});
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);
if (report.failed && existsSync(pictures)) console.log(`pictures of pages with failures: ${pictures}`);
report.print();
process.exitCode = report.failed ? 1 : 0;
