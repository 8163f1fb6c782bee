// What the tools do in the page itself: reload in place, mark changes, say where the text lives, find words.
import { spoilt, welcome } from "./scenes.mjs";

const top = (page, id) => page.evaluate((name) => document.getElementById(name).getBoundingClientRect().top, id);
const more = (text) => (html) => html.replace('<h2 id="what-you-can-find-out-here">', `<p>${text}</p>`.repeat(5) + "$&");

export const pageTests = [
  ["a reload keeps the place, to the pixel, though text has grown above", async ({ page, mock, open, is, reloads }) => {
    await open();
    await page.evaluate(() => scrollTo(0, document.getElementById("leaving-hospital").getBoundingClientRect().top - 37));
    const before = await top(page, "leaving-hospital");
    const scrolled = await page.evaluate(() => scrollY);
    await reloads(() => mock.edit(welcome, more("More text above the reader.")));
    // Browsers scroll by whole pixels.
    const moved = (await top(page, "leaving-hospital")) - before;
    if (Math.abs(moved) >= 1) throw new Error(`moved by ${moved}`);
    if ((await page.evaluate(() => scrollY)) < scrolled + 100) throw new Error("the text above did not grow");
    // Nothing above it changes: the very same position.
    const same = await page.evaluate(() => scrollY);
    await reloads(() => mock.edit(welcome, (html) => more("More text above the reader.")(html).replace("From the Interim Director", "From the new Director")));
    is(await page.evaluate(() => scrollY), same);
  }],
  ["a reload keeps the place at the very end of a page, and with a fragment in the address", async ({ page, mock, open, is, reloads }) => {
    await open(`/${welcome}/index.html#covid-19`);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const end = await page.evaluate(() => scrollY);
    await reloads(() => mock.edit(welcome, (html) => html.replace("What this account covers", "What that account covers")));
    is(await page.evaluate(() => scrollY), end);
  }],
  ["a reload keeps open details, focus and toggles", async ({ page, bar, mock, open, is, becomes, reloads }) => {
    const folds = (html) => html.replace('<h2 id="what-we-are-here-to-do">', "<details><summary>One</summary><p>1</p></details><details><summary>Two</summary><p>2</p></details>$&");
    mock.edits.set(welcome, folds);
    await open();
    await page.locator("main summary", { hasText: "Two" }).click();
    await bar.locator("[data-key=view]").click();
    await bar.locator("[data-key=changes]").click();
    await bar.locator(".close").click();
    await page.locator("main .prose a", { hasText: "Whom we supported" }).focus();
    await reloads(() => mock.edit(welcome, (html) => folds(html).replace("Welcome. This", "Good day. This")));
    is(await page.locator("main details").evaluateAll((all) => all.map((fold) => fold.open)), [false, true]);
    is(await page.evaluate(() => document.activeElement.textContent), "Whom we supported");
    await becomes(() => bar.locator("[data-key=changes-row]").innerText(), "1 changed, 4 new");
    await bar.locator("[data-key=state]").focus();
    await reloads(() => mock.edit(welcome, folds));
    is(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.dataset.key), "state");
  }],
  ["only a page that changed is loaded again, and never in a circle", async ({ page, mock, open, is }) => {
    await open();
    const loads = () => mock.requests.filter((path) => path === `/${welcome}/index.html`).length;
    const before = loads();
    await mock.edit("glossary", (html) => html.replace("<h1>", "<h1>The "));
    await page.waitForTimeout(200);
    is(loads(), before);
    // A page that never becomes the version that is promised.
    for (const stream of mock.streams) stream.send("reload", { version: "never" });
    mock.tell = async (stream) => stream.send("reload", { version: "never" });
    await page.waitForTimeout(2500);
    delete mock.tell;
    const turns = loads() - before;
    if (turns < 1 || turns > 4) throw new Error(`${turns} reloads`);
  }],
  ["changes since published are marked, listed and counted", async ({ page, bar, mock, open, is, becomes }) => {
    mock.edits.set(welcome, (html) => html
      .replace("It also helps them to be healthier", "It helps them to be much healthier")
      .replace(/<li>What we achieved[^<]*<\/li>/, "")
      .replace('<h3 id="leaving-hospital">', "<p>We have opened a new centre in Orpington.</p>$&"));
    await open();
    is(await page.locator("candour-marks .side").count(), 0);
    await bar.locator("[data-key=view]").click();
    await bar.locator("[data-key=changes]").check();
    await becomes(() => bar.locator(".row [data-sheet=changes]").innerText(), "1 changed, 1 new, 1 gone");
    is(await page.locator("candour-marks .side").count(), 2);
    is(await page.locator(".candour-word").allTextContents(), ["Changed: ", "New: "]);
    await bar.locator(".row [data-sheet=changes]").click();
    is((await bar.locator(".places li strong").allInnerTexts()), ["Changed:", "New:", "Gone:"]);
    const [block, mark] = await page.evaluate(() => [
      document.querySelector("#help-before-a-crisis + p").getBoundingClientRect().top,
      document.querySelector("candour-marks").shadowRoot.querySelector(".side").getBoundingClientRect().top,
    ]);
    is(Math.round(mark), Math.round(block));
    await bar.locator("[data-key=view]").click();
    await bar.locator("[data-key=changes]").uncheck();
    await becomes(() => page.locator("candour-marks .side, .candour-word").count(), 0);
  }],
  ["a page that is not published yet says so", async ({ bar, mock, open, becomes }) => {
    mock.unpublished.add(welcome);
    await open();
    await bar.locator("[data-key=view]").click();
    await bar.locator("[data-key=changes]").check();
    await becomes(() => bar.locator(".row [data-sheet=changes]").innerText(), "Not published yet");
  }],
  ["very long pages are compared too", async ({ page, open, is }) => {
    await open();
    const found = await page.evaluate(async () => {
      const { compare } = await import("/~candour/tools/compare.js");
      const before = Array.from({ length: 6000 }, (_, n) => ({ tag: "p", text: `Paragraph number ${n} of a long account` }));
      const after = before.map((block) => ({ ...block }));
      after[10] = { tag: "p", text: "Paragraph number 10 of a very long account" };
      after.splice(3000, 0, { tag: "p", text: "Something else" });
      after.splice(5000, 1);
      after[5990] = { tag: "p", text: "Paragraph number five of a long account" };
      const start = performance.now();
      const { changed, fresh, gone } = compare(before, after);
      return [changed.length, fresh.length, gone.length, performance.now() - start < 1000];
    });
    is(found, [2, 1, 1, true]);
  }],
  ["each block says where it lives", async ({ page, bar, mock, open, is, becomes }) => {
    await open();
    await bar.locator("[data-key=view]").click();
    await bar.locator("[data-key=sources]").check();
    const first = page.locator("candour-marks a.line").first();
    is(await first.getAttribute("href"), `vscode://file/site/content/${welcome}.md:10:1`);
    is(await first.getAttribute("aria-label"), `10: open content/${welcome}.md at line 10`);
    const covered = await page.evaluate(() => {
      const boxes = [...document.querySelector("candour-marks").shadowRoot.querySelectorAll(".line:not([hidden])")].map((line) => line.getBoundingClientRect());
      return boxes.filter((box, index) => index && box.top < boxes[index - 1].top + 24).length;
    });
    is(covered, 0);
    mock.set(welcome, { editor: null });
    await becomes(() => page.locator("candour-marks button.line").count().then((number) => number > 10), true);
    await page.locator("candour-marks button.line").first().click();
    is(await bar.locator(".notice-place").innerText(), `This text is in content/${welcome}.md:10.`);
    await page.locator("main h2", { hasText: "COVID-19" }).click({ modifiers: ["Alt"] });
    await becomes(() => bar.locator(".notice-place").innerText().then((text) => /:\d\d\.$/.test(text) && !text.includes(":10.")), true);
  }],
  ["figures and abbreviations are shown in the page", async ({ page, bar, mock, open, is, becomes }) => {
    const line = Number(/:(\d+):1-->(?:<p>)<a[^>]*>Bromley Well/.exec(await mock.page(welcome))[1]);
    const at = spoilt().figures.map((figure) => ({ ...figure, path: `content/${welcome}.md`, line }));
    await open();
    mock.set(welcome, { figures: at, abbreviations: [{ text: "COVID-19", path: `content/${welcome}.md`, line: 500, column: 1 }] });
    await bar.locator("[data-key=figures-row]").click();
    await bar.locator(".places .words", { hasText: "4,319" }).click();
    const marked = () => page.evaluate(() => {
      const range = [...CSS.highlights.get("candour-found")][0];
      return [range.toString(), range.startContainer.parentElement.closest("p")?.previousElementSibling.id ?? ""];
    });
    is(await marked(), ["4,319", "help-before-a-crisis"]);
    const seen = await page.evaluate(() => {
      const box = [...CSS.highlights.get("candour-found")][0].getBoundingClientRect();
      return box.top > 0 && box.bottom < document.querySelector("candour-preview").shadowRoot.querySelector(".bar").getBoundingClientRect().top;
    });
    is(seen, true);
    is(await bar.locator(".places a").first().getAttribute("href"), `vscode://file/site/content/${welcome}.md:${line}:90`);
    await page.keyboard.press("Escape");
    is(await page.evaluate(() => CSS.highlights.has("candour-found")), false);
    await becomes(() => bar.locator("[data-key=abbreviations-row]").innerText(), "1 abbreviation not explained");
  }],
];
