/* The search page: a box over lanpya.search, results as you type, announced. A search can be shared
   by its address: ?q=… is read, but #q=… is what is written, since no server is ever sent it. */
(function () {
  "use strict";
  var form = document.getElementById("search");
  var box = document.getElementById("query");
  var list = document.getElementById("results");
  var status = document.getElementById("search-status");
  var words = form.dataset;
  var PAUSE = 200; // ms after the last key
  var SHOWN = 50;
  var WHOLE = 24; // a hit up to this length is not broken across lines
  var timer;
  var asked = 0;

  lanpya.search.root = words.root;
  words.indexes.split(" ").forEach(function (pair) {
    var at = pair.indexOf("=");
    lanpya.search.sources[pair.slice(0, at)] = pair.slice(at + 1);
  });
  form.hidden = status.hidden = false;

  function say(text) {
    status.textContent = text;
  }
  function count(number) {
    var shown = String(number).replace(/[0-9]/g, function (digit) {
      return words.digits.charAt(Number(digit));
    });
    return (number === 1 ? words.one : words.other).replace("{count}", shown);
  }
  function element(name, text, parent, language) {
    var made = document.createElement(name);
    made.textContent = text;
    if (language && language !== words.language) made.lang = language;
    parent.appendChild(made);
    return made;
  }
  function show(result) {
    var item = element("li", "", list);
    item.className = "card";
    var link = element("a", result.title, element("h2", "", item, result.language));
    link.href = result.url;
    var line = element("p", result.snippet.slice(0, result.mark[0]), item, result.language);
    if (result.mark[1] > result.mark[0]) {
      var hit = element("mark", result.snippet.slice(result.mark[0], result.mark[1]), line);
      if (hit.textContent.length <= WHOLE) hit.className = "nb";
    }
    line.appendChild(document.createTextNode(result.snippet.slice(result.mark[1])));
    var meta = element("p", "", item);
    meta.className = "meta";
    element("span", result.date, meta, result.language);
    if (result.language !== words.language) {
      meta.appendChild(document.createTextNode(" · "));
      element("span", form.getAttribute("data-name-" + result.language.toLowerCase()), meta, result.language);
    }
  }
  function run() {
    var query = box.value.trim();
    var turn = ++asked;
    list.hidden = true;
    list.textContent = "";
    if (!query) {
      say("");
      return;
    }
    say(words.working);
    lanpya.search(query).then(
      function (results) {
        if (turn !== asked) return;
        results.slice(0, SHOWN).forEach(show);
        list.hidden = !results.length;
        say(results.length ? count(results.length) : words.nothing);
      },
      function () {
        if (turn === asked) say(words.failed);
      }
    );
  }
  function remember() {
    if (!window.history.replaceState) return;
    var query = box.value.trim();
    var address = window.location.href.split(/[?#]/)[0];
    try {
      window.history.replaceState(null, "", query ? address + "#q=" + encodeURIComponent(query) : address);
    } catch (error) {
      /* some WebViews forbid this for file: pages; the search goes on without it */
    }
  }
  box.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    remember();
    run();
  });
  var asks = /[?&#]q=([^&]*)/.exec(window.location.search + window.location.hash);
  if (asks) {
    try {
      box.value = decodeURIComponent(asks[1].replace(/\+/g, " "));
    } catch (error) {
      box.value = "";
    }
    run();
  }
})();
