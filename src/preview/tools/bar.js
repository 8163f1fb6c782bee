// The one script that the preview puts into a page. It puts the writer back where they were
// before a reload, at once and before anything else is fetched, and then loads the other tools.
(function () {
  "use strict";
  const { page = "", version = "" } = document.currentScript.dataset;
  const framed = window.top !== window;
  const place = `candour.place ${framed ? "frame" : "top"} ${location.pathname}`;
  const blockNames = "h1, h2, h3, h4, h5, h6, p, li, tr, dt, dd, figure, pre";

  // What the tools have put into the page is not part of it.
  const ours = "[data-candour]";

  function words(element) {
    let own = element;
    if (element.querySelector(ours)) {
      own = element.cloneNode(true);
      own.querySelectorAll(ours).forEach((part) => part.remove());
    }
    return own.textContent.replace(/\s+/g, " ").trim().slice(0, 200);
  }

  const children = (element) => [...element.children].filter((child) => !child.matches(ours));

  /** Elements with a name that outlives an edit elsewhere: their words, and which of several alike. */
  function named(selector, text) {
    const seen = new Map();
    return [...document.querySelectorAll(selector)].map((element) => {
      const name = `${element.localName} ${text(element)}`;
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      return { element, name: `${nth} ${name}` };
    });
  }

  const blocks = () => named(document.querySelector("main") ? `main :is(${blockNames})` : blockNames, words);
  const folds = () => named("details", (fold) => (fold.querySelector("summary") ? words(fold.querySelector("summary")) : ""));

  /** What the writer sees now, from the top: the first that is still there after the reload holds the page. */
  function anchors() {
    const seen = [];
    for (const { element, name } of blocks()) {
      const { top, bottom, height } = element.getBoundingClientRect();
      if (height > 0 && bottom > 0 && top < innerHeight) seen.push({ name, top });
      if (seen.length === 12) break;
    }
    return seen;
  }

  function focusNow() {
    const element = document.activeElement;
    if (!element || element === document.body || element.localName === "candour-preview") return null;
    const path = [];
    for (let at = element; at.parentElement; at = at.parentElement) path.unshift(children(at.parentElement).indexOf(at));
    return { id: element.id, path, tag: element.localName, words: words(element), seen: element.matches(":focus-visible") };
  }

  function focusAgain({ id, path, tag, words: text, seen }) {
    let element = id ? document.getElementById(id) : null;
    if (!element) {
      element = document.documentElement;
      for (const index of path) element = element && children(element)[index];
      if (!element || element.localName !== tag || words(element) !== text) return;
    }
    element.focus({ preventScroll: true, focusVisible: seen });
  }

  function read() {
    try {
      const text = sessionStorage.getItem(place);
      sessionStorage.removeItem(place);
      return text ? JSON.parse(text) : null;
    } catch {
      return null;
    }
  }

  // Room at the end of the page, so that the bar never hides its last line or what has the focus.
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  let room = 0;
  function setRoom(pixels) {
    room = pixels;
    sheet.replaceSync(
      `@media screen { html { scroll-padding-bottom: ${pixels + 16}px !important; } body { padding-bottom: ${pixels}px !important; } }`,
    );
  }

  function putBack(kept) {
    if (kept.room) setRoom(kept.room);
    const open = new Map(kept.folds);
    for (const { element, name } of folds()) if (open.has(name)) element.open = open.get(name);
    const settle = () => {
      let top = kept.y;
      if (kept.y > 0) {
        const now = new Map(blocks().map(({ element, name }) => [name, element]));
        const anchor = kept.anchors.find(({ name }) => now.has(name));
        if (anchor) top = scrollY + now.get(anchor.name).getBoundingClientRect().top - anchor.top;
      }
      scrollTo({ left: kept.x, top, behavior: "instant" });
    };
    settle();
    if (kept.focus) focusAgain(kept.focus);
    // Pictures and style may still move things, until the page has loaded or the writer moves first.
    const watcher = new ResizeObserver(settle);
    const signs = ["wheel", "touchstart", "pointerdown", "keydown"];
    const finish = () => {
      watcher.disconnect();
      history.scrollRestoration = "auto";
      for (const sign of signs) removeEventListener(sign, finish, true);
    };
    watcher.observe(document.body);
    for (const sign of signs) addEventListener(sign, finish, true);
    const loaded = () => setTimeout(finish, 300);
    if (document.readyState === "complete") loaded();
    else addEventListener("load", () => { settle(); loaded(); });
  }

  const kept = read();
  if (kept) putBack(kept);

  const about = {
    page,
    version,
    framed,
    setRoom,
    /** What the tools asked to be remembered over the last reload. */
    kept: kept?.tools ?? null,
    /** Reloads the page and comes back to the same place; `tools` is given back as `kept`. */
    reload(tools) {
      const record = {
        x: scrollX, y: scrollY, room, anchors: anchors(), focus: focusNow(), tools,
        folds: folds().map(({ element, name }) => [name, element.open]),
      };
      try {
        sessionStorage.setItem(place, JSON.stringify(record));
        history.scrollRestoration = "manual";
      } catch {
        // Without storage the browser's own memory of the place has to do.
      }
      location.reload();
    },
  };
  import("/~candour/tools/start.js").then(({ start }) => start(about));
})();
