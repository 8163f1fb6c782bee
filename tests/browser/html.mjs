// The Nu HTML checker over every page, style sheet and drawing. Any message is a failure, warnings too.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

// Standard CSS that every current browser either knows or skips and that the checker has not learnt.
const newerThanTheChecker =
  /^CSS: (Unrecognized at-rule .(@container|@starting-style|@view-transition|@position-try).|.*“(anchor-name|position-anchor|position-area|position-try[\w-]*|container-type|paint-order|x|y|field-sizing|interpolate-size|string-set|transition-behavior)”: Property .* doesn.t exist)/;

/** Starts the checker; it runs beside the browser. Resolves when every message is in the report. */
export async function html(site, report) {
  const names = site.files.filter((name) => /\.(html|css|svg)$/.test(name));
  const { output, error } = await run(names.map((name) => join(site.root, name)));
  if (error) {
    if (process.env.CI) return report.fail("site", "html", `the Nu HTML checker cannot run: ${error}`);
    return report.note(`NOT CHECKED: the Nu HTML checker cannot run: ${error}`);
  }
  const check = (name) => (name.endsWith(".html") ? "html" : name.endsWith(".css") ? "css" : "svg");
  for (const name of names) report.ran(name, check(name));
  for (const { url, type, subType, message, extract, lastLine } of JSON.parse(output).messages) {
    const name = url ? relative(site.root, fileURLToPath(url)).split(sep).join("/") : "site";
    if (check(name) !== "html" && newerThanTheChecker.test(message)) continue;
    const source = (extract ?? "").trim().replace(/\s+/g, " ").slice(0, 80);
    report.fail(name, check(name), `${subType ?? type}: ${message}`, lastLine ? `line ${lastLine}: ${source}` : source);
  }
}

function run(paths) {
  return new Promise((resolve) => {
    // One compiler tier is faster for a short run; deep nesting needs the larger stack.
    const java = spawn("java", ["-XX:TieredStopAtLevel=1", "-Xss4m", "-jar", jar, "--also-check-css", "--also-check-svg", "--format", "json", "--stdout", ...paths]);
    let output = "";
    let errors = "";
    java.stdout.on("data", (part) => (output += part));
    java.stderr.on("data", (part) => (errors += part));
    java.on("error", (error) => resolve({ error: error.message }));
    java.on("close", () => resolve(output.trimStart().startsWith("{") ? { output } : { error: errors.slice(0, 300) || "no answer" }));
  });
}
