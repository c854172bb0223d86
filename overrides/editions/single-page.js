/* What a single page shows of its search, and printing one work of many. Baseline: Chrome 60. */
(function () {
  "use strict";
  var lanpya = window.lanpya;
  var form = document.getElementById("x-search");
  var box = document.getElementById("x-query");
  var list = document.getElementById("x-results");
  var status = document.getElementById("x-status");
  var words = form.dataset;
  var PAUSE = 200; // ms after the last key
  var SHOWN = 50;
  var STEP = 10; // per cent that are read until it is said again
  var asked = 0;
  var timer;
  form.hidden = false;

  var say = (message) => (status.textContent = message);
  /* A number in the reader's digits. */
  lanpya.writeNumber = (number) => String(number).replace(/[0-9]/g, (digit) => words.digits.charAt(Number(digit)));
  function element(name, content, parent) {
    var made = document.createElement(name);
    made.textContent = content;
    return parent.appendChild(made);
  }
  /* Returns what adds the sentence, which takes longer: a packed text is unpacked for it. */
  function show(result) {
    var item = element("li", "", list);
    item.className = "card";
    var heading = element("h3", "", item);
    element("a", result.title, heading).href = result.url;
    heading.lang = result.language;
    var line = element("p", "", item);
    line.lang = result.language;
    if (result.date) element("p", result.date, item).className = "meta";
    return function () {
      var parts = result.snip();
      if (!parts) return item.removeChild(line);
      line.textContent = parts[0];
      element("mark", parts[1], line);
      line.appendChild(document.createTextNode(parts[2]));
    };
  }
  function present(results, turn) {
    var open = results.slice(0, SHOWN).map(show);
    (function next() {
      if (turn !== asked || !open.length) return;
      open.shift()();
      setTimeout(next);
    })();
    var count = (results.length === 1 ? words.one : words.other).replace("{count}", lanpya.writeNumber(results.length));
    say([
      results.spelling ? words.similar.replace("{words}", results.spelling) : "",
      results.length ? count : words.nothing,
      results.unread ? words.unread : ""
    ].filter(Boolean).join(" "));
  }
  function run() {
    var turn = ++asked;
    var query = box.value.trim();
    var said = 0;
    list.textContent = "";
    say(query ? words.working : "");
    if (!query) return;
    lanpya.search(query, {
      progress: function (share) {
        if (turn !== asked || share * 100 < said + STEP || share === 1) return;
        said = Math.floor((share * 100) / STEP) * STEP;
        say(words.reading.replace("{number}", lanpya.writeNumber(said)));
      }
    }).then((results) => turn === asked && present(results, turn));
  }
  box.addEventListener("focus", () => lanpya.search.read());
  box.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    run();
  });

  /* The article that an address leads to, or into: "#articles/x", "#articles/x:x-source". */
  lanpya.entryAt = function (hash) {
    var id = hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch (error) {
      /* it is looked for as it stands */
    }
    var target = document.getElementById(id) || document.getElementById(id.split(":")[0]);
    return target && target.closest(".entry");
  };
  /* Printed is the work that the address leads to, if it leads to one. */
  var now = null;
  function choose() {
    if (now) now.classList.remove("now");
    now = lanpya.entryAt(window.location.hash);
    if (now) now.classList.add("now");
    document.body.classList[now ? "add" : "remove"]("alone");
  }
  window.addEventListener("hashchange", choose);
  choose();
})();
