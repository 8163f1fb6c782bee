// Registers: with script every heading sorts, the fields filter, and the line that counts says so; without script
// the whole table stands there. On a narrow screen a row is a block and still a row of a table.
import { narrow, open, wide } from "./browser.mjs";

const tables = "table.register";

/** With script: sorting by pointer and by key, filtering, counting, and all rows back again. */
export async function registerWithScript(tab, name, url, report) {
  const { page } = tab;
  for (const [size, how] of [[wide, "click"], [narrow, "Enter"]]) {
    await open(page, url, size);
    const count = await page.locator(tables).count();
    if (count === 0) return;
    report.ran(name, "registers");
    const variant = `${size.width} ${how}`;
    if (size === narrow) await tree(tab, name, variant, report);
    for (let nth = 0; nth < count; nth += 1) {
      const table = page.locator(tables).nth(nth);
      const where = await table.evaluate((element) => candour.describe(element.caption));
      const fail = (what, at = "") => report.fail(name, "registers", what, `${where} ${at}`.trim(), variant);
      await page.evaluate(watch, nth);
      if (!(await page.evaluate(() => candour.register.tools?.checkVisibility()))) {
        fail("its fields stay hidden");
        continue;
      }
      await sorts(page, table, how, fail);
      await filters(page, how, fail);
    }
  }
}

/** Without script: every row, in the order in which it was published, and nothing to press. */
export async function registerWithoutScript(tab, name, url, report) {
  const { page } = tab;
  for (const size of [wide, narrow]) {
    await open(page, url, size);
    if ((await page.locator(tables).count()) === 0) return;
    report.ran(name, "registers");
    const problems = await page.evaluate((selector) => {
      const found = [];
      const seen = (element) => element.checkVisibility();
      if ([...document.querySelectorAll("[data-register]")].some(seen)) found.push("shows fields that do nothing");
      for (const table of document.querySelectorAll(selector)) {
        if (table.querySelector("button")) found.push("has buttons that do nothing");
        if (![...table.tBodies[0].rows].every(seen)) found.push("does not show every row");
      }
      return found;
    }, tables);
    for (const what of problems) report.fail(name, "registers", what, "", `${size.width} no script`);
  }
}

async function sorts(page, table, how, fail) {
  const buttons = table.locator("thead th button");
  const headings = await table.locator("thead th").count();
  if ((await buttons.count()) !== headings) fail(`${await buttons.count()} of ${headings} headings sort`);
  for (let column = 0; column < (await buttons.count()); column += 1) {
    const button = buttons.nth(column);
    const before = await page.evaluate((column) => candour.register.state(column), column);
    for (let press = 0; press < 2; press += 1) {
      if (how === "click") await button.click();
      else await button.press("Enter");
      const { state, problems } = await page.evaluate((column) => {
        const problems = candour.register.order(column);
        return { state: candour.register.state(column), problems };
      }, column);
      const wanted = (before === "ascending") === (press === 0) ? "descending" : "ascending";
      if (state !== wanted) fail(`is ${state ?? "in no order"} where it should be ${wanted}`, `column ${column + 1}`);
      for (const what of problems) fail(what, `column ${column + 1}`);
      if (how === "Enter" && !(await button.evaluate((element) => document.activeElement === element))) fail("sorting takes the focus away", `column ${column + 1}`);
    }
  }
}

async function filters(page, how, fail) {
  const check = async (at) => {
    for (const what of await page.evaluate(() => candour.register.counted())) fail(what, at);
  };
  await check("at first");
  const tools = page.locator("[data-candour-tools]");
  const selects = tools.locator("select");
  for (let nth = 0; nth < (await selects.count()); nth += 1) {
    const select = selects.nth(nth);
    const options = await select.locator("option").count();
    for (let option = 1; option < Math.min(options, 4); option += 1) {
      await select.selectOption({ index: option });
      const wrong = await select.evaluate((element) => candour.register.chosen(element));
      if (wrong) fail(wrong, `field ${nth + 2}`);
      await check(`field ${nth + 2}`);
    }
    await select.selectOption({ index: 0 });
  }
  await tools.locator("input").fill(await page.evaluate(() => candour.register.word));
  const wrong = await page.evaluate(() => candour.register.found());
  if (wrong) fail(wrong, "field 1");
  await check("field 1");
  await tools.locator("input").fill("no such word anywhere 0987");
  if ((await page.evaluate(() => candour.register.shown().length)) !== 0) fail("shows rows without the words", "field 1");
  await check("nothing found");
  const reset = tools.locator("button[type=reset]");
  if (how === "click") await reset.click();
  else await reset.press("Enter");
  await page.waitForFunction(() => candour.register.shown().length === candour.register.rows.length, null, { timeout: 2_000 }).catch(() => fail("does not bring all rows back"));
  await check("all rows again");
}

/** What a narrow screen makes of it is still a table to assistive technology. */
async function tree({ page, devtools }, name, variant, report) {
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const count = (role) => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
  const wanted = await page.evaluate(() => {
    const count = (selector) => document.querySelectorAll(`main ${selector}`).length;
    return { table: count("table"), row: count("tr"), rowheader: count("tbody th"), columnheader: count("thead th") };
  });
  for (const [role, number] of Object.entries(wanted)) {
    if (count(role) < number) report.fail(name, "registers", `${count(role)} of ${number} are a ${role} to assistive technology`, "", variant);
  }
}

// Puts what is asked of a register beside the page's own functions. Values are read anew here: days from `time`,
// numbers from their words, where the page does not say them itself.
function watch(nth) {
  const table = document.querySelectorAll("table.register")[nth];
  for (const old of document.querySelectorAll("[data-candour-tools]")) old.removeAttribute("data-candour-tools");
  const tools = document.querySelector(`[data-register="${table.caption.id}"]`);
  tools?.setAttribute("data-candour-tools", "");
  const status = tools?.querySelector("[role=status]");
  const headings = [...table.tHead.rows[0].cells];
  const all = [...table.tBodies[0].rows];
  const totals = all.filter((row) => row.matches(".total, .subtotal"));
  const rows = all.filter((row) => !totals.includes(row));
  const shown = () => [...table.tBodies[0].rows].filter((row) => rows.includes(row) && row.checkVisibility());
  const text = (row, column) => row.cells[column].textContent.trim();
  const value = (row, column, numeric) => {
    const cell = row.cells[column];
    if (cell.matches(".no-data")) return null;
    const day = cell.querySelector("time");
    if (day) return Date.parse(day.dateTime);
    if (!numeric) return text(row, column);
    const said = cell.dataset.value ?? text(row, column).replaceAll(/[^\d.−-]/g, "").replace("−", "-");
    return said === "" || /^</.test(text(row, column)) ? null : Number(said);
  };
  candour.register = {
    tools, rows, shown, word: text(rows[0], 0).split(" ")[0],
    state: (column) => headings[column].getAttribute("aria-sort"),
    order(column) {
      const found = [];
      const order = [...table.tBodies[0].rows];
      if (order.length !== all.length) found.push(`${all.length} rows became ${order.length}`);
      if (order.slice(rows.length).some((row) => rows.includes(row))) found.push("a total does not stand at the end");
      if (headings.some((heading, other) => other !== column && heading.hasAttribute("aria-sort"))) found.push("two headings say that the table is in their order");
      const numeric = headings[column].matches(".number");
      const values = order.slice(0, rows.length).map((row) => value(row, column, numeric));
      const some = values.filter((each) => each !== null);
      if (values.slice(some.length).some((each) => each !== null)) found.push("a row without a value does not come last");
      const sign = headings[column].getAttribute("aria-sort") === "descending" ? -1 : 1;
      const listed = tools.querySelector(`select[data-column="${column}"]`);
      const place = (each) => [...listed.options].findIndex((option) => option.text === each);
      const words = new Intl.Collator(document.documentElement.lang, { numeric: true });
      const compare = (a, b) => (typeof a === "number" ? a - b : listed ? place(a) - place(b) : words.compare(a, b));
      if (some.some((each, at) => at > 0 && sign * compare(some[at - 1], each) > 0)) found.push("is not in the order that its heading says");
      if (!status.textContent.includes(headings[column].textContent.trim().split(/\s/)[0])) found.push("nothing says by what it is sorted");
      return found;
    },
    counted() {
      const found = [];
      const said = (status.textContent.match(/\d+/g) ?? []).slice(0, 2).map(Number);
      if (said[0] !== shown().length || said[1] !== rows.length) found.push(`says "${status.textContent}" of ${shown().length} of ${rows.length} rows`);
      const fewer = shown().length < rows.length;
      if (totals.some((row) => row.checkVisibility() === fewer)) found.push(fewer ? "shows totals of rows that are hidden" : "hides its totals");
      return found;
    },
    chosen(select) {
      const { value: wanted, dataset } = select;
      const fits = rows.filter((row) => text(row, Number(dataset.column)) === wanted);
      if (!fits.length) return `no row is ${wanted}`;
      return fits.length === shown().length && fits.every((row) => row.checkVisibility()) ? null : `shows ${shown().length} rows instead of ${fits.length}`;
    },
    found() {
      const word = candour.register.word.toLowerCase();
      const fits = rows.filter((row) => [...row.cells].some((cell) => cell.textContent.toLowerCase().includes(word)));
      return fits.length === shown().length ? null : `shows ${shown().length} rows with a word of ${fits.length}`;
    },
  };
}
