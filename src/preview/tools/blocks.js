// The blocks of text of a page, and where each of them comes from.

const names = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, figure, figcaption, caption, pre, summary, th, td, tr";

export const mainOf = (root) => root.querySelector("main") ?? root.body ?? root;

export const tidy = (text) => text.replace(/\s+/g, " ").trim();

/** The block that a node's words belong to: a whole row of a table, else the innermost block. */
function blockOf(node, main) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const found = element?.closest("tr") ?? element?.closest(names);
  return found && main.contains(found) && found !== main ? found : null;
}

/**
 * Every block inside `main` in the order of reading, with the words that are its own.
 * Lists of links to other places are left out: they change whenever a heading does.
 */
export function textBlocks(root) {
  const main = mainOf(root);
  const own = new Map();
  const add = (block, text) => own.set(block, (own.get(block) ?? "") + text);
  const walker = root.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    if (element.closest("nav, script, style, [data-candour]")) continue;
    if (node.nodeType === Node.TEXT_NODE) {
      const block = blockOf(node, main);
      if (block) add(block, node.data);
    } else if (node.localName === "img") {
      // A picture is known by what it says and by its file, not by the way to it from this page.
      const block = blockOf(node, main);
      if (block) add(block, ` [${node.getAttribute("alt")} ${(node.getAttribute("src") ?? "").split("/").pop()}] `);
    } else if (/^t[dh]$/.test(node.localName)) {
      const row = blockOf(node, main);
      if (row) add(row, " | ");
    }
  }
  const blocks = [];
  for (const [element, text] of own) if (tidy(text)) blocks.push({ element, tag: element.localName, text: tidy(text) });
  // A block may begin before another and get its words after it.
  return blocks.sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

/** Blocks that the preview has marked with their place: `{ element, path, line, column }`. */
export function placedBlocks(root = document) {
  const placed = [];
  const walker = root.createTreeWalker(root.body ?? root, NodeFilter.SHOW_COMMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const found = /^at (.+):(\d+):(\d+)$/.exec(node.data.trim());
    const element = node.nextElementSibling;
    if (found && element) placed.push({ element, path: found[1], line: Number(found[2]), column: Number(found[3]) });
  }
  return placed;
}

/** The place of the innermost marked block around an element, or null. */
export function placeOf(element) {
  const placed = new Map(placedBlocks().map((place) => [place.element, place]));
  for (let at = element; at; at = at.parentElement) if (placed.has(at)) return placed.get(at);
  return null;
}
