// Words in drawings, which axe cannot judge: 7:1 on whatever shape lies behind them, 4.5:1 for large ones.

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
