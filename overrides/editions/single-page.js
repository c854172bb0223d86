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
  var SHORTEST = 3; // of a word with kin
  var LONGEST = 500; // of a query
  var EXACT = 300;
  var NAMED = 250; // by another name, in another language
  var INFLECTED = 200;
  var BEGUN = 100;
  var TITLE = 16;
  var stems = JSON.parse(words.stems);
  var BLOCKS = "h3,h4,h5,p,li,dd,th,td,pre,figcaption";
  var entries = null;
  var names = {}; // key of a topic's name → anchors of its works
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
  /* The token that begins there. */
  Block.prototype.tokenAt = function (at) {
    var end = at + 1;
    while (end < this.key.length && !this.isBoundary(end)) end++;
    return this.key.slice(at, end);
  };
  /* Where `needle` stands from the beginning of a token, and `accepts` what follows. */
  Block.prototype.find = function (needle, accepts) {
    var at = this.key.indexOf(needle);
    while (at >= 0 && !(this.isBoundary(at) && accepts(this, at))) at = this.key.indexOf(needle, at + 1);
    return at;
  };

  function cut(word, steps) {
    if (!RegExp(steps[0][0]).test(word)) return word;
    return steps.slice(1).reduce(function (short, step) {
      return short.replace(RegExp(step[0]), step[1]);
    }, word);
  }
  /* What to look for, for a part of the query; each with what it is worth. */
  function waysTo(key, quoted, begun) {
    var ways = [
      [EXACT, key, function (block, at) {
        return block.isBoundary(at + key.length);
      }]
    ];
    if (begun && !quoted) {
      ways.push([BEGUN, key, function () {
        return true;
      }]);
    }
    if (quoted || key.length < SHORTEST || text.splitSyllables(key).length > 1 || text.isSyllable(key)) return ways;
    stems.forEach(function (steps) {
      var root = cut(key, steps);
      ways.push([INFLECTED, root.slice(0, -1), function (block, at) {
        return cut(block.tokenAt(at), steps) === root;
      }]);
    });
    return ways;
  }
  /* The parts of a query, as keys without signs around them: all have to be there. */
  function makeParts(query, spaced, begun) {
    var parts = [];
    query.split(/["\u201c-\u201f\u2033\xab\xbb\uff02]/).forEach(function (said, i) {
      var quoted = i % 2 === 1;
      (spaced && !quoted ? said.split(/\s+/) : [said]).map(text.searchKey).forEach(function (key) {
        (quoted ? [key] : key.split(" ")).forEach(function (part) {
          var tokens = text.splitSyllables(part);
          while (tokens.length && !text.isWord(tokens[0])) tokens.shift();
          while (tokens.length && !text.isWord(tokens[tokens.length - 1])) tokens.pop();
          part = tokens.join("");
          if (part) parts.push({ key: part, ways: waysTo(part, quoted, begun) });
        });
      });
    });
    return parts;
  }
  function keyOf(parts) {
    return parts
      .map(function (part) {
        return part.key;
      })
      .join(" ");
  }

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
    var about = term.nextElementSibling;
    var said = Array.prototype.map.call(term.childNodes, function (node) {
      return node.textContent;
    });
    said.concat((term.getAttribute("data-as") || "").split("|")).forEach(function (name) {
      var key = text.searchKey(name);
      if (key) names[key] = (names[key] || []).concat(linksOf(about));
    });
    return { anchor: term.id, title: new Block(term), language: "", date: "", blocks: [new Block(about)] };
  }
  function linksOf(element) {
    return Array.prototype.map.call(element.querySelectorAll("a"), function (link) {
      return link.getAttribute("href").slice(1);
    });
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
    var raw = query.slice(0, LONGEST);
    var found = [];
    [[false, false], [true, false], [false, true], [true, true]].some(function (attempt) {
      found = firstHits(makeParts(raw, attempt[0], attempt[1]));
      return found.length;
    });
    return found;
  }
  function firstHits(parts) {
    var named = names[keyOf(parts)] || [];
    if (!parts.length) return [];
    return entries
      .map(function (entry, place) {
        return judge(entry, place, parts, named);
      })
      .filter(Boolean)
      .sort(function (a, b) {
        return b.score - a.score || a.place - b.place;
      });
  }
  /* An entry has to hold every part, in its title or in its text, or to be of the topic so named. */
  function judge(entry, place, parts, named) {
    var level = EXACT;
    var inTitle = true;
    var best = null;
    for (var i = 0; i < parts.length; i++) {
      var hit = hitOf(entry, parts[i].ways);
      if (!hit && (names[parts[i].key] || []).indexOf(entry.anchor) >= 0) hit = { level: NAMED };
      if (!hit) {
        if (named.indexOf(entry.anchor) < 0) return null;
        return { entry: entry, place: place, score: NAMED, hit: null };
      }
      level = Math.min(level, hit.level);
      inTitle = inTitle && hit.inTitle;
      if (hit.block && !best) best = hit;
    }
    return { entry: entry, place: place, score: level + (inTitle ? TITLE : 0), hit: best };
  }
  /* The best hit, in the text if it is there as well as in the title. */
  function hitOf(entry, ways) {
    for (var i = 0; i < ways.length; i++) {
      var title = entry.title.find(ways[i][1], ways[i][2]) >= 0;
      for (var j = 0; j < entry.blocks.length; j++) {
        var block = entry.blocks[j];
        var at = block.find(ways[i][1], ways[i][2]);
        if (at < 0) continue;
        var length = ways[i][0] === INFLECTED ? block.tokenAt(at).length : ways[i][1].length;
        return { level: ways[i][0], inTitle: title, block: block, at: at, length: length };
      }
      if (title) return { level: ways[i][0], inTitle: true };
    }
    return null;
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
