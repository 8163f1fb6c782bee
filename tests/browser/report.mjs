// Collects results: one count for each page and check, whatever the number of findings.

export class Report {
  #results = new Map(); // "page\0check" → Map("what\0where" → Set of variants)
  #notes = new Map();
  #told = [];

  /** The check ran on the page. Without a later `fail` it has passed. */
  ran(page, check) {
    const key = `${page}\0${check}`;
    if (!this.#results.has(key)) this.#results.set(key, new Map());
    return this.#results.get(key);
  }

  /** The same finding in several variants (width, scheme, script) is one failure. */
  fail(page, check, what, where = "", variant = "") {
    const findings = this.ran(page, check);
    const key = `${what}\0${where}`;
    if (!findings.has(key)) findings.set(key, new Set());
    if (variant) findings.get(key).add(variant);
  }

  /** Something a person may want to look at and that fails nothing. */
  note(text, page) {
    if (!this.#notes.has(text)) this.#notes.set(text, new Set());
    if (page) this.#notes.get(text).add(page);
  }

  /** What was judged, and how. */
  tell(line) {
    this.#told.push(line);
  }

  get notes() {
    const on = (pages) => (pages.length ? ` on ${pages[0]}${pages.length > 1 ? ` and ${pages.length - 1} more` : ""}` : "");
    return [...this.#notes].map(([text, pages]) => text + on([...pages].sort())).sort();
  }

  get failures() {
    const list = [];
    for (const [key, findings] of this.#results) {
      const [page, check] = key.split("\0");
      for (const [finding, variants] of findings) {
        const [what, where] = finding.split("\0");
        list.push({ page, check, what, where, variants: [...variants].sort() });
      }
    }
    const key = (failure) => `${failure.page}\0${failure.check}\0${failure.what}`;
    return list.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  get failed() {
    return [...this.#results.values()].filter((findings) => findings.size > 0).length;
  }

  get passed() {
    return this.#results.size - this.failed;
  }

  print(write = console.log) {
    for (const line of this.#told) write(`judged: ${line}`);
    for (const note of this.notes) write(`note: ${note}`);
    for (const { page, check, what, where, variants } of this.failures) {
      const place = [where, variants.length ? `[${variants.join(", ")}]` : ""].filter(Boolean).join(" ");
      write([page, check, what, place].filter(Boolean).join(" · "));
    }
    write(`${this.passed} passed, ${this.failed} failed`);
  }
}
