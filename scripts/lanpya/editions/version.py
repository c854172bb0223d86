"""Which edition of the site this is: a date and a digest, both of what is published.

The clock is never asked, so that whoever builds the same commit gets the same bytes. The
date is SOURCE_DATE_EPOCH where it is set (reproducible-builds.org), and else the newest
date that the content itself bears: of a source or of a correction. The digest is that of
the built site, so that two sites with one version are one site.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from lanpya.findings import UsageError
from lanpya.model import Library
from lanpya.text.dates import parse_edtf

EPOCH = "SOURCE_DATE_EPOCH"
DIGITS = 8
FIRST_DAY = date(1980, 1, 1)  # a zip knows none before


@dataclass(frozen=True)
class Version:
    """time: in UTC, to the second. digest: of the site, in hexadecimal."""

    time: datetime
    digest: str

    @property
    def date(self) -> str:
        """The day: "2024-02-06"."""
        return self.time.date().isoformat()

    @property
    def timestamp(self) -> int:
        """Seconds since 1970, as SOURCE_DATE_EPOCH takes them."""
        return int(self.time.timestamp())

    def __str__(self) -> str:
        """What it is called: "2024-02-06-1f2e3d4c"."""
        return f"{self.date}-{self.digest[:DIGITS]}"


def make_version(library: Library, digest: str, environment: Mapping[str, str]) -> Version:
    """The version of a site. Raises UsageError for a SOURCE_DATE_EPOCH that is no number."""
    epoch = environment.get(EPOCH)
    if epoch is None:
        newest = max([FIRST_DAY, *_dates(library)])
        return Version(datetime(newest.year, newest.month, newest.day, tzinfo=UTC), digest)
    try:
        time = datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"{EPOCH} is {epoch!r}: it has to be seconds since 1970.") from None
    if time.date() < FIRST_DAY:
        raise UsageError(f"{EPOCH} is {epoch}: no date before 1980 can be kept in a zip.")
    return Version(time, digest)


def _dates(library: Library) -> Iterator[date]:
    for work in library.works.values():
        yield parse_edtf(work.published).first_day
        for page in work.pages.values():
            yield from (parse_edtf(correction.date).first_day for correction in page.corrections)
