"""`make bench BENCH="--editions"`: how long each edition of a made site takes, and what it weighs.

Every format is made by itself, one after the other, and then all of them as `lanpya bundle`
makes them. Seconds of processors hold where a machine is shared; those of the clock do not.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lanpya.content.configuration import read_configuration
from lanpya.editions.bundle import Job, plan_jobs
from lanpya.editions.edition import Shelf
from lanpya.editions.formats import FORMATS
from lanpya.editions.publication import Publication, read_publication
from tests.site.repository import REPOSITORY

EVERYTHING = "lanpya bundle"
MEGABYTE = 1e6
HEAD = "| edition | processor, s | clock, s | files | MB |\n|---|--:|--:|--:|--:|"


@dataclass(frozen=True)
class Cost:
    """What was made, in seconds and bytes."""

    name: str
    processor: float
    clock: float
    files: int
    size: int

    def __str__(self) -> str:
        seconds = f"{self.processor:.1f} | {self.clock:.1f}"
        return f"| {self.name} | {seconds} | {self.files:,} | {self.size / MEGABYTE:.1f} |"


def bench_editions(config: Path, folder: Path) -> Iterator[str]:
    """The lines of the table, each as soon as it is known. folder: an empty one.

    config: of a repository whose site is built. Raises CalledProcessError.
    """
    yield HEAD
    publication = read_publication(read_configuration(config))
    for number, job in enumerate(plan_jobs(FORMATS, publication.languages)):
        yield str(measure(job, publication, folder / str(number)))
    command = [sys.executable, "-m", "lanpya.cli.main", "bundle"]
    target = folder / "dist"
    yield str(
        _measure(
            EVERYTHING,
            target,
            lambda: _run([*command, "--config", str(config), "--to", str(target)]),
            resource.RUSAGE_CHILDREN,
        )
    )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield f"\nThe largest process of `{EVERYTHING}` took {peak:.0f} MB of memory."


def measure(job: Job, publication: Publication, folder: Path) -> Cost:
    """Make the editions of a job in an empty folder, in this process."""
    shelf = Shelf(folder, job.format.name, job.languages)
    return _measure(
        job.title,
        folder,
        lambda: job.format.write(publication, job.languages, shelf),
        resource.RUSAGE_SELF,
    )


def _measure(name: str, folder: Path, make: Callable[[], object], whose: int) -> Cost:
    processor, clock = _processor_seconds(whose), time.perf_counter()
    make()
    processor, clock = _processor_seconds(whose) - processor, time.perf_counter() - clock
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Cost(name, processor, clock, len(sizes), sum(sizes))


def _processor_seconds(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, cwd=REPOSITORY)
