"""dist/, made aside and swapped in at once.

It holds exactly the editions that were asked for, all of one version: what an earlier run
left there goes. Whatever goes wrong before the swap, the old dist/ stands there still.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import active_children, get_context
from pathlib import Path

from lanpya.editions.downloads import DOWNLOADS_PAGE, write_downloads
from lanpya.editions.edition import Edition, Format, Shelf
from lanpya.editions.formats import FORMATS
from lanpya.editions.manifest import MANIFEST, Manifest, UpdateEntry
from lanpya.editions.minisign import SecretKey
from lanpya.editions.news import NEWS, write_news
from lanpya.editions.publication import Publication
from lanpya.editions.seal import seal
from lanpya.editions.update import UPDATE, write_update
from lanpya.findings import SiteError
from lanpya.folders import folder_beside, open_to_readers, swap_in
from lanpya.model import Language

MANY_FILES = 1000  # in a site; below that, starting more processes takes longer than it saves
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


def order_jobs(publication: Publication, jobs: Sequence[Job]) -> list[Job]:
    """What takes longest first, so that at the end no processor waits for another."""

    def weigh(job: Job) -> int:
        pages = (page for one in job.languages for page in publication.site.pages[one.tag])
        return job.format.effort * sum(page.size for page in pages)

    return sorted(jobs, key=weigh, reverse=True)


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
    is to be made for. watch: called after each job. Raises SiteError, with the old folder
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
                updates.append(_write_update(publication, since, aside, editions))
            pages = _write_downloads(publication, aside, editions)
            seal(publication, [*editions, *pages], updates, aside, key)
            open_to_readers(aside)
            swap_in(aside, target)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise SiteError(f"{where}{error.strerror or error}. {UNTOUCHED}") from None
    except (MemoryError, BrokenProcessPool):  # a process that is killed, most likely for memory
        raise SiteError(f"There is not enough memory. {UNTOUCHED}") from None
    return sorted(editions)


def _run(
    publication: Publication, jobs: Sequence[Job], folder: Path, watch: Callable[[Job], None]
) -> Iterator[Edition]:
    workers = min(_processors(), len(jobs)) if len(publication.site.files) > MANY_FILES else 1
    if workers == 1:
        for job in jobs:
            yield from _make(publication, job, folder)
            watch(job)
        return
    with ProcessPoolExecutor(
        workers, get_context("spawn"), initializer=_begin, initargs=(publication,)
    ) as pool:
        try:
            ordered = order_jobs(publication, jobs)
            made = {pool.submit(_make_there, job, folder): job for job in ordered}
            for future in as_completed(made):
                yield from future.result()
                watch(made[future])
        except BaseException:
            # A pool of which one process was killed can wait for ever for one that it began since.
            for process in active_children():
                process.kill()
            raise


def _write_update(
    publication: Publication, since: Manifest, folder: Path, editions: list[Edition]
) -> UpdateEntry:
    """The update's zip, and a page of what is new in each language."""
    shelf = Shelf(folder, UPDATE, publication.languages)
    update = write_update(publication, since, shelf)
    editions += shelf.editions
    for language in publication.languages:
        shelf = Shelf(folder, NEWS, [language])
        write_news(publication, language, since, shelf)
        editions += shelf.editions
    return update


def _write_downloads(
    publication: Publication, folder: Path, editions: list[Edition]
) -> list[Edition]:
    """What the folder opens at. Processes finish in any order; readers get that of FORMATS."""
    order = {format_.name: number for number, format_ in enumerate(FORMATS)}
    editions = sorted(editions, key=lambda one: (order.get(one.format, len(order)), one))
    shelf = Shelf(folder, DOWNLOADS_PAGE, publication.languages)
    write_downloads(publication, editions, folder, shelf)
    return shelf.editions


def _make(publication: Publication, job: Job, folder: Path) -> list[Edition]:
    shelf = Shelf(folder, job.format.name, job.languages)
    job.format.write(publication, job.languages, shelf)
    return shelf.editions


_publications: list[Publication] = []  # of a worker process: the one that it works on


def _begin(publication: Publication) -> None:
    _publications.append(publication)


def _make_there(job: Job, folder: Path) -> list[Edition]:
    return _make(_publications[0], job, folder)


def _processors() -> int:
    """How many this process may use, which can be fewer than there are."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _refuse_to_replace(target: Path) -> None:
    """All that is in a folder goes when editions take its place, so it has to hold older ones."""
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    if not (target / MANIFEST).is_file() or (target / ".git").exists():
        raise SiteError(
            f"{target} holds more than editions, which would be lost: name another folder."
        )
