// A stand-in for the preview server, which the tools of the page are tested against: it serves a built site
// and does what the test says. The tools themselves are the real ones.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const tools = fileURLToPath(new URL("../../../src/preview/tools/", import.meta.url));

export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** A state of a page in which there is nothing to mend. */
export function calm(page) {
  const none = { errors: 0, warnings: 0, advice: 0 };
  return {
    page, title: "Welcome to our Local Account", today: "2021-01-20", checking: false, problem: null, shown_as_before: null,
    source: { path: "content/local-account/2019-20/01-welcome.md", line: 1, column: 1 },
    editor: "vscode://file/site/{path}:{line}:{column}",
    held_back: null, counts: none, page_counts: none, diagnostics_html: "", diagnostics_key: "none",
    reading: { words: 512, sentences: 30, reading_age: 14, long_sentences: 4 },
    figures: [], abbreviations: [], twins: [], published: true,
  };
}

/** One mistake as the server writes it. */
export function mistake({ severity = "error", text, path, line, excerpt = "" }) {
  const safe = (raw) => raw.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
  return `<li class="diagnostic" data-severity="${severity}"><p class="message"><span class="severity">${severity[0].toUpperCase()}${severity.slice(1)}</span> <span class="text">${safe(text)}</span> <code class="code">[sample]</code></p>
<p class="where"><a class="place" href="vscode://file/site/${path}:${line}:1">${path}:${line}:1</a></p>
<pre class="excerpt" tabindex="0">${line} | <mark>${safe(excerpt)}</mark></pre>
<p class="help">To mend it: write it another way.</p>
<p class="more"><code>candour explain sample</code></p></li>`;
}

export const listOf = (here, elsewhere = []) =>
  `<h3>This page</h3><ol class="diagnostics">${here.join("")}</ol>` +
  (elsewhere.length ? `<h3>The rest of the site</h3><ol class="diagnostics">${elsewhere.join("")}</ol>` : "");

/** Serves the built site in `root`. */
export class Mock {
  constructor(root) {
    this.root = root;
    this.edits = new Map(); // page → function over the HTML of the working view
    this.publicEdits = new Map();
    this.states = new Map();
    this.unpublished = new Set();
    this.streams = new Set();
    this.requests = [];
    this.port = 0;
  }

  async start() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error) => {
        response.writeHead(500);
        response.end(String(error));
      });
    });
    await new Promise((resolve) => this.server.listen(this.port, "127.0.0.1", resolve));
    this.port = this.server.address().port;
    this.origin = `http://127.0.0.1:${this.port}`;
  }

  /** As `kill -9` would. */
  async stop() {
    this.streams.clear();
    await new Promise((resolve) => {
      this.server.close(resolve);
      this.server.closeAllConnections();
    });
  }

  state(page) {
    return this.states.get(page) ?? calm(page);
  }

  /** Changes the state of a page and tells the open ones. */
  set(page, change) {
    this.states.set(page, { ...this.state(page), ...change });
    for (const stream of this.streams) if (stream.page === page) stream.send("state", this.state(page));
  }

  /** Changes the bytes of a page as a save would; null takes it back. */
  async edit(page, change, edits = this.edits) {
    if (change) edits.set(page, change);
    else edits.delete(page);
    for (const stream of this.streams) await this.tell(stream);
  }

  async tell(stream) {
    const version = stream.view === "public" ? hash(await this.publicPage(stream.page)) : hash(await this.page(stream.page));
    if (version !== stream.version) {
      stream.version = version;
      stream.send("reload", { version });
    }
  }

  async file(page) {
    return readFile(join(this.root, page, "index.html"), "utf8");
  }

  async publicPage(page) {
    return (this.publicEdits.get(page) ?? ((html) => html))(await this.file(page));
  }

  /** The working view of a page, with a place before each block but without the bar. */
  async page(page) {
    let line = 8;
    const placed = (await this.file(page)).replace(/<div class="prose">[^]*?<section class="words"|<div class="prose">[^]*<\/main>/, (prose) =>
      prose.replace(/<(p|h2|h3|ul|li|table)\b/g, (tag, name) => {
        line += name === "ul" ? 0 : 2;
        return `<!--at content/${page}.md:${line}:1-->${tag}`;
      }));
    return (this.edits.get(page) ?? ((html) => html))(placed);
  }

  async answer(request, response) {
    const url = new URL(request.url, this.origin);
    this.requests.push(url.pathname + url.search);
    const page = url.searchParams.get("page") ?? "";
    const send = (status, type, body) => {
      response.writeHead(status, { "content-type": type, "content-security-policy": policy, "cache-control": "no-store", "x-content-type-options": "nosniff" });
      response.end(body);
    };
    const path = decodeURIComponent(url.pathname);
    if (path.startsWith("/~candour/tools/")) {
      const name = path.slice("/~candour/tools/".length);
      return send(200, types[extname(name)], await readFile(join(tools, name)));
    }
    if (path === "/~candour/frame") return send(200, types[".html"], await readFile(join(tools, "frame.html")));
    if (path === "/~candour/state") return send(200, "application/json", JSON.stringify(this.state(page)));
    if (path === "/~candour/events") return this.events(url.searchParams, response);
    if (path === "/~candour/published") {
      return this.unpublished.has(page) ? send(404, types[".html"], "") : send(200, types[".html"], await this.file(page));
    }
    const asPublic = /^\/~candour\/as\/public\/\d{4}-\d\d-\d\d\/(.*)$/.exec(path);
    const inside = asPublic ? asPublic[1] : path.slice(1);
    if (/(^|\/)$|index\.html$/.test(inside)) {
      const name = inside.replace(/\/?(index\.html)?$/, "");
      if (asPublic) {
        return this.unpublished.has(name) ? send(404, types[".html"], "<!doctype html><title>Not found</title><p>There is no such page.") : send(200, types[".html"], await this.publicPage(name));
      }
      const html = await this.page(name);
      const bar = `<script src="/~candour/tools/bar.js" defer data-page="${name}" data-version="${hash(html)}"></script>\n</body>`;
      return send(200, types[".html"], html.replace("</body>", () => bar));
    }
    const body = await readFile(join(this.root, inside)).catch(() => null);
    return body ? send(200, types[extname(inside)] ?? "application/octet-stream", body) : send(404, types[".html"], "not found");
  }

  events(query, response) {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", "content-security-policy": policy });
    const stream = {
      page: query.get("page") ?? "",
      view: query.get("view"),
      version: query.get("version"),
      send: (event, value) => response.write(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`),
    };
    this.streams.add(stream);
    response.on("close", () => this.streams.delete(stream));
    response.write(": here\n\n");
    stream.send("state", this.state(stream.page));
    if (stream.version) return this.tell(stream);
    return this.publicPage(stream.page).then((html) => { stream.version = hash(html); }, () => {});
  }
}

function hash(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
