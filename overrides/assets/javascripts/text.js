/* As scripts/lanpya/text, step by step; the reasons stand there, tests/vectors/ holds for both. */
(function () {
  "use strict";

  var LETTER = "\u1000-\u102a\u103f\u104e\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066" +
    "\u106e-\u1070\u1075-\u1081\u108e\ua9e0-\ua9e4\ua9e7-\ua9ef\ua9fa-\ua9fe" +
    "\uaa60-\uaa6f\uaa71-\uaa76\uaa7a\uaa7e\uaa7f";
  var SIGN = "\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d" +
    "\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\ua9e5\uaa7b-\uaa7d";
  var WORD_SIGN = "\u104c\u104d\u104f";
  var CLOSED = "\u1037?[\u103a\u1039]";
  var CONTINUED = `[${SIGN}]|[${LETTER}]${CLOSED}`;
  var ZERO = "\u1040";
  var WA = "\u101d";
  var SPACE = "\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000";
  var ALPHABETIC = "A-Za-z\xc0-\u02ff\u0370-\u0482\u048a-\u052f\u1d00-\u1dbf" +
    "\u1e00-\u1fff\u2c60-\u2c7f\ua640-\ua66e\ua680-\ua69d\ua722-\ua7ff" +
    "\uab30-\uab6f\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a";
  var MARKS = "[\u0300-\u034e\u0350-\u036f]+";
  var SEPARATOR = "[,'\u066c\u2009\u202f]";
  var CHARACTER = `[${LETTER}${SIGN}]`;
  var DIGITS = `[0-9${ZERO}]+`;
  var DIGIT_OR_WA = `(?:[0-9${ZERO}]|${WA}(?!${CONTINUED}))`;

  var PUNCTUATION = "\0-/:-@\\[-`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f\u3000-\u303f\ufeff\u104a\u104b";
  var all = (pattern) => new RegExp(pattern, "g");
  var marks = all(MARKS);
  var separators = all(SEPARATOR);
  var alphabetic = new RegExp(`^[${ALPHABETIC}]`);
  var token = all(
    `[${LETTER}](?:\u1039[${LETTER}]|[${SIGN}]|[${LETTER}](?=${CLOSED}))*` +
    "|[0-9\u1040-\u1049\u1090-\u1099\ua9f0-\ua9f9]+" +
    `|[${SPACE}]+` +
    `|[^0-9${SPACE}${PUNCTUATION}\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f]+` +
    "|[^]"
  );

  var syllable = new RegExp(`^[${LETTER}${WORD_SIGN}]`);
  var word = new RegExp(`^[^${SPACE}${PUNCTUATION}]`);

  /* Character → its fold: the digits of all scripts here, what else is met as it comes. Each zero
     as how far it is from the one before. */
  var folded = {};
  ("660 90 d0 1a6 80 80 80 80 80 80 80 80 80 6a 80 50 120 50 750 30 136 8a b0 10 c0 60 90 10 89d0 2b0 30 " +
    "d0 20 60 1a0 5320 590 890 336 8a 46 9a 120 160 80 180 70 70 1b0 70 300 100 50 4cc0 60 90 6c7e a a a a " +
    "94a 1b0 660 12a0").split(" ").reduce((before, step) => {
    var zero = before + parseInt(step, 16);
    for (var i = 0; i < 10; i++) folded[String.fromCodePoint(zero + i)] = "" + i;
    return zero;
  }, 0);
  folded[ZERO] = ZERO;

  function foldCharacter(character) {
    if (character in folded) return folded[character];
    var plain = character;
    if (alphabetic.test(plain)) plain = plain.normalize("NFKD").replace(marks, "");
    if (plain.search(marks) < 0) {
      plain = plain.toLowerCase().toUpperCase().toLowerCase()
        .replace(/[\u2018-\u201b\u2032\uff07`\xb4]/g, "'")
        .replace(/[\u201c-\u201f\u2033\xab\xbb\uff02]/g, '"')
        .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, "-");
    }
    return (folded[character] = plain);
  }

  var first = (match, group) => group;

  var FOLDS = [
    ["[\ud800-\udbff][\udc00-\udfff]|[^ -@a-z\u1000-\u1040]", foldCharacter],
    [`([${ALPHABETIC}])${MARKS}`, first],
    [`([${ALPHABETIC}][\u1037\u1039\u103a]+)${MARKS}`, first],
    [`\xad+(?=[${ALPHABETIC}])`, ""],
    [`([${SIGN}])\\1+`, first],
    ["4(?=\u1004\u103a\u1038)", "\u104e"],
    [`\u1025(?=${CLOSED}|\u102c)`, "\u1009"],
    ["\u101e\u103c", "\u1029"],
    ["\u1005\u103b", "\u1008"],
    [`${ZERO}(?=${CONTINUED})`, WA],
    [
      `(${CHARACTER}?)(${DIGITS}(?:[.,]${DIGITS})*)(?=([${LETTER}]?))`,
      (match, before, number, after) =>
        /[^\u1040]/.test(number) || !(before || after) ? match : before + number.replace(/./g, WA)
    ],
    [
      `((?:(?!${WA})${CHARACTER})?)(${DIGIT_OR_WA}(?:[.,]?${DIGIT_OR_WA})*)`,
      (match, before, number) => {
        if (!/[0-9\u1040]/.test(number)) return match;
        var word = before ? /^\u101d*/.exec(number)[0] : "";
        return before + word + number.slice(word.length).replace(/\u101d/g, ZERO);
      }
    ],
    [ZERO, "0"],
    [`([${LETTER}${SIGN}${WORD_SIGN}])[${SPACE}]+(?=[${LETTER}${WORD_SIGN}])`, first],
    [
      `(^|[^0-9.,])([0-9]{1,3}(?:${SEPARATOR}[0-9]{3})+)(?![0-9])`,
      (match, before, number) => before + number.replace(separators, "")
    ],
    [`[${SPACE}]+`, " "],
    ["^ | $", ""]
  ].map((fold) => [all(fold[0]), fold[1]]);

  function substitute(state, fold) {
    var key = "";
    var offsets = [];
    var end = 0;
    function keep(start) {
      key += state.key.slice(end, start);
      while (end < start) offsets.push(state.offsets[end++]);
    }
    state.key.replace(fold[0], function (match) {
      var start = arguments[arguments.length - 2];
      var made = fold[1].apply ? fold[1].apply(null, arguments) : fold[1];
      keep(start);
      key += made;
      for (var i = 0, free = 0; i < made.length; i++) {
        var place = made.length === match.length ? i : match.indexOf(made[i], free);
        if (place < 0) place = Math.min(free, match.length - 1);
        offsets.push(state.offsets[start + place]);
        free = place + 1;
      }
      end = start + match.length;
    });
    keep(state.key.length);
    return { display: state.display, key: key, offsets: offsets };
  }

  window.lanpya = window.lanpya || {};
  var text = (window.lanpya.text = {
    displayForm: (raw) =>
      raw
        .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
        .replace(/\r\n?|[\x85\u2028\u2029]/g, "\n")
        .normalize(),

    searchKey: (raw) =>
      FOLDS.reduce((key, fold) => key.replace(fold[0], fold[1]), text.displayForm(raw)),

    /* offsets: for each UTF-16 unit of key its place in display. */
    searchKeyWithOffsets: (raw) => {
      var display = text.displayForm(raw);
      var offsets = display.split("").map((unit, place) => place);
      return FOLDS.reduce(substitute, { display: display, key: display, offsets: offsets });
    },

    splitSyllables: (raw) => raw.match(token) || [],
    isSyllable: (token) => syllable.test(token),
    isWord: (token) => word.test(token)
  });
})();
