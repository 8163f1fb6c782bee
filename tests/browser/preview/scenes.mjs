// States of a page that the tests and the pictures show.
import { listOf, mistake } from "./mock.mjs";

export const welcome = "local-account/2019-20/welcome";
const path = "content/local-account/2019-20/01-welcome.md";

export const colon = mistake({ text: "This value has a colon in it, so it must be in quotes.", path: "content/local-account/2019-20/document.yaml", line: 8, excerpt: "title: Bromley: Local Account" });
export const missing = mistake({ text: "The page “what-we-spend” does not exist. Do you mean “what-we-spent”?", path, line: 14, excerpt: "[How much money we spent](what-we-spend.md)" });
export const long = mistake({ severity: "warning", text: "This sentence has 31 words. Try to stay below 25.", path, line: 22, excerpt: "So we cannot always be the ones who run a service" });

/** A draft with a mistake and a warning of its own, and a mistake on another page. */
export function spoilt() {
  return {
    held_back: { kind: "draft", title: "Draft", text: "this chapter is marked as a draft, so it is not published." },
    counts: { errors: 2, warnings: 1, advice: 3 },
    page_counts: { errors: 1, warnings: 1, advice: 0 },
    diagnostics_html: listOf([missing, long], [colon]),
    diagnostics_key: "spoilt",
    figures: [
      { text: "7,724", path, line: 34, column: 90 },
      { text: "4,319", path, line: 34, column: 110 },
    ],
    abbreviations: [{ text: "COVID-19", path, line: 50, column: 4 }],
    twins: [{ kind: "edition", label: "2018 to 2019", page: "local-account/2018-19/what-came-next" }],
  };
}
