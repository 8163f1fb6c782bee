// Runs every check on a built site, two pages at a time: all of them on pages that together show every shape of
// the site, the quick ones on the others.
import { mkdir, rm } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { runAxe } from "./axe.mjs";
import { launch, narrow, open, tab, wide } from "./browser.mjs";
import { chartTree, chartWords } from "./charts.mjs";
import { data } from "./data.mjs";
import { documentFacts } from "./document.mjs";
import { html } from "./html.mjs";
import { account, choose } from "./kinds.mjs";
import { keyboard, skipLink } from "./keyboard.mjs";
import { largeText, reflow, textSpacing } from "./layout.mjs";
import { links } from "./links.mjs";
import { address, site as readSite } from "./pages.mjs";
import { readAloud } from "./read-aloud.mjs";
import { registerWithScript, registerWithoutScript } from "./registers.mjs";
import { Report } from "./report.mjs";
import { missingPage, watch } from "./requests.mjs";
import { serve } from "./server.mjs";
import { weigh } from "./size.mjs";
import { termWithoutScript, termWithScript } from "./terms.mjs";

/**
 * Checks the site in `root`. `pictures` is a folder for a picture of each page that fails, `progress` takes lines.
 * `everything` runs all checks on all pages.
 */
export async function checkSite(root, { pictures = null, progress = () => {}, everything = true } = {}) {
  const report = new Report();
  const site = await readSite(root);
  if (site.pages.length === 0) {
    report.fail("site", "pages", "no page found", root);
    return report;
  }
  const browser = await launch();
  const server = await serve(root, site.base);
  const markup = html(site, report);
  try {
    const titles = new Map();
    const withTerms = site.pages.find((name) => /class="?term\b/.test(site.text.get(name)));
    await data(site, report);
    const parser = await tab(browser);
    const full = everything ? new Set(site.pages) : await choose(parser.page, site, ["index.html", "404.html", withTerms]);
    await parser.close();
    for (const line of account(site, full)) report.tell(line);
    // The long ones first, so that the two workers end together.
    const queue = [...site.pages].sort((a, b) => full.has(b) - full.has(a));
    const worker = async (first) => {
      let current = "site";
      const plain = await tab(browser, { script: false });
      const script = await tab(browser);
      for (const each of [plain, script]) watch(each, server.origin, () => current, report);
      if (first) {
        await links(script.page, site, report);
        current = "404.html";
        await missingPage(script, open, site, server.origin, report);
      }
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
        current = name;
        const started = performance.now();
        const url = server.origin + site.base + address(name);
        try {
          if (full.has(name)) await checkPage({ plain, full: script }, name, url, titles, name === withTerms, report);
          else await glance(script, name, url, titles, report);
        } catch (error) {
          report.fail(name, "load", error.message.split("\n")[0]);
        }
        progress(`${name} ${((performance.now() - started) / 1000).toFixed(1)} s`);
      }
      await Promise.all([plain.close(), script.close()]);
    };
    const workers = Math.min(Number(process.env.WORKERS) || 2, Math.max(cpus().length, 1), queue.length);
    await Promise.all(Array.from({ length: workers }, (_, index) => worker(index === 0)));
    await markup;
    if (pictures) await takePictures(browser, server, site, report, pictures);
  } finally {
    await browser.close();
    await server.close();
    await markup;
  }
  return report;
}

async function checkPage({ plain, full }, name, url, titles, axeOnTerm, report) {
  report.ran(name, "requests");

  const weighed = weigh(full, name, report);
  await open(full.page, url, wide);
  weighed();
  await documentFacts(full, name, titles, report);
  await chartTree(full, name, report);
  await axeInBothSchemes(full, name, "1280", report);
  await textSpacing(full, name, "1280", report);

  await open(full.page, url, narrow);
  await axeInBothSchemes(full, name, "320", report);
  await reflow(full, name, "script", report);
  await textSpacing(full, name, "320", report);

  await open(plain.page, url, wide);
  await axeInBothSchemes(plain, name, "1280", report);
  await open(plain.page, url, narrow);
  await reflow(plain, name, "no script", report);
  await axeInBothSchemes(plain, name, "320", report);

  await open(full.page, url, wide);
  await largeText(full, name, "1280", report);

  await open(full.page, url, wide);
  await keyboard(full, name, "1280 light", report);
  await open(full.page, url, narrow, "dark");
  await keyboard(full, name, "320 dark", report);
  await open(full.page, url, wide);
  await skipLink(full, name, "1280", report);

  await termWithScript(full, name, url, report, axeOnTerm);
  await termWithoutScript(plain, name, url, report);
  await readAloud(full, name, url, report);
  await registerWithScript(full, name, url, report);
  await registerWithoutScript(plain, name, url, report);
}

// A page whose shapes others have shown: what its own words and numbers can still spoil.
async function glance(tab, name, url, titles, report) {
  report.ran(name, "requests");
  const weighed = weigh(tab, name, report);
  await open(tab.page, url, narrow);
  weighed();
  await documentFacts(tab, name, titles, report);
  await chartTree(tab, name, report);
  await chartWords(tab, name, "320 light", report);
  await reflow(tab, name, "script", report);
  await runAxe(tab, name, "320 light", report);
}

async function axeInBothSchemes(each, name, width, report) {
  for (const colorScheme of ["light", "dark"]) {
    await each.page.emulateMedia({ colorScheme });
    const variant = `${width} ${colorScheme}${each.script ? "" : " no script"}`;
    await runAxe(each, name, variant, report, { colours: colorScheme === "dark" });
    if (each.script) await chartWords(each, name, `${width} ${colorScheme}`, report);
  }
}

// One picture for each page and scheme that something was wrong with.
async function takePictures(browser, server, site, report, folder) {
  await rm(folder, { recursive: true, force: true });
  const names = new Set(report.failures.map(({ page }) => page).filter((page) => site.pages.includes(page)));
  if (names.size === 0) return;
  await mkdir(folder, { recursive: true });
  const camera = await tab(browser);
  for (const name of [...names].slice(0, 20)) {
    for (const [size, scheme] of [[narrow, "light"], [wide, "dark"]]) {
      await open(camera.page, server.origin + site.base + address(name), size, scheme);
      const file = `${name.replace(/\W+/g, "-")}-${size.width}-${scheme}.png`;
      await camera.page.screenshot({ path: join(folder, file), fullPage: true }).catch(() => {});
    }
  }
  await camera.close();
}
