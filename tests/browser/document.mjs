// What every page owes its reader before anything else: a language, a title of its own, one h1.

/** Reads the facts of the open page; `titles` maps each title seen so far to its page. */
export async function documentFacts(tab, name, titles, report) {
  report.ran(name, "document");
  const fail = (what, where) => report.fail(name, "document", what, where);
  const facts = await tab.page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title.trim(),
    headings: [...document.querySelectorAll("h1")].map((heading) => candour.describe(heading)),
    mains: document.querySelectorAll("main").length,
  }));
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(facts.lang)) fail("no language", `lang="${facts.lang}"`);
  if (facts.headings.length !== 1) fail(`${facts.headings.length} h1 elements instead of one`, facts.headings.join(", "));
  if (facts.mains !== 1) fail(`${facts.mains} main elements instead of one`);
  if (!facts.title) return fail("no title");
  if (titles.has(facts.title)) fail("title is not unique", `“${facts.title}”, also ${titles.get(facts.title)}`);
  else titles.set(facts.title, name);
}
