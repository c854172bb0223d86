"""A branch of git whose commit names nobody: written beside the files that lie open.

Neither the working tree nor the index is touched, no hook runs, nothing is signed. Author
and committer are nobody, the time is the first of the month: who receives a parcel by mail
at 14:03 and commits it at 14:05 has told the world whose it was.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from lanpya.receive.limits import RefusedError

NOBODY, NOWHERE = "Lanpya", "received@lanpya.invalid"
SUBJECT = "content: pages that were received"
PREFIX = "received-"
FILE_MODE = "100644"
OPTIONS = ("core.hooksPath=/dev/null", "commit.gpgSign=false", "gc.auto=0", "core.autocrlf=false",
           "i18n.commitEncoding=utf-8")  # fmt: skip


@dataclass(frozen=True)
class Repository:
    """A git repository and the commit that a branch starts from."""

    root: Path
    base: str


@dataclass(frozen=True)
class Branch:
    """is_new: whether it was not there before, with the same files."""

    name: str
    commit: str
    is_new: bool


def open_repository(folder: Path) -> Repository:
    """The repository that a folder is in. Raises RefusedError where there is none."""
    try:
        root = Path(_git(folder, "rev-parse", "--show-toplevel"))
        return Repository(root, _git(folder, "rev-parse", "HEAD^{commit}"))
    except subprocess.CalledProcessError:
        raise RefusedError("no-repository") from None


def list_files(repository: Repository, below: str) -> frozenset[str]:
    """The files of the base below a folder, by path from it on."""
    listed = _git(repository.root, "ls-tree", "-r", "-z", "--name-only", repository.base, below)
    return frozenset(name.removeprefix(f"{below}/") for name in listed.split("\0") if name)


def export(repository: Repository, folder: Path) -> None:
    """Write the files of the base into an empty folder."""
    with _index(repository) as variables:
        prefix = f"--prefix={folder}{os.sep}"
        _git(repository.root, "checkout-index", "--all", "--quiet", prefix, variables=variables)


def leave_branch(repository: Repository, files: Mapping[str, bytes], today: date) -> Branch:
    """Commit files, by path from the root, onto the base. The same files give the same branch."""
    with _index(repository) as variables:
        for path, content in sorted(files.items()):
            blob = _git(repository.root, "hash-object", "-w", "--stdin", content=content)
            entry = f"{FILE_MODE},{blob},{path}"
            _git(repository.root, "update-index", "--add", "--cacheinfo", entry,
                 variables=variables)  # fmt: skip
        tree = _git(repository.root, "write-tree", variables=variables)
    month = datetime(today.year, today.month, 1, tzinfo=UTC)
    nobody = _nobody(month)
    commit = _git(
        repository.root,
        *("commit-tree", "--no-gpg-sign", "-p", repository.base, "-m", SUBJECT, tree),
        variables=nobody,
    )
    name = f"{PREFIX}{tree[:10]}"
    reference = f"refs/heads/{name}"
    if _has_branch(repository, reference):
        return Branch(name, _git(repository.root, "rev-parse", reference), is_new=False)
    _git(repository.root, "update-ref", reference, commit, "", variables=nobody)
    return Branch(name, commit, is_new=True)


def _has_branch(repository: Repository, reference: str) -> bool:
    return bool(_git(repository.root, "for-each-ref", reference))


def _nobody(when: datetime) -> Mapping[str, str]:
    stamp = f"{int(when.timestamp())} +0000"
    variables: dict[str, str] = {}
    for role in ("AUTHOR", "COMMITTER"):
        variables |= {
            f"GIT_{role}_NAME": NOBODY,
            f"GIT_{role}_EMAIL": NOWHERE,
            f"GIT_{role}_DATE": stamp,
        }
    return variables


@contextmanager
def _index(repository: Repository) -> Iterator[Mapping[str, str]]:
    """An index of its own with the files of the base, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        variables = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        _git(repository.root, "read-tree", repository.base, variables=variables)
        yield variables


def _git(
    folder: Path,
    *arguments: str,
    content: bytes = b"",
    variables: Mapping[str, str] | None = None,
) -> str:
    """What git says. Raises CalledProcessError where it fails, RefusedError where it is not."""
    git = shutil.which("git")
    if git is None:
        raise RefusedError("no-git")
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    options = [part for option in OPTIONS for part in ("-c", option)]
    done = subprocess.run(
        [git, "-C", str(folder), *options, *arguments],
        input=content,
        capture_output=True,
        env={**kept, **(variables or {})},
        check=True,
    )
    return done.stdout.decode("utf-8", "surrogateescape").rstrip("\n")
