/* lanpya.text.fromZawgyi(query): a query typed in Zawgyi, as it reads in Unicode. Fetched only
   when a search found nothing. The answer is that of scripts/lanpya/text/zawgyi.py to_unicode,
   which is ICU's; tests/vectors/zawgyi.json holds for both. Baseline: Chrome 60. */
/*! rules after CLDR's Zawgyi-my, © Unicode, Inc., Unicode-3.0: zawgyi.LICENSE.txt */
(function () {
  "use strict";

  /* One string a pass, "pattern>text" a rule; the first rule that fits a place is applied, and
     the pass goes on behind it. Two hex digits are U+10xx; in a pattern C is a consonant, S white
     space, Z U+200B; in a text X, Y and W are the pattern's groups. Beside CLDR's: digits stay
     digits, a zero between letters is ဝ, ၎ in ၎င်း is no second င်း, and a final stays behind the
     medial of its letter. */
  var passes = [
    "(C)3a64>043a39X3b (C)64>043a39X 64>043a39 (C)8b>043a39X2d (C)8c>043a39X2e (C)8d>043a39X36 " +
      "(C)3a338b>043a39X3b2d2f (C)3a8b>043a39X3b2d (C)3a8c>043a39X3b2e (C)3a8d>043a39X3b36 " +
      "(C)3a8e>X3b2d36 8b>043a392d 8c>043a392e 8d>043a3936 6a>09 6b>0a 8f>14 90>1b 86>3f " +
      "[3a7d]>3b [3b7e-84]+>3c 3c*8a>3d3e 3c>3d [3d87]>3e 88>3e2f 89>3e30 33>2f 34>30 39>3a " +
      "[9495]>37 2539>093a 2561>093901 2562>093902 2565>093905 2568>093907 2576>093913 " +
      "2578>093915 257a>093917 2579>093916 5a>2b3a 60>3900 61>3901 62>3902 63>3903 65>3905 " +
      "[6667]>3906 68>3907 69>3908 6c>390b 6d>390c 70>390f [7172]>3910 96>39103d [7374]>3911 " +
      "75>3912 76>3913 77>3914 78>3915 79>3916 7a>3917 [7b93]>3918 7c>3919 85>391c 8e>2d36 " +
      "6e>0d390d 6f>0d390e 91>0f390d 92>0b390c 97>0b390b 4e(?:043938)?>4e043a38",
    "([00-3f])40(?=[00-3f])>X1d ^40([00-3f])>1dX 44(043a38)>4eX ([00-3f])40$>X1d ([2b-3f])40([^40-49.,]|$)>X1dY",
    "(S)37>37X S+([2b-3032-3b3d3e])>X 37+>37 31+043a39(C)>043a39X31 31+37+(C)>X3137 " +
      "31+3c(C)>X3c31 31+(C)([3b3d3e]+)>XY31 31+([00-2a])>X31",
    "3b3a2c>3a3b2c 252e>26 3a37>373a 36([3b-3e]*)([2b-3032]+)>XY36 ([2b2c2f30])([2d2e32])>YX " +
      "3c(C)>X3c",
    "([3b-3e])39(C)>39YX 3c3a39(C)>3a39X3c 36([3b-3e]+)>X36",
    "([3c-3e]+)3b>3bX ([3d3e]+)3c>3cX 3e3d>3d3e (31+)([2b-3032]*)39(C)>39WXY " +
      "([2b-3032]+)39(C)>39YX ([3b-3e]*)(31+)([3b-3e]*)>XWY 37([2d-3032363b-3e]+)>X37 " +
      "([2b-3032]+)([3b-3e]+)>YX (C)([2b-3236])3a(C)>X3aYW",
    "053b>08 ([2b-32])([3b-3e])>YX ([3c-3e])3b>3bX ([3d3e])3c>3cX 3e3d>3d3e " +
      "38([362b-3032373a-3f])>X38 362f>2f36",
    "2d2d+>2d 2e2e+>2e 2f2f+>2f 3030+>30 3232+>32 3636+>36 3737+>37 3939+>39 3a3a+>3a 3b3b+>3b " +
      "3c3c+>3c 3d3d+>3d 3e3e+>3e 2f[303a]>2f 2d2e>2e S+([2b-3236-3e])>X ^Z+> Z+$>"
  ].map(compile);

  function pattern(source) {
    return source
      .replace(/[\da-f]{2}/g, "\\u10$&")
      .replace(/C/g, "[\\u1000-\\u1021]")
      .replace(/S/g, "[ \\xa0\\u1680\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000\\ufeff]")
      .replace(/Z/g, "\\u200b");
  }

  /* All rules of a pass as one expression, each in a group of its own. */
  function compile(pass) {
    var groups = 1;
    var made = []; // [group of the rule, what it makes]
    var sources = pass.split(" ").map(function (rule) {
      var halves = rule.split(">");
      made.push([
        groups,
        halves[1].replace(/[\da-f]{2}/g, (digits) => String.fromCharCode(parseInt("10" + digits, 16)))
      ]);
      groups += halves[0].split(/\((?!\?)/).length;
      return "(" + pattern(halves[0]) + ")";
    });
    return [new RegExp(sources.join("|"), "g"), made];
  }

  function apply(text, pass) {
    return text.replace(pass[0], function () {
      var found = arguments;
      var rule = pass[1].find((rule) => found[rule[0]] !== undefined);
      return rule[1].replace(/[XYW]/g, (name) => found[rule[0] + 1 + "XYW".indexOf(name)]);
    });
  }

  /* A run of signs and spaces that no word holds is left as it is, as in Python: the work of the
     rules grows with its square. */
  var senseless = new RegExp(
    "([\u102b-\u103e\u105a-\u109f\t-\r\x1c- \x85\xa0\u1680\u2000-\u200d\u2028\u2029" +
      "\u202f\u205f\u2060\u3000\ufeff]{33,})"
  );

  window.lanpya = window.lanpya || {};
  window.lanpya.text = window.lanpya.text || {};
  window.lanpya.text.fromZawgyi = (query) =>
    query
      .split(senseless)
      .map((part, i) => (i % 2 ? part : passes.reduce(apply, part).normalize()))
      .join("");
})();
