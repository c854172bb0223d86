"""Where a page is mended in a browser: the web editor of the host that keeps the files.

A host is known by the form of `edit_uri`, never by its name: who runs a forge of their own
has the same links. What the forges promise: GitHub and Forgejo fill in a new file's name and
text, GitLab its name alone.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, urlencode


@dataclass(frozen=True)
class Forge:
    """How a kind of host writes its addresses. edit: the start of `edit_uri`."""

    edit: str
    new: str
    name_key: str
    text_key: str | None


FORGES = (
    Forge("edit/", "new/", "filename", "value"),  # GitHub
    Forge("-/edit/", "-/new/", "file_name", None),  # GitLab
    Forge("_edit/", "_new/", "filename", "value"),  # Forgejo and Gitea
)


@dataclass(frozen=True)
class WebEditor:
    """repo_url, edit_uri: of mkdocs.yml. docs: the folder of the pages, as edit_uri ends."""

    repo_url: str
    edit_uri: str
    docs: str

    def edit_url(self, path: str) -> str | None:
        """Where a file of docs/ can be mended; None where the site does not say where it lives."""
        if not self.repo_url or not self.edit_uri:
            return None
        return f"{self._base}{self._folder}/{quote(path)}"

    def new_url(self, path: str, text: str) -> str | None:
        """Where a file that is missing in docs/ can be written, its first lines filled in."""
        forge = next((one for one in FORGES if self._folder.startswith(one.edit)), None)
        if not self.repo_url or forge is None:
            return None
        root = self._folder.removeprefix(forge.edit)
        if root.endswith(f"/{self.docs}"):  # a name that may hold folders, from the top
            root, path = root.removesuffix(f"/{self.docs}"), f"{self.docs}/{path}"
        values = {forge.name_key: path}
        if forge.text_key:
            values[forge.text_key] = text
        else:  # the folder in the address, and no more than a name in the form
            inner = PurePosixPath(path)
            root, values[forge.name_key] = f"{root}/{quote(str(inner.parent))}", inner.name
        return f"{self._base}{forge.new}{root}?{urlencode(values, quote_via=quote)}"

    @property
    def _base(self) -> str:
        return self.repo_url.rstrip("/") + "/"

    @property
    def _folder(self) -> str:
        return self.edit_uri.strip("/")


def translation_start(of: str) -> str:
    """The first lines of a translation. of: the tag of the original's language."""
    front_matter = f'title: ""\ndescription: ""\ntranslation: {{of: {of}, status: draft}}'
    return f"---\n{front_matter}\n---\n\n"
