/* Works whose text is packed, to save room, unpacked where they are asked for. How they are packed
   stands in scripts/lanpya/editions/packing.py. lanpya.packed.read(article) gives the HTML that is
   missing in an article, "" where nothing is; it throws where the file was cut off or damaged. */
(function () {
  "use strict";
  var WAIT = 200; // ms until it is looked whether more of the file is there
  var holder = document.getElementById("x-packed");
  var words = holder.dataset;
  var characters = words.alphabet ? words.alphabet.split(" ") : [];
  var units = new Uint16Array(256);
  var last = {}; // the block that was read last
  var sums = [];
  for (var i = 0; i < 256; i++) {
    units[i] = i < 128 ? i : parseInt(characters[i - 128] || "fffd", 16);
    for (var bit = 0, sum = i; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    sums.push(sum);
  }

  function sumOf(bytes) {
    var sum = -1;
    for (var i = 0; i < bytes.length; i++) sum = sums[(sum ^ bytes[i]) & 255] ^ (sum >>> 8);
    return ~sum >>> 0;
  }
  function toText(bytes) {
    var made = new Uint16Array(bytes.length);
    for (var i = 0; i < bytes.length; i++) made[i] = units[bytes[i]];
    return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(made).replace(/\x01(.{4})/g, function (all, code) {
      return String.fromCharCode(parseInt(code, 16));
    });
  }
  function blockOf(article) {
    return document.getElementById("x-packed-" + article.getAttribute("data-in").split(":")[0]);
  }
  /* The texts of a block. */
  function unpack(block) {
    if (last.block === block) return last.texts;
    var raw = atob(block.textContent);
    var bytes = new Uint8Array(raw.length);
    for (var i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
    bytes = window.lanpya.inflate(bytes, Number(block.getAttribute("data-size")));
    if (sumOf(bytes) !== parseInt(block.getAttribute("data-sum"), 16)) throw new Error("packed: damaged");
    last = { block: block, texts: toText(bytes).split("\0") };
    return last.texts;
  }
  function read(article) {
    var place = article.getAttribute("data-in");
    return place ? unpack(blockOf(article))[place.split(":")[1]] : "";
  }
  /* Whether all of the file that concerns an article has been read by the browser. */
  function isThere(article) {
    var block = article.getAttribute("data-in") && document.readyState === "loading" && blockOf(article);
    return block === null ? false : !block || !!block.nextElementSibling;
  }
  function noteOf(article) {
    return article.querySelector(".packed");
  }
  /* Puts the text into the article; says so where it can not. */
  function open(article) {
    if (!article.getAttribute("data-in")) return;
    var note = noteOf(article);
    note.setAttribute("role", "alert");
    try {
      note.insertAdjacentHTML("afterend", read(article));
      article.removeAttribute("data-in");
      article.removeChild(note);
    } catch (error) {
      note.textContent = words.damaged;
      note.className = "packed notice";
    }
  }
  /* Calls back when the article is whole, or as whole as it will ever be. */
  function show(article, done) {
    if (!isThere(article)) {
      noteOf(article).textContent = words.opening;
      return void setTimeout(show, WAIT, article, done);
    }
    open(article);
    if (done) done();
  }

  function follow() {
    var hash = window.location.hash;
    var article = window.lanpya.entryAt(hash);
    if (!article || !article.getAttribute("data-in")) return;
    show(article, function () {
      // Once more, now that the place is there: no new step in the history comes of it.
      if (window.location.hash === hash && hash !== "#" + article.id) window.location.replace(hash);
    });
  }
  function offer(note) {
    var button = document.createElement("button");
    var article = note.parentNode;
    button.type = "button";
    button.textContent = words.show.replace("{number}", window.lanpya.writeNumber(article.getAttribute("data-in").split(":")[2]));
    button.setAttribute("aria-describedby", (article.querySelector("h2").id = article.id + ":x-title"));
    button.addEventListener("click", function () {
      show(article, function () {
        var heading = article.querySelector("h2");
        heading.tabIndex = -1;
        heading.focus();
      });
    });
    note.textContent = words.note + " ";
    note.appendChild(button);
  }
  Array.prototype.forEach.call(document.querySelectorAll(".packed"), offer);
  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeprint", function () {
    var article = window.lanpya.entryAt(window.location.hash);
    if (article && isThere(article)) open(article);
  });
  window.lanpya.packed = { read: read, isThere: isThere };
  follow();
})();
