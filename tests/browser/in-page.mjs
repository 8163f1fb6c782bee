// Measuring functions that run inside the page as `candour.…`. They must not change what they measure.
// They work with script switched off too, as long as nothing waits for a timer.

export function inPage() {
  const interactive =
    "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, " +
    "audio[controls], video[controls], [contenteditable=''], [contenteditable=true], [tabindex]";

  /** Boxes that a reader can see; none for hidden, closed and clipped-away elements. */
  function boxes(element) {
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return [];
    return [...element.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  }

  /** Things a reader can operate. A control that is taken out of the Tab order counts, a mere focus target does not. */
  function controls() {
    return [...document.querySelectorAll(interactive)].filter((element) => {
      if (element.disabled || element.closest("[inert], fieldset:disabled")) return false;
      if (element.matches("summary")) return element === element.parentElement.querySelector(":scope > summary");
      const roving = /^(tab|option|menuitem|menuitemradio|menuitemcheckbox|treeitem|gridcell)$/.test(element.getAttribute("role"));
      if (element.tabIndex < 0) return !roving && element.matches("a[href], button, input, select, textarea");
      return true;
    });
  }

  /** A short name for a person to find the element by. */
  function describe(element) {
    if (!element) return "nothing";
    const id = element.id ? `#${element.id}` : "";
    const classes = [...element.classList].slice(0, 2).map((name) => `.${name}`).join("");
    const words = (element.getAttribute("aria-label") || element.textContent || "").trim().replace(/\s+/g, " ");
    const text = words.length > 40 ? `${words.slice(0, 40)}…` : words;
    return `${element.localName}${id}${classes}${text ? ` “${text}”` : ""}`;
  }

  /** Whether the element has words of its own, not only those of its children. */
  function hasOwnText(element) {
    return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
  }

  /** Any CSS colour as [red, green, blue, alpha], 0 to 255 and 0 to 1. */
  const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  function colour(css) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = css;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  }

  /** The paper an element lies on: the nearest ancestor that paints one. */
  function paper(element) {
    for (let at = element; at; at = at.parentElement) {
      const background = getComputedStyle(at).backgroundColor;
      if (colour(background)[3] > 0.9) return background;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches && /dark/.test(getComputedStyle(document.documentElement).colorScheme)
      ? "rgb(18, 18, 18)"
      : "white";
  }

  /** WCAG contrast ratio of two CSS colours. */
  function contrast(one, other) {
    const light = (css) => {
      const [r, g, b] = colour(css).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  globalThis.candour = { boxes, controls, describe, hasOwnText, colour, paper, contrast };
}
