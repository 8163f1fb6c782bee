// What the first load of a page costs a reader who pays for each megabyte.

/** Kilobytes over the wire, headers included; the first line that matches the page counts. */
const budgets = [
  [/^index\.html$/, 60, "the home page"],
  [/(^|\/)(print|whole)\//, 200, "a print edition, the whole document on one page"],
  [/^[^/]+\/[^/]+\/.+\.html$/, 40, "a chapter"],
  [/./, 60, "any other page"],
];

/** Call before the page is opened; the function it gives back judges what has arrived since. */
export function weigh(tab, name, report) {
  const sizes = new Map();
  const urls = new Map();
  const started = ({ requestId, request }) => urls.set(requestId, request.url);
  const finished = ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength);
  tab.devtools.on("Network.requestWillBeSent", started);
  tab.devtools.on("Network.loadingFinished", finished);
  return () => {
    tab.devtools.off("Network.requestWillBeSent", started);
    tab.devtools.off("Network.loadingFinished", finished);
    report.ran(name, "size");
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const [, limit, kind] = budgets.find(([pattern]) => pattern.test(name));
    if (total < limit * 1000) return;
    const parts = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 4);
    const list = parts.map(([id, size]) => `${(urls.get(id) ?? "?").split("/").slice(3).join("/") || "/"} ${(size / 1000).toFixed(1)}`);
    report.fail(name, "size", `${(total / 1000).toFixed(1)} kB, ${kind} may have ${limit}`, list.join(", "));
  };
}
