import sys
from pathlib import Path

import pytest

from lanpya.content.configuration import read_configuration
from lanpya.content.tree import Tree, read_tree
from lanpya.findings import UsageError
from tests.content.sites import sound_files, write_files


def tree_of(root: Path) -> Tree:
    write_files(root, sound_files(("fr", "shn")))
    return read_tree(read_configuration(root / "mkdocs.yml"))


def test_pages_are_read_in_the_order_of_languages_and_names(tmp_path: Path) -> None:
    pages = [(file.language, file.uri) for file in tree_of(tmp_path).page_files]
    uris = ["about", "articles/a", "contribute", "index", "safety"]
    assert pages == [(tag, uri) for tag in ("fr", "shn") for uri in uris]


def test_page_that_the_build_makes_is_not_read(tmp_path: Path) -> None:
    write_files(tmp_path, {"docs/fr/search.md": "x", "docs/fr/shn/a.md": "x"})
    uris = {file.uri for file in tree_of(tmp_path).page_files}
    assert uris.isdisjoint({"search", "shn/a"})


def test_link_is_never_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write_files(outside, {"secret.md": "x", "more/secret.md": "x"})
    links = {
        "docs/fr/file.md": outside / "secret.md",
        "docs/fr/folder": outside / "more",
        "docs/shn/ring": Path("../shn"),
    }
    write_files(tmp_path / "site", links)
    tree = tree_of(tmp_path / "site")
    assert not any("secret" in entry.shown for entry in tree.entries)
    assert {file.uri for file in tree.page_files}.isdisjoint({"file", "folder/secret"})
    assert {entry.shown for entry in tree.entries if entry.is_link} == set(links)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("docs/fr/link.md", True),
        ("docs/fr/about.md", True),
        ("docs/fr/folder/any/thing.md", True),
        ("docs/fr/link.md.md", False),
        ("docs/fr/none.md", False),
        ("docs/fr", True),
        ("mkdocs.yml", False),
    ],
)
def test_tree_may_hold_what_is_behind_a_link(tmp_path: Path, shown: str, expected: bool) -> None:
    links = {"docs/fr/link.md": Path("about.md"), "docs/fr/folder": Path("articles")}
    write_files(tmp_path, links)
    assert tree_of(tmp_path).may_hold(shown) is expected


def test_assets_are_images_fonts_and_licences(tmp_path: Path) -> None:
    names = ("a.webp", "b/c.png", "d.jpg", "e.woff2", "f.txt", "g.svg", "h.js", "i.html", ".j.png")
    write_files(tmp_path, {f"docs/assets/{name}": "" for name in names})
    write_files(tmp_path, {"docs/fr/k.png": "", "docs/assets/l.png": Path("a.webp")})
    tree = tree_of(tmp_path)
    published = ("a.webp", "b/c.png", "d.jpg", "e.woff2", "f.txt")
    assert tree.assets == {f"docs/assets/{name}" for name in published}


def test_hidden_names_are_passed_over(tmp_path: Path) -> None:
    write_files(tmp_path, {"docs/fr/.a.md": "x", "docs/.git/b.md": "x"})
    assert not any("/." in entry.shown for entry in tree_of(tmp_path).entries)


def test_deep_folders_are_looked_through(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 500)
    write_files(tmp_path, {f"docs/fr/{deep}/a.md": "x"})
    assert f"docs/fr/{deep}/a.md" in tree_of(tmp_path).shown_paths


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_name_in_no_encoding_is_survived(tmp_path: Path) -> None:
    write_files(tmp_path, sound_files(("fr",)))
    (tmp_path / "docs/fr" / "a\udcff.md").write_text("x", encoding="utf-8")
    tree = read_tree(read_configuration(tmp_path / "mkdocs.yml"))
    assert "docs/fr/a\udcff.md" in tree.shown_paths


def test_docs_that_are_not_there_stop_the_run(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": sound_files(("fr",))["mkdocs.yml"]})
    with pytest.raises(UsageError, match="not a folder"):
        read_tree(read_configuration(tmp_path / "mkdocs.yml"))


def test_docs_that_are_a_link_stop_the_run(tmp_path: Path) -> None:
    write_files(tmp_path / "elsewhere", sound_files(("fr",)))
    write_files(tmp_path, {"mkdocs.yml": sound_files(("fr",))["mkdocs.yml"]})
    (tmp_path / "docs").symlink_to(tmp_path / "elsewhere/docs")
    with pytest.raises(UsageError, match="symbolic link"):
        read_tree(read_configuration(tmp_path / "mkdocs.yml"))
