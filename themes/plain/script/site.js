// Shows a word's definition where the reader is. Without this script the link leads to
// "Words used on this page"; with it, the same words open in a small box under the link.
(function () {
  "use strict";
  var closeLabel = document.currentScript.getAttribute("data-close");
  var box = null;
  var opener = null;

  // Where the word is explained on this page: in "Words used on this page", or in the glossary.
  function wordOf(link) {
    var href = link.getAttribute("href");
    var word = href.charAt(0) === "#" && document.getElementById(decodeURIComponent(href.slice(1)));
    return word && word.matches(".word, .entry") ? word : null;
  }

  function close(backToLink) {
    if (!box) return;
    var gone = box, link = opener;
    box = opener = null;
    gone.remove();
    if (backToLink) link.focus();
  }

  // Under the line that holds the link, never past either edge of the window.
  function place() {
    var rects = opener.getClientRects();
    var line = rects[rects.length - 1];
    var room = document.documentElement.clientWidth;
    var width = Math.min(432, room - 32);
    box.style.width = width + "px";
    var left = Math.max(16, Math.min(line.left, room - 16 - width));
    var origin = box.offsetParent.getBoundingClientRect();
    var frame = box.offsetParent;
    box.style.left = left - origin.left - frame.clientLeft + "px";
    box.style.top = line.bottom + 8 - origin.top - frame.clientTop + "px";
  }

  function open(link, word) {
    // A word inside the box takes the box's place; the way back still leads to the text.
    if (box && box.contains(link)) link = opener;
    close(false);
    opener = link;
    box = document.createElement("div");
    box.className = "definition";
    box.tabIndex = -1;
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-labelledby", "definition-title");

    var title = document.createElement("p");
    title.className = "definition-title";
    title.id = "definition-title";
    title.textContent = word.querySelector("dt, h3").textContent;
    box.append(title);

    var text = word.querySelector("dd, .prose").cloneNode(true);
    text.querySelectorAll("[id]").forEach(function (part) { part.removeAttribute("id"); });
    box.append.apply(box, text.childNodes);

    var button = document.createElement("button");
    button.type = "button";
    button.className = "definition-close";
    button.textContent = closeLabel;
    button.addEventListener("click", function () { close(true); });
    box.append(button);

    // Beside the link in the order of reading, but never inside a paragraph or a scrolling table.
    var block = link.closest(".table-scroll") || link.closest("p, h2, h3, h4, ul, ol, dl, div");
    block.after(box);
    place();
    box.focus();
  }

  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    var link = event.target.closest("a.term");
    if (box && !box.contains(event.target)) {
      var same = link === opener;
      close(false);
      if (same) { event.preventDefault(); return; }
    }
    var word = link && wordOf(link);
    if (!word) return;
    event.preventDefault();
    open(link, word);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") close(true);
  });

  // A reader who tabs out has finished with it: it must not cover the next stop.
  document.addEventListener("focusin", function (event) {
    if (box && event.target !== opener && !box.contains(event.target)) close(false);
  });

  window.addEventListener("resize", function () { if (box) place(); });

  // In a long list of chapters the reader's own must not lie out of sight.
  var here = document.querySelector(".side [aria-current]");
  var side = here && here.closest(".side");
  if (side && here.offsetTop > side.clientHeight - 100) side.scrollTop = here.offsetTop - side.clientHeight / 2;

  // A rule at the edge of a table that goes on beyond it; many devices show no scroll bar.
  document.querySelectorAll(".table-scroll").forEach(function (frame) {
    function mark() {
      frame.classList.toggle("table-more", Math.abs(frame.scrollLeft) + frame.clientWidth < frame.scrollWidth - 1);
    }
    frame.addEventListener("scroll", mark, { passive: true });
    new ResizeObserver(mark).observe(frame);
  });

  // A list of actions, made shorter. Without this script, links lead to the same shorter lists.
  document.querySelectorAll("[data-filter]").forEach(function (form) {
    var rows = Array.from(document.querySelectorAll(".promises tbody tr"));
    var shown = form.querySelector(".filter-shown");
    function wanted(name) { return form.elements[name] ? form.elements[name].value : ""; }
    function has(list, key) { return !key || list.split(" ").indexOf(key) >= 0; }
    function apply() {
      var count = 0;
      rows.forEach(function (row) {
        var fits = has(row.closest("[data-priority]").getAttribute("data-priority"), wanted("priority")) &&
          has(row.getAttribute("data-lead"), wanted("lead")) && has(row.getAttribute("data-status"), wanted("status"));
        row.hidden = !fits;
        if (fits) count += 1;
      });
      document.querySelectorAll("[data-priority]").forEach(function (section) {
        section.hidden = !section.querySelector("tbody tr:not([hidden])");
      });
      shown.textContent = form.getAttribute("data-filter").replace("{count}", count).replace("{total}", rows.length);
    }
    form.hidden = false;
    document.querySelectorAll("[data-unfiltered]").forEach(function (links) { links.hidden = true; });
    form.addEventListener("change", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    // A browser that comes back to the page remembers what was chosen.
    window.addEventListener("pageshow", apply);
    apply();
  });

  // A register: its rows put in another order, and made fewer. Without this script it stands as it was published.
  document.querySelectorAll("[data-register]").forEach(function (form) {
    var table = document.getElementById(form.getAttribute("data-register")).closest("table");
    var body = table.tBodies[0];
    var headings = Array.from(table.tHead.rows[0].cells);
    var all = Array.from(body.rows);
    var totals = all.filter(function (row) { return row.matches(".total, .subtotal"); });
    var rows = all.filter(function (row) { return totals.indexOf(row) < 0; });
    var find = form.querySelector("input");
    var choices = Array.from(form.querySelectorAll("select"));
    var shown = form.querySelector(".filter-shown");
    var words = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
    var text = new Map(rows.map(function (row) {
      return [row, Array.from(row.cells, function (cell) { return cell.textContent; }).join("\n").toLowerCase()];
    }));

    // What a cell is put in order by; nothing where it has no value.
    function key(row, column, order) {
      var cell = row.cells[column];
      if (cell.classList.contains("no-data")) return null;
      if (order === "days") {
        var day = cell.querySelector("time");
        return day && day.getAttribute("datetime");
      }
      if (order === "numbers") {
        var value = cell.getAttribute("data-value");
        if (value === null) value = cell.textContent.replace(/[,£%\s]/g, "").replace("\u2212", "-");
        return value === "" || isNaN(value) ? null : Number(value);
      }
      if (order === "listed") {
        var list = form.querySelector('[data-column="' + column + '"]');
        return list ? Array.from(list.options).findIndex(function (option) { return option.text === cell.textContent; }) : 0;
      }
      return cell.textContent;
    }

    // Rows without a value come last in either direction.
    function sort(column, down) {
      var order = headings[column].getAttribute("data-sort");
      var keys = new Map(rows.map(function (row) { return [row, key(row, column, order)]; }));
      rows.sort(function (first, second) {
        var a = keys.get(first), b = keys.get(second);
        if (a === null || b === null) return (a === null) - (b === null);
        var by = order === "words" ? words.compare(a, b) : a < b ? -1 : a > b ? 1 : 0;
        return down ? -by : by;
      });
      body.append.apply(body, rows.concat(totals));
      headings.forEach(function (heading, index) {
        if (index === column) heading.setAttribute("aria-sort", down ? "descending" : "ascending");
        else heading.removeAttribute("aria-sort");
      });
      tell(form.getAttribute("data-" + order + (down ? "-down" : "-up")).replace("{column}", names[column]));
    }

    function tell(sorted) {
      var count = rows.filter(function (row) { return !row.hidden; }).length;
      var parts = [shown.getAttribute("data-shown").replace("{count}", count).replace("{total}", rows.length) + "."];
      if (count < rows.length && totals.length) parts.push(shown.getAttribute("data-totals"));
      if (sorted) parts.push(sorted);
      shown.textContent = parts.join(" ");
    }

    function filter() {
      var wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
      var chosen = choices.filter(function (choice) { return choice.value; });
      rows.forEach(function (row) {
        var fits = chosen.every(function (choice) {
          return row.cells[choice.getAttribute("data-column")].textContent === choice.value;
        }) && wanted.every(function (word) { return text.get(row).indexOf(word) >= 0; });
        if (row.hidden === fits) row.hidden = !fits;
      });
      var fewer = rows.some(function (row) { return row.hidden; });
      totals.forEach(function (row) { row.hidden = fewer; });
      tell();
    }

    // A heading becomes a button; beside a link, the button stands alone and says what it does.
    var names = headings.map(function (heading, column) {
      var name = (heading.firstChild || heading).textContent.trim();
      var button = document.createElement("button");
      button.type = "button";
      if (heading.querySelector("a")) {
        name = heading.textContent.trim();
        button.setAttribute("aria-label", heading.parentNode.getAttribute("data-label") + " " + name);
      } else {
        button.append.apply(button, heading.childNodes);
      }
      heading.append(button);
      button.addEventListener("click", function () {
        sort(column, heading.getAttribute("aria-sort") === "ascending");
      });
      return name;
    });

    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("reset", function () { setTimeout(filter); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    window.addEventListener("pageshow", filter);
    filter();
  });

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
})();
