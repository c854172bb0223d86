/* The search page: a box over lanpya.search, results as you type, announced. A search can be shared
   by its address: ?q=… is read, but #q=… is what is written, since no server is ever sent it. */
(function () {
  "use strict";
  var search = lanpya.search;
  var get = (id) => document.getElementById(id);
  var form = get("search");
  var box = get("query");
  var list = get("results");
  var status = get("search-status");
  var more = get("more");
  var topic = get("filter-topic");
  var year = get("filter-year");
  var words = form.dataset;
  var PAUSE = 200; // ms after the last key
  var AT_ONCE = 6; // results are read and shown
  var WHOLE = 24; // a hit up to this length is not broken across lines
  var timer;
  var asked = 0;

  search.root = words.root;
  form.hidden = status.hidden = false;

  var say = (text) => (status.textContent = text);
  function digits(text) {
    return String(text).replace(/[0-9]/g, (digit) => words.digits[digit]);
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
    var tag = result.language;
    item.className = "card";
    element("a", result.title, element("h2", "", item, tag)).href = result.url;
    var line = element("p", result.snippet.slice(0, result.mark[0]), item, tag);
    if (result.mark[1] > result.mark[0]) {
      var hit = element("mark", result.snippet.slice(result.mark[0], result.mark[1]), line);
      if (hit.textContent.length <= WHOLE) hit.className = "nb";
    }
    line.appendChild(document.createTextNode(result.snippet.slice(result.mark[1])));
    var meta = element("p", "", item);
    meta.className = "meta";
    element("span", result.date, meta, tag);
    if (tag !== words.language) {
      meta.appendChild(document.createTextNode(" · "));
      element("span", form.getAttribute("data-name-" + tag.toLowerCase()), meta, tag);
    }
    return item;
  }
  function count(results) {
    var total = digits(results.length);
    return (results.length === 1 ? words.one : words.other).replace("{count}", total);
  }
  /* The first results, and behind the button the next. */
  function present(results, from) {
    var shown = results.slice(from).filter((result) => result.isRead).map(show);
    list.hidden = !results.length;
    more.hidden = results.every((result) => result.isRead);
    more.onclick = () => {
      var turn = asked;
      results.more(AT_ONCE).then((next) => {
        if (turn !== asked) return;
        var first = present(next, from + shown.length)[0];
        if (first) first.querySelector("a").focus();
        say(count(next));
      }, fail);
    };
    return shown;
  }
  function fail() {
    say(words.failed);
  }
  function run(typing) {
    var query = box.value.trim();
    var turn = ++asked;
    more.hidden = list.hidden = true;
    list.textContent = "";
    if (!query) return say("");
    say(words.working);
    var options = { limit: AT_ONCE, typing: typing, topic: topic.value, year: year.value };
    search(query, options).then((results) => {
      if (turn !== asked) return;
      offer();
      say(results.length ? count(results) : words.nothing);
      if (results.spelling) say(words.similar.replace("{words}", results.spelling) + " " + status.textContent);
      present(results, 0);
    }).catch(() => turn === asked && fail());
  }
  /* The topics and years that there are, once the index is there. */
  function offer() {
    var filters = get("filters");
    if (!filters.hidden) return;
    Promise.all([search.load("index"), search.load(words.language + "/topics")]).then((loaded) => {
      if (!filters.hidden) return;
      filters.hidden = false;
      loaded[1].forEach((one) => (element("option", one[1], topic).value = one[0]));
      loaded[0].years.forEach((one) => (element("option", digits(one[0]), year).value = one[0]));
    }, fail);
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
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE, true);
  });
  [topic, year].forEach((filter) => filter.addEventListener("change", () => run(false)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    remember();
    run(false);
  });
  function readAddress() {
    var asks = /[?&#]q=([^&#]*)/.exec(window.location.search + window.location.hash);
    if (!asks) return;
    try {
      box.value = decodeURIComponent(asks[1].replace(/\+/g, " "));
    } catch (error) {
      box.value = "";
    }
    run(false);
  }
  window.addEventListener("hashchange", readAddress);
  readAddress();
})();
