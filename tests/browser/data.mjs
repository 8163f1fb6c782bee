// Data for programs: every JSON file and every description in a page can be read, says what it is, and leads only
// to files that exist; every CSV has the columns that its description tells of, and days where
// that says so.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { resolve } from "./links.mjs";

/** Reads the files on disk. */
export async function data(site, report) {
  const files = new Set(site.files);
  const leads = (name, at, value) => {
    const { problem } = resolve(site, files, name, value, false);
    if (problem) report.fail(name, "data", `${at}: ${problem}`, value);
  };
  for (const name of site.files.filter((file) => file.endsWith(".json"))) {
    report.ran(name, "data");
    const value = parse(await readFile(join(site.root, name), "utf8"), name, report);
    if (value === undefined) continue;
    for (const [at, address] of addresses(value)) leads(name, at, address);
    if (name.endsWith(".csv-metadata.json")) await columns(site, name, value, report);
  }
  for (const name of site.pages) {
    for (const [, text] of site.text.get(name).matchAll(/<script[^>]+application\/ld\+json[^>]*>(.*?)<\/script>/gs)) {
      report.ran(name, "data");
      const value = parse(text, name, report);
      if (value === undefined) continue;
      if (!value["@context"]) report.fail(name, "data", "its description has no @context");
      // Several sets of data on one page stand side by side.
      const sets = value["@graph"] ?? [value];
      for (const key of ["@type", "name", "description"]) {
        if (!sets.length || sets.some((set) => !set[key])) report.fail(name, "data", `its description has no ${key}`);
      }
      for (const [at, address] of addresses(value)) leads(name, at, address);
    }
  }
}

function parse(text, name, report) {
  try {
    return JSON.parse(text);
  } catch (error) {
    report.fail(name, "data", `cannot be read: ${error.message}`);
  }
}

/** Every [place, address] in a value. */
function addresses(value, at = "") {
  if (typeof value === "string") return /^(.*\.)?(url|contentUrl|page|address|@id)(\.\d+)?$/.test(at) ? [[at, value]] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => addresses(inner, at ? `${at}.${key}` : key));
}

/** The CSV beside a description: the mark of UTF-8, and the headings in their order. */
async function columns(site, name, { url, tableSchema }, report) {
  const csv = typeof url === "string" ? join(name, "..", url) : "";
  if (!site.files.includes(csv)) return report.fail(name, "data", "describes no file", url);
  report.ran(csv, "data");
  const rows = records(await readFile(join(site.root, csv), "utf8"));
  if (!rows[0][0].startsWith("\ufeff")) report.fail(csv, "data", "does not begin with the mark of UTF-8");
  rows[0][0] = rows[0][0].replace("\ufeff", "");
  const titles = (tableSchema?.columns ?? []).map(({ titles }) => [titles].flat()[0]);
  if (JSON.stringify(rows[0]) !== JSON.stringify(titles)) report.fail(csv, "data", "other headings than its description", `${rows[0]} / ${titles}`);
  const odd = rows.findIndex((row) => row.length !== titles.length);
  if (odd >= 0) report.fail(csv, "data", `line ${odd + 1} has ${rows[odd].length} fields instead of ${titles.length}`);
  // Words that stand for no value are named by the description.
  const days = (tableSchema?.columns ?? []).flatMap((column, at) => (column.datatype === "date" ? [[at, [column.null ?? ""].flat()]] : []));
  const wrong = rows.slice(1).flatMap((row) => days.flatMap(([at, none]) => (none.includes(row[at]) ? [] : [row[at]]))).find((cell) => cell && !/^\d{4}-\d\d-\d\d$/.test(cell));
  if (wrong) report.fail(csv, "data", "no day in a column of days", wrong);
}

/** The records of a CSV file (RFC 4180). */
function records(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 1 || (row.length && row[0] !== ""));
}
