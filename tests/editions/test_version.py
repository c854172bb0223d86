"""Which edition it is: from the content, never from the clock."""

from dataclasses import replace

import pytest

from lanpya.editions.publication import Publication
from lanpya.editions.version import make_version
from lanpya.findings import UsageError
from lanpya.model import Correction

DIGEST = "0123456789abcdef" * 4


def test_version_is_the_newest_date_and_the_digest(publication: Publication) -> None:
    version = make_version(publication.library, DIGEST, {})
    newest = max(work.published for work in publication.library.works.values())
    assert str(version) == f"{newest}-01234567"
    assert version.date == newest


def test_correction_makes_a_newer_version(publication: Publication) -> None:
    library = publication.library
    uri, work = next(iter(library.works.items()))
    page = replace(work.original, corrections=(Correction("2031-05-03", "A number."),))
    corrected = replace(library, works={**library.works, uri: replace(work, original=page)})
    assert make_version(corrected, DIGEST, {}).date == "2031-05-03"


def test_site_without_works_has_a_version(publication: Publication) -> None:
    empty = replace(publication.library, works={})
    assert str(make_version(empty, DIGEST, {})) == "1980-01-01-01234567"


def test_epoch_of_the_builder_is_taken(publication: Publication) -> None:
    version = make_version(publication.library, DIGEST, {"SOURCE_DATE_EPOCH": "1735689599"})
    assert (version.date, version.timestamp) == ("2024-12-31", 1735689599)


@pytest.mark.parametrize("epoch", ["", "yesterday", "1.5", "9" * 30, "-1", "0"])
def test_epoch_that_is_none_is_refused(publication: Publication, epoch: str) -> None:
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        make_version(publication.library, DIGEST, {"SOURCE_DATE_EPOCH": epoch})


def test_file_names_tell_languages_versions_and_parts_apart(publication: Publication) -> None:
    languages = publication.languages
    version = str(publication.version)
    assert publication.file_name(languages, "zip") == f"lanpya-all-{version}.zip"
    assert publication.file_name(languages[1:], "html", "essentials") == (
        f"lanpya-my-essentials-{version}.html"
    )


def test_file_name_of_a_site_in_other_letters_is_plain(publication: Publication) -> None:
    configuration = replace(publication.configuration, site_names={"en": "လမ်းပြ", "my": "x"})
    renamed = replace(publication, configuration=configuration)
    assert renamed.file_name(renamed.languages[:1], "zip").startswith("site-en-")
