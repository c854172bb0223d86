/* lanpya.search(query, options) in a single page answers a promise of results, best first: what
   the site's search finds, it finds. There is no index: it reads the page's own text when it is
   first asked, packed texts too, and keeps of each work its search key and nothing else.
   options: exact: nothing is mended; progress: called with the share that is read, 0 to 1.
   results.spelling: what was looked for instead; results.unread: works that are damaged. */
(function () {
  "use strict";
  var lanpya = window.lanpya;
  var text = lanpya.text;
  var words = document.getElementById("x-search").dataset;
  var SLICE = 50; // ms that reading may take before the page gets a turn
  var WAIT = 200; // ms until it is looked whether more of the file is there
  var SNIPPET = 70; // characters on either side of a hit
  var SHORTEST = 3; // of a word with kin
  var LONGEST = 500; // of a query
  var EXACT = 300;
  var NAMED = 250; // by another name, in another language
  var INFLECTED = 200;
  var BEGUN = 100;
  var TITLE = 16;
  var REST = "(?:\\s(?:[^>\"]|\"[^\"]*\")*|/)?>"; // of a tag, behind its name
  var INLINE = RegExp("</?(?:[a-z]+-[a-z-]+|a|abbr|b|bd[io]|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|su[bp]|time|u|var|wbr)" + REST, "g");
  var BLOCK = RegExp("<(/?[a-z][a-z0-9]*)" + REST);
  var PICTURE = /<svg[^]*?<\/svg>/g;
  var SILENT = /^(dt|summary|caption|button)$/; // what we say ourselves, the same in every work
  var ENTITY = /&(#?\w+);/g;
  var ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\xa0" };
  var EDGE = "\0"; // between the blocks of an entry's key
  var stems = JSON.parse(words.stems).map(function (steps) {
    return steps.map(function (step) {
      return [RegExp(step[0]), step[1]];
    });
  });
  var language = document.documentElement.lang;
  var aside = document.implementation.createHTMLDocument("").body; // shows nothing, runs nothing
  var entries = [];
  var names = new Map(); // key of a topic's name → anchors of its works
  var unread = 0;
  var reading;
  var terms; // word → places of the entries that hold it
  var map = function (list, make) {
    return Array.prototype.map.call(list, make);
  };

  /* Reading */

  var clean = (raw) => raw.replace(/\s+/g, " ").trim();

  function decode(entity, code) {
    if (code[0] === "#") return String.fromCodePoint(code[1] === "x" ? parseInt(code.slice(2), 16) : Number(code.slice(1)));
    if (!(code in ENTITIES)) {
      aside.innerHTML = entity;
      ENTITIES[code] = aside.textContent;
    }
    return ENTITIES[code];
  }
  /* The texts of blocks, in HTML as we write it or as the browser does. To have the browser parse
     a thousand packed works would take longer than all the rest. */
  function textsIn(html) {
    var parts = html.replace(PICTURE, "").replace(INLINE, "").split(BLOCK);
    return parts.filter((part, i) => !(i % 2) && !SILENT.test(parts[i - 1]))
      .map((part) => clean(part.replace(ENTITY, decode))).filter(Boolean);
  }
  /* All texts of an entry but its title, whether they are packed or not. */
  function textsOf(element) {
    if (element.nodeName === "DT") return [clean(element.nextElementSibling.textContent)];
    return textsIn(htmlOf(element) + (element.getAttribute("data-in") ? lanpya.packed.read(element) : ""));
  }
  function htmlOf(element) {
    return map(element.children, (child) => (/^(up|packed)/.test(child.className) || child.nodeName === "H2" ? "" : child.outerHTML)).join("");
  }
  var keyOfTexts = (texts) => text.searchKey(texts.join(EDGE)).replace(/ ?\0 ?/g, EDGE);

  function readEntry(element) {
    var title = element.nodeName === "DT" ? element : element.querySelector("h2");
    var date = element.querySelector("time");
    var entry = {
      element: element,
      anchor: element.id,
      title: clean(title.textContent),
      language: title.lang || language,
      date: date ? date.textContent : "",
      key: ""
    };
    entry.titleKey = text.searchKey(entry.title);
    if (element === title) readNames(element);
    try {
      entry.key = keyOfTexts(textsOf(element));
    } catch (error) {
      unread++;
      entry.key = keyOfTexts(textsIn(htmlOf(element)));
    }
    return entry;
  }
  function readNames(term) {
    var works = map(term.nextElementSibling.querySelectorAll("a"), function (link) {
      return link.getAttribute("href").slice(1);
    });
    map(term.childNodes, function (node) {
      return node.textContent;
    }).concat((term.getAttribute("data-as") || "").split("|")).forEach(function (name) {
      var key = text.searchKey(name);
      if (key) names.set(key, (names.get(key) || []).concat(works));
    });
  }

  /* Calls `step` with each of a list in turn, in slices, so that typing goes on meanwhile. step
     returns true where it can not go on yet. */
  function inSlices(list, step, progress) {
    return new Promise(function (resolve, reject) {
      var at = 0;
      (function go() {
        var end = Date.now() + SLICE;
        var late = false;
        try {
          while (at < list.length && !late && Date.now() < end) {
            late = step(list[at], at) === true;
            if (!late) at++;
          }
        } catch (error) {
          return reject(error);
        }
        if (progress) progress(at / list.length);
        if (at < list.length) return void setTimeout(go, late ? WAIT : 0);
        resolve();
      })();
    });
  }
  var listeners = [];
  /* Resolves once all is read, which is done once. */
  function read(progress) {
    if (progress) listeners.push(progress);
    reading = reading || inSlices(
      map(document.querySelectorAll(".entry,.index dt"), (element) => element),
      function (element) {
        if (element.getAttribute("data-in") && !lanpya.packed.isThere(element)) return true;
        entries.push(readEntry(element));
      },
      (share) => listeners.forEach((tell) => tell(share))
    ).then(() => (listeners = []));
    return reading;
  }

  /* Finding */

  /* Where tokens (words, syllables, signs) begin in a key, around a place. */
  function startsAround(key, at, length) {
    var from = Math.max(key.lastIndexOf(" ", at), key.lastIndexOf(EDGE, at), 0);
    var ends = [key.indexOf(" ", at + length), key.indexOf(EDGE, at + length), key.length];
    var to = Math.min.apply(null, ends.filter((end) => end >= 0));
    var starts = new Set([from]);
    text.splitSyllables(key.slice(from, to)).forEach(function (token) {
      from += token.length;
      starts.add(from);
    });
    return starts;
  }
  /* The first place where a way finds something in a key: {at, length}. */
  function seek(key, way) {
    for (var at = key.indexOf(way.needle); at >= 0; at = key.indexOf(way.needle, at + 1)) {
      var starts = startsAround(key, at, way.needle.length);
      if (!starts.has(at)) continue;
      var end = at + way.needle.length;
      if (way.level === BEGUN || (way.level === EXACT && starts.has(end))) return { at: at, length: way.needle.length };
      if (way.level !== INFLECTED) continue;
      for (end = at + 1; end < key.length && !starts.has(end); ) end++;
      if (cut(key.slice(at, end), way.steps) === way.root) return { at: at, length: end - at };
    }
    return null;
  }
  function cut(word, steps) {
    if (!steps[0][0].test(word)) return word;
    return steps.slice(1).reduce((short, step) => short.replace(step[0], step[1]), word);
  }
  /* What to look for, for a piece of the query; each with what it is worth. */
  function waysTo(piece, begun) {
    var key = piece.key;
    var ways = [{ level: EXACT, needle: key }];
    if (begun && !piece.quoted) ways.push({ level: BEGUN, needle: key });
    if (piece.quoted || key.length < SHORTEST || text.splitSyllables(key).length > 1 || text.isSyllable(key)) return ways;
    stems.forEach(function (steps) {
      var root = cut(key, steps);
      ways.push({ level: INFLECTED, needle: root.slice(0, -1), root: root, steps: steps });
    });
    return ways;
  }
  /* A piece of a query, as a key without signs around it. */
  function makePiece(key, quoted) {
    var tokens = text.splitSyllables(key);
    while (tokens.length && !text.isWord(tokens[0])) tokens.shift();
    while (tokens.length && !text.isWord(tokens[tokens.length - 1])) tokens.pop();
    return { key: tokens.join(""), quoted: quoted, words: tokens.filter(text.isWord).map((token) => ({ word: token })) };
  }
  /* All of them have to be there. */
  function makePieces(query, spaced) {
    var pieces = [];
    query.split(/["\u201c-\u201f\u2033\xab\xbb\uff02]/).forEach(function (said, i) {
      var quoted = i % 2 === 1;
      (spaced && !quoted ? said.split(/\s+/) : [said]).map(text.searchKey).forEach(function (key) {
        (quoted ? [key] : key.split(" ")).forEach((part) => pieces.push(makePiece(part, quoted)));
      });
    });
    return pieces.filter((piece) => piece.key);
  }
  var keyOf = (pieces) => pieces.map((piece) => piece.key).join(" ");

  function find(pieces, begun) {
    var named = names.get(keyOf(pieces)) || [];
    var ways = pieces.map((piece) => waysTo(piece, begun));
    if (!pieces.length) return [];
    return entries
      .map((entry, place) => judge(entry, place, pieces, ways, named))
      .filter(Boolean)
      .sort((one, other) => other.score - one.score || one.place - other.place);
  }
  /* An entry has to hold every piece, in its title or in its text, or to be of the topic so named. */
  function judge(entry, place, pieces, ways, named) {
    var level = EXACT;
    var inTitle = true;
    var best = null;
    for (var i = 0; i < pieces.length; i++) {
      var hit = hitOf(entry, ways[i]);
      if (!hit && (names.get(pieces[i].key) || []).indexOf(entry.anchor) >= 0) hit = { level: NAMED };
      if (!hit) return named.indexOf(entry.anchor) < 0 ? null : makeResult(entry, place, NAMED, null);
      level = Math.min(level, hit.level);
      inTitle = inTitle && hit.inTitle;
      if (hit.length && !best) best = hit;
    }
    return makeResult(entry, place, level + (inTitle ? TITLE : 0), best);
  }
  /* The best hit, in the text if it is there as well as in the title. */
  function hitOf(entry, ways) {
    for (var i = 0; i < ways.length; i++) {
      var inTitle = !!seek(entry.titleKey, ways[i]);
      var hit = seek(entry.key, ways[i]);
      if (hit || inTitle) return Object.assign({ level: ways[i].level, inTitle: inTitle }, hit);
    }
    return null;
  }
  function makeResult(entry, place, score, hit) {
    return {
      url: "#" + entry.anchor, title: entry.title, language: entry.language, date: entry.date, score: score, place: place,
      snip: () => hit && snip(entry, hit)
    };
  }
  /* The hit in its sentence, never cut inside a syllable: what stands before it, it, what stands
     behind. null where the text can not be read any more. */
  function snip(entry, hit) {
    var number = entry.key.slice(0, hit.at).split(EDGE).length - 1;
    var at = hit.at - entry.key.lastIndexOf(EDGE, hit.at) - 1;
    try {
      var traced = text.searchKeyWithOffsets(textsOf(entry.element)[number]);
    } catch (error) {
      return null;
    }
    var shown = traced.display;
    var from = traced.offsets[at];
    var to = traced.offsets[at + hit.length];
    if (to === undefined) to = shown.length;
    var start = 0;
    var end = shown.length;
    var place = 0;
    text.splitSyllables(shown).forEach(function (token) {
      if (place <= from - SNIPPET) start = place;
      place += token.length;
      if (place >= to + SNIPPET && end === shown.length) end = place;
    });
    return [(start > 0 ? "…" : "") + shown.slice(start, from), shown.slice(from, to), shown.slice(to, end) + (end < shown.length ? "…" : "")];
  }

  /* What the site's script for spelling asks for: see search-spelling.js. */

  function readTerms() {
    if (terms) return terms;
    var made = new Map();
    return (terms = inSlices(entries, function (entry, place) {
      new Set(text.splitSyllables(entry.titleKey + EDGE + entry.key)).forEach(function (word) {
        if (!text.isWord(word)) return;
        if (made.has(word)) made.get(word).push(place);
        else made.set(word, [place]);
      });
    }).then(() => made));
  }
  function findTerms(tag, prefix) {
    return readTerms().then(function (all) {
      var found = [];
      all.forEach(function (works, word) {
        if (word.startsWith(prefix)) found.push({ word: word, works: works });
      });
      return found;
    });
  }
  function attempt(raw, exact) {
    var found = [];
    (exact ? [[false, false]] : [[false, false], [true, false], [false, true], [true, true]]).some(function (trial) {
      found = find(makePieces(raw, trial[0]), trial[1]);
      return found.length;
    });
    var pieces = makePieces(raw);
    if (found.length || exact || !pieces.length) return found;
    return search.mend(pieces, raw).then(function (mended) {
      var similar = mended ? find(mended) : [];
      if (similar.length) similar.spelling = keyOf(mended);
      return similar;
    });
  }
  function search(query, options) {
    options = options || {};
    return read(options.progress)
      .then(() => attempt(String(query).slice(0, LONGEST), options.exact))
      .then(function (results) {
        results.unread = unread;
        return results;
      });
  }
  search.read = read;
  search.parts = { findTerms: findTerms, nameShard: () => Promise.resolve(names), makePiece: makePiece, makePieces: makePieces, keyOf: keyOf };
  search.load = (name) => Promise.resolve(name === "index" && { names: Array.from(names.keys()), tags: [language] });
  lanpya.search = search;
})();
