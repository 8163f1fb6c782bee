// node tests/browser/hosting.mjs SITE SITE_FOR_FOLDER: the built site behind a real nginx, at the root of a host and
// in the folder /accounts/, and opened from disk. SITE_FOR_FOLDER is built with a base URL that ends in /accounts.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, tab } from "./browser.mjs";
import { data } from "./data.mjs";
import { nginx } from "./nginx.mjs";
import { address, files, site as readSite } from "./pages.mjs";
import { Report } from "./report.mjs";

const [site, inFolder] = process.argv.slice(2, 4).map((path) => path && resolve(path));
if (!inFolder) {
  console.error("usage: node tests/browser/hosting.mjs SITE SITE_FOR_FOLDER");
  process.exit(2);
}

const report = new Report();
const hidden = ["_headers", ".candour-manifest"];

/** The rules of _headers: what it says of every file, and of single ones. */
async function table(root) {
  const rules = new Map();
  for (const line of (await readFile(join(root, "_headers"), "utf8")).trimEnd().split("\n")) {
    if (line.startsWith("/")) rules.set(line, new Map());
    else {
      const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line);
      [...rules.values()].at(-1).set(name.toLowerCase(), value);
    }
  }
  return rules;
}

/** Every file has its headers, of _headers and of caching; nothing else is served. */
async function everyFile(name, origin, root) {
  const rules = await table(root);
  const hashed = [];
  for (const file of await files(root)) {
    const where = `${name}/${file}`;
    const url = new URL(file.split("/").map(encodeURIComponent).join("/"), origin);
    const answer = await fetch(url, { headers: { "accept-encoding": "gzip" } });
    const body = Buffer.from(await answer.arrayBuffer());
    report.ran(where, "headers");
    const fail = (what, found) => report.fail(where, "headers", what, found ?? "none");
    if (hidden.includes(file)) {
      if (answer.status !== 404) fail("is not hidden", String(answer.status));
      continue;
    }
    if (answer.status !== 200) fail("is not served", String(answer.status));
    if (!body.equals(await readFile(join(root, file)))) fail("is served with other content");
    for (const [header, value] of rules.get("/*")) {
      if (answer.headers.get(header) !== value) fail(`${header} is not ${value}`, answer.headers.get(header));
    }
    const single = rules.get(`/${file}`);
    const caching = single?.get("cache-control") ?? "public, max-age=0, must-revalidate";
    if (single) hashed.push(file);
    if (Boolean(single) !== /^assets\/[^/]+\.[0-9a-f]{16}\.\w+$/.test(file)) fail("is immutable in _headers and has no hash, or the other way round");
    if (answer.headers.get("cache-control") !== caching) fail(`cache-control is not ${caching}`, answer.headers.get("cache-control"));
    if (/\.(html|css|js|svg|xml)$/.test(file) && body.length > 1000 && answer.headers.get("content-encoding") !== "gzip") fail("is not compressed");
    const again = await fetch(url, { headers: { "if-none-match": answer.headers.get("etag") ?? "" } });
    if (again.status !== 304) fail("is sent again though it has not changed", String(again.status));
  }
  report.ran(name, "hashed files");
  if (hashed.length < 3) report.fail(name, "hashed files", "style, script and icon are not all immutable", hashed.join(", "));
}

/** An address without a page, at any depth, gives the site's own page and the status 404. */
async function missing(name, tab, origin, root) {
  const rules = (await table(root)).get("/*");
  const own = await readFile(join(root, "404.html"), "utf8");
  for (const path of ["nothing", "no/such/page/", "no/such/page.html", "assets/style.0000000000000000.css"]) {
    const where = `${name}/${path}`;
    report.ran(where, "missing");
    const answer = await tab.page.goto(new URL(path, origin).href);
    const fail = (what, found) => report.fail(where, "missing", what, found);
    if (answer.status() !== 404) fail("answers", String(answer.status()));
    if ((await answer.text()) !== own) fail("shows another page than 404.html");
    for (const [header, value] of rules) if (answer.headers()[header] !== value) fail(`${header} is not ${value}`, answer.headers()[header]);
    if (/immutable/.test(answer.headers()["cache-control"])) fail("would be missing for ever");
    if (!(await styled(tab.page))) fail("has no style");
    const home = await tab.page.locator("a.brand").first().evaluate((link) => link.href);
    const found = await fetch(home);
    if (found.status !== 200 || !home.startsWith(origin)) fail("leads home to", home);
    await found.body?.cancel();
  }
}

const styled = (page) => page.evaluate(() => [...document.styleSheets].some((sheet) => {
  // From disk, a page may not look into its style; that it has a colour of its own says as much.
  try { return sheet.cssRules.length > 0; } catch { return getComputedStyle(document.querySelector(".skip-link")).position === "absolute"; }
}));

/** Every page shows itself without a complaint of the browser, in its style; a term explains itself. */
async function everyPage(name, tab, root, url) {
  let current = "";
  const fail = (what, where) => report.fail(current, "page", what, where);
  const { page } = tab;
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) fail(`console: ${message.text().split("\n")[0]}`, message.location().url);
  });
  page.on("pageerror", (error) => fail(`uncaught error: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A page that leads on at once breaks off what it was loading.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") fail(`request failed: ${why}`, request.url());
  });
  page.on("response", (answer) => answer.status() >= 400 && fail(`answer ${answer.status()}`, answer.url()));
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective}: ${event.blockedURI}`));
  });
  let terms = 0;
  const { pages, redirects } = await readSite(root);
  for (const file of [...pages.filter((file) => file !== "404.html"), ...redirects]) {
    current = `${name}/${file}`;
    report.ran(current, "page");
    await page.goto(url(file), { waitUntil: "load" });
    if (redirects.includes(file)) {
      await page.waitForURL((now) => now.href !== url(file), { waitUntil: "load", timeout: 5_000 }).catch(() => fail("leads nowhere"));
    }
    if (!(await styled(page))) fail("has no style");
    const broken = await page.evaluate(async () => {
      const pictures = [...document.images];
      for (const picture of pictures) picture.loading = "eager";
      await Promise.allSettled(pictures.map((picture) => picture.decode()));
      return pictures.filter((picture) => picture.naturalWidth === 0).map((picture) => picture.src);
    });
    for (const picture of broken) fail("a picture is not shown", picture);
    const term = page.locator("main a.term").first();
    if (await term.count()) {
      terms += 1;
      await term.click();
      const shown = await page.waitForSelector(":popover-open, dialog[open], [role=dialog]", { timeout: 3_000 }).catch(() => null);
      if (!shown) fail("a term does not open its definition");
    }
    for (const violation of await page.evaluate(() => globalThis.violations)) fail("against the policy", violation);
  }
  current = name;
  report.ran(name, "terms");
  if (terms === 0) fail("no page has a term, so that script works has not been seen");
  tab.page.removeAllListeners();
}

/** From disk, the links between pages work: all of the home page's and of a deep page's, followed as a reader would. */
async function fromDisk(tab, root) {
  const { page } = tab;
  const name = "from disk";
  const deep = (await files(root)).filter((file) => file.endsWith(".html")).sort((a, b) => b.split("/").length - a.split("/").length)[0];
  for (const file of ["index.html", deep]) {
    const start = pathToFileURL(join(root, file)).href;
    await page.goto(start);
    const links = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((link) => link.href).filter((href) => href.startsWith("file:")));
    report.ran(`${name}/${file}`, "links");
    if (links.length < 5) report.fail(`${name}/${file}`, "links", "there are hardly any");
    for (const href of new Set(links.map((href) => href.split("#")[0]))) {
      const answer = await page.goto(href).catch((error) => error);
      const title = answer instanceof Error ? "" : await page.title();
      if (!title || /^Index of/.test(title)) report.fail(`${name}/${file}`, "links", "leads to no page", href);
    }
  }
}

// Here the site knows its own address, so that its data files and descriptions name pages in full.
await data(await readSite(inFolder), report);
const work = await mkdtemp(join(tmpdir(), "candour-nginx-"));
const browser = await launch();
let server = null;
try {
  server = await nginx(site, inFolder, work);
  for (const [name, origin, root] of [["root", server.root, site], ["folder", server.folder, inFolder]]) {
    await everyFile(name, origin, root);
    const full = await tab(browser);
    await everyPage(name, full, root, (file) => origin + address(file));
    await missing(name, full, origin, root);
    await full.close();
  }
  const full = await tab(browser);
  await everyPage("from disk", full, site, (file) => pathToFileURL(join(site, file)).href);
  await fromDisk(full, site);
  await full.close();
} catch (error) {
  report.fail("hosting", "run", error.stack.split("\n").slice(0, 3).join(" "));
} finally {
  await browser.close();
  await server?.close();
  await rm(work, { recursive: true, force: true });
}
report.print();
process.exitCode = report.failed ? 1 : 0;
