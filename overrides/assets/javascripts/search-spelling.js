/* What else a query that finds nothing may mean: the same in Zawgyi, a topic's name or words that
   are one typing error away. Fetched only then. lanpya.search.mend(pieces, query) answers a
   promise of pieces or null. */
(function () {
  "use strict";
  var search = lanpya.search;
  var parts = search.parts;
  var isSyllable = lanpya.text.isSyllable;
  var LONGEST = 6; // syllables of a piece that is mended
  var TRIED = 4; // ways to mend it
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
    if (word.length < 4 || piece.words.length > 1) return known(tags, piece);
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
  function known(tags, piece) {
    return all(tags.map((tag) => parts.findPiece(tag, piece)))
      .then((found) => (found.some((hits) => hits.size) ? piece : null));
  }

  /* Burmese: one syllable as one like it with the same first letter. */
  function mendSyllables(tags, piece) {
    var words = piece.words.map((one) => one.word);
    if (words.length > LONGEST || words.join("") !== piece.key) return known(tags, piece);
    return known(tags, piece).then((found) => found || all(tags.map((tag) =>
      all(words.map((word) => all([parts.findTerm(tag, word), parts.findTerms(tag, word[0])]))).then((about) => {
        var ways = [];
        about.forEach((one, i) => one[1].filter((term) => term.word !== words[i] && isNear(term.word, words[i])).forEach((term) => {
          var terms = about.map((other, j) => (i === j ? term : other[0]));
          if (!terms.every(Boolean)) return;
          var works = terms.reduce((left, next) => left.filter(Set.prototype.has, new Set(next.works)), term.works);
          if (works.length) ways.push({ works: works, word: terms.map((other) => other.word).join("") });
        }));
        ways = ways.sort(byUse).slice(0, TRIED).map((way) => parts.makePiece(way.word, piece.quoted));
        return all(ways.map((way) => parts.findPiece(tag, way).then((hits) => ({ piece: way, size: hits.size }))));
      })
    )).then((tried) => {
      var best = join(tried).sort((a, b) => b.size - a.size)[0];
      return best && best.size ? best.piece : null;
    }));
  }

  function fromZawgyi(tags, query) {
    if (!/[\u1000-\u109f]/.test(query)) return Promise.resolve(null);
    return search.load("zawgyi", "assets/javascripts/zawgyi.js").then(() => {
      var unicode = lanpya.text.fromZawgyi(query);
      return unicode === query ? null : all(parts.makePieces(unicode).map((piece) => known(tags, piece)))
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
    fromZawgyi(head.tags, query).then((found) => found || mendPieces(head, pieces)));
})();
