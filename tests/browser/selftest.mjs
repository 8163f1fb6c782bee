// node tests/browser/selftest.mjs: proves that each check can fail, and that a good page passes them all.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkSite } from "./check.mjs";
import { cleanSite } from "./fixture.mjs";
import { spoil } from "./faults.mjs";

const outcomes = [];
const expect = (name, problem) => outcomes.push({ name, problem });
const line = ({ page, check, what, where, variants }) => `${page} · ${check} · ${what} · ${where} [${variants.join(", ")}]`;

const root = await mkdtemp(join(tmpdir(), "candour-selftest-"));
try {
  const files = cleanSite();
  const clean = [...files.keys()];
  const faults = spoil(files);
  for (const [file, text] of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  const { failures } = await checkSite(root);

  for (const { name, page, folder, check, says, also } of faults) {
    const found = failures.filter((failure) => failure.page.startsWith(folder));
    const hit = found.some((failure) => failure.page === page && failure.check === check && says.test(line(failure)));
    const stray = found.filter((failure) => ![check, ...also].includes(failure.check));
    const list = found.map((failure) => `\n    ${line(failure)}`).join("");
    expect(name, !hit ? `${check} did not report ${says}${list}` : stray.length ? `reported more than its fault:${list}` : null);
  }
  for (const page of clean) {
    const found = failures.filter((failure) => failure.page === page);
    // Two pages share a title on purpose; which of them is met second is chance.
    const wrong = found.filter(({ what }) => what !== "title is not unique");
    expect(page, wrong.length ? `the clean page is not clean:${wrong.map((failure) => `\n    ${line(failure)}`).join("")}` : null);
  }

  await rm(join(root, "404.html"));
  await rm(join(root, "faults"), { recursive: true });
  const bare = await checkSite(root);
  expect("missing-page", bare.failures.some(({ check }) => check === "missing-page") ? null : "a site without 404.html passed");

  await rm(root, { recursive: true });
  await mkdir(root);
  const empty = await checkSite(root);
  expect("no-page", empty.failed ? null : "an empty site passed");
} finally {
  await rm(root, { recursive: true, force: true });
}

const bad = outcomes.filter(({ problem }) => problem);
for (const { name, problem } of bad) console.log(`${name}: ${problem}`);
console.log(`${outcomes.length - bad.length} passed, ${bad.length} failed`);
process.exitCode = bad.length ? 1 : 0;
