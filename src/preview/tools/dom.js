// Building elements without ever writing markup from text.

/** An element; `facts` are attributes, or listeners when their names begin with "on". */
export function make(name, facts = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(facts)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// The shapes of look and word: never the shape alone, so they are hidden from screen readers.
const shapes = {
  fine: ["M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-1 10L3.9 7.9l1.3-1.3L7 8.4l3.9-3.9 1.3 1.3Z"],
  mistake: ["M8 1 .8 14.5h14.4ZM7.1 6h1.8v4.4H7.1Zm0 5.4h1.8v1.7H7.1Z"],
  warning: ["M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8ZM7.1 4.5h1.8v4.4H7.1Zm0 5.4h1.8v1.7H7.1Z"],
  busy: ["M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.8v10.4A5.2 5.2 0 0 1 8 2.8Z"],
  held: ["M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8ZM4.5 7.1h7v1.8h-7Z"],
  up: ["M2.6 11.2 8 5.8l5.4 5.4 1.2-1.2L8 3.4 1.4 10Z"],
};

/** One of the shapes, in the colour of the words beside it. */
export function shape(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `shape shape-${name}`);
  svg.setAttribute("aria-hidden", "true");
  for (const d of shapes[name]) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", d);
    path.setAttribute("fill", "currentColor");
    path.setAttribute("fill-rule", "evenodd");
    svg.append(path);
  }
  return svg;
}
