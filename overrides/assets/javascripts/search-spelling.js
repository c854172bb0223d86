/* What else a query that finds nothing may mean: the same in Zawgyi, a topic's name or words that
   are one typing error away. Fetched only then. lanpya.search.mend(pieces, query) answers a
   promise of pieces or null. */
(function () {
  "use strict";
  var search = lanpya.search;
  var parts = search.parts;
  var isSyllable = lanpya.text.isSyllable;
  var LONGEST = 40; // characters of a piece of syllables that is mended
  var TRIED = 8; // ways to mend it
  var SITE = 1000; // works, roughly
  var all = (promises) => Promise.all(promises);
  var join = (lists) => [].concat.apply([], lists);
  var byUse = (one, other) => other.works.length - one.works.length || (one.word < other.word ? -1 : 1);

  /* Whether two words are one letter apart, or two neighbours changed places. */
  function isNear(one, other) {
    var shorter = Math.min(one.length, other.length);
    var from = 0;
    var end = 0;
    while (from < shorter && one[from] === other[from]) from++;
    while (end < shorter - from && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
    var left = one.slice(from, one.length - end);
    var right = other.slice(from, other.length - end);
    return (left.length < 2 && right.length < 2) || (left.length === 2 && left === right[1] + right[0]);
  }

  function mendWord(tags, piece) {
    var word = piece.key;
    if (word.length < 4 || piece.words.length > 1) return known(piece);
    var like = (prefixes) => all(join(prefixes.map((prefix) => tags.map((tag) => parts.findTerms(tag, prefix))))).then((lists) => {
      var terms = join(lists);
      if (terms.some((term) => term.word === word)) return piece;
      var best = terms.filter((term) => isNear(term.word, word)).sort(byUse)[0];
      return best && parts.makePiece(best.word, piece.quoted);
    });
    // An error is seldom in the first two letters; where it is, more has to be read.
    return like([word.slice(0, 2)])
      .then((found) => found || like([word[0], word[1] + word[0] + word[2], word.slice(1, 4)]));
  }
  /* Whether there is a work that holds it just so. */
  var known = (piece) => search('"' + piece.key + '"', { exact: true, limit: 1 })
    .then((results) => (results.length ? piece : null));
  /* The first of them that is. */
  function firstKnown(pieces) {
    return pieces.length ? known(pieces[0]).then((found) => found || firstKnown(pieces.slice(1))) : Promise.resolve(null);
  }

  /* Every text that is one typing error away, of the characters of an alphabet. */
  function oneOff(key, alphabet) {
    var made = new Set();
    for (var i = 0; i <= key.length; i++) {
      var before = key.slice(0, i);
      var after = key.slice(i + 1);
      if (i < key.length) made.add(before + after);
      if (after) made.add(before + after[0] + key[i] + after.slice(1));
      alphabet.forEach((letter) => made.add(before + letter + key.slice(i)).add(before + letter + after));
    }
    made.delete(key);
    return made;
  }

  /* Burmese, where an error moves the bounds of syllables: of all ways to mend the whole those of
     syllables that there are, the likeliest first. */
  function mendSyllables(tags, piece) {
    var key = piece.key;
    if (key.length > LONGEST) return known(piece);
    var letters = Array.from(new Set(piece.words.filter((one) => isSyllable(one.word)).map((one) => one.word[0])));
    return known(piece).then((found) => found || all(tags.map((tag) =>
      all(letters.map((letter) => parts.findTerms(tag, letter))).then((lists) => findWays(key, join(lists)))
    )).then((ways) => {
      var best = (weigh) => join(ways).sort((one, other) => weigh(other) - weigh(one) || (one.key < other.key ? -1 : 1)).slice(0, TRIED);
      var likely = best((way) => way.works * way.lift).concat(best((way) => way.lift)).map((way) => way.key);
      return firstKnown(Array.from(new Set(likely)).map((one) => parts.makePiece(one, piece.quoted)));
    }));
  }
  function findWays(key, list) {
    var terms = new Map(list.map((term) => [term.word, term]));
    var ways = [];
    oneOff(key, new Set(Array.from(terms.keys()).join(""))).forEach((text) => {
      var words = lanpya.text.splitSyllables(text).map((word) => terms.get(word));
      if (!words.length || !words.every(Boolean)) return;
      var works = words.reduce((left, term) => left.filter(Set.prototype.has, new Set(term.works)), words[0].works).length;
      // How much more often they meet than by chance.
      var lift = words.reduce((left, term) => left + Math.log(SITE / term.works.length), Math.log(works / SITE));
      if (works) ways.push({ key: text, works: works, lift: lift });
    });
    return ways;
  }

  function fromZawgyi(query) {
    if (!/[\u1000-\u109f]/.test(query)) return Promise.resolve(null);
    return search.load("zawgyi", "assets/javascripts/zawgyi.js").then(() => {
      var unicode = lanpya.text.fromZawgyi(query);
      return unicode === query ? null : all(parts.makePieces(unicode).map(known))
        .then((found) => (found.length && found.every(Boolean) ? found : null));
    });
  }
  function mendPieces(head, pieces) {
    var key = parts.keyOf(pieces);
    return all([head.names.length && key.length > 3 ? parts.nameShard(key) : new Map()]).then((shards) => {
      var name = Array.from(shards[0].keys()).find((one) => isNear(one, key));
      if (name) return parts.makePieces(name);
      return all(pieces.map((piece) => (isSyllable(piece.words[0].word) ? mendSyllables : mendWord)(head.tags, piece)))
        .then((found) => (found.every(Boolean) && found.some((piece, i) => piece !== pieces[i]) ? found : null));
    });
  }

  search.mend = (pieces, query) => search.load("index").then((head) =>
    fromZawgyi(query).then((found) => found || mendPieces(head, pieces)));
})();
