from pathlib import Path

import pytest

from lanpya.content.configuration import Configuration, read_configuration
from lanpya.findings import UsageError
from lanpya.model import Language
from tests.conftest import REPOSITORY

LANGUAGES = """\
plugins:
  - search
  - i18n:
      languages:
        - {locale: fr, name: Français, site_name: Lueur}
        - {locale: shn, default: true}
        - {locale: de, build: false}
extra:
  languages:
    fr: {iso_639_3: fra}
    shn: {iso_639_3: shn, direction: rtl, font: assets/a.woff2}
"""


def read(tmp_path: Path, text: str) -> Configuration:
    path = tmp_path / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return read_configuration(path)


FOLDERS = """\
site_name: Site
docs_dir: !ENV [DOCS, pages]
site_dir: out
theme: {name: material, custom_dir: theme}
"""


def refusal(tmp_path: Path, text: str) -> str:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    return str(caught.value)


def test_configuration_says_what_the_stages_need(tmp_path: Path) -> None:
    (tmp_path / "pages/assets").mkdir(parents=True)
    (tmp_path / "pages/assets/a.woff2").touch()
    found = read(tmp_path, FOLDERS + LANGUAGES)
    assert found == Configuration(
        path=tmp_path / "mkdocs.yml",
        docs_dir=tmp_path / "pages",
        languages=(
            Language("fr", "fra", "Français"),
            Language("shn", "shn", "shn", "rtl", "assets/a.woff2"),
        ),
        default="shn",
        site_names={"fr": "Lueur", "shn": "Site"},
        site_dir=tmp_path / "out",
        strings_dir=tmp_path / "theme/strings",
    )


def test_default_is_the_first_language_unless_named(tmp_path: Path) -> None:
    text = LANGUAGES.replace("default: true", "name: x").replace(", font: assets/a.woff2", "")
    assert read(tmp_path, text).default == "fr"


def test_plugins_may_be_keys_with_values(tmp_path: Path) -> None:
    text = "plugins: {search: {}, i18n: {languages: [{locale: fr}]}}\n"
    found = read(tmp_path, text + "extra: {languages: {fr: {iso_639_3: fra}}}\n")
    assert [language.tag for language in found.languages] == ["fr"]


def test_tags_of_mkdocs_are_passed_over(tmp_path: Path) -> None:
    text = LANGUAGES.replace(", font: assets/a.woff2", "")
    text += "a: !!python/name:os.system\nb: !ENV []\nc: !x {d: e}\nf: !ENV G\n"
    assert len(read(tmp_path, text).languages) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no configuration"),
        ("- a", "holds no configuration"),
        ("a: [", "can not be read"),
        ("a: 2023-99-99", "can not be read"),
        ("a: " + "[" * 3000, "can not be read"),
        ("a: b", "names no languages"),
        ("plugins: [i18n]", "names no languages"),
        ("plugins: [i18n: ~]", "names no languages"),
        ("plugins: [i18n: {languages: fr}]", "names no languages"),
        ("plugins: [i18n: {languages: [fr]}]", "names no languages"),
        ("plugins: [i18n: {languages: [{locale: fr, build: false}]}]", "names no languages"),
        ("plugins: [i18n: {languages: [{name: fr}]}]", "None is no language tag"),
        ("plugins: [i18n: {languages: [{locale: no}]}]", "False is no language tag"),
        ("plugins: [i18n: {languages: [{locale: ../x}]}]", "'../x' is no language tag"),
        ("plugins: [i18n: {languages: [{locale: fr}]}]", "extra.languages.fr.iso_639_3"),
        (LANGUAGES.replace("iso_639_3: fra", "iso_639_3: fr"), "extra.languages.fr.iso_639_3"),
        (LANGUAGES.replace("fr: {iso_639_3: fra}", "fr: fra"), "extra.languages.fr.iso_639_3"),
        (LANGUAGES.replace("extra:", "extras:"), "extra.languages.fr.iso_639_3"),
        (LANGUAGES.replace("rtl", "up"), "neither ltr nor rtl"),
        (LANGUAGES, "the font 'assets/a.woff2' is not a file"),
        (LANGUAGES.replace("locale: shn", "locale: fr"), "names fr twice"),
        (LANGUAGES + "\nextra: {editions: {key: RW}}\n", "'extra' stands here twice"),
        ("? [a]\n: b\n? [a]\n: c\n", "can not be read"),
    ],
)
def test_configuration_that_can_not_be_used_says_why(tmp_path: Path, text: str, said: str) -> None:
    assert said in refusal(tmp_path, text)


def test_configuration_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--config"):
        read_configuration(tmp_path / "mkdocs.yml")


def test_configuration_that_is_no_text_says_why(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"\xff")
    with pytest.raises(UsageError, match="can not be read"):
        read_configuration(tmp_path / "mkdocs.yml")


def test_path_is_shown_from_the_folder_of_the_configuration() -> None:
    site = read_configuration(REPOSITORY / "mkdocs.yml")
    assert site.shown(REPOSITORY / "docs/en/about.md") == "docs/en/about.md"
    assert site.shown(Path("/elsewhere/a.md")) == "/elsewhere/a.md"


def test_page_has_a_place_by_uri_and_language() -> None:
    site = read_configuration(REPOSITORY / "mkdocs.yml")
    assert site.shown_page("articles/a", "my") == "docs/my/articles/a.md"
    assert site.page_at("docs/my/articles/a.md") == ("articles/a", "my")
    for path in ("docs/fr/a.md", "docs/my/a.txt", "docs/my.md", "README.md", "docs/a.md", "docs"):
        assert site.page_at(path) is None


ONION = "http://" + "a2" * 28 + ".onion/"


def editions(value: str) -> str:
    text = LANGUAGES.replace(", font: assets/a.woff2", "")
    return text.replace("extra:\n", f"extra:\n  editions: {value}\n")


def test_mirrors_and_key_of_the_editions_are_read(tmp_path: Path) -> None:
    text = editions(f"{{key: RWabc, mirrors: ['https://a.example/', '{ONION}x/']}}")
    found = read(tmp_path, text)
    assert found.key == "RWabc"
    assert found.mirrors == ("https://a.example/", f"{ONION}x/")
    assert found.has_editions
    assert read(tmp_path, editions("{mirrors: []}")).mirrors == ()
    assert read(tmp_path, editions("")).has_editions
    assert not read(tmp_path, LANGUAGES.replace(", font: assets/a.woff2", "")).has_editions


@pytest.mark.parametrize(
    "mirror",
    [
        "http://a.example/",
        "https://a.example",
        "https://user@a.example/",
        "https://a.example/?x=/",
        "http://short.onion/",
        "javascript:alert(1)/",
        "https://a.example/\\n/",
        "ftp://a.example/",
    ],
)
def test_mirror_that_readers_could_not_trust_or_reach_is_refused(
    tmp_path: Path, mirror: str
) -> None:
    assert "no address of a mirror" in refusal(tmp_path, editions(f'{{mirrors: ["{mirror}"]}}'))
    assert "no address of a mirror" in refusal(tmp_path, editions(f'{{mirrors: "{mirror}"}}'))


def test_key_that_is_no_text_is_refused(tmp_path: Path) -> None:
    assert "extra.editions.key" in refusal(tmp_path, editions("{key: 7}"))
