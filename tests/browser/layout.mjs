// Nothing is lost or pushed off the page: at 320 px, with wider text spacing, with text twice as large.

/** WCAG 1.4.10 as the tab stands: no scrolling sideways, nothing cut off. */
export async function reflow(tab, name, variant, report, check = "reflow") {
  report.ran(name, check);
  for (const { what, where } of await tab.page.evaluate(lost)) report.fail(name, check, what, where, variant);
}

/** WCAG 1.4.12: the reader's own spacing. */
export async function textSpacing(tab, name, variant, report) {
  await tab.page.evaluate(rememberSpills);
  await tab.page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  await reflow(tab, name, variant, report, "text-spacing");
}

/** WCAG 1.4.4: the reader's own text size, 32 px instead of 16, as set in the browser. */
export async function largeText(tab, name, variant, report) {
  await tab.page.evaluate(rememberSpills);
  await tab.devtools.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  try {
    await reflow(tab, name, variant, report, "large-text");
    for (const where of await tab.page.evaluate(stillSmall)) {
      report.fail(name, "large-text", "text does not grow with the reader's text size", where, variant);
    }
  } finally {
    await tab.devtools.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
  }
}

// Which boxes their text already leaves, and how large each text is, before the reader's wishes apply.
function rememberSpills() {
  const { hasOwnText } = candour;
  candour.spills = (element) => {
    const style = getComputedStyle(element);
    if (style.display.startsWith("inline") || element.closest("svg") || element.clientHeight === 0) return false;
    return element.scrollHeight > element.clientHeight + parseFloat(style.fontSize) / 2;
  };
  candour.spilled = new Set([...document.body.querySelectorAll("*")].filter(candour.spills));
  candour.sizes = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    if (hasOwnText(element) && !element.closest("svg")) candour.sizes.set(element, parseFloat(getComputedStyle(element).fontSize));
  }
}

// Half as large again is enough to tell: a heading scale may change with the room there is, a size in pixels never grows.
function stillSmall() {
  return [...candour.sizes]
    .filter(([element, before]) => candour.boxes(element).length && parseFloat(getComputedStyle(element).fontSize) < before * 1.5)
    .slice(0, 5)
    .map(([element, before]) => `${candour.describe(element)} stays at ${getComputedStyle(element).fontSize}, was ${before}px`);
}

function lost() {
  const { boxes, describe, hasOwnText, spills, spilled } = candour;
  const findings = [];
  const room = document.documentElement.clientWidth;
  const needed = document.documentElement.scrollWidth;
  const add = (what, element) => findings.push({ what, where: describe(element) });

  const hides = (value) => value === "hidden" || value === "clip";
  const scrolls = (value) => value === "auto" || value === "scroll";
  const clipper = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const { overflowX, position } = getComputedStyle(at);
      if (scrolls(overflowX)) return "scrolls";
      if (hides(overflowX) && at.clientWidth <= 1) return "visually hidden";
      if (position === "fixed") return null;
    }
    return null;
  };

  const everything = [...document.body.querySelectorAll("*")].filter((element) => !element.closest("svg") || element.localName === "svg");
  const seen = everything.filter((element) => boxes(element).length);
  const outside = seen.filter((element) => {
    const { right, left } = element.getBoundingClientRect();
    return left < room && right > room + 1 && clipper(element) === null;
  });
  if (needed > room) {
    // The innermost culprit tells most.
    const culprit = outside.find((element) => !outside.some((other) => other !== element && element.contains(other)));
    findings.push({ what: `scrolls sideways: ${needed} px in ${room} px`, where: culprit ? describe(culprit) : "" });
  } else {
    for (const element of outside.filter(hasOwnText).slice(0, 3)) add("cut off at the edge of the page", element);
  }

  for (const element of seen) {
    const { overflowX, overflowY } = getComputedStyle(element);
    if (element.clientWidth <= 1 || element.clientHeight <= 1 || element.localName === "svg") continue;
    const words = element.textContent.trim() !== "";
    if (words && hides(overflowX) && element.scrollWidth > element.clientWidth + 1) add("text is cut off sideways", element);
    if (words && hides(overflowY) && element.scrollHeight > element.clientHeight + 1) add("text is cut off below", element);
    if (words && spills && !hides(overflowY) && !scrolls(overflowY) && spills(element) && !spilled.has(element)) {
      add("text runs out of its box", element);
    }
  }
  return findings.slice(0, 8);
}
