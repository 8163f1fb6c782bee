// Charts, which axe cannot judge: what a screen reader is told of them, and the contrast of the words in them.

/** In the accessibility tree a chart is one picture with words, in a figure with a caption, and a table follows it. */
export async function chartTree(tab, name, report) {
  const count = await tab.page.locator("figure.chart").count();
  if (count === 0) return;
  report.ran(name, "charts");
  const { nodes } = await tab.devtools.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  // In the order of reading, without what assistive technology passes over.
  const reading = [];
  const read = (node, within) => {
    const here = node.ignored ? within : { role: node.role?.value, name: node.name?.value?.trim() ?? "", within };
    if (!node.ignored) reading.push(here);
    for (const id of node.childIds ?? []) if (byId.has(id)) read(byId.get(id), here);
  };
  for (const node of nodes.filter(({ parentId }) => !byId.has(parentId))) read(node, null);
  const inside = (node, of) => node !== null && (node === of || inside(node.within, of));
  const words = (of) => of && reading.filter((node) => node.role === "StaticText" && inside(node, of)).map(({ name }) => name).join(" ");
  const fail = (what, where) => report.fail(name, "charts", what, where);

  const charts = reading.filter(({ role, name }) => role === "image" && /^[^:]+: .+\.$/.test(name));
  if (charts.length !== count) fail(`${count} charts, and ${charts.length} pictures that say what they are`, charts.map(({ name }) => name).join(" | "));
  for (const chart of charts) {
    const noise = reading.filter((node) => node !== chart && inside(node, chart));
    if (noise.length) fail("is read out besides its words", noise.slice(0, 3).map(({ role, name }) => `${role} ${name}`).join(", "));
    let figure = chart.within;
    while (figure && figure.role !== "figure") figure = figure.within;
    if (!figure) fail("is in no figure", chart.name);
    else if (!words(reading.find((node) => node.role === "Figcaption" && node.within === figure))) fail("its figure has no caption", chart.name);
    const after = reading.slice(reading.indexOf(chart) + 1);
    const next = after.findIndex((node) => node.role === "table" || charts.includes(node));
    if (after[next]?.role !== "table") fail("no table follows it", chart.name);
    else if (!after[next].name) fail("the table after it has no name", chart.name);
    else if (after.slice(0, next).some(({ role }) => role === "heading")) fail("its table is under another heading", chart.name);
  }
}

/** The words in drawings: 7:1 on whatever shape lies behind them, 4.5:1 for large ones. */

export async function chartWords(tab, name, variant, report) {
  report.ran(name, "charts");
  for (const { what, where } of await tab.page.evaluate(faint)) report.fail(name, "charts", what, where, variant);
}

function faint() {
  const { boxes, colour, contrast, describe, paper } = candour;
  const findings = [];
  for (const text of document.querySelectorAll("svg text")) {
    if (!boxes(text).length) continue;
    const svg = text.ownerSVGElement;
    const shapes = [...svg.querySelectorAll("rect, circle, ellipse, path, polygon")].filter(
      (shape) => text.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_PRECEDING && boxes(shape).length,
    );
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const behind = shapes.findLast((shape) => {
      const matrix = shape.getScreenCTM();
      if (!matrix || colour(getComputedStyle(shape).fill)[3] < 0.9) return false;
      return shape.isPointInFill(new DOMPoint((left + right) / 2, (top + bottom) / 2).matrixTransform(matrix.inverse()));
    });
    const style = getComputedStyle(text);
    const ground = behind ? getComputedStyle(behind).fill : paper(svg);
    const ratio = contrast(style.fill, ground);
    const size = parseFloat(style.fontSize) * (text.getScreenCTM()?.a ?? 1);
    const enough = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 4.5 : 7;
    if (ratio < enough) findings.push({ what: `${ratio.toFixed(1)}:1 instead of ${enough}:1`, where: `${describe(text)}, ${style.fill} on ${ground}` });
  }
  return findings.slice(0, 8);
}
