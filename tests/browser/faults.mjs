// One deliberate fault for each thing the suite looks for: the page that has it, and what must be reported.
import { image, page } from "./fixture.mjs";

const up = "../../";
const words = "We publish what we do and say what went less well. ";
const definition = '<dl><dt>Respite</dt><dd id="respite">A short rest for somebody who cares for another person.</dd></dl>';
const term = `<p>Ask for <a class="term" href="#respite">respite</a> at any time.</p>${definition}`;

const chart = (inside) =>
  `<figure class="chart"><figcaption>Half is done</figcaption><div role="img" aria-label="Bar chart: Half is done. 5 of 10.">Half${inside}</div></figure>` +
  '<table><caption>What is done</caption><thead><tr><th scope="col">Done</th></tr></thead><tbody><tr><td>5</td></tr></tbody></table>';
const described = (...titles) => JSON.stringify({ url: "m.csv", tableSchema: { columns: titles.map((title) => ({ titles: title })) } });

const register = '<form data-register="list" hidden><p><label for="find">Find</label> <input type="search" id="find"></p><p role="status"></p><p><button type="reset">All</button></p></form>' +
  '<table class="register"><caption id="list">Contracts</caption><thead><tr><th scope="col">Contract</th><th scope="col" class="number">Value</th></tr></thead>' +
  '<tbody><tr><th scope="row">Beds</th><td class="number">9</td></tr><tr><th scope="row">Advice</th><td class="number">10</td></tr></tbody></table>';
// A script that reads a text as one sentence.
const reading = (say, from = 0) => `const text = document.querySelector("[data-read-aloud]"), voice = window.speechSynthesis;
if (voice.getVoices().length) {
  const button = Object.assign(document.createElement("button"), { className: "read-aloud", textContent: "Read" });
  const done = () => { voice.cancel(); CSS.highlights.clear(); button.textContent = "Read"; };
  button.addEventListener("click", () => {
    if (voice.speaking) return done();
    button.textContent = "Stop";
    const parts = [document.querySelector("h1"), text];
    const next = () => {
      const part = parts.shift();
      if (!part) return done();
      const words = part.textContent, range = new Range(), speech = new SpeechSynthesisUtterance(${say});
      range.setStart(part.firstChild, ${from});
      range.setEnd(part.firstChild, part.firstChild.length);
      CSS.highlights.set("read-aloud", new Highlight(range));
      speech.lang = "en";
      speech.onend = next;
      voice.speak(speech);
    };
    next();
  });
  text.before(button);
}`;
// A script that does what a register needs, but for what `spoilt` puts in its place.
const sorting = (spoilt = {}) => {
  const { compare = "a - b || (a > b) - (a < b)", count = "shown.length", fits = "row.textContent.includes(find.value)" } = spoilt;
  return `const form = document.querySelector("[data-register]"), table = document.querySelector(".register"), find = form.querySelector("input");
const rows = [...table.tBodies[0].rows], status = form.querySelector("[role=status]");
const tell = (more = "") => { const shown = rows.filter((row) => !row.hidden); status.textContent = ${count} + " of " + rows.length + more; };
[...table.tHead.rows[0].cells].forEach((heading, column) => {
  const button = document.createElement("button");
  button.append(...heading.childNodes);
  heading.append(button);
  button.addEventListener("click", () => {
    const down = heading.ariaSort === "ascending";
    const key = (row) => (column ? Number(row.cells[1].textContent) : row.cells[0].textContent);
    rows.sort((first, second) => { const a = key(first), b = key(second); return (down ? -1 : 1) * (${compare}); });
    table.tBodies[0].append(...rows);
    for (const other of table.tHead.rows[0].cells) other.ariaSort = null;
    heading.ariaSort = down ? "descending" : "ascending";
    tell(" by " + heading.textContent);
  });
});
const filter = () => { for (const row of rows) row.hidden = !(${fits}); tell(); };
form.addEventListener("input", filter);
form.addEventListener("reset", () => setTimeout(filter));
form.hidden = false;
tell();`;
};

// name: [check, what the report says, parts of the page, { css, js, files, also }]
// `also` names further checks that this fault cannot help but set off.
const faults = {
  "axe-alt": ["axe", /image-alt/, { body: '<p><img src="../../mark.svg"></p>' }, { also: ["html"] }],
  "axe-contrast": ["axe", /color-contrast:/, { body: '<p class="grey">Grey words</p>' }, { css: ".grey { color: #888 }" }],
  "axe-contrast-dark": ["axe", /color-contrast-enhanced.*dark/, { body: '<p class="grey">Dark words</p>' }, { css: "@media (prefers-color-scheme: dark) { .grey { color: #888 } }" }],
  "axe-narrow": ["axe", /color-contrast:.*320 light/, { body: '<p class="grey">Narrow words</p>' }, { css: "@media (width < 30rem) { .grey { color: #777 } }" }],
  "axe-no-script": ["axe", /image-alt.*\[1280 light no script, /, { body: '<noscript><p><img src="../../mark.svg"></p></noscript>' }, { also: ["html"] }],
  "axe-script": ["axe", /aria-roles.*1280 light, /, {}, { js: 'document.querySelector("main p").setAttribute("role", "nonsense");' }],
  "axe-best-practice": ["axe", /region:/, { end: "<p>Outside every landmark</p>\n" }, {}],

  "charts-faint": ["charts", /instead of 7:1/, { body: '<svg viewBox="0 0 100 20" width="100" height="20" role="img" aria-label="Half done"><rect class="bar" width="100" height="20"/><text x="5" y="15">Half</text></svg>' }, { css: ".bar { fill: #777 }" }],

  "charts-unnamed": ["charts", /0 pictures that say what they are/, { body: '<figure class="chart"><figcaption>Half is done</figcaption><div role="img" aria-label="Half">Half</div></figure>' }, {}],
  "charts-noise": ["charts", /is read out besides its words/, { body: chart('<button type="button">Half</button>') }, { also: ["axe", "html"] }],
  "charts-no-caption": ["charts", /has no caption/, { body: chart("").replace(/<figcaption>.*<\/figcaption>/, "") }, {}],
  "charts-no-table": ["charts", /no table follows/, { body: chart("").replace(/<table>.*<\/table>/, "") }, {}],
  "charts-elsewhere": ["charts", /under another heading/, { body: chart("").replace("<table>", "<h2>Another matter</h2><table>") }, {}],

  "data-broken": ["data", /cannot be read/, {}, { files: { "broken.json": '{"a":}\n' }, page: "broken.json" }],
  "data-unsaid": ["data", /has no @type/, { head: '<script type="application/ld+json">{"@context":"https://schema.org","name":"Money","description":"Money"}</script>\n' }, {}],
  "data-leads": ["data", /no such file/, { head: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Dataset","name":"Money","description":"Money","distribution":[{"contentUrl":"https://council.invalid/gone.csv"}]}</script>\n' }, {}],
  "data-headings": ["data", /other headings/, {}, { files: { "m.csv": "\ufeffYear,Spent\r\n2020,5\r\n", "m.csv-metadata.json": described("Year", "Spent (£)") }, page: "m.csv" }],
  "data-fields": ["data", /line 3 has 3 fields instead of 2/, {}, { files: { "m.csv": '\ufeffYear,Spent\r\n"2020, all",5\r\n2021,5,000\r\n', "m.csv-metadata.json": described("Year", "Spent") }, page: "m.csv" }],
  "data-mark": ["data", /mark of UTF-8/, {}, { files: { "m.csv": "Year,Spent\r\n2020,5\r\n", "m.csv-metadata.json": described("Year", "Spent") }, page: "m.csv" }],

  "document-lang": ["document", /no language/, { lang: "" }, { also: ["axe", "html"] }],
  "document-h1": ["document", /2 h1/, { body: "<h1>Another</h1>" }, { also: ["axe", "html"] }],
  "document-no-h1": ["document", /0 h1/, { h1: "" }, { also: ["axe", "html"] }],
  "document-title": ["document", /title is not unique/, {}, { title: "Money" }],
  "document-main": ["document", /2 main/, { end: "<main><p>Another</p></main>\n" }, { also: ["axe", "html"] }],

  "reflow-scroll": ["reflow", /scrolls sideways/, { body: `<p class="broad">${words}</p>` }, { css: ".broad { width: 500px }", also: ["text-spacing"] }],
  "reflow-cut": ["reflow", /cut off/, { body: `<div class="frame"><p class="broad">${words}</p></div>` }, { css: ".broad { width: 500px } .frame { overflow: clip }", also: ["text-spacing"] }],
  "reflow-no-script": ["reflow", /sideways.*\[no script\]/, { body: `<noscript><p class="broad">${words}</p></noscript>` }, { css: ".broad { width: 500px }" }],
  "spacing-cut": ["text-spacing", /cut off below/, { body: `<div class="frame">${words.repeat(4)}</div>` }, { css: ".frame { line-height: 1; height: 10em; overflow: hidden } @media (width > 30rem) { .frame { height: 5em } }", also: ["large-text", "reflow"] }],
  "spacing-spill": ["text-spacing", /runs out of its box/, { body: `<div class="frame">${words.repeat(4)}</div>` }, { css: ".frame { line-height: 1.3; height: 5em }", also: ["large-text"] }],
  "large-small": ["large-text", /does not grow/, { body: '<p class="fixed">Pixels</p>' }, { css: ".fixed { font-size: 20px }" }],
  "large-scroll": ["large-text", /scrolls sideways/, { body: '<p class="broad">Broad</p>' }, { css: ".broad { width: min(100vw - 3rem, 45rem) } @media (width > 30rem) { .broad { width: 45rem } body { max-width: 50rem }}" }],

  "keyboard-tabindex": ["keyboard", /does not reach it/, { body: '<p>Read <a href="../../" tabindex="-1">the home page</a>.</p>' }, {}],
  "keyboard-trap": ["keyboard", /does not leave it/, { body: '<p><button type="button">Stay</button></p>' }, { js: 'document.querySelector("button").addEventListener("keydown", (event) => event.key === "Tab" && event.preventDefault());' }],
  "keyboard-details": ["keyboard", /Enter does not open it/, { body: "<details><summary>Stuck</summary><p>Never seen</p></details>" }, { js: 'document.querySelector("summary").addEventListener("click", (event) => event.preventDefault());' }],
  "focus-none": ["focus", /nothing changes on focus/, { body: '<p>Read <a class="bare" href="../../">the home page</a>.</p>' }, { css: ".bare:focus-visible { outline: none }" }],
  "focus-thin": ["focus", /outline of 1px/, { body: '<p>Read <a class="bare" href="../../">the home page</a>.</p>' }, { css: ".bare:focus-visible { outline: 1px solid var(--ink) }" }],
  "focus-faint": ["focus", /outline has 1\.\d:1/, { body: '<p>Read <a class="bare" href="../../">the home page</a>.</p>' }, { css: ".bare:focus-visible { outline: 3px solid #ddd } @media (prefers-color-scheme: dark) { .bare:focus-visible { outline-color: #333 } }" }],
  "focus-dark": ["focus", /outline has.*\[320 dark\]/, { body: '<p>Read <a class="bare" href="../../">the home page</a>.</p>' }, { css: ".bare:focus-visible { outline: 3px solid #222 }" }],
  "focus-always": ["focus", /nothing changes on focus/, { body: '<p>Read <a class="bare" href="../../">the home page</a>.</p>' }, { css: ".bare { outline: 3px solid var(--ink) }" }],
  "focus-cut": ["focus", /ring is cut off/, { body: '<div class="tight"><a href="../../">Home page</a></div>' }, { css: ".tight { overflow: clip; width: max-content; } .tight a { display: block; padding: 0.5rem }" }],
  "focus-covered": ["focus", /covered by/, { body: `<p>Read <a href="../../">the home page</a>.</p>`, end: '<footer class="over">Cookies</footer>\n' }, { css: ".over { position: fixed; inset: 6rem 0 0; background: var(--paper) }", also: ["axe"] }],
  "focus-hidden": ["focus", /not visible/, { body: '<p>Read <a class="lost" href="../../">the home page</a>.</p>' }, { css: ".lost { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }", also: ["reflow", "axe"] }],
  "target-small": ["targets", /less than 24/, { body: '<ul><li><a class="small" href="../../">Go</a></li></ul>' }, { css: ".small { font-size: 0.8rem }" }],

  "skip-missing": ["skip-link", /first stop is not/, { skip: "" }, {}],
  "skip-broken": ["skip-link", /does not exist/, { skip: '<a class="skip" href="#nowhere">Skip</a>' }, { also: ["links", "axe"] }],
  "skip-stays": ["skip-link", /before its target/, { body: '<p>Read <a href="../../">the home page</a>.</p>' }, { js: 'document.querySelector(".skip").addEventListener("click", (event) => event.preventDefault());' }],

  "terms-closed": ["terms", /shows no definition/, { body: term }, { js: 'document.addEventListener("click", (event) => event.stopImmediatePropagation(), true);' }],
  "terms-away": ["terms", /leads to another page/, { body: term }, { js: 'document.addEventListener("click", (event) => { if (event.target.matches(".term")) { event.stopImmediatePropagation(); location = "../../index.html"; } }, true);' }],
  "terms-nested": ["terms", /a word inside the definition shows no/, { body: term }, { js: `document.addEventListener("toggle", (event) => event.target.insertAdjacentHTML("beforeend", '<a class="term" href="#respite">rest</a>'), true);` }],
  "terms-escape": ["terms", /Escape does not close/, { body: term }, { js: 'const show = HTMLElement.prototype.showPopover; HTMLElement.prototype.showPopover = function () { this.popover = "manual"; show.call(this); };' }],
  "terms-focus": ["terms", /focus is not on the term/, { body: term }, { js: 'document.addEventListener("toggle", (event) => event.stopImmediatePropagation(), true); document.addEventListener("keyup", (event) => event.key === "Escape" && document.activeElement.blur());' }],
  "terms-other": ["terms", /not the one the link leads to/, { body: term }, { js: 'document.addEventListener("click", () => { document.querySelector("[popover]").textContent = "Something entirely different stands here"; });', also: ["axe"] }],
  "terms-outside": ["terms", /leaves the window/, { body: term }, { css: "[popover] { left: 200vw; right: auto; position: absolute }", also: ["reflow"] }],
  "terms-no-script": ["terms", /does not lead.*no script/, { body: '<p>Ask for <a class="term" href="#respite">respite</a>.</p>' }, { js: `document.querySelector("main").insertAdjacentHTML("beforeend", '${definition}');`, also: ["links", "axe"] }],

  "registers-hidden": ["registers", /fields stay hidden/, { body: register }, {}],
  "registers-order": ["registers", /not in the order/, { body: register }, { js: sorting({ compare: "String(a) < String(b) ? -1 : 1" }) }],
  "registers-count": ["registers", /says "2 of 2/, { body: register }, { js: sorting({ count: "rows.length" }) }],
  "registers-filter": ["registers", /without the words/, { body: register }, { js: sorting({ fits: "true" }) }],
  "registers-no-script": ["registers", /fields that do nothing.*no script/, { body: register.replace(" hidden", "") }, { js: sorting() }],

  "read-aloud-absent": ["read-aloud", /no button/, { body: `<div data-read-aloud="Read">${words}</div>` }, {}],
  "read-aloud-part": ["read-aloud", /once, from its beginning/, { body: `<div data-read-aloud="Read">${words}</div>` }, { js: reading("words.slice(0, 9)") }],
  "read-aloud-mark": ["read-aloud", /not what is said/, { body: `<div data-read-aloud="Read">${words}</div>` }, { js: reading("words", 5) }],

  "requests-host": ["requests", /loads from another host/, { body: '<p><img src="https://other.invalid/x.png" alt="Elsewhere"></p>' }, {}],
  "requests-script": ["requests", /request to another host|console error/, {}, { js: 'document.querySelector("main").append(Object.assign(new Image(), { src: "https://other.invalid/y.png", alt: "Elsewhere" }));' }],
  "requests-policy": ["requests", /console error.*Content Security Policy/, { body: '<p style="color: inherit">Inline style</p>' }, {}],
  "requests-error": ["requests", /uncaught error/, {}, { js: 'throw new Error("deliberate");' }],
  "requests-console": ["requests", /console error: deliberate/, {}, { js: 'console.error("deliberate");' }],
  "requests-missing": ["requests", /answer 404/, {}, { js: 'document.querySelector("main").append(Object.assign(new Image(), { src: "gone.png", alt: "Gone" }));' }],
  "requests-font": ["requests", /font download/, { body: '<p class="fancy">Fancy</p>' }, { css: '@font-face { font-family: fancy; src: url("fancy.woff2") } .fancy { font-family: fancy }', files: { "fancy.woff2": "no font" } }],

  "links-file": ["links", /no such file/, { body: '<p>Read <a href="../../gone/">what is gone</a>.</p>' }, {}],
  "links-case": ["links", /wrong case/, { body: '<p>Read <a href="../../Account/2020/money/">the account</a>.</p>' }, {}],
  "links-slash": ["links", /needs a slash/, { body: '<p>Read <a href="../../account/2020/money">the account</a>.</p>' }, {}],
  "links-anchor": ["links", /no such place/, { body: '<p>Read <a href="../../#gone">the news</a>.</p>' }, {}],
  "links-own-host": ["links", /no such file/, { body: '<p>Read <a href="https://council.invalid/gone/">what is gone</a>.</p>' }, {}],
  "links-mail": ["links", /not an e-mail address/, { body: '<p>Write to <a href="mailto:council">the council</a>.</p>' }, {}],
  "links-style": ["links", /no such file/, { body: '<p class="mark">Marked</p>' }, { css: ".x-unused { background: url(gone.svg) }", page: "page.css" }],

  "html-error": ["html", /error: /, { body: "<p><span>Unclosed</p>" }, {}],
  "html-warning": ["html", /warning: /, { body: "<section><p>A section without a heading</p></section>" }, {}],
  "css-error": ["css", /error: CSS/, {}, { css: "p { colour: red }", page: "page.css" }],
  "svg-error": ["svg", /error: /, {}, { files: { "bad.svg": image.replace("circle", "circel") }, page: "bad.svg" }],
  "size-large": ["size", /kB, a chapter may have 40/, { body: `<p>${noise(90_000)}</p>` }, {}],
};

// Letters that do not compress well.
function noise(length) {
  let seed = 1;
  let text = "";
  while (text.length < length) {
    seed = (seed * 48271) % 2147483647;
    text += String.fromCharCode(97 + (seed % 26)) + (seed % 7 === 0 ? " " : "");
  }
  return text;
}

/** Adds every spoiled page to the site. Resolves to [{ name, page, check, says, also }]. */
export function spoil(files) {
  return Object.entries(faults).map(([name, [check, says, parts, extra]]) => {
    const folder = `faults/${name}/`;
    let head = parts.head ?? "";
    if (extra.css) {
      head += '<link rel="stylesheet" href="page.css">\n';
      files.set(`${folder}page.css`, `${extra.css}\n`);
    }
    if (extra.js) {
      // In the order of the page: before the site's own script.
      head += '<script type="module" src="page.js"></script>\n';
      files.set(`${folder}page.js`, `${extra.js}\n`);
    }
    for (const [file, text] of Object.entries(extra.files ?? {})) files.set(folder + file, text);
    files.set(`${folder}index.html`, page(extra.title ?? name, up, { ...parts, head }));
    return { name, page: folder + (extra.page ?? "index.html"), folder, check, says, also: extra.also ?? [] };
  });
}
