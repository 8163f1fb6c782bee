// Joins the tools of one page: what the server says goes to the bar, what the writer presses to the tools.
import { changes as changesTool } from "./changes.js";
import { make, shape } from "./dom.js";
import { placeText } from "./editor.js";
import { reveal, unmark } from "./find.js";
import { listen } from "./events.js";
import { places } from "./lists.js";
import { margin } from "./margin.js";
import { recall, remember } from "./memory.js";
import { mistakes as mistakesTool } from "./mistakes.js";
import { panel } from "./panel.js";
import { sources as sourcesTool } from "./sources.js";
import { views } from "./views.js";
import { abbreviationsLine, changesLine, figuresLine, readingLine, standing } from "./words.js";

const address = (about) => () => `/~candour/events?${new URLSearchParams({ page: about.page, version: about.version })}`;

/** False when the page was reloaded for this very version already and still is another: then waiting is wiser. */
function mayReload(version) {
  const last = recall("reloads");
  const times = last?.version === version && Date.now() - last.at < 10_000 ? last.times + 1 : 1;
  remember("reloads", { version, times, at: Date.now() });
  return times <= 3;
}

function reloader(about, tools) {
  return ({ version }) => {
    if (version !== about.version && mayReload(`${location.pathname} ${version}`)) about.reload(tools());
  };
}

/** Called once for each page. */
export function start(about) {
  if (about.framed) {
    listen(address(about), { reload: reloader(about, () => null) });
    return;
  }
  let state = about.kept?.state ?? null;
  let gone = false;
  let place = null;

  const marks = margin();
  const mistakes = mistakesTool(() => bar);
  const changes = changesTool(about, marks, () => draw());
  const sources = sourcesTool(marks, (value) => { place = value; draw(); });

  const bar = panel(about, {
    mistakes,
    view: {
      title: () => "View",
      fill: () => (state ? views(state, { changes, sources, changesNote: changesLink(), facts: facts("here") }) : []),
    },
    figures: {
      title: () => figuresLine(state.figures.length),
      fill: () => places("Nothing checks these numbers: they are typed in the text. Press one to see it in the page.", state.figures, state.editor, bar.say),
    },
    abbreviations: {
      title: () => abbreviationsLine(state.abbreviations.length),
      fill: () => places("Readers may not know these. Write them out, or add them to the glossary.", state.abbreviations, state.editor, bar.say),
    },
    changes: { title: () => changesNote() ?? "Changes since published", fill: changeList },
  }, (name, byHand) => {
    unmark();
    if (name === "mistakes" && byHand) mistakes.closed();
  });

  function changesNote() {
    const { found } = changes;
    if (!found) return null;
    if (found.never) return "Not published yet: all of it is new.";
    if (found.failed) return "The published page could not be read.";
    return changesLine({ changed: found.changed.length, fresh: found.fresh.length, gone: found.gone.length });
  }

  /** The same, as a way to the list where there is something to list. */
  function changesLink() {
    const note = changesNote();
    const { changed = [], fresh = [], gone: lost = [] } = changes.found ?? {};
    return changed.length + fresh.length + lost.length ? bar.opens("changes", "changes-here", note) : note;
  }

  function changeList() {
    const { changed = [], fresh = [], gone: lost = [] } = changes.found ?? {};
    const short = (text) => (text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text);
    const entry = (word, block) => make("li", {}, make("strong", {}, `${word}: `),
      block.element ? make("button", { type: "button", class: "words", onclick: () => reveal(block.element) }, short(block.text)) : short(block.text));
    const items = [
      ...changed.map((block) => entry("Changed", block)),
      ...fresh.map((block) => entry("New", block)),
      ...lost.map(({ text }) => entry("Gone", { text })),
    ];
    return items.length ? [make("ul", { class: "places" }, ...items)] : [make("p", {}, changesNote() ?? "Nothing is marked.")];
  }

  /** The counts of this page; they stand in the row where there is room, else in the sheet. */
  function facts(where) {
    const list = [];
    if (state.reading) list.push(make("span", { class: "fact" }, readingLine(state.reading)));
    if (state.figures.length) list.push(bar.opens("figures", `figures-${where}`, figuresLine(state.figures.length)));
    if (state.abbreviations.length) list.push(bar.opens("abbreviations", `abbreviations-${where}`, abbreviationsLine(state.abbreviations.length)));
    return list;
  }

  function notices() {
    const list = [];
    if (gone) list.push({ kind: "mistake", icon: "mistake", text: "The preview has stopped; start “candour serve” again." });
    if (state?.problem) list.push({ kind: "mistake", icon: "mistake", text: state.problem });
    if (state?.shown_as_before) list.push({ kind: "warning", icon: "warning", text: `${state.shown_as_before} cannot be read, so this page is shown as it was before.` });
    if (state?.held_back) list.push({ kind: "held", icon: "held", head: state.held_back.title, text: state.held_back.text });
    if (place) list.push({ kind: "place", icon: "fine", text: `This text is in ${placeText(place)}.` });
    return list;
  }

  function draw() {
    bar.setNotices(notices());
    const name = make("span", { class: "name" }, "Preview");
    if (!state) return bar.setRow([name, make("span", { class: "fact" }, gone ? "No server" : "Connecting")]);
    const stands = standing(state);
    const look = gone ? ["mistake", "Stopped"] : state.checking ? ["busy", "Checking"] : [stands.shape, stands.text];
    const note = changes.on ? changesNote() : null;
    bar.setRow([
      name,
      bar.opens("mistakes", "state", shape(look[0]), make("span", {}, look[1])),
      make("div", { class: "facts-wide" }, ...facts("row")),
      note ? bar.opens("changes", "changes-row", note.replace(/:.*|\.$/, "")) : null,
      bar.opens("view", "view", make("span", {}, "View"), shape("up")),
    ]);
    // A sheet with nothing left to list has nothing to say.
    const empty = { figures: !state.figures.length, abbreviations: !state.abbreviations.length };
    if (empty[bar.current]) bar.shut(false);
    else if (bar.current !== "mistakes") bar.refresh();
  }

  function hear(value) {
    const published = state?.published !== value.published;
    state = value;
    gone = false;
    sources.setEditor(state.editor);
    draw();
    mistakes.update(state);
    if (published) changes.again();
  }

  draw();
  if (state) hear(state);
  if (about.kept?.bar) bar.comeBack(about.kept.bar);
  listen(address(about), {
    state: hear,
    reload: reloader(about, () => ({ state, bar: bar.remember() })),
    gone: () => { gone = true; draw(); bar.say("The preview has stopped"); },
    back: () => { if (gone) { gone = false; draw(); bar.say("The preview is back"); } },
  });
}
