from pathlib import Path

import pytest
from hypothesis import given

from lanpya.checks.rendered import PageLink, Place, RenderedPage, Renderings
from lanpya.model import Page
from tests.content.strategies import PAGE_PIECES, texts_of


def page_of(body: str) -> Page:
    return Page("a", "en", Path("a.md"), "T", "D", body, body_line=5)


def render(body: str) -> RenderedPage:
    return Renderings({"a.md": page_of(body)})["a.md"]


def links(body: str) -> list[tuple[str, int, int]]:
    found = render(body).links
    return [(link.target, link.place.line, link.place.column) for link in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[a](b.md)", [("b.md", 5, 5)]),
        ("x\n\n[a](b.md) [a](b.md)\n[a](b.md)", [("b.md", 7, 5), ("b.md", 7, 15), ("b.md", 8, 5)]),
        ("[a](<b c.md>)", [("b c.md", 5, 6)]),
        ("[a](b(c).md)", [("b(c).md", 5, 5)]),
        ("[a]( b.md 'title')", [("b.md", 5, 6)]),
        ('[a](b.md\n"title")', [("b.md", 5, 5)]),
        ("[a][b] [c][B] [b]\n\n[b]: d.md", [("d.md", 7, 6)] * 3),
        ("<https://a.example>", [("https://a.example", 5, 2)]),
        ("<a@b.example>", [("mailto:a@b.example", 5, 2)]),
        ("[a](mailto:a@b.example)", [("mailto:a@b.example", 5, 5)]),
        ("[a](b&amp;c.md)", [("b&c.md", 5, 5)]),
        ("`[a](b.md)` [a](b.md)", [("b.md", 5, 17)]),
        ("```\n[a](b.md)\n```\n\n[a](b.md)", [("b.md", 9, 5)]),
        ("- [a](b.md)\n    - [c](d.md)\n", [("b.md", 5, 7), ("d.md", 6, 11)]),
        ("| a | b |\n|---|---|\n| [a](b.md) | c |", [("b.md", 7, 7)]),
        ("A[^1].\n\n[^1]: [a](b.md)", [("b.md", 7, 11)]),
        ("[a](ab.md) [b](b.md)", [("ab.md", 5, 5), ("b.md", 5, 16)]),
        ("[a](b\\_c.md)", [("b_c.md", 5, 1)]),
        ("[a] (b.md) \\[a](b.md)", []),
        ("", []),
    ],
)
def test_link_has_the_place_that_it_is_written_at(
    body: str, expected: list[tuple[str, int, int]]
) -> None:
    assert links(body) == expected


def test_image_is_told_from_a_link_with_its_text() -> None:
    assert render("![a *b*](c.webp) [d ![e](f.webp)](g.md)").links == (
        PageLink("c.webp", True, "a *b*", Place(5, 10)),
        PageLink("g.md", False, "d ", Place(5, 35)),
        PageLink("f.webp", True, "e", Place(5, 26)),
    )


def test_anchors_are_the_ids_of_the_page() -> None:
    page = render("## A {#b}\n\n### C d\n\n## ထိုးစစ်\n\nA[^1].\n\n[^1]: n")
    assert page.anchors == frozenset({"b", "c-d", "ထိုးစစ်", "fn:1", "fnref:1"})


def test_costly_page_is_not_rendered() -> None:
    renderings = Renderings({"a.md": page_of("[a](b.md)\n\n" + "[" * 8000)})
    assert renderings["a.md"] == RenderedPage()
    assert renderings["a.md"].anchors is None
    assert renderings.costs("a.md") == (("cost-brackets", Place(7, 190)),)


def test_blank_page_has_nothing_of_the_one_before() -> None:
    pages = {"a.md": page_of("# A\n\n[b](c.md)"), "b.md": page_of(""), "c.md": page_of(" \n")}
    renderings = Renderings(pages)
    assert len(renderings["a.md"].links) == 1
    assert renderings["b.md"] == renderings["c.md"] == RenderedPage(anchors=frozenset())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## A {#a}\n\nText *with* **marks** and 1 > 0.\n\n- one\n- two", False),
        ("a [b", True),
        ("a < b", True),
        ("# a", True),
        ("a\n=", True),
        ("## A {#a}\n\n## B {#a}", True),
        ("## A {#x-a}", True),
        ("## ဃ {#ဃ}", False),
        ("{: .a }", True),
        ("~~a~~", True),
        ("```\nmermaid", True),
    ],
)
def test_page_is_telling_if_a_rule_may_find_something(body: str, expected: bool) -> None:
    assert Renderings({"a.md": page_of(body)}).is_telling("a.md") is expected


@given(texts_of(*PAGE_PIECES))
def test_page_that_is_not_telling_has_nothing_to_tell(body: str) -> None:
    renderings = Renderings({"a.md": page_of(body)})
    page = renderings["a.md"]
    found = (*page.links, *page.titles, *page.refused_ids, *page.leftovers)
    assert renderings.is_telling("a.md") or not found


@given(texts_of(*PAGE_PIECES))
def test_place_is_in_the_page(body: str) -> None:
    page = render(body)
    lines = body.split("\n")
    places = [link.place for link in page.links] + list(page.titles)
    places += [place for _, place in (*page.refused_ids, *page.leftovers)]
    for place in places:
        assert 5 <= place.line < 5 + len(lines)
        assert 1 <= place.column <= len(lines[place.line - 5]) + 1
