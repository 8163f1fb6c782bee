// Other ways to see this page, and what can be marked in it.
import { make } from "./dom.js";
import { placeLink } from "./lists.js";
import { sentenceLine } from "./words.js";

/** The address of the frame page. */
export function frameAddress(facts) {
  return `/~candour/frame?${new URLSearchParams(facts)}`;
}

/** The page of how a document reads, or of how all do. */
function readingAddress(document) {
  return document ? `/~candour/reading?${new URLSearchParams({ page: document })}` : "/~candour/reading";
}

function tick(key, label, tool, note) {
  const box = make("input", { type: "checkbox", "data-key": key, onchange: (event) => tool.set(event.target.checked) });
  box.checked = tool.on;
  return make("li", {}, make("label", {}, box, make("span", {}, label)), note ? make("p", { class: "note" }, note) : null);
}

const link = (href, text, aside = "") => make("li", {}, make("a", { href }, text), aside ? ` ${aside}` : null);

/** The sheet behind the button "View". `facts` are the counts that have no room in the row of a small screen. */
export function views(state, { changes, sources, changesNote, facts }) {
  const { page } = state;
  const twins = state.twins.map(({ label, page: beside }) =>
    link(frameAddress({ page, view: "working", width: "wide", beside }), `Side by side with ${label}`));
  const own = state.source
    ? make("p", {}, "This page is written in ", placeLink(state.editor, state.source, state.source.path), ".")
    : null;
  return [
    make("div", { class: "groups" },
      facts.length ? make("div", { class: "group facts-here" }, make("h3", {}, "On this page"), make("ul", {}, ...facts.map((fact) => make("li", {}, fact)))) : null,
      make("div", { class: "group" }, make("h3", {}, "See the page"),
        make("ul", {},
          link(frameAddress({ page, view: "public", today: state.today, width: "wide" }), "As the public will see it"),
          link(frameAddress({ page, view: "working", width: "phone" }), "Phone", "(390 pixels wide)"),
          ...twins)),
      make("div", { class: "group" }, make("h3", {}, "Mark in the page"),
        make("ul", {},
          tick("changes", "Changes since published", changes, changesNote),
          tick("sources", "Where the text lives", sources, "Or press Alt and click on a text to open it.")),
        ),
      make("div", { class: "group" }, make("h3", {}, "The text"), own,
        state.reading ? make("p", {}, `${sentenceLine(state.reading)}.`) : null,
        make("ul", {},
          state.document ? link(readingAddress(state.document), "How this document reads, with what is wrong marked") : null,
          link(readingAddress(""), "How all documents read")),
        state.published ? null : make("p", {}, "Not in the last published build.")),
    ),
  ];
}
