"""The three engines, asked in Chromium as a page of theirs asks them.

Material's box hands what is typed to its worker as it is, and shows what the worker answers;
so do we. Pagefind and Lanpya are asked through their interfaces.
"""

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page

# So many results are shown at first, with title and snippet.
SHOWN = 5


@dataclass(frozen=True)
class Engine:
    """A search.

    site: the built site's folder. page: where it is asked, below a language's prefix.
    prepare: run once a page is open, to a promise. ask: JavaScript, (query, shown) to a promise of
    the addresses of all results; the first `shown` of them with all that is shown of a result.
    early: run before the page's own scripts. fetched, stored: the files that only the search
    makes a reader fetch, and those of them that hold the index.
    """

    name: str
    site: Path
    page: str
    ask: str
    fetched: re.Pattern[str]
    stored: re.Pattern[str]
    prepare: str = "() => null"
    early: str = ""

    def weigh(self, url: str) -> int:
        """Bytes of a file of the site as a web server sends it: gzip -9, unless that is longer."""
        return weigh((self.site / url).read_bytes())

    def weigh_index(self) -> int:
        """All that is stored for the search, however little of it a reader fetches."""
        files = (path for path in self.site.rglob("*") if path.is_file())
        urls = (path.relative_to(self.site).as_posix() for path in files)
        return sum(self.weigh(url) for url in urls if self.stored.match(url))


def weigh(data: bytes) -> int:
    """What is sent for it."""
    return min(len(data), len(gzip.compress(data, 9, mtime=0)))


LANPYA_ASK = """(query, shown) => {
  const options = shown ? { limit: shown } : {};
  return lanpya.search(query, options).then((results) =>
    results.map((result) => new URL(result.url, location.href).href));
}"""


def lanpya(site: Path) -> Engine:
    """Ours, on its search page."""
    return Engine(
        name="Lanpya",
        site=site,
        page="search.html",
        ask=LANPYA_ASK,
        # page.js is in every page, searched or not.
        fetched=re.compile(r"search/|assets/javascripts/(?!page\.js)"),
        stored=re.compile(r"search/"),
    )


# Its page asks the worker too, once at least, so each answer goes to the query that it is for.
MATERIAL_EARLY = """
const Plain = window.Worker;
window.ready = new Promise((resolve) => {
  window.Worker = class extends Plain {
    constructor(...options) {
      super(...options);
      this.asked = [];
      this.addEventListener("message", ({ data }) => {
        if (data.type === 1) resolve(this);
        if (data.type === 3) this.asked.shift()(data.data.items);
      });
    }
    postMessage(message, answer) {
      if (message.type === 2) this.asked.push(typeof answer === "function" ? answer : () => {});
      super.postMessage(message);
    }
  };
});
"""
MATERIAL_ASK = """async (query) => {
  const worker = await window.ready;
  const items = await new Promise((done) => worker.postMessage({ type: 2, data: query }, done));
  return items.map((sections) => new URL(sections[0].location, window.base).href);
}"""
MATERIAL_PREPARE = """() => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  window.base = new URL(config.base + "/", location.href).href;
  return window.ready.then(() => null);
}"""


def material(site: Path) -> Engine:
    """Material's own: lunr in a worker."""
    return Engine(
        name="Material",
        site=site,
        page="index.html",
        ask=MATERIAL_ASK,
        # bundle.js is in every page and does more than search: not counted.
        fetched=re.compile(r"search/|assets/javascripts/(?:workers|lunr)/"),
        stored=re.compile(r"search/"),
        prepare=MATERIAL_PREPARE,
        early=MATERIAL_EARLY,
    )


PAGEFIND_ASK = """async (query, shown) => {
  const found = (await window.pagefind.search(query)).results;
  const results = await Promise.all(found.slice(0, shown || undefined).map((one) => one.data()));
  return results.map((result) => new URL(result.url, location.href).href);
}"""
PAGEFIND_PREPARE = """async () => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const script = new URL(config.base + "/pagefind/pagefind.js", location.href);
  window.pagefind = await import(script.href);
  await window.pagefind.init();
}"""


def pagefind(site: Path) -> Engine:
    """Pagefind, which takes the language from the page's `lang`."""
    return Engine(
        name="Pagefind",
        site=site,
        page="index.html",
        ask=PAGEFIND_ASK,
        fetched=re.compile(r"pagefind/"),
        stored=re.compile(r"pagefind/(?:.*\.pf_|pagefind-entry)"),
        prepare=PAGEFIND_PREPARE,
    )


@dataclass(frozen=True)
class Answer:
    """urls: of all results, from the root of the site, in order. milliseconds: of a warm query."""

    urls: tuple[str, ...]
    milliseconds: float


TIMED = """async ([query, shown]) => {{
  const ask = {ask};
  await ask(query, shown);
  const start = performance.now();
  await ask(query, shown);
  return performance.now() - start;
}}"""


class OpenEngine:
    """An engine in an open page.

    root: the address of the site. fetched: what the search made the page fetch so far.
    """

    def __init__(self, engine: Engine, page: Page, root: str) -> None:
        self.fetched: set[str] = set()
        self._engine = engine
        self._page = page
        self._root = root
        page.on("request", lambda request: self._note(request.url))

    def open(self, prefix: str) -> None:
        """Open the page of a language ("", "my/") and wait until it can be asked."""
        self._page.goto(f"{self._root}{prefix}{self._engine.page}")
        self._page.evaluate(self._engine.prepare)

    def answer(self, query: str) -> Answer:
        """Ask for all results, then twice for those that are shown, of which one is timed."""
        urls = self._page.evaluate(f"([query]) => ({self._engine.ask})(query, 0)", [query])
        milliseconds = self._page.evaluate(TIMED.format(ask=self._engine.ask), [query, SHOWN])
        return Answer(tuple(map(self._relative, urls)), milliseconds)

    def ask_once(self, query: str) -> None:
        """Ask for those that are shown, as a reader's first query does."""
        asked = f"([query, shown]) => ({self._engine.ask})(query, shown)"
        self._page.evaluate(asked, [query, SHOWN])

    def _note(self, url: str) -> None:
        relative = self._relative(url)
        if self._engine.fetched.match(relative):
            self.fetched.add(relative)

    def _relative(self, url: str) -> str:
        return unquote(urlsplit(url).path).removeprefix(unquote(urlsplit(self._root).path))


@contextmanager
def open_engine(engine: Engine, browser: Browser, root: str, prefix: str) -> Iterator[OpenEngine]:
    """The engine in a page of a language, with nothing cached; root: http or file."""
    context = browser.new_context()
    if engine.early:
        context.add_init_script(engine.early)
    opened = OpenEngine(engine, context.new_page(), root)
    opened.open(prefix)
    yield opened
    context.close()
