// Which pages are judged in full. Hundreds of figures have a page each, made by one template: a few of them show
// all that can go wrong with its shapes. So pages are chosen until every shape of the site has been seen.

/** The names of the pages to judge in full; `always` are among them. `page` is any open tab page, as a parser. */
export async function choose(page, site, always = []) {
  await page.goto("about:blank");
  const shapes = new Map();
  for (const name of site.pages) shapes.set(name, await page.evaluate(shapesOf, site.text.get(name)));
  const seen = new Set();
  const chosen = new Set();
  const take = (name) => {
    chosen.add(name);
    for (const shape of shapes.get(name)) seen.add(shape);
  };
  for (const name of always) if (shapes.has(name) && !chosen.has(name)) take(name);
  // The richest pages first: they spare the most others.
  const richest = [...site.pages].sort((a, b) => shapes.get(b).length - shapes.get(a).length || (a < b ? -1 : 1));
  for (const name of richest) {
    if (!chosen.has(name) && shapes.get(name).some((shape) => !seen.has(shape))) take(name);
  }
  return chosen;
}

/** How the pages were judged, in words. */
export function account(site, chosen) {
  const rest = site.pages.length - chosen.size;
  const full = "axe at both widths and schemes (of the dark one its colours), with and without script; reflow, text spacing, large text; keyboard, focus, targets, skip link, terms, registers, reading aloud";
  const quick = "axe at 320 px light; reflow; charts in the accessibility tree";
  const all = "HTML, CSS and SVG, links, data files, requests, policy, weight, title and headings";
  const lines = [`all ${site.pages.length} pages: ${all}`, `${chosen.size} pages in full: ${full}`];
  if (rest) lines.push(`${rest} pages whose every shape one of those has: ${quick} (ALL=1 judges all in full)`);
  return lines;
}

// Every element with its classes and role, in what it stands in.
function shapesOf(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const brief = (element) =>
    [element.localName, ...[...element.classList].sort(), element.getAttribute("role") ?? ""].join(".");
  // What is drawn in a chart or a pictogram is judged on every page, and is no shape of a page.
  const elements = [...parsed.body.querySelectorAll("*")].filter((element) => !element.parentElement.closest("svg"));
  const shapes = elements.map((element) => `${brief(element.parentElement)}>${brief(element)}`);
  return [...new Set([`${brief(parsed.body)}`, ...shapes])];
}
