// A tiny site without a fault. The self-test spoils copies of its pages, one fault to each.

const style = `
:root { color-scheme: light dark; --ink: #111; --paper: #fff; --link: #00405a; font: 100%/1.5 system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { :root { --ink: #f4f4f4; --paper: #121212; --link: #9cdcff; } }
body { margin: 0 auto; max-width: 40rem; padding: 1rem; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; font-size: 1.1875rem; }
a { color: var(--link); }
nav a, summary, button, input, .skip { display: inline-block; min-height: 1.75rem; min-width: 1.75rem; font: inherit; }
button { color: var(--paper); background: var(--ink); }
nav ul { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; list-style: none; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
.skip:not(:focus) { position: absolute; left: -99rem; }
.scroll { overflow-x: auto; padding: 5px; }
[popover] { inset: 1rem 1rem auto; color: inherit; background: var(--paper); border: 2px solid; }
`;

const script = `
const terms = [...document.querySelectorAll("a.term")];
let last = null;
const panel = document.createElement("div");
panel.setAttribute("popover", "auto");
panel.setAttribute("role", "dialog");
panel.setAttribute("aria-label", "Definition");
if (terms.length) document.body.append(panel);
for (const term of terms) {
  term.addEventListener("click", (event) => {
    event.preventDefault();
    last = term;
    const text = document.createElement("p");
    text.textContent = document.getElementById(term.hash.slice(1)).textContent;
    panel.replaceChildren(text);
    panel.showPopover();
  });
}
panel.addEventListener("toggle", (event) => event.newState === "closed" && last.focus());
`;

export const image = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>\n`;

/** One page. `up` leads to the root; every part can be replaced. */
export function page(title, up, parts = {}) {
  const {
    lang = ' lang="en-GB"',
    head = "",
    skip = '<a class="skip" href="#main">Skip to main content</a>',
    top = "",
    h1 = `<h1>${title}</h1>`,
    body = "<p>We publish what we do.</p>",
    end = "",
  } = parts;
  return `<!doctype html>
<html${lang}>
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${up}style.css">
${head}<script type="module" src="${up}script.js"></script>
</head>
<body>
${skip}
<header>${top}<nav aria-label="Site"><ul><li><a href="${up}">Home</a></li><li><a href="${up}account/2020/money/">Money</a></li></ul></nav></header>
<main id="main">
${h1}
${body}
</main>
${end}</body>
</html>
`;
}

const chapter = `
<p>A <a class="term" href="#word-reablement">reablement</a> plan helps. See <a href="../../../#news">the news</a>.</p>
<noscript><p>This page works without script.</p></noscript>
<h2>Spending</h2>
<figure class="chart"><figcaption>Spending rose</figcaption><div role="img" aria-label="Bar chart: Spending rose. It was 1,884 pounds."><span aria-hidden="true">1,884</span></div></figure>
<div class="scroll" role="region" aria-labelledby="spending" tabindex="0">
<table><caption id="spending">Spending by year</caption>
<thead><tr><th scope="col">Year</th><th scope="col">Spent (£)</th></tr></thead>
<tbody><tr><th scope="row">2019 to 2020</th><td>1,884</td></tr></tbody></table>
</div>
<details><summary>More about this</summary><p>Read <a href="/account/2020/money/#spending">the table</a>.</p></details>
<h2>Words used on this page</h2>
<dl><dt>Reablement</dt><dd id="word-reablement">Short support that helps people live at home again.</dd></dl>
`;

/** Path → text of every file. */
export function cleanSite() {
  return new Map([
    ["index.html", page("Candour Council", "./", { head: '<link rel="canonical" href="https://council.invalid/">\n<script type="application/ld+json">{"@context":"https://schema.org","@type":"Dataset","name":"Money","description":"Money","url":"https://council.invalid/account/2020/money/"}</script>\n', body: '<h2 id="news">News</h2>\n<p><img src="mark.svg" alt="Our mark" width="40" height="40"></p>' })],
    ["account/2020/money/index.html", page("Money", "../../../", { body: chapter })],
    ["404.html", page("Page not found", "/")],
    ["old/index.html", '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<title>Moved</title>\n<meta http-equiv="refresh" content="0; url=../account/2020/money/">\n</head>\n<body>\n<p><a href="../account/2020/money/">Moved</a></p>\n</body>\n</html>\n'],
    ["sitemap.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://council.invalid/account/2020/money/</loc></url></urlset>\n'],
    ["style.css", style],
    ["script.js", script],
    ["mark.svg", image],
  ]);
}
