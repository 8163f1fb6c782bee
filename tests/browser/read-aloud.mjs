// Reading aloud: a browser that has a voice offers it, says each sentence of the text once and in order, marks the
// one it says, and stops when asked. A browser without a voice, or without script, shows no button.
import { wide } from "./browser.mjs";

const text = "[data-read-aloud]";
const button = "button.read-aloud";

/** With script, in a page of its own: the voice of the machine is put in place before the page loads. */
export async function readAloud(tab, name, url, report) {
  if ((await tab.page.locator(text).count()) === 0) return;
  report.ran(name, "read-aloud");
  const fail = (what, at = "") => report.fail(name, "read-aloud", what, at, "1280 light");
  for (const voices of [0, 1]) {
    const page = await tab.page.context().newPage();
    try {
      await page.setViewportSize(wide);
      await page.addInitScript(voice, voices);
      await page.goto(url, { waitUntil: "load" });
      const shown = await page.locator(button).count();
      if (shown !== voices) fail(voices ? "a voice is there, and no button" : "no voice is there, and a button is");
      else if (voices) await listen(page, fail);
    } finally {
      await page.close();
    }
  }
}

// Machines that run tests have no voice. This one is silent, and as slow as it is told.
function voice(voices) {
  const said = [];
  const synthesis = new EventTarget();
  let current = null;
  Object.assign(synthesis, {
    speaking: false,
    getVoices: () => Array.from({ length: voices }, () => ({ name: "Silent", lang: "en-GB", localService: true })),
    speak(speech) {
      const range = [...(CSS.highlights.get("read-aloud") ?? [])][0];
      said.push({ text: speech.text, lang: speech.lang, marked: range?.toString() ?? "" });
      current = speech;
      synthesis.speaking = true;
      setTimeout(() => {
        if (current !== speech || window.candourHeld) return;
        synthesis.speaking = false;
        speech.onend?.();
      });
    },
    cancel() {
      current = null;
      synthesis.speaking = false;
    },
  });
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  window.candourSaid = said;
}

async function listen(page, fail) {
  const label = await page.locator(button).textContent();
  // The first sentence, held: what the button says meanwhile, and that it stops.
  await page.evaluate(() => { window.candourHeld = true; });
  await page.locator(button).press("Enter");
  if ((await page.locator(button).textContent()) === label) fail("the button says the same while the page is read");
  await page.locator(button).press("Enter");
  if ((await page.locator(button).textContent()) !== label) fail("the button does not stop the voice");
  const left = await page.evaluate(() => CSS.highlights.get("read-aloud")?.size ?? 0);
  if (left) fail("a sentence stays marked after the voice has stopped");
  await page.evaluate(() => { window.candourHeld = false; window.candourSaid.length = 0; });
  await page.locator(button).press("Enter");
  await page.waitForFunction((label) => document.querySelector("button.read-aloud").textContent === label, label, { timeout: 20_000 });
  const { said, words } = await page.evaluate((text) => {
    const plain = (words) => words.replace(/\s+/g, " ").trim();
    const all = document.querySelector("h1").textContent + " " + document.querySelector(text).innerText;
    return { said: window.candourSaid, words: plain(all).replaceAll(" ", "") };
  }, text);
  const heard = said.map((sentence) => sentence.text).join("").replace(/\s+/g, "");
  if (heard !== words) fail("the voice does not say the text once, from its beginning to its end", difference(heard, words));
  const plain = (words) => words.replace(/\s+/g, " ").trim();
  const wrong = said.find((sentence) => plain(sentence.marked) !== plain(sentence.text));
  if (wrong) fail("what is marked is not what is said", wrong.text);
  if (said.some((sentence) => !sentence.lang)) fail("the voice is not told the language");
}

function difference(heard, words) {
  let at = 0;
  while (at < heard.length && heard[at] === words[at]) at += 1;
  return `${heard.slice(at, at + 40)} | ${words.slice(at, at + 40)}`;
}
