// Nothing leaves the host, nothing is refused by the policy, nothing is missing, no font is fetched.

/** Watches a tab from now on. `name()` is the page that is open. */
export function watch(tab, origin, name, report) {
  const { page, script } = tab;
  const variant = script ? "script" : "no script";
  const fail = (what, where) => report.fail(name(), "requests", what, where, variant);

  page.on("request", (request) => {
    const url = new URL(request.url());
    if (["data:", "blob:", "about:"].includes(url.protocol)) return;
    if (url.origin !== origin) fail("request to another host", request.url());
    if (request.resourceType() === "font" || /\.(woff2?|ttf|otf|eot)$/.test(url.pathname)) fail("font download", url.pathname);
  });
  page.on("websocket", (socket) => fail("web socket", socket.url()));
  page.on("response", (response) => {
    const ownDocument = response.request().isNavigationRequest();
    if (response.status() >= 400 && !ownDocument) fail(`answer ${response.status()}`, new URL(response.url()).pathname);
  });
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    // The answer itself is reported above, with its path.
    if (/^Failed to load resource/.test(message.text())) return;
    fail(`console error: ${message.text().split("\n")[0].slice(0, 160)}`, new URL(message.location().url || origin, origin).pathname);
  });
  page.on("pageerror", (error) => fail(`uncaught error: ${error.message.split("\n")[0]}`));
}

/** An address that does not exist, deep enough to break any relative path, shows the whole "not found" page. */
export async function missingPage(tab, open, site, origin, report) {
  report.ran("404.html", "missing-page");
  if (!site.files.includes("404.html")) return report.fail("404.html", "missing-page", "there is no 404.html");
  const response = await open(tab.page, `${origin}${site.base}no/such/page/`);
  if (response.status() !== 404) report.fail("404.html", "missing-page", `answer ${response.status()} instead of 404`);
  const styled = await tab.page.evaluate(() => [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0));
  if (!styled) report.fail("404.html", "missing-page", "no style at a deep address: its links must start at the root");
}
