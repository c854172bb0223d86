"""A page that is asked for alone has the findings that it has among all, word for word."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lanpya.checks.run import check_reading
from lanpya.content import source_text
from lanpya.content.configuration import Configuration, read_configuration
from lanpya.content.library import read_docs, start_reading
from lanpya.findings import Finding, render_json
from tests.checks.cases import CASES, EN, HOME, MY
from tests.content.sites import ORIGINAL, TRANSLATION, sound_files, write_files

URIS = ("articles/a", "articles/b", "articles/c", "articles/d", "about", "legal", "articles/none")
FIGURES = ("camps", "other", "none")
LANGUAGES = ("en", "my", "fr")
pages = st.sampled_from(URIS)
figures = st.builds("{}#{}".format, st.sampled_from(URIS[:4]), st.sampled_from(FIGURES))
links = st.builds(
    "[x]({}{}.md{})\n".format,
    st.sampled_from(("", "../", "../en/", "../../my/")),
    pages,
    st.sampled_from(("", "#first", "#other")),
)
bodies = st.lists(links, max_size=3).map("\n".join)
originals = st.builds(
    lambda figure, body: (
        ORIGINAL.replace("to: un}", f'to: un, supersedes: "{figure}"}}' if figure else "to: un}")
        + body
    ),
    st.none() | figures,
    bodies,
)
translations = st.builds(
    lambda of, body: TRANSLATION % of + body, st.sampled_from(LANGUAGES), bodies
)
homes = st.builds(
    '---\ntitle: T\ndescription: D.\nlead: {}\nfigures: ["{}"]\n---\n{}'.format,
    pages.filter(lambda uri: uri.startswith("articles/")),
    figures,
    bodies,
)
standing = bodies.map("---\ntitle: T\ndescription: D.\n---\n{}".format)
broken = st.sampled_from(("", "x", "---\ntitle: [\n---\n", ORIGINAL.replace("title", "titel")))
texts = st.none() | broken | originals | translations | standing | homes
names = st.builds("docs/{}/{}.md".format, st.sampled_from(LANGUAGES), st.sampled_from(URIS[:-1]))
sites = st.dictionaries(names | st.just(HOME), texts, max_size=12)


def paths_of(configuration: Configuration) -> list[str]:
    """The pages of a site, as shown."""
    return [file.entry.shown for file in start_reading(configuration).tree.page_files]


def say(findings: Iterable[Finding]) -> str:
    """Findings with their words; what compares equal may still say something else."""
    return render_json(findings, ["en"])


def assert_alone_as_among_all(root: Path, paths: Iterable[str]) -> None:
    configuration = read_configuration(root / "mkdocs.yml")
    among_all = check_reading(configuration, read_docs(configuration))
    for path in {*paths, *(finding.path for finding in among_all)}:
        alone = check_reading(configuration, start_reading(configuration), path.__eq__)
        assert say(alone) == say(found for found in among_all if found.path == path)


@pytest.mark.parametrize("name", CASES)
def test_page_alone_has_the_findings_of_a_case(tmp_path: Path, name: str) -> None:
    write_files(tmp_path, sound_files())
    write_files(tmp_path, CASES[name].files)
    assert_alone_as_among_all(tmp_path, {EN, MY, *CASES[name].files})


@given(sites)
@settings(max_examples=50, deadline=None)
def test_page_alone_has_the_findings_that_lead_elsewhere(
    files: dict[str, str | None],
) -> None:
    with TemporaryDirectory() as folder:
        root = write_files(Path(folder), {**sound_files(LANGUAGES), **files})
        assert_alone_as_among_all(root, paths_of(read_configuration(root / "mkdocs.yml")))


def test_page_alone_is_judged_without_pages_that_it_does_not_lead_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    read_text = source_text.read_text

    def watch(path: Path, shown: str, limit: int) -> object:
        read.append(shown)
        return read_text(path, shown, limit)

    monkeypatch.setattr("lanpya.content.front_matter.read_text", watch)
    superseding = ORIGINAL.replace("to: un}", 'to: un, supersedes: "articles/c#camps"}')
    linking = "[a](a.md) [b](b.md#first)\n"
    files = {
        "docs/en/articles/d.md": superseding + linking,
        "docs/en/articles/b.md": ORIGINAL,
        "docs/en/articles/c.md": ORIGINAL,
    }
    write_files(tmp_path, {**sound_files(), **files})
    configuration = read_configuration(tmp_path / "mkdocs.yml")
    wanted = "docs/en/articles/d.md"
    assert check_reading(configuration, start_reading(configuration), wanted.__eq__) == []
    assert read == [wanted, "docs/en/articles/c.md", "docs/en/articles/b.md"]
