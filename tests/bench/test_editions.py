"""The bench of editions counts what was made."""

from collections.abc import Sequence
from pathlib import Path

from lanpya.content.configuration import read_configuration
from lanpya.editions.bundle import Job
from lanpya.editions.edition import Format, Shelf
from lanpya.editions.publication import Publication, read_publication
from lanpya.model import Language
from tests.bench.editions import Cost, measure
from tests.site.repository import REPOSITORY


def write_slowly(publication: Publication, languages: Sequence[Language], shelf: Shelf) -> None:
    for language in languages:
        shelf.write(f"deep/{language.tag}.txt", b"x" * sum(range(1_000_000)).bit_length())


def test_cost_of_a_job_is_its_own(site_dir: Path, tmp_path: Path) -> None:
    publication = read_publication(read_configuration(REPOSITORY / "mkdocs.yml"), site_dir, {})
    job = Job(Format("slow", write_slowly), publication.languages)
    cost = measure(job, publication, tmp_path / "0")
    assert (cost.name, cost.files, cost.size) == ("slow en my", 2, 78)
    assert 0 < cost.processor < 60
    assert 0 < cost.clock < 60


def test_cost_is_a_row_of_the_table() -> None:
    assert str(Cost("zim my", 12.34, 5.67, 1000, 2_340_000)) == (
        "| zim my | 12.3 | 5.7 | 1,000 | 2.3 |"
    )
