// A layer over the page that carries small marks at the side of blocks. The page itself stays as it is.
import { make } from "./dom.js";

const gap = 12;
const neededColumn = 52;

const columns = "ul, ol, dl, table, blockquote, figure";

/** The left and right edge of the column that a block stands in, so that marks of list items stand in line. */
function columnOf(element) {
  let box = element;
  for (let at = element.closest(columns); at && at.closest("main"); at = at.parentElement.closest(columns)) box = at;
  const frame = box.closest(".table-scroll") ?? box;
  return frame.getBoundingClientRect();
}

/** `set(name, items)`: items are `{ element, node, column }`; a node in the column stands beside the text, others along their block. */
export function margin() {
  const host = make("candour-marks", { "data-candour": true });
  const root = host.attachShadow({ mode: "open" });
  const layer = make("section", { "aria-label": "Candour preview: beside the text", hidden: true });
  root.append(make("link", { rel: "stylesheet", href: "/~candour/tools/marks.css" }), layer);
  document.body.append(host);

  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const sets = new Map();
  let waiting = 0;

  function place() {
    waiting = 0;
    const items = [...sets.values()].flat();
    layer.hidden = items.length === 0;
    if (layer.hidden) return;
    const origin = host.getBoundingClientRect();
    const rtl = getComputedStyle(document.body).direction === "rtl";
    const width = document.documentElement.clientWidth;
    let last = -Infinity;
    // All measuring first, all moving afterwards: the page is laid out once.
    const moves = items.map((item) => {
      const box = item.element.getBoundingClientRect();
      if (!item.element.isConnected || box.height === 0) return { node: item.node, hidden: true };
      const edge = item.column ? columnOf(item.element) : box;
      const inset = rtl ? width - edge.right : edge.left;
      return { node: item.node, column: item.column, top: box.top - origin.top, height: box.height, inset, from: rtl ? origin.right : -origin.left };
    });
    for (const { node, column, hidden, top, height, inset, from } of moves) {
      node.hidden = Boolean(hidden);
      if (hidden) continue;
      const style = node.style;
      if (column) {
        const line = Math.max(top, last);
        last = line + 26;
        style.top = `${line}px`;
        style.insetInlineStart = `${Math.max(0, inset - gap - 44) + (rtl ? 0 : from)}px`;
      } else {
        style.top = `${top}px`;
        style.height = `${height}px`;
        style.insetInlineStart = `${Math.max(0, inset - gap) + (rtl ? 0 : from)}px`;
      }
    }
  }

  function soon() {
    if (!waiting) waiting = requestAnimationFrame(place);
  }

  new ResizeObserver(soon).observe(document.body);
  addEventListener("resize", soon);
  addEventListener("load", soon);
  document.addEventListener("toggle", soon, true);

  return {
    set(name, items) {
      sets.set(name, items);
      const all = [...sets.values()].flat();
      // On a phone there is no room beside the text, so the text makes some while the column is on.
      sheet.replaceSync("");
      const edges = all.filter(({ column }) => column).map(({ element }) => columnOf(element).left);
      const room = Math.min(...edges);
      if (edges.length && room < neededColumn) {
        sheet.replaceSync(`@media screen { main { padding-inline-start: ${neededColumn - Math.max(0, Math.round(room))}px !important; } }`);
      }
      layer.replaceChildren(...all.map(({ node }) => node));
      place();
    },
  };
}
