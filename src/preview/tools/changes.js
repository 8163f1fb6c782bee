// Marks in the page what has changed since the last published build.
import { textBlocks } from "./blocks.js";
import { compare } from "./compare.js";
import { make } from "./dom.js";
import { recall, remember } from "./memory.js";

const hidden = new CSSStyleSheet();
hidden.replaceSync(
  ".candour-word { position: absolute !important; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } @media print { .candour-word { display: none !important; } }",
);

async function published(page) {
  const answer = await fetch(`/~candour/published?page=${encodeURIComponent(page)}`);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** A word before the block's own, for those who do not see the bar at its side. */
function word(element, text) {
  const inside = element.localName === "tr" ? (element.querySelector("td, th") ?? element) : element;
  const span = make("span", { class: "candour-word", "data-candour": true }, `${text}: `);
  inside.prepend(span);
  return span;
}

/** The tool. `told(found)` is called with what there is: null when off, else `{ changed, fresh, gone }`, `{ never }` or `{ failed }`. */
export function changes(about, marks, told) {
  let on = recall("changes") === true;
  let found = null;
  let words = [];
  let turn = 0;

  function clear() {
    for (const span of words) span.remove();
    words = [];
    marks.set("changes", []);
  }

  async function look() {
    const mine = (turn += 1);
    let next;
    try {
      const before = on ? await published(about.page) : null;
      if (mine !== turn) return;
      next = on ? (before ? compare(textBlocks(before), textBlocks(document)) : { never: true }) : null;
    } catch {
      if (mine !== turn) return;
      next = { failed: true };
    }
    clear();
    found = next;
    if (found?.changed) {
      if (!document.adoptedStyleSheets.includes(hidden)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, hidden];
      const both = [...found.changed.map((block) => [block, "Changed"]), ...found.fresh.map((block) => [block, "New"])];
      words = both.map(([{ element }, text]) => word(element, text));
      marks.set("changes", both.map(([{ element }, text]) => ({
        element,
        node: make("div", { class: `side side-${text.toLowerCase()}`, "aria-hidden": "true" }),
      })));
    }
    told(found);
  }

  if (on) look();
  return {
    get on() {
      return on;
    },
    get found() {
      return found;
    },
    set(value) {
      on = value;
      remember("changes", on || null);
      look();
    },
    /** The published build may be another one by now. */
    again() {
      if (on) look();
    },
  };
}
