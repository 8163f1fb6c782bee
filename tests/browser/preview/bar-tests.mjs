// What the bar says, and when the list of mistakes opens and closes.
import { listOf, mistake } from "./mock.mjs";
import { long, missing, spoilt, welcome } from "./scenes.mjs";

const sheet = ({ bar }) => bar.locator(".sheet:not([hidden])");
const shown = (tools) => async () => (await sheet(tools).count()) === 1;

export const barTests = [
  ["the bar says how the page stands", async ({ bar, mock, open, is, becomes }) => {
    await open();
    is(await bar.locator("[data-key=state]").innerText(), "Nothing to mend");
    is(await bar.locator(".facts-wide").innerText(), "512 words, reading age 14");
    mock.set(welcome, { ...spoilt(), counts: { errors: 1, warnings: 1, advice: 0 } });
    await becomes(() => bar.locator("[data-key=state]").innerText(), "1 mistake, 1 warning");
    is(await bar.locator(".notice-held").innerText(), "Draft: this chapter is marked as a draft, so it is not published.");
    mock.set(welcome, { checking: true });
    await becomes(() => bar.locator("[data-key=state]").innerText(), "Checking");
  }],
  ["mistakes open by themselves, stay closed, and come back with something new", async (tools) => {
    const { page, bar, mock, open, is, becomes, reloads } = tools;
    await open();
    mock.set(welcome, spoilt());
    await becomes(shown(tools), true);
    is(await bar.locator(".mistakes h3").allInnerTexts(), ["This page", "The rest of the site"]);
    is(await bar.locator("[role=status]").innerText(), "1 mistake, 1 warning on this page");
    is(await bar.locator(".mistakes a.place").first().getAttribute("href"), "vscode://file/site/content/local-account/2019-20/01-welcome.md:14:1");
    await page.keyboard.press("Escape");
    await becomes(shown(tools), false);
    // Lines have moved and one is mended, but nothing is new.
    mock.set(welcome, { diagnostics_html: listOf([missing.replaceAll(":14:1", ":15:1")]), diagnostics_key: "fewer", counts: { errors: 1, warnings: 0, advice: 0 } });
    await page.waitForTimeout(100);
    is(await shown(tools)(), false);
    await reloads(() => mock.edit(welcome, (html) => html.replace("Welcome. This", "Good day. This")));
    is(await shown(tools)(), false);
    mock.set(welcome, { diagnostics_html: listOf([missing, mistake({ text: "Something new.", path: "content/site.yaml", line: 3 })]), diagnostics_key: "more", counts: { errors: 2, warnings: 0, advice: 0 } });
    await becomes(shown(tools), true);
  }],
  ["mistakes go away when they are mended, and the same one comes back", async (tools) => {
    const { page, bar, mock, open, becomes } = tools;
    const none = { errors: 0, warnings: 0, advice: 0 };
    const mended = { counts: none, page_counts: none, diagnostics_html: "", diagnostics_key: "none" };
    mock.set(welcome, spoilt());
    await open();
    await becomes(shown(tools), true);
    mock.set(welcome, mended);
    await becomes(shown(tools), false);
    await becomes(() => bar.locator("[role=status]").innerText(), "All mended");
    mock.set(welcome, spoilt());
    await becomes(shown(tools), true);
    await page.keyboard.press("Escape");
    mock.set(welcome, mended);
    await becomes(() => bar.locator("[data-key=state]").innerText(), "Nothing to mend");
    mock.set(welcome, spoilt());
    await becomes(shown(tools), true);
  }],
  ["a sheet is worked by keyboard, and the focus returns", async (tools) => {
    const { page, bar, mock, open, is, becomes } = tools;
    const focused = () => page.evaluate(() => {
      const at = document.activeElement.shadowRoot?.activeElement;
      return at ? (at.dataset.key ?? at.id) : null;
    });
    await open();
    await bar.locator("[data-key=state]").focus();
    await page.keyboard.press("Enter");
    await becomes(shown(tools), true);
    is(await focused(), "sheet-title");
    is(await bar.locator("[data-key=state]").getAttribute("aria-expanded"), "true");
    await page.keyboard.press("Escape");
    is([await shown(tools)(), await focused()], [false, "state"]);
    await page.keyboard.press("Enter");
    await bar.locator(".close").click();
    is([await shown(tools)(), await focused()], [false, "state"]);
    // A new state draws the row anew; the focus stays where it was.
    mock.set(welcome, { title: "Other" });
    await page.waitForTimeout(100);
    is(await focused(), "state");
  }],
  ["what the server says is text, never markup", async ({ page, bar, mock, open, is, becomes }) => {
    const nasty = "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>";
    await open();
    mock.set(welcome, {
      ...spoilt(), problem: nasty, shown_as_before: nasty, held_back: { kind: "draft", title: nasty, text: nasty },
      diagnostics_html: listOf([mistake({ text: nasty, path: "content/a.md", line: 1, excerpt: nasty })]), diagnostics_key: "nasty",
      figures: [{ text: nasty, path: nasty, line: 1, column: 1 }], twins: [{ kind: "edition", label: nasty, page: nasty }],
    });
    await becomes(() => bar.locator(".notice").count(), 3);
    is(await bar.locator(".mistakes .text").innerText(), nasty);
    await bar.locator("[data-key=figures-row]").click();
    is(await bar.locator(".places .words").innerText(), nasty);
    await bar.locator("[data-key=view]").click();
    is(await bar.locator(".group a", { hasText: "Side by side" }).innerText(), `Side by side with ${nasty}`);
    is(await page.evaluate(() => [window.hit ?? null, document.querySelector("candour-preview").shadowRoot.querySelectorAll("img, script").length]), [null, 0]);
  }],
  ["a warning of another page opens nothing", async (tools) => {
    const { page, bar, mock, open, is, becomes } = tools;
    const none = { errors: 0, warnings: 0, advice: 0 };
    mock.set(welcome, { counts: { errors: 0, warnings: 1, advice: 0 }, page_counts: none, diagnostics_html: listOf([], [long]), diagnostics_key: "w" });
    await open();
    await becomes(() => bar.locator("[data-key=state]").innerText(), "1 warning elsewhere");
    await page.waitForTimeout(100);
    is(await shown(tools)(), false);
  }],
  ["a server that is gone is told, and the bar recovers", async ({ page, bar, mock, open, becomes, reloads }) => {
    await open();
    await mock.stop();
    await becomes(() => bar.locator(".notice-mistake").count(), 1);
    await becomes(() => bar.locator("[data-key=state]").innerText(), "Stopped");
    await reloads(async () => {
      // Saved while nobody served: the page learns it from its version.
      mock.edits.set(welcome, (html) => html.replace("Welcome. This", "Good day. This"));
      await mock.start();
    });
    await becomes(() => bar.locator(".notice").count(), 0);
    await becomes(() => page.locator("main").innerText().then((text) => text.includes("Good day. This account")), true);
  }],
  ["a hidden tab holds no connection", async ({ page, mock, open, becomes }) => {
    await open();
    await becomes(() => mock.streams.size, 1);
    const hide = (hidden) => page.evaluate((value) => {
      Object.defineProperty(document, "hidden", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
    await hide(true);
    await becomes(() => mock.streams.size, 0);
    await hide(false);
    await becomes(() => mock.streams.size, 1);
  }],
  ["the bar covers nothing that has the focus, and never prints", async ({ page, bar, mock, open, is }) => {
    mock.set(welcome, spoilt());
    await page.setViewportSize({ width: 1280, height: 640 });
    await open();
    await bar.locator(".mistakes").waitFor();
    const covered = [];
    for (let step = 0; step < 70; step += 1) {
      await page.keyboard.press("Tab");
      await page.waitForTimeout(20);
      const under = await page.evaluate(() => {
        const at = document.activeElement;
        if (at.localName.startsWith("candour-") || at === document.body) return null;
        const box = at.getBoundingClientRect();
        const hit = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), Math.min(box.top + box.height / 2, innerHeight - 1));
        return hit?.localName === "candour-preview" ? at.textContent : null;
      });
      if (under) covered.push(under);
    }
    is(covered, []);
    await page.emulateMedia({ media: "print" });
    is(await bar.evaluate((host) => getComputedStyle(host).display), "none");
    is(await page.evaluate(() => getComputedStyle(document.body).paddingBottom), "0px");
  }],
];
