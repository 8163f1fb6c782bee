// node tests/browser/preview/tools.mjs SITE_DIR [WORDS]: the tools in the page, in a real browser, against a stand-in server.
// With WORDS, only the tests whose names have them.
import { resolve } from "node:path";
import { runAxe } from "../axe.mjs";
import { launch, narrow, wide } from "../browser.mjs";
import { Mock } from "./mock.mjs";
import { barTests } from "./bar-tests.mjs";
import { frameTests } from "./frame-tests.mjs";
import { pageTests } from "./page-tests.mjs";
import { spoilt, welcome } from "./scenes.mjs";

const [folder, words = ""] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node tests/browser/preview/tools.mjs SITE_DIR [WORDS]");
  process.exit(2);
}

const axeTests = [narrow, wide].flatMap((size) => ["light", "dark"].map((colorScheme) => [`axe finds nothing: ${size.width} ${colorScheme}`, async ({ page, mock, open, is, odd }) => {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  const found = [];
  const report = { ran() {}, note() {}, fail: (name, _check, what, where) => found.push(`${name}: ${what} · ${where}`) };
  await open();
  await runAxe({ page, script: true }, "calm", "", report);
  mock.set(welcome, { ...spoilt(), problem: "The folder content is gone.", shown_as_before: "content/site.yaml" });
  await page.locator("candour-preview .mistakes").waitFor();
  await runAxe({ page, script: true }, "mistakes", "", report);
  await page.click("candour-preview [data-key=view]");
  await page.click("candour-preview [data-key=changes]");
  await page.click("candour-preview [data-key=sources]");
  await page.waitForTimeout(100);
  await runAxe({ page, script: true }, "view", "", report);
  for (const view of ["view=public&today=2021-01-20&width=wide", "view=working&width=phone&beside=glossary"]) {
    await page.goto(`${mock.origin}/~candour/frame?page=${welcome}&${view}`);
    await page.locator("#twin:not([hidden])").waitFor({ state: "attached" });
    await page.locator("iframe").first().waitFor();
    await runAxe({ page, script: true }, "frame", "", report);
  }
  is(found, []);
  // axe copies style sheets into the page, which the policy forbids it.
  odd.splice(0, Infinity, ...odd.filter((line) => !line.includes("Applying inline style")));
}]));

const mock = new Mock(resolve(folder));
await mock.start();
const browser = await launch();
let failed = 0;
const tests = [...barTests, ...pageTests, ...frameTests, ...axeTests].filter(([name]) => name.includes(words));
for (const [name, test] of tests) {
  for (const map of [mock.states, mock.edits, mock.publicEdits, mock.unpublished]) map.clear();
  const context = await browser.newContext({ viewport: wide, reducedMotion: "reduce" });
  context.setDefaultTimeout(5_000);
  const page = await context.newPage();
  const odd = [];
  page.on("pageerror", (error) => odd.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // A server that is gone, or a page that is not published, is part of some tests.
    if (message.type() === "error" && !/net::ERR_|404/.test(message.text())) odd.push(`console: ${message.text()}`);
  });
  const bar = page.locator("candour-preview");
  const open = async (path = `/${welcome}/index.html`) => {
    await page.goto(mock.origin + path);
    await bar.locator(".row [data-key=view]").waitFor();
  };
  const is = (found, wanted) => {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);
  };
  /** Waits until what is read is what is wanted. */
  const becomes = async (read, wanted) => {
    let found;
    for (let turn = 0; turn < 60; turn += 1) {
      found = await read();
      if (JSON.stringify(found) === JSON.stringify(wanted)) return;
      await page.waitForTimeout(50);
    }
    is(found, wanted);
  };
  /** Does something that makes the page reload, and waits until the new one stands. */
  const reloads = async (work) => {
    await page.evaluate(() => { window.before = true; });
    await work();
    await page.waitForFunction(() => !window.before && document.readyState === "complete" && document.querySelector("candour-preview")?.shadowRoot.querySelector("[data-key=view]"));
    await page.waitForTimeout(400);
  };
  try {
    await test({ page, bar, mock, odd, open, is, becomes, reloads });
    is(odd, []);
  } catch (error) {
    failed += 1;
    console.log(`${name}: ${error.message.split("\n").slice(0, 4).join("\n  ")}`);
  }
  await context.close();
}
await browser.close();
await mock.stop();
console.log(`${tests.length - failed} passed, ${failed} failed`);
process.exitCode = failed || tests.length === 0 ? 1 : 0;
