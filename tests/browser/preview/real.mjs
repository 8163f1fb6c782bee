// node tests/browser/preview/real.mjs CANDOUR SITE_DIR [WORDS]: the real program, real files saved as editors save them,
// and a real browser. SITE_DIR holds the content; it is copied, and only the copy is changed.
import { spawn, spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runAxe } from "../axe.mjs";
import { launch, wide } from "../browser.mjs";
import { Report } from "../report.mjs";

const [program, folder, words = ""] = process.argv.slice(2);
if (!program || !folder) {
  console.error("usage: node tests/browser/preview/real.mjs CANDOUR SITE_DIR [WORDS]");
  process.exit(2);
}

const account = "content/local-account/2019-20";
const chapter = `${account}/01-welcome.md`;
const address = "local-account/2019-20/welcome/index.html";

/** The program on a copy of the site, until `stop`. */
class Served {
  async start() {
    this.root = await mkdtemp(join(tmpdir(), "candour-preview-"));
    await cp(join(resolve(folder), "content"), join(this.root, "content"), { recursive: true });
    const built = spawnSync(resolve(program), ["build", this.root, "--today", "2021-06-01"]);
    if (built.status !== 0) throw new Error(`the site cannot be built: ${built.stderr}`);
    await this.serve();
  }

  async serve(...more) {
    this.child = spawn(resolve(program), ["serve", this.root, "--today", "2021-06-01", ...more]);
    this.said = "";
    this.ended = new Promise((end) => this.child.on("exit", (code) => end(code)));
    for (const stream of [this.child.stdout, this.child.stderr]) stream.on("data", (text) => (this.said += text));
    for (let turn = 0; turn < 400 && !/http:\S+/.test(this.said); turn += 1) await new Promise((go) => setTimeout(go, 25));
    this.origin = this.said.match(/http:\S+/)?.[0];
    if (!this.origin) throw new Error(`the preview did not start: ${this.said}`);
  }

  path(name) {
    return join(this.root, name);
  }

  read(name) {
    return readFile(this.path(name), "utf8");
  }

  write(name, text) {
    return writeFile(this.path(name), text);
  }

  /** Changes a file in place. */
  async edit(name, change) {
    await this.write(name, change(await this.read(name)));
  }

  async stop() {
    this.child.kill("SIGKILL");
    await this.ended;
    await rm(this.root, { recursive: true });
  }
}

/** The ways in which editors save. Each leaves `text` in the file. */
const saves = {
  "in place": (served, text) => served.write(chapter, text),
  "in two halves": async (served, text) => {
    await served.write(chapter, text.slice(0, text.length / 2));
    await served.write(chapter, text);
  },
  "by a temporary file": async (served, text) => {
    await served.write(`${account}/.welcome.tmp`, text);
    await rename(served.path(`${account}/.welcome.tmp`), served.path(chapter));
  },
  "like vim": async (served, text) => {
    await served.write(`${account}/4913`, "");
    await rm(served.path(`${account}/4913`));
    await rename(served.path(chapter), served.path(`${chapter}~`));
    await served.write(chapter, text);
    await rm(served.path(`${chapter}~`));
  },
  "like Word": async (served, text) => {
    await served.write(`${account}/~WRD0001.tmp`, text);
    await rename(served.path(chapter), served.path(`${account}/~WRL0002.tmp`));
    await rename(served.path(`${account}/~WRD0001.tmp`), served.path(chapter));
    await rm(served.path(`${account}/~WRL0002.tmp`));
  },
};

/** axe finds nothing on the page in either scheme and width, and nothing hangs over its edge. */
async function judged(page, name) {
  const report = new Report();
  for (const [colorScheme, width] of [["light", 1280], ["dark", 1280], ["light", 320]]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await runAxe({ page, script: true }, name, `${colorScheme} ${width}`, report);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) throw new Error(`${name} is ${over} pixels too wide at ${width}`);
  }
  await page.setViewportSize(wide);
  if (report.failures.length) throw new Error(JSON.stringify(report.failures, null, 1));
}

const tests = [
  ...Object.entries(saves).map(([name, save]) => [`a save ${name} is on the page, where the reader was`, async ({ page, served, open, says }) => {
    await open();
    await page.evaluate(() => scrollTo(0, 900));
    const text = await served.read(chapter);
    await save(served, text.replace("Demand for public services is growing.", "Demand for services has doubled."));
    await says("Demand for services has doubled.");
    const scrolled = await page.evaluate(() => scrollY);
    if (Math.abs(scrolled - 900) > 2) throw new Error(`the page jumped to ${scrolled}`);
  }]),
  ["a mistake is listed below the page and goes away when it is mended", async ({ page, served, open, says }) => {
    await open();
    const text = await served.read(chapter);
    await served.write(chapter, text.replace("What we are here to do", "What we <b>are</b> here to do"));
    const list = page.locator("candour-preview .mistakes");
    await list.waitFor();
    const shown = await list.innerText();
    if (!shown.includes("<b>") || !shown.includes("01-welcome.md")) throw new Error(shown);
    await served.write(chapter, text);
    await list.waitFor({ state: "hidden" });
    await says("What we are here to do");
  }],
  ["broken settings leave the page as it was, and it says so", async ({ page, served, open, says }) => {
    await open();
    const text = await served.read("content/site.yaml");
    await served.write("content/site.yaml", text.replace(/^title: .*$/m, "title: [Broken"));
    await page.locator("candour-preview").getByText("content/site.yaml").first().waitFor();
    await says("Bromley Local Account");
    await served.write("content/site.yaml", text.replace(/^title: .*$/m, "title: Another name"));
    await says("Another name");
  }],
  ["a broken template leaves pages as they were", async ({ page, served, open, says }) => {
    await mkdir(served.path("themes/plain/templates"), { recursive: true });
    await served.write("themes/plain/templates/_feedback.html", "<p class=\"feedback\">Our own words.</p>\n");
    await open();
    await says("Our own words.");
    await served.write("themes/plain/templates/_feedback.html", "<p>{{ nothing.there }}</p>\n");
    await page.locator("candour-preview").getByText("nothing").first().waitFor();
    await says("Our own words.");
    await served.write("themes/plain/templates/_feedback.html", "<p class=\"feedback\">Mended words.</p>\n");
    await says("Mended words.");
  }],
  ["a chapter that is renamed moves, and its old page comes back with it", async ({ page, served, open, says }) => {
    await open();
    await rename(served.path(chapter), served.path(`${account}/01-greeting.md`));
    await page.locator("h1", { hasText: "Page not found" }).waitFor();
    await page.goto(`${served.origin}local-account/2019-20/greeting/`);
    await says("Welcome to our Local Account");
    await page.goto(`${served.origin}${address}`);
    await rename(served.path(`${account}/01-greeting.md`), served.path(chapter));
    await says("Welcome to our Local Account");
  }],
  ["a draft is shown with its notice, and the public view has neither it nor the bar", async ({ page, served, open }) => {
    await served.edit(`${account}/document.yaml`, (text) => text.replace(/^status: .*$/m, "").concat("status: draft\n"));
    await open();
    await page.locator("candour-preview").getByText("Draft").first().waitFor();
    await page.goto(`${served.origin}~candour/frame?page=local-account/2019-20/welcome&view=public&today=2021-06-01`);
    const inside = page.frameLocator("iframe").first();
    await inside.locator("h1", { hasText: "Page not found" }).waitFor();
    if (await inside.locator("candour-preview").count()) throw new Error("the public view has the bar");
  }],
  ["changes since the last build are marked", async ({ page, served, open }) => {
    await open();
    await page.locator("candour-preview [data-key=view]").click();
    await page.locator("candour-preview [data-key=changes]").click();
    await served.edit(chapter, (text) => text.replace("## COVID-19\n", "## COVID-19\n\nThis paragraph is new.\n"));
    await page.locator("candour-preview").getByText("1 new").first().waitFor();
  }],
  ["a page finds a server that has started again", async ({ page, served, open, says }) => {
    await open();
    const port = new URL(served.origin).port;
    served.child.kill("SIGKILL");
    await served.ended;
    await page.locator("candour-preview").getByText("has stopped").first().waitFor();
    await served.edit(chapter, (text) => text.replace("Demand for public services is growing.", "Written while nobody served."));
    await served.serve("--port", port);
    await says("Written while nobody served.");
  }],
  ["how the document reads is shown, and comes anew after a save", async ({ page, served, open, says }) => {
    await open();
    await page.locator("candour-preview [data-key=view]").click();
    await page.locator("candour-preview").getByText("How this document reads").click();
    await page.locator("h1", { hasText: "Bromley Local Account" }).waitFor();
    await says("Reading age");
    await served.edit(chapter, (text) => text.replace("## COVID-19\n", "## COVID-19\n\nRead it [here](nowhere.md).\n"));
    await page.locator("mark.error", { hasText: "here" }).waitFor();
    await judged(page, "document");
    await page.getByText("All documents").first().click();
    await page.locator("h1", { hasText: "How the documents read" }).waitFor();
    await judged(page, "overview");
  }],
  ["Ctrl-C ends it, with a page open", async ({ served, open }) => {
    await open();
    served.child.kill("SIGINT");
    const code = await served.ended;
    if (code !== 0 || !served.said.includes("The preview has stopped.")) throw new Error(`exit code ${code}: ${served.said}`);
  }],
];

const browser = await launch();
let failed = 0;
const chosen = tests.filter(([name]) => name.includes(words));
for (const [name, test] of chosen) {
  const served = new Served();
  const context = await browser.newContext({ viewport: wide, reducedMotion: "reduce" });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const odd = [];
  page.on("pageerror", (error) => odd.push(error.message));
  try {
    await served.start();
    const open = async () => {
      await page.goto(served.origin + address);
      await page.locator("candour-preview .row [data-key=view]").waitFor();
    };
    const says = (text) => page.waitForFunction((text) => document.body.innerText.includes(text), text);
    await test({ page, served, open, says });
    if (odd.length) throw new Error(odd.join("; "));
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n        ${error.message}\n        ${served.said}`);
  }
  await context.close();
  await served.stop();
}
await browser.close();
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed || !chosen.length ? 1 : 0);
