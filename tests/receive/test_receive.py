"""`lanpya receive`, from what was sent to the site: nothing of its sender in git or in site/."""

import re
import string
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import lanpya
from lanpya.cli.main import main
from lanpya.findings import message_languages, read_messages
from tests.conftest import build_site
from tests.content.photographs import photograph
from tests.content.sites import sound_files, write_files
from tests.receive.parcels import BINARY_SECRETS, SECRETS, TITLE, document, letter, zipped
from tests.site.repository import write_repository
from tests.site.search_reader import IndexFound

EDITOR = "Editor Name"
PAGE = """---
title: "Aid"
description: "What came."
published: "2023-11-17"
source: {publisher: "Paper"}
rights: {mode: summary, license: LicenseRef-Unknown}
about: [aid]
author: "Ko Secret"
credit: ["Thiri"]
---
<!-- Ko Secret -->
Lorries came.

![Lorries on a road](../../assets/images/IMG_20240206_1037.jpg)
"""
PARCEL: dict[str, str | bytes] = {
    "from-ko/docs/en/articles/hills.md": PAGE,
    "from-ko/docs/assets/images/IMG_20240206_1037.jpg": photograph(),
    "from-ko/notes.pdf": b"%PDF-1.7 /Author (Ko Secret)",
}


def git(root: Path, *arguments: str) -> bytes:
    done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    return done.stdout


def commit_all(root: Path) -> Path:
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "config", "user.name", EDITOR)
    git(root, "config", "user.email", "editor@lanpya.example")
    git(root, "config", "commit.gpgSign", "true")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--no-gpg-sign", "--message", "base")
    return root


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return commit_all(write_files(tmp_path / "repository", sound_files()))


@pytest.fixture
def receive(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    def run(name: str, data: bytes, *options: str) -> tuple[int, str, str]:
        path = repository.parent / name
        path.write_bytes(data)
        status = main(["receive", str(path), "--config", str(repository / "mkdocs.yml"), *options])
        said = capsys.readouterr()
        return status, said.out.strip(), said.err

    return run


def assert_no_secrets(data: bytes) -> None:
    assert not [secret for secret in SECRETS if secret.encode() in data]
    assert not [secret for secret in BINARY_SECRETS if secret in data]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ko-secret.docx", document()),
        ("ko-secret.eml", letter(attached={"IMG_20240206_1037.jpg": photograph()})),
        ("ko-secret.zip", zipped({**PARCEL, "more/IMG_20240206_1037.docx": document()})),
        ("ko-secret.txt", f"{TITLE}\n\nBy Ko Secret\n\n{'Aid came to the hills. ' * 20}".encode()),
    ],
)
def test_nothing_of_the_sender_is_in_git(
    name: str, data: bytes, repository: Path, receive: Callable[..., tuple[int, str, str]]
) -> None:
    before = git(repository, "status", "--porcelain"), git(repository, "rev-parse", "HEAD")
    _, branch, _ = receive(name, data)
    assert (
        git(repository, "status", "--porcelain"),
        git(repository, "rev-parse", "HEAD"),
    ) == before
    assert_no_secrets(git(repository, "cat-file", "--batch-all-objects", "--batch", "--unordered"))
    for file in (repository / ".git").rglob("*"):
        if file.is_file():
            assert_no_secrets(file.read_bytes())
    commit = git(repository, "cat-file", "commit", branch).decode()
    assert EDITOR not in commit
    assert (
        re.findall(r"^(?:author|committer) (.*) \d+ (\S+)$", commit, re.MULTILINE)
        == [("Lanpya <received@lanpya.invalid>", "+0000")] * 2
    )
    when = git(repository, "log", "-1", "--format=%ad", "--date=format:%d %H:%M:%S", branch)
    assert when.decode().split() == ["01", "00:00:00"]
    log = repository / ".git/logs/refs/heads" / branch
    assert not log.exists() or EDITOR not in log.read_text(encoding="utf-8")


def test_branch_holds_the_base_and_what_was_sent(
    repository: Path, receive: Callable[..., tuple[int, str, str]]
) -> None:
    status, branch, said = receive("a.zip", zipped(PARCEL))
    assert status == 0, said
    changed = git(repository, "diff", "--name-status", "main", branch).decode().split()
    assert changed == ["A", "docs/assets/images/hills-1.webp", "A", "docs/en/articles/hills.md"]
    page = git(repository, "show", f"{branch}:docs/en/articles/hills.md").decode()
    assert "credit:\n- Thiri\n" in page
    assert "hills-1.webp" in page


def test_same_parcel_gives_the_same_branch(receive: Callable[..., tuple[int, str, str]]) -> None:
    _, first, _ = receive("a.zip", zipped(PARCEL))
    _, second, said = receive("b.zip", zipped(PARCEL), "--lang", "en")
    assert first == second
    assert "was there already" in said


def test_findings_are_told_and_the_branch_is_left(
    receive: Callable[..., tuple[int, str, str]], repository: Path
) -> None:
    status, branch, said = receive("a.docx", document(), "--lang", "en")
    assert status == 1
    path = "docs/en/articles/aid-reaches-the-hills.md"
    assert f"{path}:8:3: front-matter-value 'rights.mode'" in said
    assert git(repository, "show", f"{branch}:{path}")


def test_hooks_of_the_editor_do_not_run(
    repository: Path, receive: Callable[..., tuple[int, str, str]]
) -> None:
    for name in ("reference-transaction", "pre-commit", "commit-msg", "post-commit"):
        hook = repository / ".git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {repository}/ran\n", encoding="utf-8")
        hook.chmod(0o755)
    receive("a.zip", zipped(PARCEL))
    assert not (repository / "ran").exists()


def test_refusal_is_told_in_both_languages_and_leaves_nothing(
    repository: Path, receive: Callable[..., tuple[int, str, str]]
) -> None:
    status, branch, said = receive("a.zip", zipped({"a.txt": b"x" * 20_000_000}))
    assert (status, branch) == (1, "")
    assert "as in a trap" in said
    assert "ထောင်ချောက်" in said
    assert git(repository, "branch", "--list").decode().split() == ["*", "main"]


def test_folder_that_is_no_repository_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_files(tmp_path / "plain", sound_files())
    (tmp_path / "a.txt").write_text("Text.", encoding="utf-8")
    config = str(root / "mkdocs.yml")
    assert main(["receive", str(tmp_path / "a.txt"), "--config", config, "--lang", "en"]) == 1
    assert "no git repository" in capsys.readouterr().err


def searchable(site: Path) -> str:
    """All that the search index says in English, its words as whole as they were."""
    scripts = (path for path in (site / "search").rglob("*.js"))
    files = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in scripts}
    english = IndexFound(files).language("en")
    rows = ("\t".join(row) for row in english.rows)
    return "\n".join([*rows, *(term.word for term in english.terms)])


def test_nothing_of_the_sender_is_in_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = commit_all(write_repository(tmp_path / "repository"))
    (tmp_path / "a.zip").write_bytes(zipped(PARCEL))
    status = main(["receive", str(tmp_path / "a.zip"), "--config", str(root / "mkdocs.yml")])
    said = capsys.readouterr()
    assert status == 0, said.err
    git(root, "switch", "--quiet", said.out.strip())
    build_site(root / "mkdocs.yml", tmp_path / "site")
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    page = (tmp_path / "site/articles/hills.html").read_text(encoding="utf-8")
    (image,) = re.findall(r"<img [^>]*>", page)
    assert 'alt="Lorries on a road"' in image
    assert 'width="300"' in image  # upright, though the camera lay on its side
    assert 'height="400"' in image
    assert "Text: Thiri" in page
    assert (tmp_path / "site/assets/images/hills-1.webp").is_file()
    found = searchable(tmp_path / "site")
    assert "Lorries" in found
    assert not re.search("secret|hidden|reviewer|phone", found, re.IGNORECASE)
    assert_no_secrets(found.encode())
    for path in files:
        assert_no_secrets(path.read_bytes())
        assert not [secret for secret in SECRETS if secret in path.name]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_messages_are_in_every_language_and_all_are_used() -> None:
    room = Path(lanpya.__file__).parent / "receive"
    sources = [*room.glob("*.py"), room.parent / "cli/receive.py"]
    source = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    english = read_messages("en")["receive"]
    for language in message_languages():
        messages = read_messages(language)["receive"]
        assert messages.keys() == english.keys()
        for code, text in messages.items():
            assert placeholders(str(text)) == placeholders(str(english[code])), code
    for code in english:
        assert f'"{code.removeprefix("left-out-")}"' in source, code
    for code in re.findall(r'(?:RefusedError|Notice)\(\s*"([a-z-]+)"', source):
        assert code in english, code
