/* lanpya.search(query, options) answers Promise<[{url, title, snippet, language, score, …}]>; how
   the index is made stands in scripts/lanpya/site/search_*.py. Works from a file as over http, since
   every shard is a classic script that calls lanpya.search.add. Baseline: Chrome 60. */
(function () {
  "use strict";
  var text = lanpya.text;
  var LONGEST = 500; // of a query; what is longer is cut
  var SHORTEST = 3; // of a word with kin
  var MOST = 24; // words or pieces are looked up
  var AT_ONCE = 3; // pairs are looked up, until few works are left
  var READ = 5; // results, and more only if that is asked for
  var DOUBTED = 40; // are all read, once a text has shown that the terms do not tell
  var WORDS = 12; // in the name of a topic
  var SNIPPET = 70; // characters on either side of a hit
  var EXACT = 300;
  var NAMED = 250; // by another name, in another language
  var INFLECTED = 200;
  var BEGUN = 100;
  var TITLE = 16;
  var TOPIC = 8;
  var OWN = 6;
  var loaded = {}; // name → what the shard holds
  var waiting = {}; // name → promise of it
  var made = {}; // name → what was made of it
  var head;

  var isWord = text.isWord;
  var isSyllable = text.isSyllable;
  var all = (promises) => Promise.all(promises);
  var join = (lists) => [].concat.apply([], lists);

  function stem(language, word) {
    var steps = head.languages[language].stems;
    if (!steps.length || !steps[0][0].test(word)) return word;
    return steps.slice(1).reduce((short, step) => short.replace(step[0], step[1]), word);
  }

  /* Shards */

  function load(name, address) {
    return (waiting[name] = waiting[name] || new Promise((resolve, reject) => {
      if (name in loaded) return resolve(loaded[name]);
      var script = document.createElement("script");
      script.src = search.root + (address || "search/" + name + ".js");
      script.onload = () => (address || name in loaded ? resolve(loaded[name]) : script.onerror());
      script.onerror = () => {
        delete waiting[name];
        reject(new Error("search: " + name));
      };
      document.head.appendChild(script);
    }));
  }
  var once = (name, make) =>
    load(name).then((data) => (made[name] = made[name] || make(data)));

  /* The place of the last that is not greater. */
  function placeOf(firsts, wanted) {
    var low = 0;
    for (var high = firsts.length; high - low > 1; ) {
      var middle = (low + high) >> 1;
      if (firsts[middle] <= wanted) low = middle;
      else high = middle;
    }
    return low;
  }

  function Bits(packed) {
    var bytes = atob(packed);
    var end = bytes.length * 8;
    this.at = 0;
    var bit = () => {
      if (this.at >= end) throw new Error("search: damaged");
      return (bytes.charCodeAt(this.at >> 3) >> (7 - (this.at++ & 7))) & 1;
    };
    function number(width, value) {
      while (width--) value = value * 2 + bit();
      return value;
    }
    this.count = () => {
      var width = 0;
      while (!bit()) width++;
      return number(width, 1) - 1;
    };
    /* `count` ascending numbers from low to below high. */
    this.list = (count, low, high, list) => {
      list = list || [];
      var before = count >> 1;
      var choices = high - low - count + 1;
      if (!count) return list;
      if (choices < 1) throw new Error("search: damaged");
      var width = 31 - Math.clz32(choices);
      var short = 2 * (1 << width) - choices;
      var choice = number(width, 0);
      if (choice >= short) choice = choice * 2 + bit() - short;
      var middle = low + before + choice;
      this.list(before, low, middle, list).push(middle);
      return this.list(count - before - 1, middle + 1, high, list);
    };
  }

  function readWords(data) {
    var words = [];
    data.replace(/([A-Z])([^A-Z]*)/g, (part, shared, rest) =>
      words.push((words[words.length - 1] || "").slice(0, shared.charCodeAt(0) - 65) + rest));
    return words;
  }
  function readTerms(data) {
    var bits = new Bits(data[2]);
    return readWords(data[1]).map((word, i) => {
      var works = bits.list(bits.count() + 1, 0, head.size);
      var titled = bits.list(bits.count(), 0, works.length);
      return { word: word, id: data[0] + i, first: data[0] + i, last: data[0] + i, works: works, titled: new Set(titled.map((place) => works[place])) };
    });
  }

  /* The terms of a language that begin with `root`, or those that are just that. */
  function findTerms(language, root, whole) {
    var firsts = head.languages[language].w;
    var last = placeOf(firsts, whole ? root : root + "\uffff");
    for (var from = placeOf(firsts, root), shards = []; firsts.length && from <= last; from++) {
      shards.push(once(language + "/w" + from, readTerms));
    }
    return all(shards).then((lists) => join(lists).filter((term) => (whole ? term.word === root : term.word.startsWith(root))));
  }
  var findTerm = (language, word) => findTerms(language, word, true).then((terms) => terms[0]);

  /* What stands together with a term or a pair: number of the other term → {id, works}. side: 0 if
     the other comes after it, 1 before. */
  function findRun(language, kind, group, side, other) {
    var about = head.languages[language];
    var place = placeOf(about[kind], group.id);
    return load(language + "/" + kind + place).then((data) => {
      var bits = new Bits(data[2]);
      var id = data[0];
      var skip = 0;
      var counts = [0, 0];
      for (var i = 0; i < data[1]; i++) {
        var own = [bits.count(), bits.count()];
        var length = own[0] + own[1] ? bits.count() : 0;
        var at = about[kind][place] + i;
        if (at === group.id) counts = own;
        if (at < group.id) {
          id += own[0] + own[1];
          skip += length;
        }
      }
      bits.at += skip;
      var found;
      for (var now = 0; now < 2; now++) {
        bits.list(counts[now], 0, about.terms).forEach((term) => {
          var places = bits.list(bits.count() + 1, 0, group.works.length);
          if (now === side && term === other) found = { id: id, works: places.map((one) => group.works[one]) };
          id++;
        });
      }
      return found;
    });
  }

  /* How one follows the other: where few works hold both, these; where many do and the index has
     no such run, none. A run with an id can be related again. */
  function relate(language, kind, one, other) {
    var there = new Set(other.works);
    var works = one.works.filter((work) => there.has(work));
    var run = { first: one.first, last: other.last, works: works };
    var after = one.works.length <= other.works.length;
    if (works.length <= head.few || !head.languages[language][kind].length) return Promise.resolve(run);
    return findRun(language, kind, after ? one : other, after ? 0 : 1, after ? other.last : one.first)
      .then((found) => Object.assign(run, found || { works: [] }));
  }

  /* Hits: work → {level, title, topic}. doubt: whether the texts have to tell. */

  function gather(terms, level) {
    var hits = new Map();
    terms.forEach((term) => term.works.forEach((work) => {
      var other = hits.get(work);
      var hit = { level: level(term), title: term.titled && term.titled.has(work) };
      if (!other || other.level < hit.level) hits.set(work, hit);
    }));
    return hits;
  }
  function both(one, other) {
    var hits = new Map();
    one.forEach((hit, work) => {
      var match = other.get(work);
      if (match) hits.set(work, { level: Math.min(hit.level, match.level), title: hit.title && match.title, topic: hit.topic && match.topic });
    });
    hits.doubt = one.doubt || other.doubt;
    return hits;
  }

  /* The works that hold a piece of the query: a word with its kin, or terms that stand together. */
  function findPiece(language, piece) {
    var words = piece.words.slice(0, MOST);
    if (words.length < 2) return findFamily(language, piece, words[0].word);
    return all(words.map((one, i) => (piece.begun && i === words.length - 1
      ? findTerms(language, one.word).then((terms) => ({ works: Array.from(gather(terms, () => 0).keys()) }))
      : findTerm(language, one.word)))
    ).then((terms) => {
      if (!terms.every(Boolean)) return new Map();
      var works = terms.reduce((left, term) => left.filter(Set.prototype.has, new Set(term.works)), terms[0].works);
      var links = words.map((one, i) => one.joined && terms[i].id >= 0);
      return narrow(language, "p", terms, links, works).then((left) => {
        var hits = gather([{ works: left, titled: { has: (work) => terms.every((term) => term.titled && term.titled.has(work)) } }], () => EXACT);
        hits.doubt = left.length <= head.few || words.length > 3 || words.some((one, i) => i && !links[i]);
        return hits;
      });
    });
  }

  /* Of works those that hold the runs: of two terms, then of three, the rarest first, until few are left. */
  function narrow(language, kind, level, links, works) {
    var runs = [];
    var order = links.map((link, i) => i).filter((i) => links[i])
      .sort((a, b) => level[a].works.length + level[a - 1].works.length - level[b].works.length - level[b - 1].works.length);
    function step(left) {
      if (left.length <= head.few) return left;
      var some = order.splice(0, AT_ONCE);
      if (some.length) {
        return all(some.map((i) => relate(language, kind, level[i - 1], level[i]).then((run) => (runs[i] = run))))
          .then((found) => step(found.reduce((rest, run) => rest.filter(Set.prototype.has, new Set(run.works)), left)));
      }
      var next = links.map((link, i) => i && runs[i] && runs[i - 1] && runs[i].id >= 0 && runs[i - 1].id >= 0);
      return kind === "p" ? narrow(language, "r", runs, next, left) : left;
    }
    return Promise.resolve(step(works));
  }
  function findFamily(language, piece, word) {
    var root = stem(language, word);
    // A letter or two begin too many words, and have no kin.
    var whole = piece.quoted || (!piece.begun && (isSyllable(word) || word.length < SHORTEST)) || !word[1];
    var kinless = whole || !head.languages[language].stems.length;
    return findTerms(language, kinless ? word : root.slice(0, -1), whole).then((terms) => {
      var begun = piece.begun ? terms.filter((term) => term.word.startsWith(word)) : [];
      var kin = begun.length ? begun : terms.filter((term) => term.word === word || stem(language, term.word) === root);
      kin.forEach((term) => piece.needles.add(term.word));
      return gather(kin, (term) => (term.word === word ? EXACT : begun.length ? BEGUN : INFLECTED));
    });
  }

  /* The query */

  /* words: of the key, and whether each follows the one before with at most a space between. */
  function makePiece(key, quoted) {
    var tokens = text.splitSyllables(key);
    while (tokens.length && !isWord(tokens[0])) tokens.shift();
    while (tokens.length && !isWord(tokens[tokens.length - 1])) tokens.pop();
    var words = [];
    var joined = false;
    tokens.forEach((token, i) => {
      if (isWord(token)) words.push({ word: token, joined: joined });
      joined = isWord(token) || (joined && (token === " " || (/['.-]/.test(token) && isWord(tokens[i - 1]) && isWord(tokens[i + 1]))));
    });
    return { key: tokens.join(""), words: words, quoted: quoted, needles: new Set() };
  }
  function makePieces(query, spaced) {
    var pieces = [];
    query.split(/["\u201c-\u201f\u2033\xab\xbb\uff02]/).forEach((part, i) => {
      var parts = spaced && !(i % 2) ? part.split(/\s+/) : [part];
      parts.map(text.searchKey).forEach((key) =>
        (i % 2 ? [key] : key.split(" ")).forEach((word) => pieces.push(makePiece(word, i % 2))));
    });
    return pieces.filter((piece) => piece.key).slice(0, MOST);
  }
  var keyOf = (pieces) => pieces.map((piece) => piece.key).join(" ");
  var begin = (pieces, from) => pieces.map((piece, i) =>
    Object.assign(makePiece(piece.key, piece.quoted), { begun: i >= from && !piece.quoted }));

  /* Topics */

  var nameShard = (key) => once("n" + placeOf(head.names, key), (data) => {
    var numbers = new Map();
    readWords(data[0]).forEach((name, i) => numbers.set(name, data[1][i]));
    return numbers;
  });
  var findTopic = (number) => once("k" + (number >> 4), (data) => {
    var bits = new Bits(data[1]);
    return data[0].map((topic) => ({ id: topic[0], names: topic[1], works: bits.list(bits.count(), 0, head.size) }));
  }).then((topics) => topics[number & 15]);

  /* Several pieces that are together a topic's name become one. What is quoted is meant as it is. */
  function joinNames(pieces) {
    var spans = [];
    pieces.forEach((piece, from) => {
      for (var to = from + 1; to <= Math.min(pieces.length, from + WORDS); to++) spans.push([from, to]);
    });
    spans = spans.map((span) => pieces.slice(span[0], span[1])).filter((parts) => !parts.some((piece) => piece.quoted));
    return all(head.names.length ? spans.map((parts) => nameShard(keyOf(parts)).then((numbers) => numbers.get(keyOf(parts)))) : []).then((numbers) => {
      var groups = [];
      for (var from = 0; from < pieces.length; from += groups[groups.length - 1].parts.length) {
        var best = spans.map((parts, i) => i).filter((i) => spans[i][0] === pieces[from] && numbers[i] !== undefined)
          .sort((a, b) => spans[b].length - spans[a].length)[0];
        groups.push(best === undefined ? { parts: [pieces[from]] } : { parts: spans[best], topic: numbers[best] });
      }
      return all(groups.map((group) => group.topic === undefined ? group :
        findTopic(group.topic).then((topic) => Object.assign(group, { topic: topic }))));
    });
  }

  function findGroup(language, group) {
    return all(group.parts.map((piece) => findPiece(language, piece))).then((found) => {
      var hits = found.reduce(both);
      if (!group.topic) return hits;
      var missing = head.languages[language].gone;
      var names = group.topic.names[head.tags.indexOf(language)].map((name) => makePieces('"' + name + '"')[0]).filter(Boolean);
      var level = names.some((piece) => piece.key === keyOf(group.parts)) ? EXACT : NAMED;
      if (level === EXACT) names = [];
      // Works that hold a long name hold the shorter one inside it.
      names = names.filter((piece) => !names.some((other) => other.key !== piece.key && piece.key.includes(other.key)));
      names.forEach((piece) => group.parts[0].needles.add(piece.key));
      group.topic.works.forEach((work) => {
        if (hits.has(work)) hits.get(work).topic = true;
        else if (!missing.has(work)) hits.set(work, { level: level, topic: true });
      });
      return all(names.map((piece) => findPiece(language, piece))).then((more) => {
        more.forEach((found) => {
          found.forEach((hit, work) => hits.has(work) || hits.set(work, { level: NAMED, title: hit.title }));
          hits.doubt = hits.doubt || found.doubt;
        });
        return hits;
      });
    });
  }

  /* All works that hold every group, best first. */
  function find(groups, options, match) {
    var tags = head.tags.filter((tag) => !options.language || options.language === tag);
    return all(tags.map((tag) => all(groups.map((group) => findGroup(tag, group))).then((found) => {
      var hits = found.reduce(both);
      return Array.from(hits).map((pair) => {
        var hit = pair[1];
        var work = pair[0];
        return {
          url: "", title: "", snippet: "", mark: [0, 0], date: "", language: tag, work: work,
          match: hit.level === NAMED ? "named" : hit.level === INFLECTED ? "inflected" : match, groups: groups,
          year: head.years.filter((year) => year[1] <= work).pop()[0],
          score: hit.level + (hit.title ? TITLE : 0) + (hit.topic ? TOPIC : 0) + (tag === search.language ? OWN : 0) + 1 - work / head.size,
          level: hit.level, doubt: hits.doubt
        };
      });
    }))).then((lists) => join(lists)
      .filter((result) => (!options.year || options.year == result.year) && (!options.works || options.works.has(result.work)))
      .sort((a, b) => b.score - a.score || (a.language < b.language ? -1 : 1)));
  }

  /* Reading: a result's title, and the hit in its sentence */

  function Block(raw) {
    this.raw = raw;
    this.key = text.searchKey(raw);
  }
  Block.prototype.find = function (needle, begun) {
    var at = this.key.indexOf(needle);
    if (at >= 0 && !this.starts) {
      var end = 0;
      this.starts = new Set([0].concat(text.splitSyllables(this.key).map((token) => (end += token.length))));
    }
    while (at >= 0 && !(this.starts.has(at) && (begun || this.starts.has(at + needle.length)))) at = this.key.indexOf(needle, at + 1);
    return at;
  };

  /* The texts of a shard, exchanged back. */
  function readTexts(language, raw) {
    var other = {};
    var table = head.languages[language].table;
    table.split("").forEach((character, i) => (other[character] = table[i ^ 1]));
    return raw.split("").map((character) => other[character] || character).join("").split("\r").map((row) => {
      var fields = row.split("\t");
      return { url: fields[0], title: fields[1], date: fields[2], blocks: (fields[1] + "\n" + fields[3]).split("\n").map((block) => new Block(block)) };
    });
  }
  /* Fills in a result; resolves to whether its text really holds the query. */
  function read(result) {
    var group = head.languages[result.language].group;
    return once(result.language + "/t" + Math.floor(result.work / group), (data) => readTexts(result.language, data)).then((rows) => {
      var row = rows[result.work % group];
      var best = null;
      var held = result.groups.every((group) => group.parts.every((piece) => {
        var hit = null;
        [group.topic ? keyOf(group.parts) : piece.key, piece.key].concat(Array.from(piece.needles)).some((needle, i) => row.blocks.some((block, place) => {
          var at = block.find(needle, piece.begun && i < 2);
          if (at >= 0) hit = { block: block, at: at, length: needle.length, inTitle: !place };
          if (!place && hit) best = best || hit;
          return at >= 0 && place > 0;
        }));
        if (hit && (!best || best.inTitle)) best = hit;
        return hit || group.topic;
      }));
      if (best && best.inTitle) best = null;
      var cut = snip(best || { block: row.blocks[1], at: 0, length: 0 });
      return Object.assign(result, {
        url: search.root + row.url, title: row.title, date: row.date, snippet: cut.text, mark: cut.mark, isRead: true, held: held
      });
    });
  }

  /* Never cut inside a syllable. mark: [from, to] of the hit. */
  function snip(hit) {
    var traced = text.searchKeyWithOffsets(hit.block.raw);
    var raw = traced.display;
    var from = hit.length ? traced.offsets[hit.at] : 0;
    var to = hit.length ? traced.offsets[hit.at + hit.length] : 0;
    if (to === undefined) to = raw.length;
    while (to > from && /\s/.test(raw[to - 1])) to--;
    var start = 0;
    var end = raw.length;
    var at = 0;
    text.splitSyllables(raw).forEach((token) => {
      if (at <= from - SNIPPET) start = at;
      at += token.length;
      if (at >= to + SNIPPET && end === raw.length) end = at;
    });
    var lead = start > 0 ? "…" : "";
    return {
      text: lead + raw.slice(start, end) + (end < raw.length ? "…" : ""),
      mark: [from - start + lead.length, to - start + lead.length]
    };
  }

  /* Reads results from `from` on until `wanted` of them hold, and takes out those that do not. */
  function verify(results, from, wanted) {
    var some = results.slice(from, from + wanted);
    return all(some.map(read)).then((done) => {
      var kept = results.filter((result) => result.held !== false);
      var bad = results.length - kept.length;
      if (!bad) return kept;
      return verify(kept, from + done.length - bad, kept.length <= DOUBTED ? kept.length : bad);
    });
  }
  function address(results) {
    return all(results.map((result) => result.url || load("u" + (result.work >> 6)).then((urls) => {
      result.url = search.root + head.languages[result.language].prefix + urls[result.work & 63];
    }))).then(() => results);
  }

  function prepare(data) {
    if (head) return head;
    data.tags = Object.keys(data.languages);
    head = data;
    data.tags.forEach((tag) => {
      var about = data.languages[tag];
      var bits = new Bits(about.missing);
      about.gone = new Set(bits.list(bits.count(), 0, data.size));
      about.stems = about.stems.map((step) => [RegExp(step[0]), step[1]]);
    });
    return head;
  }

  /* options: language, topic, year: only such; limit: how many are read, and no more than these
     have a url; typing: the last word may go on; exact: nothing else is tried. The others of `results` can be read by more(). */
  function search(query, options) {
    options = Object.assign({}, options);
    return load("index").then(prepare).then(() => options.topic && load(search.language + "/topics")).then((labels) => {
      var label = labels && labels.find((one) => one[0] === options.topic);
      return label && findTopic(label[2]).then((topic) => (options.works = new Set(topic.works)));
    }).then(() => attempt(text.displayForm(String(query).slice(0, LONGEST)), options));
  }

  function attempt(raw, options) {
    var whole = makePieces(raw);
    var spaced = makePieces(raw, true);
    var last = whole.length && whole[whole.length - 1].words.slice(-1)[0].word;
    // A Burmese word may end with any syllable.
    var tries = [[options.typing && last && !isSyllable(last) ? begin(whole, whole.length - 1) : whole, "whole"]];
    if (keyOf(spaced) !== keyOf(whole)) tries.push([spaced, "words"]);
    tries.push([begin(whole, 0), "begun"]);
    if (options.exact) tries.length = 1;
    var spelling;
    function next() {
      var trial = tries.shift();
      if (!trial && last && spelling === undefined && !options.exact) {
        return load("mend", "assets/javascripts/search-spelling.js").then(() => search.mend(whole, raw)).then((pieces) => {
          spelling = pieces ? keyOf(pieces) : "";
          if (pieces) tries.push([pieces, "similar"]);
          return next();
        });
      }
      if (!trial || !last) return finish([]);
      return joinNames(trial[0]).then((groups) => find(groups, options, trial[1])).then((results) => {
        var doubted = results.filter((result) => result.doubt);
        return all(doubted.length > 2 * head.few ? [] : doubted.map(read)).then((done) => {
          done.forEach((result) => (result.isRead = false)); // those that are shown come first
          return verify(results.filter((result) => result.held !== false), 0, options.limit || READ);
        });
      }).then((results) => (results.length && (!tries.length || results.some((result) => result.level >= NAMED)) ? finish(results) : next()));
    }
    function finish(results) {
      results.spelling = results.length ? spelling || "" : "";
      results.more = (count) => {
        var from = results.findIndex((result) => !result.isRead);
        return from < 0 ? Promise.resolve(results) : verify(results, from, count).then(finish);
      };
      return options.limit ? results : address(results);
    }
    return Promise.resolve(next());
  }

  search.parts = { stem: stem, findTerms: findTerms, nameShard: nameShard, makePiece: makePiece, makePieces: makePieces, keyOf: keyOf };
  search.root = "";
  search.language = document.documentElement.lang;
  search.add = (name, edition, data) => {
    if (name === "index" || edition === loaded.index.edition) loaded[name] = data;
  };
  search.load = load;
  lanpya.search = search;
})();
