// Addresses of pages and of the frame page: text in, text out.

const day = /^\d{4}-\d{2}-\d{2}$/;
const asPublic = "/~candour/as/public/";

/** The choices that the frame page's own address states; what is odd in it is left out. */
export function choicesFrom(search) {
  const query = new URLSearchParams(search);
  const today = query.get("today") ?? "";
  return {
    page: query.get("page") ?? "",
    view: query.get("view") === "public" ? "public" : "working",
    today: day.test(today) ? today : "",
    width: query.get("width") === "phone" ? "phone" : "wide",
    beside: query.get("beside") ?? "",
  };
}

/** The choices as the query of the frame page, without those that say nothing. */
export function frameQuery({ page, view, today, width, beside }) {
  const query = new URLSearchParams({ page, view, width });
  if (view === "public" && today) query.set("today", today);
  if (beside) query.set("beside", beside);
  return query.toString();
}

/** The address of a page in one of the two views. */
export function addressOf(page, view, today = "") {
  const path = page.split("/").map(encodeURIComponent).join("/");
  const file = path ? `${path}/index.html` : "index.html";
  return view === "public" ? `${asPublic}${today}/${file}` : `/${file}`;
}

/** The page at a path of either view, or null where the path is of neither. */
export function pageAt(path) {
  let rest = path;
  if (rest.startsWith(asPublic)) rest = rest.slice(asPublic.length).replace(/^[^/]*/, "");
  else if (rest.startsWith("/~candour/")) return null;
  if (!rest.startsWith("/")) return null;
  const page = rest.slice(1).replace(/(^|\/)index\.html$/, "").replace(/\/$/, "");
  try {
    return decodeURIComponent(page);
  } catch {
    return null;
  }
}
