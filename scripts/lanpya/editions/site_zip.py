"""The site in one zip, byte for byte as it is served: for a computer or a memory stick.

Once unpacked, it opens at index.html. There is deliberately no zip of a single language:
its links to the others would lead nowhere, and changing them would make another site, which
no list of hashes would know.
"""

from collections.abc import Sequence

from lanpya.editions.archive import make_zip
from lanpya.editions.edition import Format, Shelf
from lanpya.editions.publication import Publication
from lanpya.model import Language


def write_site_zip(publication: Publication, languages: Sequence[Language], shelf: Shelf) -> None:
    """All files of site/, below no folder of their own."""
    files = ((file.url, file.read_bytes()) for file in publication.site.files.values())
    shelf.write(publication.file_name(languages, "zip"), make_zip(files))


SITE_ZIP = Format("zip", write_site_zip, is_for_all=True, effort=2)
