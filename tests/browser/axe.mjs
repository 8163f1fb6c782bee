// axe-core with every rule it has: AA, AAA, best practice and experimental. No exceptions.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Runs axe on the tab as it stands and reports under the page's name. `colours` asks only for the rules about them: the
 * dark scheme changes nothing else of a page whose light one has just been judged.
 */
export async function runAxe(tab, name, variant, report, { colours = false } = {}) {
  report.ran(name, "axe");
  const { page, script } = tab;
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    if (!script) await page.evaluate(readable);
    await page.evaluate(source);
  }
  const { violations, incomplete } = await page.evaluate(run, { preload: script, colours });
  for (const { rule, help, where } of violations) report.fail(name, "axe", `${rule}: ${help}`, where, variant);
  // Without timers axe cannot read the style sheets, which one rule needs; with script it has judged them.
  for (const { rule } of incomplete) if (script) report.note(`axe cannot decide ${rule}`, name);
}

// With script off the page may run promises but no timers, and axe waits for a timer between two rules.
// And axe passes over `noscript`, whose content is on show here.
function readable() {
  globalThis.setTimeout = (work, _wait, ...rest) => {
    Promise.resolve().then(() => work(...rest));
    return 1;
  };
  for (const element of document.body.querySelectorAll("noscript")) element.replaceWith(...element.childNodes);
}

async function run({ preload, colours }) {
  const rules = {};
  for (const { ruleId, tags } of axe.getRules()) rules[ruleId] = { enabled: !tags.includes("deprecated") && (!colours || tags.includes("cat.color")) };
  // It only says that something is hidden, which is no finding.
  rules["hidden-content"] = { enabled: false };
  const result = await axe.run(document, { rules, preload, resultTypes: ["violations", "incomplete"] });
  const brief = (list) =>
    list.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => {
        const data = any[0]?.data;
        const detail = data?.contrastRatio ? ` (${data.contrastRatio}:1, ${data.fgColor} on ${data.bgColor})` : "";
        return { rule: id, help, where: `${target.join(" ")}${detail}` };
      }),
    );
  return { violations: brief(result.violations), incomplete: brief(result.incomplete) };
}
