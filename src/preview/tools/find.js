// Finds words in the page and shows them to the writer.
import { mainOf, placedBlocks } from "./blocks.js";

const mark = "candour-found";
const style = new CSSStyleSheet();
style.replaceSync(`::highlight(${mark}) { background: #ffd84d; color: #14191b; text-decoration: underline 3px; }`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];

/** Every occurrence of `words` inside `root`, white space of any kind being equal, also across links and emphasis. */
function ranges(root, words) {
  const wanted = words.replace(/\s+/g, " ");
  let text = "";
  const places = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("[data-candour], script, style")) continue;
    for (let offset = 0; offset < node.length; offset += 1) {
      const letter = /\s/.test(node.data[offset]) ? " " : node.data[offset];
      if (letter === " " && text.endsWith(" ")) continue;
      text += letter;
      places.push([node, offset]);
    }
  }
  const found = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const whole = !(/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ") || /[\p{L}\p{N}]/u.test(text[at + wanted.length] ?? " "));
    if (!whole) continue;
    const range = document.createRange();
    range.setStart(...places[at]);
    const [node, offset] = places[at + wanted.length - 1];
    range.setEnd(node, offset + 1);
    found.push(range);
  }
  return found;
}

/** The marked block that a line of a file belongs to. */
function blockAt({ path, line }) {
  const before = placedBlocks().filter((place) => place.path === path && place.line <= line);
  return before.length ? before[before.length - 1].element : null;
}

/** Scrolls to `text` and marks it. `nth` tells apart the same words in one block. False when they are not on the page. */
export function show({ text, path, line }, nth = 0) {
  const block = blockAt({ path, line });
  const near = block ? ranges(block, text) : [];
  const found = near.length ? near : ranges(mainOf(document), text);
  const range = found[Math.min(nth, found.length - 1)];
  if (!range) return false;
  reveal(range.startContainer.parentElement);
  if (globalThis.Highlight && CSS.highlights) CSS.highlights.set(mark, new Highlight(range));
  else getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  return true;
}

/** Brings an element into sight, opening what hides it. */
export function reveal(element) {
  for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
}

export function unmark() {
  if (globalThis.Highlight && CSS.highlights) CSS.highlights.delete(mark);
}
