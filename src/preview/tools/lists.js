// Short lists of places on this page: each entry shows its words in the page and opens its line in the editor.
import { make } from "./dom.js";
import { editorAddress, linkFacts } from "./editor.js";
import { fileName } from "./words.js";
import { show, unmark } from "./find.js";

/** Where something is written, as a link where an editor can open it. */
export function placeLink(editor, place, label = `${fileName(place.path)}, line ${place.line}`) {
  const address = editorAddress(editor, place);
  return address ? make("a", linkFacts(address), label) : make("span", { class: "place" }, `${place.path}:${place.line}`);
}

/** One of the lists. `lead` says why these words are listed. */
export function places(lead, items, editor, say) {
  const met = new Map();
  const entries = items.map((item) => {
    const where = `${item.path}:${item.line} ${item.text}`;
    const nth = met.get(where) ?? 0;
    met.set(where, nth + 1);
    const press = () => {
      unmark();
      say(show(item, nth) ? `${item.text}: shown in the page` : `${item.text}: not in the text of this page`);
    };
    return make("li", {}, make("button", { type: "button", class: "words", onclick: press }, item.text), placeLink(editor, item));
  });
  return [make("p", { class: "lead" }, lead), make("ul", { class: "places" }, ...entries)];
}
