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
    figures = _figures(reading)
    for work in reading.works.values():
        for index, figure in enumerate(work.figures):
            if figure.supersedes is None:
                continue
            path: KeyPath = ("figures", index, "supersedes")
            if _is_missing(figure.supersedes, figures, reading):
                values = {"id": figure.supersedes, **near_value(figure.supersedes, figures)}
                yield reading.finding(work.original, path, "supersedes-missing", **values)
            elif _leads_back(f"{work.uri}#{figure.id}", figures):
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
    figures = _figures(reading)
    for page in reading.pages.get(HOME, {}).values():
        if page.lead and page.lead not in reading.works and not reading.is_unread(page.lead):
            values = {"id": page.lead, **near_value(page.lead, reading.works)}
            yield reading.finding(page, ("lead",), "home-reference", **values)
        for index, id_ in enumerate(page.featured_figures):
            if _is_missing(id_, figures, reading):
                values = {"id": id_, **near_value(id_, figures)}
                yield reading.finding(page, ("figures", index), "home-reference", **values)


def _figures(reading: Reading) -> Mapping[str, str | None]:
    """What each figure supersedes, by "articles/x#id"."""
    return {
        f"{work.uri}#{figure.id}": figure.supersedes
        for work in reading.works.values()
        for figure in work.figures
    }


def _is_missing(id_: str, figures: Mapping[str, str | None], reading: Reading) -> bool:
    """Whether a figure is not there; one of a work that could not be read may be."""
    uri = id_.partition("#")[0]
    return id_ not in figures and (uri in reading.works or not reading.is_unread(uri))


def _leads_back(start: str, figures: Mapping[str, str | None]) -> bool:
    """Whether what a figure supersedes comes to supersede the figure itself."""
    seen: set[str] = set()
    at = figures.get(start)
    while at and at not in seen:
        seen.add(at)
        at = figures.get(at)
    return start in seen
