// The frame page: a page as the public will see it, on a phone, or beside its twin.
import { make } from "./dom.js";
import { listen } from "./events.js";
import { addressOf, choicesFrom, frameQuery, pageAt } from "./frame-address.js";

const part = (id) => document.getElementById(id);
const form = part("choices");
const frames = part("frames");
const status = part("status");

const choices = choicesFrom(location.search);
let today = "";
let shownVersion = "";
const shown = { main: null, beside: null };

/** One frame. Its page may lead elsewhere; then everything here follows. */
function frameFor(name, label) {
  const frame = make("iframe", { title: label });
  const figure = make("figure", { "data-frame": name }, make("figcaption", {}, label), frame);
  frame.addEventListener("load", () => followed(name, frame));
  return { frame, figure };
}

function show(name, page, view, label) {
  const address = addressOf(page, view, choices.today || today);
  let at = shown[name];
  if (!at) {
    at = frameFor(name, label);
    shown[name] = at;
    frames.append(at.figure);
    at.frame.src = address;
  } else if (at.address !== address) {
    // Replacing leaves no step in the history, so that "back" leads back to drafting.
    at.frame.contentWindow.location.replace(address);
  }
  at.address = address;
  at.frame.title = label;
  at.figure.querySelector("figcaption").textContent = label;
}

function followed(name, frame) {
  let path;
  try {
    path = frame.contentWindow.location.pathname;
  } catch {
    return; // A link has led out of the site.
  }
  const page = pageAt(path);
  if (page === null || shown[name]?.frame !== frame) return;
  const key = name === "main" ? "page" : "beside";
  if (choices[key] === page) return;
  choices[key] = page;
  shown[name].address = addressOf(page, name === "main" ? choices.view : "working", choices.today || today);
  if (name === "main") {
    shownVersion = "";
    line.again();
    // The twin of the page before is not the twin of this one.
    choices.beside = "";
  }
  update();
}

/** Puts everything into the shape of the choices. */
function update() {
  history.replaceState(null, "", `?${frameQuery(choices)}`);
  for (const name of ["view", "width"]) form.elements[name].value = choices[name];
  part("today").value = choices.today || today;
  part("day").hidden = choices.view !== "public";
  part("back").href = addressOf(choices.page, "working");
  document.documentElement.className = choices.width;
  const label = choices.view === "public" ? "The page as the public will see it" : "The draft";
  show("main", choices.page, choices.view, label);
  if (choices.beside) {
    show("beside", choices.beside, "working", part("beside").selectedOptions[0]?.textContent || "The page beside it");
  } else if (shown.beside) {
    shown.beside.figure.remove();
    shown.beside = null;
  }
  frames.classList.toggle("two", Boolean(choices.beside));
}

// On a phone the choices are folded away, so that the page has the room.
const roomy = matchMedia("(min-width: 60rem)");
const fold = () => { part("more").open = roomy.matches; };
roomy.addEventListener("change", fold);
fold();

function hear(state) {
  today = state.today;
  // Lists such as the glossary have no text of their own, and so no title here.
  const title = state.title ?? (choices.page || "the first page");
  document.title = `${title} – Candour preview`;
  part("title").textContent = `Preview of ${title}`;
  const select = part("beside");
  const options = [["", "Nothing"], ...state.twins.map(({ label, page }) => [page, label])];
  if (choices.beside && !options.some(([page]) => page === choices.beside)) options.push([choices.beside, choices.beside]);
  select.replaceChildren(...options.map(([value, text]) => make("option", { value }, text)));
  select.value = choices.beside;
  part("twin").hidden = options.length === 1;
  if (!choices.today) part("today").value = today;
  const beside = shown.beside?.figure.querySelector("figcaption");
  if (beside) beside.textContent = shown.beside.frame.title = select.selectedOptions[0].textContent;
}

/** The public page has no script of the preview in it, so it is reloaded from here, at the same place. */
function reload({ version }) {
  if (choices.view !== "public" || version === shownVersion) return;
  shownVersion = version;
  const { frame } = shown.main;
  const { scrollX: x, scrollY: y, location: inside } = frame.contentWindow;
  const open = [...frame.contentDocument.querySelectorAll("details")].map((fold) => fold.open);
  frame.addEventListener("load", () => {
    frame.contentDocument.querySelectorAll("details").forEach((fold, index) => { fold.open = open[index] ?? fold.open; });
    frame.contentWindow.scrollTo({ left: x, top: y, behavior: "instant" });
  }, { once: true });
  // Not "reload": a frame that is still on its way to its first page would stay empty.
  inside.replace(shown.main.address);
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", ({ target }) => {
  choices[target.name] = target.value;
  shownVersion = "";
  update();
  if (target.name !== "width" && target.name !== "beside") line.again();
});
part("now").addEventListener("click", () => {
  choices.today = "";
  shownVersion = "";
  update();
  line.again();
});

if (choices.view === "public" && !choices.today) {
  const answer = await fetch(`/~candour/state?${new URLSearchParams({ page: choices.page })}`).catch(() => null);
  if (answer?.ok) today = (await answer.json()).today;
}
update();
const line = listen(
  () => {
    const query = { page: choices.page, version: shownVersion };
    if (choices.view === "public") Object.assign(query, { view: "public", today: choices.today || today });
    return `/~candour/events?${new URLSearchParams(query)}`;
  },
  {
    state: hear,
    reload,
    gone: () => { status.textContent = "The preview has stopped; start “candour serve” again."; },
    back: () => { status.textContent = ""; },
  },
);
