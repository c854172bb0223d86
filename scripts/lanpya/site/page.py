"""A page as mkdocs builds it: its text from the library, its rendering from `contents`.

mkdocs lets a plugin give a file a Page of its own, so that plain `mkdocs build` and
`lanpya build` go the same way.
"""

import logging
import posixpath
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from lanpya.content.pictures import PictureError, read_picture
from lanpya.site.addresses import relative_url
from lanpya.site.contents import Content, Renderer
from lanpya.site.plan import PlannedPage

# A child of mkdocs' own logger: strict mode counts the warnings of no other.
log = logging.getLogger("mkdocs.plugins.lanpya")
# A path, then a query or an anchor that goes along with it as it is.
TARGET_RE = re.compile(r"([^?#]*)([?#]?)(.*)", re.DOTALL)


class SitePage(Page):
    """A planned page.

    urls: every page's address from the root of the site, by path below docs/.
    on_render: told of the content of every page that has a text.
    """

    def __init__(
        self,
        planned: PlannedPage,
        file: File,
        config: MkDocsConfig,
        renderer: Renderer,
        urls: Mapping[str, str],
        on_render: Callable[[PlannedPage, Content], None],
    ) -> None:
        self.planned = planned
        self.rendered: Content | None = None
        self._renderer = renderer
        self._urls = urls
        self._on_render = on_render
        super().__init__(planned.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the text from the library, which has read and judged it already.

        mkdocs' own front matter is left empty but for the template: it would let a page
        choose one (`redirect.html`) and put its values into HTML as they are.
        """
        self.markdown = self.planned.page.body if self.planned.page else ""
        self.meta = {"title": self.planned.title, "template": f"{self.planned.kind}.html"}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Fill in the content, for mkdocs and for the templates."""
        self.content = ""
        self.toc = get_toc([])
        self.present_anchor_ids = set()
        if self.planned.page is None:
            return
        self.rendered = self._renderer.render(
            self.markdown or "",
            lambda target: self._resolve(target, files),
            lambda target: self._measure(target, files),
        )
        self.content = self.rendered.html
        self.present_anchor_ids = set(self.rendered.anchors)
        self._on_render(self.planned, self.rendered)

    def _resolve(self, target: str, files: Files) -> str | None:
        """From a path between source files to one between pages; a warning where none is there.

        Anchors are the checker's affair: it knows the line, and that a fallback has the
        anchors of its original.
        """
        source, mark, rest = self._source(target)
        file = files.get_file_from_path(source)
        url = self._urls.get(source) or (file.url if file else None)
        if url is None:
            log.warning("'%s' links to '%s', which is not there.", self.file.src_uri, target)
            return None
        address = relative_url(url, self.file.url)
        # An entry of a list is one place, and has no anchors of its own.
        return address if "#" in address else address + mark + rest

    def _measure(self, target: str, files: Files) -> tuple[int, int] | None:
        """Width and height of a picture of docs/."""
        file = files.get_file_from_path(self._source(target)[0])
        if file is None or file.abs_src_path is None:
            return None
        source = Path(file.abs_src_path)
        return picture_size(source, source.stat().st_mtime_ns) if source.is_file() else None

    def _source(self, target: str) -> tuple[str, str, str]:
        """(what a target means as a path from docs/ on, the mark behind it, what follows that)."""
        path, mark, rest = TARGET_RE.fullmatch(target).groups()  # type: ignore[union-attr]
        folder = posixpath.dirname(self.file.src_uri)
        return posixpath.normpath(posixpath.join(folder, unquote(path))), mark, rest


@lru_cache(maxsize=1000)
def picture_size(path: Path, _changed: int) -> tuple[int, int] | None:
    """Width and height of a picture file that was changed at a time, or None."""
    try:
        picture = read_picture(path.read_bytes())
    except (OSError, PictureError):
        return None
    return picture.width, picture.height
