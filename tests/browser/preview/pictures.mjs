// node tests/browser/preview/pictures.mjs SITE_DIR OUT_DIR: pictures of the preview's tools, for people to look at.
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { launch, narrow, wide } from "../browser.mjs";
import { Mock } from "./mock.mjs";
import { spoilt, welcome } from "./scenes.mjs";

const [folder, out] = process.argv.slice(2);
if (!folder || !out) {
  console.error("usage: node tests/browser/preview/pictures.mjs SITE_DIR OUT_DIR");
  process.exit(2);
}
await mkdir(out, { recursive: true });
const mock = new Mock(resolve(folder));
await mock.start();
const browser = await launch();
for (const size of [narrow, wide]) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ viewport: size, colorScheme });
    const page = await context.newPage();
    const shot = (name) => page.screenshot({ path: join(out, `${name}-${size.width}-${colorScheme}.png`) });
    const open = async () => {
      await page.goto(`${mock.origin}/${welcome}/index.html`);
      await page.locator("candour-preview .row [data-key=view]").waitFor();
    };
    mock.states.clear();
    mock.edits.clear();
    await open();
    await shot("calm");
    mock.set(welcome, spoilt(welcome));
    await page.locator("candour-preview .mistakes").waitFor();
    await shot("mistakes");
    await page.keyboard.press("Escape");
    await shot("closed");
    await page.click("candour-preview [data-key=view]");
    await shot("view");
    await page.click("candour-preview [data-key=changes]");
    await page.click("candour-preview [data-key=sources]");
    await page.keyboard.press("Escape");
    await mock.edit(welcome, (html) => html.replace("It also helps them to be healthier", "It helps them to be much healthier").replace(/<li>What we achieved[^<]*<\/li>/, "").replace('<h3 id="leaving-hospital">', "<p>We have opened a new centre in Orpington.</p>$&"));
    await page.waitForTimeout(500);
    await page.evaluate(() => document.getElementById("help-before-a-crisis").scrollIntoView());
    await page.waitForTimeout(200);
    await shot("marked");
    if (size === wide) {
      await page.click("candour-preview [data-key=view]");
      await page.click("candour-preview [data-sheet=figures]:visible");
      await page.click("candour-preview .places button.words");
      await page.waitForTimeout(100);
      await shot("figures");
    }
    mock.states.clear();
    mock.set(welcome, { twins: [{ kind: "easy-read", label: "Easy Read", page: "local-account/2018-19/what-came-next" }] });
    for (const [name, query] of [["frame-public", "view=public&today=2021-01-20&width=wide"], ["frame-phone", "view=working&width=phone"], ["frame-twins", "view=working&width=wide&beside=local-account/2018-19/what-came-next"]]) {
      await page.goto(`${mock.origin}/~candour/frame?page=${welcome}&${query}`);
      await page.waitForTimeout(400);
      await shot(name);
    }
    await context.close();
  }
}
await browser.close();
await mock.stop();
console.log(out);
