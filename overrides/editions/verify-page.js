/* The page around lanpya.judge: what was chosen is read here, and goes nowhere. */
(function () {
  "use strict";
  var MARKS = { good: "✓", changed: "✗", unknown: "?", unclear: "?" };
  var words = JSON.parse(document.getElementById("x-words").textContent);
  var input = document.getElementById("x-files");
  var other = document.getElementById("x-key");
  var results = document.getElementById("x-results");
  var chosen = [];
  var turn = 0;

  /* A block of every language: the page shows one language, and can show each. */
  function say(parent, tag, key, values) {
    Object.keys(words).forEach(function (language) {
      var element = document.createElement(tag);
      element.lang = language;
      element.setAttribute("data-words", "");
      element.hidden = language !== document.documentElement.lang;
      element.textContent = words[language][key].replace(/\{(\w+)\}/g, function (_, name) {
        return values[name] || "";
      });
      parent.appendChild(element);
    });
  }

  function show(language) {
    document.documentElement.lang = language;
    Array.from(document.querySelectorAll("[data-words]")).forEach(function (element) {
      element.hidden = element.lang !== language;
    });
    Array.from(document.querySelectorAll("[data-show]")).forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-show") === language));
    });
  }

  function showAnswers(answers) {
    results.textContent = "";
    answers.forEach(function (found) {
      var item = document.createElement("li");
      item.className = found.verdict;
      var name = document.createElement("code");
      name.textContent = found.name;
      item.appendChild(name);
      var mark = document.createElement("strong");
      mark.textContent = MARKS[found.verdict] + " ";
      say(mark, "span", found.verdict, {});
      item.appendChild(mark);
      say(item, "p", "because." + found.reason, found.values);
      if (found.verdict === "good") say(item, "p", "version", found.values);
      results.appendChild(item);
    });
    if (!answers.length) say(results, "li", chosen.length ? "only-signatures" : "nothing", {});
  }

  function judge() {
    var mine = ++turn; // an answer to what has been changed since is no answer
    var key = other.value.trim() || other.getAttribute("data-ours");
    results.textContent = "";
    say(results, "li", "working", {});
    window.lanpya.judge(chosen, key).then(
      function (answers) {
        if (mine === turn) showAnswers(answers);
      },
      function () {
        if (mine !== turn) return;
        results.textContent = "";
        say(results, "li", "failed", {});
      }
    );
  }

  function read(file) {
    return new Promise(function (resolve, reject) {
      var reader = new FileReader();
      reader.onload = function () {
        resolve({ name: file.name, bytes: new Uint8Array(reader.result) });
      };
      reader.onerror = reject;
      reader.readAsArrayBuffer(file);
    });
  }

  input.addEventListener("change", function () {
    var mine = ++turn;
    results.textContent = "";
    say(results, "li", "working", {});
    Promise.all(Array.from(input.files).map(read)).then(
      function (files) {
        var names = files.map(function (file) {
          return file.name;
        });
        chosen = chosen
          .filter(function (file) {
            return names.indexOf(file.name) < 0;
          })
          .concat(files);
        input.value = "";
        if (mine === turn) judge();
      },
      function () {
        results.textContent = "";
        say(results, "li", "failed", {});
      }
    );
  });
  other.addEventListener("input", judge);
  document.getElementById("x-clear").addEventListener("click", function () {
    chosen = [];
    judge();
  });
  Array.from(document.querySelectorAll("[data-show]")).forEach(function (button) {
    button.addEventListener("click", function () {
      show(button.getAttribute("data-show"));
    });
  });

  var wanted = (navigator.languages || [navigator.language]).map(function (tag) {
    return Object.keys(words).find(function (language) {
      return tag === language || tag.split("-")[0] === language;
    });
  });
  show(wanted.find(Boolean) || document.documentElement.lang);
  document.body.classList.add("ready");
})();
