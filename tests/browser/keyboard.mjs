// A reader with nothing but a keyboard: every stop is reached, seen, uncovered and large enough.

/** Tabs through the whole page, opening every `details` on the way. The page must have just been opened. */
export async function keyboard(tab, name, variant, report) {
  const { page } = tab;
  for (const check of ["keyboard", "focus", "targets"]) report.ran(name, check);
  const count = await page.evaluate(begin);
  let first = true;
  for (let step = 0; step < count * 2 + 20; step += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(atStop);
    if (stop.trap) report.fail(name, "keyboard", "Tab does not leave it", stop.trap, variant);
    if (stop.end) break;
    if (first && !stop.skip) report.fail(name, "skip-link", "the first stop is not a link into the page", stop.where, variant);
    first = false;
    for (const { check, what } of stop.problems) report.fail(name, check, what, stop.where, variant);
    if (stop.closed) {
      await page.keyboard.press("Enter");
      if (!(await page.evaluate(() => document.activeElement.parentElement.open))) {
        report.fail(name, "keyboard", "Enter does not open it", stop.where, variant);
      }
    }
  }
  for (const where of await page.evaluate(unreached)) report.fail(name, "keyboard", "Tab does not reach it", where, variant);
}

/** The skip link works: after Enter the next stop lies behind its target. The page must have just been opened. */
export async function skipLink(tab, name, variant, report) {
  const { page } = tab;
  report.ran(name, "skip-link");
  const fail = (what, where) => report.fail(name, "skip-link", what, where, variant);
  await page.keyboard.press("Tab");
  const target = await page.evaluate(() => {
    const href = document.activeElement?.getAttribute("href") ?? "";
    const found = href.startsWith("#") ? document.getElementById(decodeURIComponent(href.slice(1))) : null;
    candour.target = found;
    return { href, found: found !== null, main: found?.closest("main") !== null };
  });
  if (!target.href.startsWith("#")) return;
  if (!target.found) return fail("its target does not exist", target.href);
  if (!target.main) fail("its target is not in main", target.href);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const before = await page.evaluate(() => {
    const at = document.activeElement;
    const precedes = (element) => candour.target.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
    // With nothing behind the target, Tab starts again at the top.
    const stops = candour.controls().filter((element) => element.tabIndex >= 0 && candour.boxes(element).length);
    if (!at || at === document.body || stops.every(precedes)) return null;
    return precedes(at) ? candour.describe(at) : null;
  });
  if (before) fail("the next stop after following it lies before its target", before);
}

// Remembers how everything looks without focus.
function begin() {
  const look = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    return { outlineStyle, outlineWidth, outlineColor, boxShadow };
  };
  const { boxes, controls, describe, colour, contrast, paper } = candour;
  const unfocused = new Map(controls().map((element) => [element, look(element)]));
  const none = { outlineStyle: "none", outlineWidth: "0px", outlineColor: "", boxShadow: "none" };

  /** Why nobody sees the focus, or null. */
  candour.indicator = (element) => {
    const now = look(element);
    const then = unfocused.get(element) ?? none;
    const around = paper(element.parentElement ?? element);
    const reasons = [];
    if (now.outlineStyle !== "none" && JSON.stringify([now.outlineStyle, now.outlineWidth, now.outlineColor]) !== JSON.stringify([then.outlineStyle, then.outlineWidth, then.outlineColor])) {
      const ratio = colour(now.outlineColor)[3] < 0.5 ? 1 : contrast(now.outlineColor, around);
      if (parseFloat(now.outlineWidth) < 2) reasons.push(`outline of ${now.outlineWidth}`);
      else if (ratio < 3) reasons.push(`outline has ${ratio.toFixed(1)}:1 on ${around}`);
      else return null;
    }
    if (now.boxShadow !== "none" && now.boxShadow !== then.boxShadow) {
      const shadows = now.boxShadow.split(/,(?![^(]*\))/);
      const good = shadows.some((shadow) => {
        const paint = /^\s*([a-z]+\([^)]*\)|#\w+|[a-z]+)/.exec(shadow)?.[1] ?? "black";
        const widest = Math.max(...[...shadow.replace(paint, "").matchAll(/-?[\d.]+px/g)].map(([length]) => Math.abs(parseFloat(length))));
        return widest >= 2 && colour(paint)[3] > 0.5 && contrast(paint, around) >= 3;
      });
      if (good) return null;
      reasons.push("shadow too faint");
    }
    return reasons.join(", ") || "nothing changes on focus";
  };

  /** Why the ring cannot be seen although there is one: everything around the element is cut off. */
  candour.cut = (element) => {
    const box = element.getBoundingClientRect();
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (overflowX === "visible" && overflowY === "visible") continue;
      const frame = at.getBoundingClientRect();
      const inner = { left: frame.left + at.clientLeft, top: frame.top + at.clientTop };
      const sides = [box.left - inner.left, box.top - inner.top, inner.left + at.clientWidth - box.right, inner.top + at.clientHeight - box.bottom];
      const offset = parseFloat(getComputedStyle(element).outlineOffset);
      if (offset >= 0 && sides.every((side) => side < 1)) return describe(at);
    }
    return null;
  };

  /** What lies over the focused element, or null. */
  candour.cover = (element) => {
    const samples = [];
    for (const box of boxes(element)) {
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      if (right - left < 1 || bottom - top < 1) continue;
      const point = (x, y) => samples.push(document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y));
      for (const x of [0.2, 0.5, 0.8]) point(x, 0.5);
      // Lines of text reach into each other, and a large region may slide below a sticky head.
      const inline = getComputedStyle(element).display === "inline";
      if (!inline && bottom - top < innerHeight / 2) for (const y of [0.15, 0.85]) point(0.5, y);
    }
    if (samples.length === 0) return "the edge of the window";
    const over = samples.filter((hit) => !hit || !(element === hit || element.contains(hit)));
    const shape = element instanceof SVGElement;
    return over.length === 0 || (shape && over.length < samples.length) ? null : describe(over[0]);
  };

  /** Width and height if a finger needs more, or null. Links within a sentence are free. */
  candour.small = (element) => {
    if (!element.matches("a[href], button, input, select, textarea, summary, [role=button], [role=link]")) return null;
    const all = [element, ...(element.labels ?? [])].map((each) => each.getBoundingClientRect());
    const width = Math.max(...all.map((box) => box.width));
    const height = Math.max(...all.map((box) => box.height));
    if (width >= 23.9 && height >= 23.9) return null;
    if (element.localName === "a" && getComputedStyle(element).display === "inline") {
      let block = element.parentElement;
      while (/^(inline|contents)$/.test(getComputedStyle(block).display)) block = block.parentElement;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (/[\p{L}\p{N}]/u.test(node.data) && !node.parentElement.closest("a, button, script, style")) return null;
      }
    }
    return `${Math.round(width)} × ${Math.round(height)} px`;
  };

  candour.visited = [];
  return unfocused.size;
}

function atStop() {
  const { boxes, cover, cut, describe, indicator, small, visited } = candour;
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return { end: true };
  if (visited.at(-1) === element) {
    // Date fields and players have several stops inside one element.
    candour.stays = (candour.stays ?? 0) + 1;
    const inner = element.matches("input, audio, video, iframe");
    if (!inner || candour.stays > 12) return { end: true, trap: describe(element) };
    return { problems: [], where: describe(element) };
  }
  candour.stays = 0;
  if (visited.includes(element)) return { end: true };
  visited.push(element);

  const problems = [];
  const add = (check, what) => problems.push({ check, what });
  if (boxes(element).length === 0) {
    add("focus", "focused but not visible");
  } else {
    let over = cover(element);
    if (over !== null) {
      // What the reader has opened, the reader can close.
      const opened = visited.map((stop) => stop.closest("details[open]")).filter((details) => details && !details.contains(element));
      for (const details of opened) details.open = false;
      if (opened.length) element.scrollIntoView({ block: "nearest" });
      over = cover(element);
    }
    if (over !== null) add("focus", `covered by ${over}`);
    const unseen = indicator(element);
    if (unseen !== null) add("focus", `no visible focus: ${unseen}`);
    const frame = unseen === null ? cut(element) : null;
    if (frame !== null) add("focus", `focus ring is cut off by ${frame}`);
    const size = small(element);
    if (size !== null) add("targets", `${size}, less than 24 × 24`);
  }
  const href = element.getAttribute("href") ?? "";
  return {
    problems,
    where: describe(element),
    skip: element.localName === "a" && href.length > 1 && href.startsWith("#"),
    closed: element.localName === "summary" && element.parentElement.localName === "details" && !element.parentElement.open,
  };
}

function unreached() {
  const { boxes, controls, describe, visited } = candour;
  return controls()
    .filter((element) => boxes(element).length && !visited.includes(element))
    .filter((element) => !(element.type === "radio" && visited.some((stop) => stop.type === "radio" && stop.name === element.name)))
    .slice(0, 5)
    .map(describe);
}
