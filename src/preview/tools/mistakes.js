// The list of mistakes: when it opens by itself, when it stays closed, and what is in it.
import { make } from "./dom.js";
import { recall, remember } from "./memory.js";
import { announcement, count, tally } from "./words.js";

const parsed = (html) => new DOMParser().parseFromString(html, "text/html").body;

/** Names of the mistakes and warnings that outlive a change of lines: what is said, and of which file. */
function names(html) {
  const items = [...parsed(html).querySelectorAll("li[data-severity]")];
  return items
    .filter((item) => item.dataset.severity !== "advice")
    .map((item) => {
      const said = item.querySelector(".message")?.textContent ?? item.textContent;
      const place = item.querySelector(".place")?.textContent.replace(/:\d+(:\d+)?$/, "") ?? "";
      return `${place} ${said.replace(/\s+/g, " ").trim()}`;
    });
}

const calls = ({ page_counts: here, counts: all }) => Boolean(tally(here) || all.errors);

/** The tool. `bar()` gives the panel. `update(state)` opens and closes the sheet as it must be. */
export function mistakes(bar) {
  let before = null;

  return {
    title() {
      if (!before) return "Mistakes";
      const { errors, warnings, advice } = before.counts;
      const all = [tally(before.counts), advice ? count(advice, "piece of advice", "pieces of advice") : ""].filter(Boolean).join(", ");
      return errors + warnings + advice ? all : "Nothing to mend";
    },

    fill() {
      const list = make("div", { class: "mistakes" });
      // The server has escaped every word of it; this page's policy lets no script in it run.
      list.innerHTML = before?.diagnostics_html ?? "";
      if (!list.textContent.trim()) list.replaceChildren(make("p", {}, "Candour has found no mistake in this site."));
      let number = 0;
      for (const excerpt of list.querySelectorAll("pre[tabindex]")) {
        number += 1;
        excerpt.setAttribute("role", "region");
        excerpt.setAttribute("aria-label", `Excerpt ${number}`);
      }
      return [list];
    },

    update(state) {
      const first = before === null;
      const called = before !== null && calls(before);
      const changed = before?.diagnostics_key !== state.diagnostics_key;
      before = state;
      if (!changed) return;
      const panel = bar();
      const now = names(state.diagnostics_html);
      const closedWith = recall("closed");
      if (!calls(state)) {
        remember("closed", null);
        if (panel.current === "mistakes" && called) panel.shut(false);
      } else if (panel.current === "mistakes") {
        panel.refresh();
      } else if (!panel.current && !(closedWith && now.every((name) => closedWith.includes(name)))) {
        panel.open("mistakes", { from: "state" });
      }
      if (calls(state) || (called && !first)) panel.say(announcement(state));
    },

    /** Closed by the writer: it stays so until there is something new. */
    closed() {
      remember("closed", before ? names(before.diagnostics_html) : []);
    },
  };
}
