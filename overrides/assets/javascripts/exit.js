/* Leaving in a hurry, after GOV.UK's "Exit this page": a tap, or Shift three times. The link
   works without this script; the script only takes the page out of the tab's history. */
(function () {
  "use strict";
  var link = document.querySelector("a.exit");
  if (!link) return;
  var presses = 0;
  var last = 0;
  function leave(event) {
    if (event) event.preventDefault();
    document.documentElement.hidden = true;
    window.location.replace(link.href);
  }
  link.addEventListener("click", leave);
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift") {
      presses = 0;
      return;
    }
    var now = Date.now();
    presses = now - last < 2000 ? presses + 1 : 1;
    last = now;
    if (presses === 3) leave();
  });
})();
