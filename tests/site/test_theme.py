"""What of docs/ and of the theme is published, and how templates are run."""

from pathlib import Path

import pytest
from jinja2 import Environment
from mkdocs.structure.files import File, Files

from lanpya.content.pictures import FORMATS
from lanpya.site.squeeze import squeeze_css
from lanpya.site.theme import drop_unpublished, is_published, prepare_environment
from tests.content.photographs import encoded, photograph, scene

OF_DOCS = ["assets/fonts/x.woff2", "assets/fonts/OFL.txt", "assets/a.webp", "assets/a.png"]
OF_THEME = ["assets/javascripts/page.js", "assets/stylesheets/lanpya.css"]
HOSTILE = [
    "assets/javascripts/page.js",  # would take the place of the theme's own
    "assets/stylesheets/lanpya.css",
    "assets/x.svg",  # opened by itself, it may run scripts
    "assets/x.html",
    "assets/x.xml",
    "assets/x.pdf",
    "assets/secret",
    "assets/.env",
    "en/x.html",
    "en/x.svg",
    "en/x.webp",
    "LICENSE",
    "topics.yml",
    "x.js",
    "404.html",
    "sitemap.xml",
]


def make_file(folder: Path, uri: str) -> File:
    path = folder / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix in FORMATS:
        path.write_bytes(encoded(scene((9, 9)), FORMATS[path.suffix]))
    else:
        path.write_text("x", encoding="utf-8")
    return File(uri, str(folder), "site", use_directory_urls=False)


@pytest.mark.parametrize("uri", OF_DOCS)
def test_fonts_images_and_licences_of_docs_are_published(tmp_path: Path, uri: str) -> None:
    docs, theme = tmp_path / "docs", tmp_path / "overrides"
    assert is_published(make_file(docs, uri), docs, theme)


@pytest.mark.parametrize("uri", HOSTILE)
def test_nothing_else_of_docs_is_published(tmp_path: Path, uri: str) -> None:
    docs, theme = tmp_path / "docs", tmp_path / "overrides"
    assert not is_published(make_file(docs, uri), docs, theme)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("assets/a.jpg", photograph()),
        ("assets/a.png", encoded(scene((9, 9)), "JPEG")),
        ("assets/a.webp", b"<html><script>alert(1)</script>"),
        ("assets/b.png", encoded(scene((9, 9)), "PNG") + b"PK\x03\x04"),
        ("assets/b.webp", encoded(scene((9, 9)), "WEBP", xmp=b"<x/>")),
        ("assets/c.png", b""),
    ],
)
def test_picture_that_is_more_than_a_picture_is_not_published(
    tmp_path: Path, name: str, data: bytes
) -> None:
    docs = tmp_path / "docs"
    file = make_file(docs, name)
    assert is_published(file, docs, tmp_path / "overrides")
    (docs / name).write_bytes(data)
    assert not is_published(file, docs, tmp_path / "overrides")


@pytest.mark.parametrize("uri", OF_THEME)
def test_scripts_and_styles_are_the_themes_own(tmp_path: Path, uri: str) -> None:
    docs, theme = tmp_path / "docs", tmp_path / "overrides"
    assert is_published(make_file(theme, uri), docs, theme)


@pytest.mark.parametrize(
    "uri", ["base.html", "partials/404.css", "strings/en.yml", "assets/x.svg", "assets/x.html"]
)
def test_templates_and_strings_are_not_published(tmp_path: Path, uri: str) -> None:
    docs, theme = tmp_path / "docs", tmp_path / "overrides"
    assert not is_published(make_file(theme, uri), docs, theme)


def test_nothing_of_material_is_published(tmp_path: Path) -> None:
    docs, theme, material = (tmp_path / name for name in ("docs", "overrides", "material"))
    for uri in ("assets/javascripts/bundle.js", "assets/stylesheets/main.css", ".icons/a.svg"):
        assert not is_published(make_file(material, uri), docs, theme)


def test_links_out_of_docs_are_not_followed(tmp_path: Path) -> None:
    docs, theme, outside = (tmp_path / name for name in ("docs", "overrides", "outside"))
    make_file(outside, "secret.txt")
    make_file(docs, "assets/a.txt")
    (docs / "assets/link.txt").symlink_to(outside / "secret.txt")
    (docs / "assets/folder").symlink_to(outside)
    for uri in ("assets/link.txt", "assets/folder/secret.txt"):
        file = File(uri, str(docs), "site", use_directory_urls=False)
        assert file.content_string == "x"
        assert not is_published(file, docs, theme)


def test_folder_that_is_itself_reached_by_a_link_is_no_obstacle(tmp_path: Path) -> None:
    make_file(tmp_path / "real/docs", "assets/a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    docs = tmp_path / "link/docs"
    file = File("assets/a.txt", str(docs), "site", use_directory_urls=False)
    assert is_published(file, docs, tmp_path / "overrides")


def test_pages_stay_and_the_rest_goes(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    docs, theme = tmp_path / "docs", tmp_path / "overrides"
    files = Files([make_file(docs, "en/a.md"), make_file(docs, "topics.yml")])
    files.append(make_file(docs, "assets/a.webp"))
    files.append(make_file(docs, "assets/a.svg"))
    drop_unpublished(files, docs, theme)
    assert [file.src_uri for file in files] == ["en/a.md", "assets/a.webp"]
    # Only what somebody meant to publish is worth a warning, and with it a failed build.
    assert [record.args for record in caplog.records] == [("assets/a.svg",)]
    assert caplog.records[0].name.startswith("mkdocs.")


def test_templates_escape_what_they_print() -> None:
    environment = Environment(autoescape=False)  # mkdocs' own
    prepare_environment(environment)
    template = environment.from_string('<p title="{{ a }}">{{ a }}</p>{{ b|safe_html }}')
    assert template.render(a="\"'<&>", b="<b>x</b>") == (
        '<p title="&#34;&#39;&lt;&amp;&gt;">&#34;&#39;&lt;&amp;&gt;</p><b>x</b>'
    )


@pytest.mark.parametrize(
    ("css", "squeezed"),
    [
        ("a {\n  color: red;\n}\n", "a{color:red}\n"),
        ("/* why */\na b, p > i { b: c; }\n\n/* more\nlines */\n", "a b,p > i{b:c}\n"),
        ('a::after { content: "\\2009"; }\n', 'a::after{content:"\\2009"}\n'),
        ('a{content: " ; , : {} "; b : hover}', 'a{content:" ; , : {} ";b :hover}\n'),
        (
            "@media (min-width: 4em) {\n  a {\n    b: c\n    d;\n  }\n}",
            "@media (min-width:4em){a{b:c d}}\n",
        ),
    ],
)
def test_css_is_squeezed(css: str, squeezed: str) -> None:
    assert squeeze_css(css) == squeezed
