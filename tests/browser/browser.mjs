// The one browser, and how a page is opened in it.
import { chromium } from "playwright-core";
import { inPage } from "./in-page.mjs";

const flags = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-gpu",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // Nothing but the loopback host resolves: a stray request fails here instead of leaving the machine.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

export const narrow = { width: 320, height: 640 };
export const wide = { width: 1280, height: 900 };

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: flags });
}

/** A tab with or without script. It always asks for reduced motion, so that nothing is measured half-way. */
export async function tab(browser, { script = true } = {}) {
  const context = await browser.newContext({ javaScriptEnabled: script, reducedMotion: "reduce", viewport: wide });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  return { page, devtools, script, close: () => context.close() };
}

/** Opens an address afresh and puts the measuring functions beside the page's own. Resolves to the response. */
export async function open(page, url, size = wide, colorScheme = "light") {
  await page.mouse.move(0, 0); // an earlier click must not leave a hover behind
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  const response = await page.goto(url, { waitUntil: "load" });
  await page.evaluate(inPage);
  return response;
}
