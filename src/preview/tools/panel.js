// The frame of the bar: cut off from the page's own style, with one sheet above the row that opens and closes.
import { make, shape } from "./dom.js";

/** `sheets` is a map of name → `{ title(), fill() }`; `fill` gives nodes. `closed(name, byHand)` is told of each closing. */
export function panel(about, sheets, closed) {
  const host = make("candour-preview", { "data-candour": true });
  const root = host.attachShadow({ mode: "open" });
  const status = make("p", { role: "status", class: "unseen" });
  const title = make("h2", { id: "sheet-title", tabindex: "-1" });
  const body = make("div", { class: "sheet-body" });
  const close = make("button", { type: "button", class: "close", onclick: () => shut(true) }, "Close");
  const sheet = make("div", { class: "sheet", hidden: true, role: "region", "aria-labelledby": "sheet-title", tabindex: "0" },
    make("div", { class: "sheet-head" }, title, close), body);
  const notices = make("div", { class: "notices" });
  const row = make("div", { class: "row" });
  const section = make("section", { class: "bar", "aria-label": "Candour preview" }, status, sheet, notices, row);
  const style = make("link", { rel: "stylesheet", href: "/~candour/tools/bar.css" });
  section.hidden = true;
  style.addEventListener("load", () => { section.hidden = false; });
  root.append(style, section);

  let current = null;
  let opener = null;

  const control = (key) => root.querySelector(`[data-key="${key}"]:not([hidden])`);

  function expanded() {
    for (const button of root.querySelectorAll("[data-sheet]")) {
      button.setAttribute("aria-expanded", String(button.dataset.sheet === current));
    }
  }

  function fill() {
    const sheetNow = sheets[current];
    // A list that is written anew must not lose the writer's place or focus in it.
    const { scrollTop } = sheet;
    const stops = () => [...body.querySelectorAll("a[href], button, input, [tabindex]")];
    const at = stops().indexOf(root.activeElement);
    title.textContent = sheetNow.title();
    body.replaceChildren(...sheetNow.fill());
    sheet.scrollTop = scrollTop;
    if (at >= 0) (stops()[at] ?? title).focus({ preventScroll: true });
  }

  function open(name, { byHand = false, from = null } = {}) {
    if (current && current !== name) shut(false, { quiet: true });
    current = name;
    opener = from;
    sheet.dataset.name = name;
    sheet.hidden = false;
    fill();
    sheet.scrollTop = 0;
    expanded();
    if (byHand) title.focus({ preventScroll: true });
  }

  function shut(byHand, { quiet = false } = {}) {
    if (!current) return;
    const name = current;
    const inside = sheet.contains(root.activeElement);
    current = null;
    sheet.hidden = true;
    expanded();
    if (inside && !quiet) (control(opener) ?? row.querySelector("button"))?.focus();
    closed(name, byHand);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !current) return;
    // The page may have a box of its own open; then this key is meant for that.
    const inBar = document.activeElement === host;
    if (!inBar && document.querySelector("main [role=dialog], [popover]:popover-open")) return;
    shut(true);
  }, true);

  // A stop that the sheet would cover even after scrolling (a sticky list, say) matters more than the sheet.
  document.addEventListener("focusin", (event) => {
    if (event.target === host || !current || !(event.target instanceof Element)) return;
    requestAnimationFrame(() => {
      const stop = event.target.getBoundingClientRect();
      const top = section.getBoundingClientRect().top;
      if (stop.height >= innerHeight / 2 || stop.bottom <= top) return;
      scrollBy({ top: stop.bottom - top + 16, behavior: "instant" });
      if (event.target.getBoundingClientRect().bottom > top + 1) shut(true);
    });
  });

  /** What does not fit into the row is left out of it, the least needed first. */
  function fit() {
    section.classList.remove("tight", "narrow");
    for (const step of ["tight", "narrow"]) if (row.scrollWidth > row.clientWidth) section.classList.add(step);
  }

  document.body.append(host);
  let width = 0;
  new ResizeObserver(() => {
    // Until its style is there it has no height; the room it had before the reload stays.
    if (section.hidden) return;
    const box = section.getBoundingClientRect();
    if (box.width !== width) fit();
    width = box.width;
    about.setRoom(Math.ceil(section.getBoundingClientRect().height));
  }).observe(section);

  return {
    root,
    get current() {
      return current;
    },
    open,
    shut,
    refresh: () => current && fill(),
    say(text) {
      if (status.textContent !== text) status.textContent = text;
    },
    setNotices(list) {
      const wanted = list.map(({ kind, text }) => `${kind} ${text}`).join("\n");
      if (notices.dataset.shown === wanted) return;
      notices.dataset.shown = wanted;
      notices.replaceChildren(...list.map(({ kind, icon, head, text }) =>
        make("p", { class: `notice notice-${kind}` }, shape(icon), make("span", {}, head ? make("strong", {}, `${head}: `) : null, text))));
    },
    /** Replaces the row, keeping the focus on the control of the same name. */
    setRow(parts) {
      const key = root.activeElement && row.contains(root.activeElement) ? root.activeElement.dataset.key : null;
      row.replaceChildren(...parts.filter(Boolean));
      fit();
      expanded();
      if (key) control(key)?.focus({ preventScroll: true });
    },
    /** A button that opens and closes a sheet. */
    opens(name, key, ...children) {
      return make("button", {
        type: "button", "data-sheet": name, "data-key": key, "aria-expanded": "false",
        onclick: () => (current === name ? shut(true) : open(name, { byHand: true, from: key })),
      }, ...children);
    },
    /** For a reload: what is open, how far it is scrolled, and what has the focus. */
    remember() {
      const focus = root.activeElement;
      return { sheet: current, opener, scroll: sheet.scrollTop, key: focus?.dataset.key ?? null, inSheet: Boolean(focus && sheet.contains(focus)) };
    },
    comeBack({ sheet: name, opener: from, scroll, key, inSheet }) {
      if (name && sheets[name]) {
        open(name, { from });
        sheet.scrollTop = scroll;
      }
      const later = () => (key ? control(key) : inSheet && current ? title : null)?.focus({ preventScroll: true });
      if (section.hidden) style.addEventListener("load", later);
      else later();
      style.addEventListener("load", () => { sheet.scrollTop = scroll; });
    },
  };
}
