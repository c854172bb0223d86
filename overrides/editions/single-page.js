/* What a single page does beside showing itself: its search, and printing one work of many.
   The search reads the page's own text, when the box is first touched; what it finds is what
   the site's finds: whole words and syllables first, then beginnings. Baseline: Chrome 60. */
(function () {
  "use strict";
  var text = window.lanpya.text;
  var form = document.getElementById("x-search");
  var box = document.getElementById("x-query");
  var list = document.getElementById("x-results");
  var status = document.getElementById("x-status");
  var words = form.dataset;
  var PAUSE = 200; // ms after the last key
  var SLICE = 20; // ms that reading may take before the page gets a turn
  var SHOWN = 50;
  var SNIPPET = 70; // characters on either side of a hit
  var TITLE_WEIGHT = 10;
  var WHOLE = 2;
  var PREFIX = 1;
  var BLOCKS = "h3,h4,h5,p,li,dd,th,td,pre,figcaption";
  var entries = null;
  var waiting = [];
  var asked = 0;
  var timer;
  form.hidden = false;

  function Block(element) {
    this.text = element.textContent.replace(/\s+/g, " ").trim();
    this.key = text.searchKey(this.text);
    this.starts = null;
  }
  /* Whether a token (word, syllable, sign) begins there. */
  Block.prototype.isBoundary = function (position) {
    if (!this.starts) {
      var at = 0;
      var starts = (this.starts = new Set([0, this.key.length]));
      text.splitSyllables(this.key).forEach(function (token) {
        starts.add(at);
        at += token.length;
      });
    }
    return this.starts.has(position);
  };
  /* Where the needle stands from and to whole tokens; for PREFIX, from one only. */
  Block.prototype.find = function (needle, reach) {
    var at = this.key.indexOf(needle);
    while (at >= 0) {
      if (this.isBoundary(at) && (reach === PREFIX || this.isBoundary(at + needle.length))) return at;
      at = this.key.indexOf(needle, at + 1);
    }
    return -1;
  };

  function innermost(parent) {
    return Array.prototype.filter.call(parent.querySelectorAll(BLOCKS), function (element) {
      return !element.querySelector(BLOCKS) && element.className !== "up";
    });
  }
  function readWork(work) {
    var date = work.querySelector("time");
    return {
      anchor: work.id,
      title: new Block(work.querySelector("h2")),
      language: work.querySelector("h2").lang,
      date: date ? date.textContent : "",
      blocks: innermost(work).map(function (element) {
        return new Block(element);
      })
    };
  }
  function readTopic(term) {
    return {
      anchor: term.id,
      title: new Block(term),
      language: "",
      date: "",
      blocks: term.nextElementSibling ? [new Block(term.nextElementSibling)] : []
    };
  }

  /* Calls back once all is read. In slices, so that typing goes on meanwhile. */
  function read(done) {
    if (entries && !waiting) return done();
    waiting.push(done);
    if (entries) return;
    entries = [];
    var works = document.querySelectorAll(".entry");
    var topics = document.querySelectorAll(".index dt");
    var at = 0;
    (function go() {
      var end = Date.now() + SLICE;
      while (at < works.length + topics.length && Date.now() < end) {
        entries.push(at < works.length ? readWork(works[at]) : readTopic(topics[at - works.length]));
        at += 1;
      }
      if (at < works.length + topics.length) return void setTimeout(go);
      var calls = waiting;
      waiting = null;
      calls.forEach(function (call) {
        call();
      });
    })();
  }

  /* What was typed as Zawgyi is looked for as Unicode, if nothing was found as it is. */
  function answer(query) {
    var found = find(query);
    var other = found.length ? query : text.fromZawgyi(query);
    return other === query ? found : find(other);
  }
  function find(query) {
    var key = text.searchKey(query);
    var parts = key.split(" ").filter(Boolean);
    if (!key) return [];
    var attempts = [[[key], WHOLE], [parts, WHOLE], [[key], PREFIX], [parts, PREFIX]];
    for (var i = 0; i < attempts.length; i++) {
      var found = firstHits(attempts[i][0], attempts[i][1]);
      if (found.length) return found;
    }
    return [];
  }
  function firstHits(needles, reach) {
    return entries
      .map(function (entry, place) {
        return judge(entry, place, needles, reach);
      })
      .filter(Boolean)
      .sort(function (a, b) {
        return b.score - a.score || a.place - b.place;
      });
  }
  /* An entry has to hold every needle, in its title or in a block of its text. */
  function judge(entry, place, needles, reach) {
    var score = 0;
    var best = null;
    for (var i = 0; i < needles.length; i++) {
      var inTitle = entry.title.find(needles[i], reach) >= 0;
      var hits = 0;
      for (var j = 0; j < entry.blocks.length; j++) {
        var at = entry.blocks[j].find(needles[i], reach);
        if (at < 0) continue;
        hits += 1;
        if (!best) best = { block: entry.blocks[j], at: at, length: needles[i].length };
      }
      if (!inTitle && !hits) return null;
      score += (inTitle ? TITLE_WEIGHT : 0) + Math.log(1 + hits);
    }
    return { entry: entry, place: place, score: score, hit: best };
  }

  function element(name, content, parent) {
    var made = document.createElement(name);
    made.textContent = content;
    return parent.appendChild(made);
  }
  /* The hit in its sentence, never cut inside a syllable. */
  function showSnippet(hit, parent) {
    var traced = text.searchKeyWithOffsets(hit.block.text);
    var shown = traced.display;
    var from = traced.offsets[hit.at];
    var to = traced.offsets[hit.at + hit.length];
    if (to === undefined) to = shown.length;
    var start = 0;
    var end = shown.length;
    var at = 0;
    text.splitSyllables(shown).forEach(function (token) {
      if (at <= from - SNIPPET) start = at;
      at += token.length;
      if (at >= to + SNIPPET && end === shown.length) end = at;
    });
    var line = element("p", (start > 0 ? "…" : "") + shown.slice(start, from), parent);
    element("mark", shown.slice(from, to), line);
    line.appendChild(document.createTextNode(shown.slice(to, end) + (end < shown.length ? "…" : "")));
    return line;
  }
  function show(result) {
    var item = element("li", "", list);
    item.className = "card";
    var heading = element("h3", "", item);
    element("a", result.entry.title.text, heading).href = "#" + result.entry.anchor;
    var line = result.hit && showSnippet(result.hit, item);
    if (result.entry.language) {
      heading.lang = result.entry.language;
      if (line) line.lang = result.entry.language;
    }
    if (result.entry.date) element("p", result.entry.date, item).className = "meta";
  }
  function count(number) {
    var shown = String(number).replace(/[0-9]/g, function (digit) {
      return words.digits.charAt(Number(digit));
    });
    return (number === 1 ? words.one : words.other).replace("{count}", shown);
  }
  function run() {
    var turn = ++asked;
    var query = box.value.trim();
    list.textContent = "";
    status.textContent = query ? words.working : "";
    if (!query) return;
    read(function () {
      if (turn !== asked) return;
      var results = answer(query);
      results.slice(0, SHOWN).forEach(show);
      status.textContent = results.length ? count(results.length) : words.nothing;
    });
  }
  box.addEventListener("focus", function () {
    read(function () {});
  });
  box.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    run();
  });
  window.lanpya.search = function (query) {
    return new Promise(function (resolve) {
      read(function () {
        resolve(
          answer(String(query)).map(function (result) {
            return { url: "#" + result.entry.anchor, title: result.entry.title.text, score: result.score };
          })
        );
      });
    });
  };

  /* Printed is the work that the address leads to, if it leads to one. */
  var now = null;
  function choose() {
    var target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (now) now.classList.remove("now");
    now = target && target.closest(".entry");
    if (now) now.classList.add("now");
    document.body.classList[now ? "add" : "remove"]("alone");
  }
  window.addEventListener("hashchange", choose);
  choose();
})();
