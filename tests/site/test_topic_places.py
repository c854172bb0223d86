"""Where topics stand: every one in every language, on a page that does not grow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.model import TopicKind
from lanpya.site.topic_places import (
    LINES_OF_ENTRY,
    LINES_ON_PAGE,
    OWN_PAGE_FROM,
    TopicPlaces,
)
from tests.site.built import BuiltSite
from tests.site.samples import make_library, make_places, make_work

TAGS = ("en", "my")


def places_of(totals: dict[str, int]) -> TopicPlaces:
    """Of places that so many works name."""
    works = [
        make_work(f"w{n}", mentions=" ".join(id_ for id_ in totals if totals[id_] > n))
        for n in range(max(totals.values(), default=0))
    ]
    return make_places(make_library(works, kinds=dict.fromkeys(totals, TopicKind.PLACE)))


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(
    ("total", "uri"),
    [
        (0, "topics/all/place#bago"),
        (1, "topics/all/place#bago"),
        (OWN_PAGE_FROM - 1, "topics/all/place#bago"),
        (OWN_PAGE_FROM, "topics/bago"),
        (OWN_PAGE_FROM + 1, "topics/bago"),
    ],
)
def test_links_lead_to_a_page_of_its_own_from_so_many_works_on(
    total: int, uri: str, tag: str
) -> None:
    places = places_of({"bago": total})
    assert places.uri("bago", tag) == uri
    assert places.has_own_page("bago") == ("#" not in uri)


@given(
    st.dictionaries(
        st.from_regex("[a-z]{1,3}", fullmatch=True).filter(lambda id_: id_ != "aid"),
        st.integers(0, OWN_PAGE_FROM + 1),
        max_size=LINES_ON_PAGE,
    )
)
def test_every_topic_has_one_entry_in_every_language(totals: dict[str, int]) -> None:
    places = places_of(totals)
    for tag in TAGS:
        sheets = places.sheets(TopicKind.PLACE, tag)
        assert all(0 < len(sheet.items) <= LINES_ON_PAGE / LINES_OF_ENTRY for sheet in sheets)
        entries = {topic.id: sheet.uri for sheet in sheets for topic in sheet.items}
        assert sorted(entries) == sorted(topic.id for sheet in sheets for topic in sheet.items)
        assert entries.keys() == totals.keys()
        for id_, uri in entries.items():
            if not places.has_own_page(id_):
                assert places.uri(id_, tag) == f"{uri}#{id_}"
        assert [sheet.uri for sheet in sheets] == [
            sheet.uri for sheet in places.sheets(TopicKind.PLACE, TAGS[0])
        ]


def test_entries_are_in_the_order_of_each_alphabet(own: BuiltSite) -> None:
    for folder, names in (
        ("", ["Chin State", "India", "Kachin State", "Mandalay", "Yangon"]),
        ("my/", ["ကချင်ပြည်နယ်", "ချင်းပြည်နယ်", "မန္တလေး", "ရန်ကုန်", "အိန္ဒိယ"]),
    ):
        page = own.pages[f"{folder}topics/all/place.html"]
        shown = ["".join(heading.itertext()) for heading in page.find("h2")]
        assert [name for name in shown if name in names] == names


def test_entry_names_every_work_of_its_topic_and_links_the_name_in_the_other_language(
    own: BuiltSite,
) -> None:
    page = own.pages["topics/all/person.html"]
    (section,) = page.find("section", id="aung-san-suu-kyi")
    leads = [own.lead(page.absolute(link.attrib["href"])) for link in section.iter("a")]
    assert leads == [
        ("my/topics/all/person.html", "aung-san-suu-kyi"),
        ("articles/posts-change-hands.html", ""),
        ("articles/army-under-pressure.html", ""),
    ]


def test_the_more_works_entries_have_the_fewer_stand_on_a_page() -> None:
    few, many = (
        places_of({f"town{n}": total for n in range(60)}).sheets(TopicKind.PLACE, "en")
        for total in (1, OWN_PAGE_FROM - 1)
    )
    assert len(many) > len(few)
    for sheets in (few, many):
        sizes = [len(sheet.items) for sheet in sheets]
        assert max(sizes) - min(sizes) <= len(sizes)


def test_entry_of_a_topic_with_a_page_of_its_own_leads_there(grown: BuiltSite) -> None:
    led = 0
    for page in grown.pages.values():
        for section in page.find("section", **{"class": "card name"}):
            folder = "my/" if page.language == "my" else ""
            own_page = f"{folder}topics/{section.attrib['id']}.html"
            leads = {grown.lead(page.absolute(link.attrib["href"])) for link in section.iter("a")}
            assert ((own_page, "") in leads) == (own_page in grown.files)
            led += own_page in grown.files
    assert led == 4  # "aid" and "un", in two languages


def test_topic_pages_that_there_are_have_so_many_works(grown: BuiltSite) -> None:
    own_pages = [page for page in grown.pages.values() if '<body class="topic"' in page.html]
    assert own_pages
    for page in own_pages:
        assert len(page.find("li", **{"class": "card"})) >= OWN_PAGE_FROM


def test_links_to_topics_lead_to_their_entries_or_pages(built: BuiltSite) -> None:
    followed = set()
    for page in built.pages.values():
        for link in page.find("a"):
            lead = built.lead(page.absolute(link.attrib["href"]))
            if lead and lead[1][:2] not in ("", "x-") and "topics/all/" in lead[0]:
                (section,) = built.pages[lead[0]].find("section", id=lead[1])
                assert section.get("class") == "card name"
                followed.add(lead[1])
    assert len(followed) >= 60
