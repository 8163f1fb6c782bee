// A term explains itself in place with script, and leads to its definition without.
import { narrow, open, wide } from "./browser.mjs";
import { runAxe } from "./axe.mjs";

const panels = ":popover-open, dialog[open], [role=dialog], [role=tooltip]";

/** With script: click or Enter shows the definition, a word inside it takes its place, Escape closes it and gives the focus back. */
export async function termWithScript(tab, name, url, report, withAxe) {
  const { page } = tab;
  for (const [size, how] of [[wide, "click"], [narrow, "Enter"]]) {
    await open(page, url, size);
    const links = page.locator("a.term");
    if ((await links.count()) === 0) return;
    report.ran(name, "terms");
    const variant = `${size.width} ${how}`;
    const fail = (what, where) => report.fail(name, "terms", what, where, variant);
    // The definition may hold terms itself: the element, not "the last one" afresh each time.
    const link = await (how === "click" ? links.first() : links.last()).elementHandle();
    const where = await link.evaluate((element) => candour.describe(element));
    await page.evaluate((selector) => {
      candour.panel = () => [...document.querySelectorAll(selector)].find((element) => candour.boxes(element).length && !candour.earlier.includes(element));
      candour.earlier = [...document.querySelectorAll(selector)].filter((element) => candour.boxes(element).length);
    }, panels);

    if (how === "click") await link.click();
    else await link.press("Enter");
    const outcome = await answer(page, url);
    if (outcome !== "shown") {
      fail(outcome === "left" ? "leads to another page instead of showing the definition" : "shows no definition", where);
      continue;
    }
    for (const what of await link.evaluate(judge)) fail(what, where);
    const inner = await nested(page);
    if (inner) fail(inner, where);
    if (withAxe && how === "Enter") {
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await runAxe(tab, name, `320 ${colorScheme} definition open`, report);
      }
    }
    await page.keyboard.press("Escape");
    const gone = await page.waitForFunction(() => !globalThis.candour?.panel?.(), null, { timeout: 3_000 }).catch(() => null);
    if (!gone) fail("Escape does not close the definition", where);
    else if (!(await link.evaluate((element) => document.activeElement === element))) {
      fail("after Escape the focus is not on the term", where);
    }
  }
}

/** "shown" when the definition is open, "left" when the page has gone, or null. */
function answer(page, url) {
  const { pathname } = new URL(url);
  const left = page.waitForURL((now) => now.pathname !== pathname, { timeout: 3_000 }).then(() => "left");
  const shown = page.waitForFunction(() => globalThis.candour?.panel?.(), null, { timeout: 3_000 }).then(() => "shown");
  return Promise.any([left, shown]).catch(() => null);
}

/** What is wrong with a word inside the open definition, or null. */
async function nested(page) {
  const before = await page.evaluate(() => {
    const inner = candour.panel().querySelector("a.term");
    inner?.focus();
    return inner && candour.panel().innerText;
  });
  if (!before) return null;
  await page.keyboard.press("Enter");
  const changed = (text) => ![undefined, text].includes(globalThis.candour?.panel?.()?.innerText);
  const shown = await page.waitForFunction(changed, before, { timeout: 3_000 }).catch(() => null);
  return shown ? null : "a word inside the definition shows no definition";
}

/** Without script: the link goes to the definition, and it can be seen. */
export async function termWithoutScript(tab, name, url, report) {
  await open(tab.page, url);
  const link = tab.page.locator("a.term").first();
  if ((await link.count()) === 0) return;
  report.ran(name, "terms");
  const where = await link.evaluate((element) => candour.describe(element));
  await link.click();
  await tab.page.waitForLoadState();
  const found = await tab.page.evaluate(() => document.querySelector(":target")?.innerText.trim().length > 0);
  if (!found) report.fail(name, "terms", "the link does not lead to a definition", where, "no script");
}

// Whether the panel can be read whole and says what the target of the link says.
function judge(link) {
  const problems = [];
  const panel = candour.panel();
  const { left, right, top, bottom } = panel.getBoundingClientRect();
  if (left < 0 || right > document.documentElement.clientWidth + 1 || top < 0 || bottom > innerHeight + 1) {
    problems.push("the definition leaves the window");
  }
  const words = (text) => [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])];
  const said = words(panel.innerText);
  if (said.length < 2) problems.push("the definition is empty");
  const target = link.hash && link.pathname === location.pathname && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target && said.length >= 2) {
    const written = words(target.textContent);
    if (said.filter((word) => written.includes(word)).length < said.length / 2) {
      problems.push("the definition is not the one the link leads to");
    }
  }
  return problems;
}
