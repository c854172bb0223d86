"""Where the files of a parcel go, and what of them."""

import re

import pytest

from lanpya.receive.limits import RefusedError
from lanpya.receive.pages import Pages, Place, make_pages
from lanpya.receive.parcel import LeftOut, PageText, Parcel, PictureFile, Text
from tests.content.sites import ORIGINAL, TRANSLATION
from tests.receive.parcels import PARAGRAPHS, TITLE

SITE = Place(("en", "my"), frozenset({"en/articles/a.md", "topics.yml"}))
PLAIN = "\n\n".join((TITLE, *PARAGRAPHS)) + "\n"
BURMESE = "မြို့နယ်သို့ အကူအညီ ရောက်ရှိ\n\n" + "တောင်ပေါ်ရွာ သုံးရွာသို့ အကူအညီ ရောက်ရှိခဲ့သည်ဟု မြို့နယ်က ပြောသည်။ " * 4


def made(*parts: Text | PageText | PictureFile, place: Place = SITE) -> Pages:
    parcel = Parcel(
        texts=[one for one in parts if isinstance(one, Text)],
        pages=[one for one in parts if isinstance(one, PageText)],
        pictures=[one for one in parts if isinstance(one, PictureFile)],
    )
    return make_pages(parcel, place)


def codes(pages: Pages) -> list[str]:
    return [notice.code for notice in pages.notices]


def test_text_gets_a_page_by_its_title() -> None:
    assert list(made(Text(PLAIN)).files) == ["en/articles/aid-reaches-the-hills.md"]


def test_burmese_text_gets_a_neutral_name_in_its_folder() -> None:
    (path,) = made(Text(BURMESE)).files
    assert path.startswith("my/articles/received-")


def test_page_of_a_zip_goes_where_it_stood() -> None:
    for name in ("docs/my/articles/a.md", "from-me/docs/my/articles/a.md", "my\\articles\\a.md"):
        assert list(made(PageText(name, TRANSLATION % "en")).files) == ["my/articles/a.md"]


def test_two_pages_for_one_place_are_both_kept() -> None:
    first, second = ORIGINAL.replace("Text.", "One."), ORIGINAL.replace("Text.", "Two.")
    names = ("docs/en/articles/b.md", "x/docs/en/articles/b.md")
    pages = made(
        *(map(PageText, names, (first, second))), place=Place(("en",), frozenset(), None, "en")
    )
    assert len(pages.files) == 2
    assert "Two." in "".join(pages.files.values())


@pytest.mark.parametrize(
    "name",
    [
        "docs/my/../../mkdocs.yml",
        "/docs/my/../x.md",
        "docs/my/a b.md",
        "docs/fr/articles/a.md",
        "../my/articles/a.md",
        "docs/my/.hidden.md",
        "docs/my/articles/a.md/../../../x",
        "",
    ],
)
def test_name_that_leads_elsewhere_is_not_followed(name: str) -> None:
    place = Place(SITE.languages, SITE.taken, language="en")
    (path,) = made(PageText(name, ORIGINAL), place=place).files
    assert re.fullmatch(r"en/articles/received-[0-9a-f]{8}\.md", path)


def test_page_that_is_there_is_not_written_over_unasked() -> None:
    place = Place(("en", "my"), frozenset({"en/articles/aid-reaches-the-hills.md"}))
    assert list(made(Text(PLAIN), place=place).files) == ["en/articles/aid-reaches-the-hills-2.md"]
    place = Place(("en", "my"), SITE.taken, page="articles/a", language="en")
    pages = made(Text(PLAIN), place=place)
    assert list(pages.files) == ["en/articles/a.md"]
    assert "replaced" in codes(pages)
    assert "replaced" not in codes(made(Text(PLAIN)))


def test_language_that_the_site_has_not_is_refused() -> None:
    with pytest.raises(RefusedError) as caught:
        made(Text(BURMESE), place=Place(("en",), frozenset()))
    assert caught.value.code == "language-unknown"


def test_parcel_without_text_is_refused() -> None:
    with pytest.raises(RefusedError) as caught:
        made(PictureFile("a.jpg", b"x"))
    assert caught.value.code == "no-text"


@pytest.mark.parametrize(
    "line", ["credit: Thiri, Min", "Credit： Thiri၊ Min", 'credit: ["Thiri", "Min"]']
)
def test_credit_names_who_asks_for_it(line: str) -> None:
    for text in (f"{PLAIN}\n{line}\n", f"{line}\n\n{PLAIN}"):
        pages = made(Text(text))
        (page,) = pages.files.values()
        assert "credit:\n- Thiri\n- Min\n" in page
        assert page.count("Thiri") == 1
        assert "credited" in codes(pages)


def test_names_of_writers_are_told_and_not_written() -> None:
    lines = [TITLE, "By Ko Secret", "17 November 2023", *PARAGRAPHS]
    lines += ["Ko Secret is a writer who lives in the hills."]
    pages = made(Text("\n\n".join(lines)))
    (page,) = pages.files.values()
    assert "Ko Secret" not in page
    assert "credit" not in page
    told = [notice.values.get("names", "") for notice in pages.notices]
    assert "Ko Secret" in told


def test_front_matter_keeps_only_what_the_site_knows() -> None:
    text = ORIGINAL.replace("---\n", '---\nauthor: "Ko Secret"\n# by Ko Secret\n', 1)
    text = text.replace("Text.", "Text. <!-- Ko Secret\nwas here --> More.")
    pages = made(PageText("docs/en/articles/b.md", text))
    page = pages.files["en/articles/b.md"]
    assert "Ko Secret" not in page
    assert "Text.  More." in page
    assert "bound: nearly" in page
    assert ("keys-left-out", {"keys": "author"}) in [(n.code, n.values) for n in pages.notices]


def test_front_matter_with_a_fault_keeps_its_lines() -> None:
    text = (
        '---\ntitle: "A\nauthor:\n  name: Ko Secret\n# Ko Secret\ndescription: "D."\n---\nText.\n'
    )
    page = made(PageText("docs/en/articles/b.md", text)).files["en/articles/b.md"]
    assert page == '---\ntitle: "A\ndescription: "D."\n---\nText.\n'


def test_pictures_get_names_that_say_nothing() -> None:
    body = ORIGINAL + "\n![Lorries](../../assets/images/IMG_20240206.jpg)\n"
    picture, other = PictureFile("x/IMG_20240206.jpg", b"1"), PictureFile("1", b"2")
    pages = made(PageText("docs/en/articles/b.md", body), picture, other)
    assert pages.pictures == {"assets/images/b-1.webp": b"1", "assets/images/b-1-2.webp": b"2"}
    page = pages.files["en/articles/b.md"]
    assert "![Lorries](../../assets/images/b-1.webp)" in page
    assert page.endswith("\n![](../../assets/images/b-1-2.webp)\n")


def test_what_is_left_out_is_told() -> None:
    parcel = Parcel(texts=[Text(PLAIN)], left_out=[LeftOut("a.pdf", "pdf")], letter_lines=3)
    assert codes(make_pages(parcel, SITE)) == ["left-out-pdf", "letter-lines"]
