// node tests/browser/screenshots.mjs SITE_DIR OUT_DIR [PATH…]: pictures and a print of pages, for people to look at.
// PATH is an address or a file of the site, such as "local-account/2019-20/"; without any, every page is taken.
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { launch, narrow, open, tab, wide } from "./browser.mjs";
import { address, site as readSite } from "./pages.mjs";
import { serve } from "./server.mjs";

const [folder, out, ...paths] = process.argv.slice(2);
if (!folder || !out) {
  console.error("usage: node tests/browser/screenshots.mjs SITE_DIR OUT_DIR [PATH…]");
  process.exit(2);
}
const site = await readSite(resolve(folder));
const wanted = (name) => paths.some((path) => [name, address(name)].includes(path.replace(/^\//, "")));
const names = paths.length ? site.pages.filter(wanted) : site.pages;
if (names.length === 0) {
  console.error("no such page");
  process.exit(1);
}
await mkdir(out, { recursive: true });
const browser = await launch();
const server = await serve(site.root, site.base);
const camera = await tab(browser);
for (const name of names) {
  const stem = join(out, name.replace(/(\/?index)?\.html$/, "").replace(/\W+/g, "-") || "home");
  for (const size of [narrow, wide]) {
    for (const scheme of ["light", "dark"]) {
      await open(camera.page, server.origin + site.base + address(name), size, scheme);
      await camera.page.screenshot({ path: `${stem}-${size.width}-${scheme}.png`, fullPage: true });
    }
  }
  await camera.page.pdf({ path: `${stem}.pdf`, format: "A4", preferCSSPageSize: true, tagged: true });
  console.log(stem);
}
await browser.close();
await server.close();
