// Every address in every file leads to a file of the site, in the right case, and every fragment to an id.
import { address } from "./pages.mjs";

const here = "http://site.invalid";

/** Reads the files on disk, not what script makes of them. `page` is any open tab page; it serves as the parser. */
export async function links(page, site, report) {
  await page.goto("about:blank");
  const files = new Set(site.files);
  const parsed = new Map();
  for (const name of [...site.pages, ...site.redirects]) parsed.set(name, await page.evaluate(parse, site.text.get(name)));

  const judge = (name, value, resource) => {
    const result = resolve(site, files, name, value, resource);
    if (result.problem) return report.fail(name, result.check ?? "links", result.problem, value);
    const fragment = result.fragment && !/^(top|:~:)/.test(result.fragment) ? result.fragment.replace(/:~:.*$/, "") : "";
    if (fragment && result.file?.endsWith(".html") && !parsed.get(result.file)?.ids.includes(fragment)) {
      report.fail(name, "links", `no such place in ${result.file}`, value);
    }
  };

  for (const [name, { references }] of parsed) {
    report.ran(name, "links");
    for (const { value, resource } of references) judge(name, value, resource);
  }
  for (const name of site.files.filter((file) => /\.(css|xml|atom)$/.test(file))) {
    report.ran(name, "links");
    const found = name.endsWith(".css")
      ? [...site.text.get(name).matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)/g)].map((match) => match[1] ?? match[2])
      : [...site.text.get(name).matchAll(/<(?:loc|link|id|guid|uri)\b[^>]*?(?:href="([^"]*)"|>\s*(https?:[^<]*?)\s*<)/g)].map((match) => match[1] ?? match[2]);
    for (const value of new Set(found)) judge(name, value.replaceAll("&amp;", "&"), name.endsWith(".css"));
  }
}

/** Where an address in the file `name` leads: { file, fragment }, { problem }, or nothing for other hosts. */
export function resolve(site, files, name, value, resource) {
  if (value.trim() === "") return { problem: "empty address" };
  if (/^data:/i.test(value)) return resource ? {} : { problem: "link to data" };
  if (/^javascript:/i.test(value)) return { problem: "link to script" };
  if (/^mailto:/i.test(value)) return /^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$/i.test(value) ? {} : { problem: "not an e-mail address" };
  if (/^tel:/i.test(value)) return /^tel:\+?[\d-]{3,}$/i.test(value) ? {} : { problem: "not a telephone number" };
  // The "not found" page is shown at any depth.
  const from = `${here}${site.base}${name === "404.html" ? "no/such/page/" : address(name)}`;
  if (!URL.canParse(value, from)) return { problem: "not an address" };
  const url = new URL(value, from);
  if (url.origin !== here && url.origin !== site.host) {
    return resource ? { problem: "loads from another host", check: "requests" } : {};
  }
  if (!url.pathname.startsWith(site.base)) return { problem: `leaves the site's folder ${site.base}` };
  let path, fragment;
  try {
    path = decodeURIComponent(url.pathname.slice(site.base.length));
    fragment = decodeURIComponent(url.hash.slice(1));
  } catch {
    return { problem: "badly encoded address" };
  }
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (files.has(file)) return { file, fragment };
  if (name === "404.html" && value.startsWith("#")) return { file: name, fragment };
  if (files.has(`${file}/index.html`)) return { problem: "needs a slash at the end" };
  const other = site.files.find((candidate) => candidate.toLowerCase() === file.toLowerCase());
  return { problem: other ? `wrong case: the file is ${other}` : `no such file: ${file}` };
}

// Every address in a page, and every place it can be linked to.
function parse(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const references = [];
  const add = (value, resource) => references.push({ value, resource });
  for (const element of parsed.querySelectorAll("[href], [src], [srcset], [poster], [data], [action], [formaction]")) {
    const { localName } = element;
    for (const attribute of ["href", "src", "poster", "action", "formaction"]) {
      if (!element.hasAttribute(attribute)) continue;
      const page = attribute === "href" && (/^(a|area)$/.test(localName) || (localName === "link" && !/\b(stylesheet|icon|\w*preload|prefetch|preconnect|dns-prefetch|manifest)\b/.test(element.rel)));
      add(element.getAttribute(attribute), !page);
    }
    if (localName === "object") add(element.getAttribute("data"), true);
    if (element.hasAttribute("srcset")) {
      for (const candidate of element.getAttribute("srcset").split(",")) add(candidate.trim().split(/\s+/)[0], true);
    }
  }
  for (const element of parsed.querySelectorAll("meta[http-equiv=refresh i]")) {
    add(element.content.replace(/^[^=]*=\s*/, "").replace(/^['"]|['"]$/g, ""), false);
  }
  const ids = [...parsed.querySelectorAll("[id], a[name]")].flatMap((element) => [element.id, element.getAttribute("name")]).filter(Boolean);
  return { references, ids: [...new Set(ids)] };
}
