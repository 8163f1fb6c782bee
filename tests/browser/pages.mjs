// What there is on disk: every file, and which of them are pages.
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Every file under `root`, as sorted paths with forward slashes. */
export async function files(root) {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

/** The site: { root, base, host, files, pages, redirects, text }. Pages are .html files that a reader stays on. */
export async function site(root) {
  const all = await files(root);
  const text = new Map();
  for (const file of all.filter((name) => /\.(html|css|svg|xml|atom)$/.test(name))) {
    text.set(file, await readFile(join(root, file), "utf8"));
  }
  const html = all.filter((name) => name.endsWith(".html"));
  const redirects = html.filter((name) => /<meta[^>]+http-equiv=["']?refresh/i.test(text.get(name)));
  return { root, files: all, text, redirects, pages: html.filter((name) => !redirects.includes(name)), ...home(text) };
}

/** The address of a page below the base: "a/index.html" is "a/". */
export function address(page) {
  return page.replace(/(^|\/)index\.html$/, "$1");
}

// The site may live below a host's root; the canonical link of the home page says where.
function home(text) {
  const link = /<link[^>]+rel=["']?canonical["']?[^>]*>/i.exec(text.get("index.html") ?? "")?.[0] ?? "";
  const href = /href=["']?([^"'\s>]+)/i.exec(link)?.[1];
  if (!href || !URL.canParse(href)) return { host: null, base: "/" };
  const url = new URL(href);
  return { host: url.origin, base: url.pathname.replace(/[^/]*$/, "") };
}
