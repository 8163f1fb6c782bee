// Reads an Easy Read page aloud with the browser's own voice, sentence by sentence, and marks the
// sentence that is read. Nothing is sent anywhere. Without a voice there is no button.
(function () {
  "use strict";
  var voice = window.speechSynthesis;
  var text = document.querySelector("[data-read-aloud]");
  if (!voice || !window.SpeechSynthesisUtterance || !text) return;

  var labels = { start: text.getAttribute("data-read-aloud"), stop: text.getAttribute("data-read-aloud-stop") };
  var language = (text.closest("[lang]") || document.documentElement).lang;
  var marks = window.CSS && CSS.highlights && window.Highlight && document.adoptedStyleSheets ? CSS.highlights : null;
  if (marks) {
    // Not in the style sheet, because checkers of CSS do not know it yet.
    var colours = new CSSStyleSheet();
    colours.replaceSync("::highlight(read-aloud) { background-color: #ffdd33; color: #000 }");
    document.adoptedStyleSheets = document.adoptedStyleSheets.concat(colours);
  }
  var queue = [];
  var turn = 0;

  // Where each sentence of a block begins and ends in its text.
  function sentences(words) {
    if (window.Intl && Intl.Segmenter) {
      var parts = Array.from(new Intl.Segmenter(language, { granularity: "sentence" }).segment(words));
      return parts.map(function (part) { return [part.index, part.index + part.segment.length]; });
    }
    var found = [], pattern = /[^.!?]+[.!?]*\s*/g, match;
    while ((match = pattern.exec(words))) found.push([match.index, pattern.lastIndex]);
    return found;
  }

  function collect() {
    var blocks = [document.querySelector("h1")].concat(Array.from(text.querySelectorAll("h2, h3, h4, p, li, dt, dd")));
    var all = [];
    blocks.forEach(function (block) {
      // A list item that holds paragraphs is read by them.
      if (!block || block.querySelector("p, li")) return;
      sentences(block.textContent).forEach(function (range) {
        var words = block.textContent.slice(range[0], range[1]);
        if (words.trim()) all.push({ block: block, start: range[0], end: range[1], words: words });
      });
    });
    return all;
  }

  // The sentence as a range over the text nodes of its block.
  function rangeOf(sentence) {
    var walker = document.createTreeWalker(sentence.block, NodeFilter.SHOW_TEXT);
    var range = document.createRange(), at = 0, node, begun = false;
    while ((node = walker.nextNode())) {
      var end = at + node.length;
      if (!begun && sentence.start < end) {
        range.setStart(node, sentence.start - at);
        begun = true;
      }
      if (begun && sentence.end <= end) {
        range.setEnd(node, sentence.end - at);
        break;
      }
      at = end;
    }
    return range;
  }

  function unmark() {
    if (marks) marks.delete("read-aloud");
    document.querySelectorAll(".reading").forEach(function (block) { block.classList.remove("reading"); });
  }

  function mark(sentence) {
    unmark();
    if (marks) marks.set("read-aloud", new Highlight(rangeOf(sentence)));
    else sentence.block.classList.add("reading");
    var place = sentence.block.getBoundingClientRect();
    if (place.top < 0 || place.bottom > window.innerHeight) sentence.block.scrollIntoView({ block: "center" });
  }

  function stop() {
    turn += 1;
    queue = [];
    voice.cancel();
    unmark();
    button.textContent = labels.start;
  }

  function next(mine) {
    if (mine !== turn) return;
    var sentence = queue.shift();
    if (!sentence) { stop(); return; }
    mark(sentence);
    var speech = new SpeechSynthesisUtterance(sentence.words);
    speech.lang = language;
    speech.rate = 0.9;
    speech.onend = function () { next(mine); };
    speech.onerror = function () { if (mine === turn) stop(); };
    voice.speak(speech);
  }

  var button = document.createElement("button");
  button.type = "button";
  button.className = "action read-aloud";
  button.textContent = labels.start;
  button.addEventListener("click", function () {
    if (queue.length || voice.speaking) { stop(); return; }
    turn += 1;
    queue = collect();
    button.textContent = labels.stop;
    next(turn);
  });
  // Some browsers learn only later which voices they have.
  function offer() {
    if (voice.getVoices().length && !button.isConnected) text.before(button);
  }
  voice.addEventListener("voiceschanged", offer);
  offer();
  window.addEventListener("pagehide", function () { voice.cancel(); });
})();
