/* What every page runs. It works without: the font comes with the style sheet, and Exit is a link. */
(function () {
  "use strict";
  var script = document.currentScript;

  /* Ask for the font beside the style sheet and not after it, so that the first paint has it.
     A <link> in the page would do that too, but is refused, with an error, in a page from a file. */
  var font = script && script.getAttribute("data-font");
  if (font && /^https?:$/.test(window.location.protocol)) {
    var link = document.createElement("link");
    link.rel = "preload";
    link.as = "font";
    link.type = "font/woff2";
    link.crossOrigin = "anonymous";
    link.href = font;
    document.head.appendChild(link);
  }

  /* Leaving in a hurry, after GOV.UK's "Exit this page": a tap, or Shift three times. All that
     this adds to the link is that the page is gone from the tab's own history. */
  var presses = 0;
  var last = 0;
  function leave(event) {
    var exit = document.querySelector("a.exit");
    if (!exit) return;
    event.preventDefault();
    document.documentElement.hidden = true;
    window.location.replace(exit.href);
  }
  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest("a.exit")) leave(event);
  });
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift") {
      presses = 0;
      return;
    }
    var now = Date.now();
    presses = now - last < 2000 ? presses + 1 : 1;
    last = now;
    if (presses === 3) leave(event);
  });
})();
