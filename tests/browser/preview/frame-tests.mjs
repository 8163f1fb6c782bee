// The frame page: the public view of a day, the phone, the twin beside.
import { welcome } from "./scenes.mjs";

const contact = "local-account/2019-20/contact-us";
const inside = (page, name = "main") => page.locator(`[data-frame=${name}] iframe`).evaluate((frame) => frame.contentWindow.location.pathname);

export const frameTests = [
  ["the frame shows the public view, without a bar, and follows links", async ({ page, mock, is, becomes }) => {
    await page.goto(`${mock.origin}/~candour/frame?page=${welcome}&view=public&today=2021-06-01&width=wide`);
    await becomes(() => inside(page), `/~candour/as/public/2021-06-01/${welcome}/index.html`);
    const frame = page.frameLocator("[data-frame=main] iframe");
    is(await frame.locator("candour-preview").count(), 0);
    await frame.locator(".side a", { hasText: "How to contact us" }).click({ force: true }).catch(() => frame.locator(".pager-next").click());
    await becomes(() => page.evaluate(() => new URLSearchParams(location.search).get("page")), contact);
    is(await page.locator("#back").getAttribute("href"), `/${contact}/index.html`);
    await page.fill("#today", "2021-07-01");
    await becomes(() => inside(page), `/~candour/as/public/2021-07-01/${contact}/index.html`);
    await page.click("#now");
    await becomes(() => inside(page), `/~candour/as/public/2021-01-20/${contact}/index.html`);
    await page.check("[value=working]");
    await becomes(() => inside(page), `/${contact}/index.html`);
    is(await page.evaluate(() => history.length), 3);
  }],
  ["the public view is loaded again when it changes, at the same place", async ({ page, mock, is, becomes }) => {
    await page.goto(`${mock.origin}/~candour/frame?page=${welcome}&view=public&today=2021-06-01&width=wide`);
    const frame = page.frameLocator("[data-frame=main] iframe");
    await frame.locator("h1").waitFor();
    await becomes(() => mock.streams.size, 1);
    await page.waitForTimeout(200);
    await frame.locator("html").evaluate(() => scrollTo(0, 700));
    await mock.edit(welcome, (html) => html.replace("From the Interim Director", "From the new Director"), mock.publicEdits);
    await becomes(() => frame.locator("main").innerText().then((text) => text.includes("From the new Director")), true);
    await becomes(() => frame.locator("html").evaluate(() => scrollY), 700);
    mock.unpublished.add(contact);
    await page.goto(`${mock.origin}/~candour/frame?page=${contact}&view=public&today=2021-06-01&width=wide`);
    await becomes(() => frame.locator("body").innerText(), "There is no such page.");
    is(await page.locator("#back").getAttribute("href"), `/${contact}/index.html`);
  }],
  ["a working page in a frame has no bar, and loads itself again", async ({ page, mock, is, becomes }) => {
    await page.goto(`${mock.origin}/~candour/frame?page=${welcome}&view=working&width=phone`);
    const frame = page.frameLocator("[data-frame=main] iframe");
    await frame.locator("h1").waitFor();
    is(await page.locator("iframe").evaluate((element) => element.clientWidth), 390);
    await becomes(() => mock.streams.size, 2);
    await mock.edit(welcome, (html) => html.replace("Welcome. This", "Good day. This"));
    await becomes(() => frame.locator("main").innerText().then((text) => text.includes("Good day. This")), true);
    is(await frame.locator("candour-preview").count(), 0);
  }],
  ["a twin is shown beside", async ({ page, mock, is, becomes }) => {
    mock.set(welcome, { twins: [{ kind: "edition", label: "2018 to 2019", page: "local-account/2018-19/what-came-next" }] });
    await page.goto(`${mock.origin}/~candour/frame?page=${welcome}&view=working&width=wide`);
    await page.selectOption("#beside", "local-account/2018-19/what-came-next");
    await becomes(() => inside(page, "beside"), "/local-account/2018-19/what-came-next/index.html");
    is(await page.locator("[data-frame=beside] figcaption").innerText(), "2018 to 2019");
    await page.selectOption("#beside", "");
    await becomes(() => page.locator("iframe").count(), 1);
  }],
];
