/* lanpya.search(query) answers Promise<[{url, title, snippet, language, score, …}]>. The index of
   each language is a classic script that is added when the first search is made, so that it works
   from a file as over http; it calls lanpya.search.add. Baseline: Chrome 60. */
(function () {
  "use strict";
  var lanpya = (window.lanpya = window.lanpya || {});
  var SNIPPET = 70; // characters on either side of a hit
  var TITLE_WEIGHT = 10;
  var WHOLE = 2;
  var PREFIX = 1;
  var indexes = {}; // language → works, once loaded
  var loading = {}; // language → promise

  /* A block's key, and where in it a token (word, syllable, sign) begins. */
  function Block(text) {
    this.text = text;
    this.key = lanpya.text.searchKey(text);
    this.starts = null;
  }
  Block.prototype.isBoundary = function (position) {
    if (!this.starts) {
      var at = 0;
      var starts = (this.starts = new Set([0, this.key.length]));
      lanpya.text.splitSyllables(this.key).forEach(function (token) {
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

  lanpya.search = function (query) {
    return Promise.all(Object.keys(lanpya.search.sources).map(load)).then(function () {
      return answer(String(query));
    });
  };
  lanpya.search.sources = {}; // language → address of its index, relative to this page
  lanpya.search.root = "";
  lanpya.search.language = document.documentElement.lang;

  lanpya.search.add = function (language, rows) {
    indexes[language] = rows.map(function (row) {
      return {
        language: language,
        url: row[0],
        title: row[1],
        date: row[2],
        year: row[3],
        topics: row[4],
        heading: new Block(row[1]),
        blocks: row[5].split("\n").map(function (text) {
          return new Block(text);
        })
      };
    });
  };

  function load(language) {
    if (!loading[language]) {
      loading[language] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = lanpya.search.sources[language];
        script.onload = function () {
          if (indexes[language]) resolve();
          else script.onerror();
        };
        script.onerror = function () {
          delete loading[language];
          reject(new Error("search index " + language));
        };
        document.head.appendChild(script);
      });
    }
    return loading[language];
  }

  function answer(query) {
    var key = lanpya.text.searchKey(query);
    if (!key) return [];
    var words = key.split(" ").filter(Boolean);
    return (
      firstHits([[key], WHOLE]) ||
      firstHits([words, WHOLE]) ||
      firstHits([[key], PREFIX]) ||
      firstHits([words, PREFIX]) ||
      []
    );
  }

  function firstHits(attempt) {
    var results = [];
    Object.keys(indexes).forEach(function (language) {
      indexes[language].forEach(function (work) {
        var result = judge(work, attempt[0], attempt[1]);
        if (result) results.push(result);
      });
    });
    results.sort(function (a, b) {
      return b.score - a.score || (a.url < b.url ? -1 : 1);
    });
    return results.length ? results : null;
  }

  /* A work has to hold every needle, in its title or in a block of its text. */
  function judge(work, needles, reach) {
    var score = 0;
    var best = null;
    for (var i = 0; i < needles.length; i++) {
      var needle = needles[i];
      var inTitle = work.heading.find(needle, reach) >= 0;
      var hits = 0;
      work.blocks.forEach(function (block) {
        var at = block.find(needle, reach);
        if (at < 0) return;
        hits += 1;
        if (!best) best = { block: block, at: at, length: needle.length };
      });
      if (!inTitle && !hits) return null;
      score += (inTitle ? TITLE_WEIGHT : 0) + Math.log(1 + hits);
    }
    if (work.language === lanpya.search.language) score += 2 * TITLE_WEIGHT;
    var cut = snip(best || { block: work.blocks[0], at: 0, length: 0 });
    return {
      url: lanpya.search.root + work.url,
      title: work.title,
      snippet: cut.text,
      mark: cut.mark,
      language: work.language,
      date: work.date,
      score: score
    };
  }

  /* The hit in its sentence, never cut inside a syllable. mark: [from, to] of the hit. */
  function snip(hit) {
    var traced = lanpya.text.searchKeyWithOffsets(hit.block.text);
    var text = traced.display;
    var from = hit.length ? traced.offsets[hit.at] : 0;
    var to = hit.length ? traced.offsets[hit.at + hit.length] : 0;
    if (to === undefined) to = text.length;
    var start = 0;
    var end = text.length;
    var at = 0;
    lanpya.text.splitSyllables(text).forEach(function (token) {
      if (at <= from - SNIPPET) start = at;
      at += token.length;
      if (at >= to + SNIPPET && end === text.length) end = at;
    });
    var lead = start > 0 ? "…" : "";
    return {
      text: lead + text.slice(start, end) + (end < text.length ? "…" : ""),
      mark: [from - start + lead.length, to - start + lead.length]
    };
  }
})();
