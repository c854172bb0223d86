"""Works and figures that other pages name: only what is there."""

from collections.abc import Iterator, Mapping

from lanpya.content.library import HOME, Reading
from lanpya.content.suggestions import near_value
from lanpya.content.yaml_source import KeyPath
from lanpya.findings import Finding


def check_superseded_figures(reading: Reading) -> Iterator[Finding]:
    """`supersedes:` names a figure that is there, and no figures supersede one another.

    Bad: `supersedes: "articles/x#displased"`, or a figure that supersedes itself
    Good: `supersedes: "articles/x#displaced"`
    """
    figures = _Figures(reading)
    for work in list(reading.works.values()):  # others may be read meanwhile
        for index, figure in enumerate(work.figures):
            if figure.supersedes is None:
                continue
            path: KeyPath = ("figures", index, "supersedes")
            if figures.is_missing(figure.supersedes):
                values = {"id": figure.supersedes, **figures.near(figure.supersedes)}
                yield reading.finding(work.original, path, "supersedes-missing", **values)
            elif figures.leads_back(f"{work.uri}#{figure.id}"):
                values = {"id": figure.supersedes}
                yield reading.finding(work.original, path, "supersedes-ring", **values)


def check_figure_ids(reading: Reading) -> Iterator[Finding]:
    """An id stands for one figure of its work.

    Bad: two figures with `id: displaced`
    Good: `id: displaced` and `id: displaced-abroad`
    """
    for work in reading.works.values():
        seen = set()
        for index, figure in enumerate(work.figures):
            if figure.id in seen:
                path: KeyPath = ("figures", index, "id")
                yield reading.finding(work.original, path, "figure-id-twice", id=figure.id)
            seen.add(figure.id)


def check_home(reading: Reading) -> Iterator[Finding]:
    """`lead:` and `figures:` of a home page name an article and figures that are there.

    Bad: `lead: articles/nowhere`
    Good: `lead: articles/two-million-displaced`
    """
    figures = _Figures(reading)
    for page in reading.pages.get(HOME, {}).values():
        if page.lead and not reading.work(page.lead) and not reading.is_unread(page.lead):
            reading.read_all()
            values = {"id": page.lead, **near_value(page.lead, reading.works)}
            yield reading.finding(page, ("lead",), "home-reference", **values)
        for index, id_ in enumerate(page.featured_figures):
            if figures.is_missing(id_):
                values = {"id": id_, **figures.near(id_)}
                yield reading.finding(page, ("figures", index), "home-reference", **values)


class _Figures:
    """The figures of all works, by "articles/x#id"; a work is read when one of its is named."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[str, Mapping[str, str | None]] = {}

    def is_missing(self, id_: str) -> bool:
        """Whether a figure is not there; one of a work that could not be read may be."""
        uri, _, name = id_.rpartition("#")
        return name not in self._of(uri) and (
            self._reading.work(uri) is not None or not self._reading.is_unread(uri)
        )

    def near(self, id_: str) -> dict[str, str]:
        """What was most likely meant, as a finding's value, if anything is like it."""
        self._reading.read_all()
        ids = (f"{uri}#{name}" for uri in self._reading.works for name in self._of(uri))
        return near_value(id_, ids)

    def leads_back(self, start: str) -> bool:
        """Whether what a figure supersedes comes to supersede the figure itself."""
        seen: set[str] = set()
        at = self._superseded(start)
        while at and at not in seen:
            seen.add(at)
            at = self._superseded(at)
        return start in seen

    def _superseded(self, id_: str) -> str | None:
        uri, _, name = id_.rpartition("#")
        return self._of(uri).get(name)

    def _of(self, uri: str) -> Mapping[str, str | None]:
        """What each figure of a work supersedes, by id."""
        if uri not in self._known:
            work = self._reading.work(uri)
            figures = work.figures if work else ()
            self._known[uri] = {figure.id: figure.supersedes for figure in figures}
        return self._known[uri]
