"""Libraries small enough to be read at a glance, for tests of one module at a time."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from lanpya.model import (
    Bound,
    Figure,
    Language,
    Library,
    Page,
    PluralForms,
    Rights,
    RightsMode,
    Source,
    Term,
    Topic,
    TopicKind,
    Translation,
    TranslationStatus,
    Unit,
    Vocabulary,
    Work,
)
from lanpya.site.addresses import Addresses
from lanpya.site.listings import works_by_topic
from lanpya.site.plan import PlannedPage, SitePlan
from lanpya.site.strings import Strings, read_strings
from lanpya.site.topic_places import TopicPlaces
from tests.conftest import REPOSITORY

ENGLISH = Language("en", "eng", "English")
BURMESE = Language("my", "mya", "မြန်မာ", font="assets/fonts/x.woff2")
LANGUAGES = (ENGLISH, BURMESE)
ADDRESSES = Addresses("https://site.example/base/", "en")
SUMMARY = Rights(RightsMode.SUMMARY, "LicenseRef-Unknown")


def real_strings() -> dict[str, Strings]:
    """The words that the site really says."""
    return read_strings(REPOSITORY / "overrides/strings", ("en", "my"))


def make_page(uri: str, language: str, title: str = "", of: str | None = None) -> Page:
    """A page whose title is its uri and language unless given. of: its original's language."""
    return Page(
        uri=uri,
        language=language,
        path=Path(f"docs/{language}/{uri}.md"),
        title=title or f"{uri} {language}",
        description=f"About {uri}, {language}.",
        body="Text.",
        body_line=5,
        translation=Translation(of, TranslationStatus.DRAFT) if of else None,
    )


def make_work(
    name: str,
    published: str = "2023-11-17",
    languages: str = "en my",
    about: str = "aid",
    mentions: str = "",
    figures: Iterable[Figure] = (),
    titles: Mapping[str, str] | None = None,
    source: Source | None = None,
) -> Work:
    """articles/<name>. languages: the first is the original's; ids are apart by spaces."""
    uri = f"articles/{name}"
    first, *others = languages.split()
    titles = titles or {}
    return Work(
        uri=uri,
        original=make_page(uri, first, titles.get(first, "")),
        translations={tag: make_page(uri, tag, titles.get(tag, ""), of=first) for tag in others},
        published=published,
        source=source or Source(),
        rights=SUMMARY,
        about=tuple(about.split()),
        mentions=tuple(mentions.split()),
        figures=tuple(figures),
    )


def make_figure(
    id_: str,
    value: float = 20,
    counts: str = "camps",
    unit: str = "people",
    bound: str = "exact",
    as_of: str | None = "2023-11",
    by: str = "source",
    supersedes: str | None = None,
) -> Figure:
    """A claim; what is not said is the same for all of them."""
    return Figure(id_, counts, value, unit, Bound(bound), as_of, by, supersedes)


def make_topic(id_: str, kind: TopicKind = TopicKind.THEME) -> Topic:
    """A topic whose labels are its id and language."""
    return Topic(
        id_,
        kind,
        labels={"en": id_.title(), "my": f"{id_} မြန်မာ"},
        aliases={},
        summaries={"en": f"What {id_} is.", "my": f"{id_} ၏ အဓိပ္ပာယ်။"},
    )


def make_vocabulary(
    topic_ids: Iterable[str], kinds: Mapping[str, TopicKind] | None = None
) -> Vocabulary:
    """Topics by id, two units, and two things to count, of which "camps" is about "aid".

    kinds: of the topics that are no themes.
    """
    kinds = kinds or {}
    return Vocabulary(
        topics={id_: make_topic(id_, kinds.get(id_, TopicKind.THEME)) for id_ in topic_ids},
        counts={
            id_: Term(id_, {"en": f"people in {id_}", "my": f"{id_} ရှိ လူ"}, about)
            for id_, about in (("camps", ("aid",)), ("towns", ()))
        },
        units={
            "people": Unit(
                "people",
                {"en": PluralForms("person", "people"), "my": PluralForms("ဦး", "ဦး")},
            ),
            "days": Unit("days", {"en": PluralForms("day", "days"), "my": PluralForms("ရက်", "ရက်")}),
        },
    )


def make_library(
    works: Iterable[Work],
    pages: Iterable[Page] = (),
    kinds: Mapping[str, TopicKind] | None = None,
    languages: tuple[Language, ...] = LANGUAGES,
) -> Library:
    """Works in the order given, their topics, and standing pages."""
    works = list(works)
    ids = dict.fromkeys(id_ for work in works for id_ in work.topics)
    variants: dict[str, dict[str, Page]] = {}
    for page in pages:
        variants.setdefault(page.uri, {})[page.language] = page
    return Library(
        languages=languages,
        vocabulary=make_vocabulary({**ids, **dict.fromkeys(kinds or {})}, kinds),
        works={work.uri: work for work in works},
        pages=variants,
    )


def make_places(library: Library) -> TopicPlaces:
    """Where the topics of a library stand."""
    return TopicPlaces(library, works_by_topic(library.works))


def plan_pages(library: Library) -> dict[tuple[str, str], PlannedPage]:
    """Every planned page, by language and uri."""
    plan = SitePlan(library, real_strings(), default="en")
    return {
        (language.tag, page.uri): page
        for language in library.languages
        for page in plan.pages(language)
    }
