// Where each block of the page is written: a small link at its side, and Alt with a click at any time.
import { placedBlocks, placeOf } from "./blocks.js";
import { make } from "./dom.js";
import { editorAddress, linkFacts, openInEditor, placeText } from "./editor.js";
import { recall, remember } from "./memory.js";

/** The tool. `tell(text)` shows a place in words where no editor can open it. */
export function sources(marks, tell) {
  let on = recall("sources") === true;
  let editor = null;

  function beside({ element, ...place }) {
    const address = editorAddress(editor, place);
    const line = String(place.line);
    const node = address
      ? make("a", { class: "line", "aria-label": `${line}: open ${place.path} at line ${line}`, ...linkFacts(address) }, line)
      : make("button", { class: "line", type: "button", "aria-label": `${line}: say where ${placeText(place)} is`, onclick: () => tell(place) }, line);
    return { element, node, column: true };
  }

  function draw() {
    if (!on) return marks.set("sources", []);
    const seen = new Set();
    // A list and its first item begin in the same line: one link is enough.
    const blocks = placedBlocks().filter((place) => {
      const fresh = !seen.has(placeText(place));
      seen.add(placeText(place));
      return fresh;
    });
    marks.set("sources", blocks.map(beside));
  }

  document.addEventListener("click", (event) => {
    if (!event.altKey || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const place = event.target instanceof Element ? placeOf(event.target) : null;
    if (!place) return;
    event.preventDefault();
    event.stopPropagation();
    const address = editorAddress(editor, place);
    if (address) openInEditor(address);
    else tell(place);
  }, true);

  if (on) draw();
  return {
    get on() {
      return on;
    },
    set(value) {
      on = value;
      remember("sources", on || null);
      draw();
    },
    /** The editor is known only once the server has told it. */
    setEditor(value) {
      if (value === editor) return;
      editor = value;
      draw();
    },
  };
}
