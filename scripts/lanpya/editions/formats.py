"""Every format there is, in the order in which they are made and shown."""

from collections.abc import Sequence

from lanpya.editions.edition import Format
from lanpya.editions.epub import EPUB
from lanpya.editions.offprints import ARTICLE
from lanpya.editions.plain_text import PLAIN_TEXT
from lanpya.editions.print_sheets import PRINT
from lanpya.editions.single_page import PAGE
from lanpya.editions.site_zip import SITE_ZIP
from lanpya.editions.verify_page import VERIFY
from lanpya.editions.zim import ZIM
from lanpya.findings import UsageError

# What most readers can open comes first: they read on phones.
FORMATS: tuple[Format, ...] = (PAGE, EPUB, ZIM, SITE_ZIP, ARTICLE, PLAIN_TEXT, PRINT, VERIFY)


def choose_formats(names: Sequence[str]) -> tuple[Format, ...]:
    """The formats of these names; all, if none is named. Raises UsageError for an unknown one."""
    known = {format_.name for format_ in FORMATS}
    for name in names:
        if name not in known:
            raise UsageError(f"{name} is no format: choose among {', '.join(sorted(known))}.")
    return tuple(format_ for format_ in FORMATS if not names or format_.name in names)
