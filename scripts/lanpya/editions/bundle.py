"""dist/, made aside and swapped in at once.

It holds exactly the editions that were asked for, all of one version: what an earlier run
left there goes. Whatever goes wrong before the swap, the old dist/ stands there still.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lanpya.editions.edition import Edition, Format, Shelf
from lanpya.editions.manifest import MANIFEST, Manifest
from lanpya.editions.minisign import SecretKey
from lanpya.editions.publication import Publication
from lanpya.editions.seal import seal
from lanpya.editions.update import UPDATE, write_update
from lanpya.findings import SiteError
from lanpya.folders import folder_beside, open_to_readers, swap_in
from lanpya.model import Language

UNTOUCHED = "No edition was made; what was there before is untouched."


@dataclass(frozen=True)
class Job:
    """A format, and the languages that it is to be made for in one go."""

    format: Format
    languages: tuple[Language, ...]

    @property
    def title(self) -> str:
        """For the progress display."""
        return f"{self.format.name} {' '.join(language.tag for language in self.languages)}"


def plan_jobs(formats: Sequence[Format], languages: tuple[Language, ...]) -> list[Job]:
    """What there is to do."""
    return [
        Job(format_, group)
        for format_ in formats
        for group in ([languages] if format_.is_for_all else [(one,) for one in languages])
    ]


def bundle(
    publication: Publication,
    jobs: Sequence[Job],
    target: Path,
    key: SecretKey | None = None,
    since: Manifest | None = None,
    watch: Callable[[Job], None] = lambda _: None,
) -> list[Edition]:
    """Make the editions and put them in place as `target`. Returns them by path.

    key: signs them; without one they are unsigned. since: of the older copies that an update
    is to be made for. watch: called before each job. Raises SiteError, with the old folder
    untouched, where the disk or the memory does not suffice, or if something else stands there.
    """
    target = target.resolve()
    try:
        _refuse_to_replace(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        with folder_beside(target) as aside:
            editions = list(_run(publication, jobs, aside, watch))
            updates = []
            if since is not None:
                shelf = Shelf(aside, UPDATE, publication.languages)
                updates.append(write_update(publication, since, shelf))
                editions += shelf.editions
            seal(publication, editions, updates, aside, key)
            open_to_readers(aside)
            swap_in(aside, target)
    except OSError as error:
        raise SiteError(f"{error}. {UNTOUCHED}") from None
    except MemoryError:
        raise SiteError(f"There is not enough memory. {UNTOUCHED}") from None
    return sorted(editions)


def _run(
    publication: Publication, jobs: Sequence[Job], folder: Path, watch: Callable[[Job], None]
) -> Iterator[Edition]:
    for job in jobs:
        watch(job)
        shelf = Shelf(folder, job.format.name, job.languages)
        job.format.write(publication, job.languages, shelf)
        yield from shelf.editions


def _refuse_to_replace(target: Path) -> None:
    """All that is in a folder goes when editions take its place, so it has to hold older ones."""
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    if not (target / MANIFEST).is_file() or (target / ".git").exists():
        raise SiteError(
            f"{target} holds more than editions, which would be lost: name another folder."
        )
