"""`lanpya receive FILE`: what came without an account, on a branch that names nobody."""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lanpya.checks.run import check_reading
from lanpya.cli.arguments import add_config_argument, add_lang_argument
from lanpya.content.configuration import Configuration, read_configuration
from lanpya.content.library import start_reading
from lanpya.findings import SiteError, message_languages, render_text
from lanpya.receive.branch import Repository, export, leave_branch, list_files, open_repository
from lanpya.receive.limits import RefusedError
from lanpya.receive.notices import Notice, word_notice
from lanpya.receive.pages import Pages, Place, as_bytes, make_pages
from lanpya.receive.quarantine import read_parcel

PAGE_RE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")


def add_parser(subparsers: Any) -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "receive",
        help="put what somebody sent on a branch that names nobody",
        description="Open a zip, .eml, .docx or .txt in a process of its own, without a network; "
        "leave its pages, checked, on a branch whose commit names nobody. The file itself "
        "stays where it is.",
        epilog="exit status: 0 nothing to mend, 1 findings or refused, 2 wrong usage",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="what was sent")
    add_config_argument(parser)
    parser.add_argument(
        "--page", type=_page, metavar="PAGE", help="which page it is, as articles/name"
    )
    parser.add_argument("--language", metavar="TAG", help="the language of the text (en, my)")
    add_lang_argument(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Receive. The branch's name goes to stdout, everything else to stderr."""
    languages: Sequence[str] = args.lang or message_languages()
    try:
        configuration = read_configuration(args.config)
        repository = open_repository(configuration.root)
        return _receive(args, configuration, repository, languages)
    except RefusedError as refused:
        _tell([Notice(refused.code, refused.values)], languages)
        return 1
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()
        raise SiteError(f"git {error.cmd[-1]}: {said}") from None


def _receive(
    args: argparse.Namespace,
    configuration: Configuration,
    repository: Repository,
    languages: Sequence[str],
) -> int:
    root = repository.root.resolve()
    if not configuration.docs_dir.resolve().is_relative_to(root):
        raise RefusedError("no-repository")
    docs = configuration.docs_dir.resolve().relative_to(root).as_posix()
    tags = tuple(language.tag for language in configuration.languages)
    place = Place(tags, list_files(repository, docs), args.page, args.language)
    pages = make_pages(read_parcel(args.file), place)
    _tell(pages.notices, languages)
    findings = _check(pages, configuration, repository, docs, languages)
    files = {f"{docs}/{path}": content for path, content in as_bytes(pages).items()}
    branch = leave_branch(repository, files, datetime.now(UTC).date())
    told = [Notice("file", {"path": path}) for path in files]
    code = "branch" if branch.is_new else "branch-there"
    _tell([*told, Notice(code, {"name": branch.name}), Notice("keep-original")], languages)
    print(branch.name)
    return 1 if findings else 0


def _check(
    pages: Pages,
    configuration: Configuration,
    repository: Repository,
    docs: str,
    languages: Sequence[str],
) -> int:
    """Look over the pages as the branch has them; how many findings there are."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        export(repository, root)
        for path, content in as_bytes(pages).items():
            target = root / docs / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        config = configuration.path.relative_to(repository.root.resolve())
        exported = read_configuration(root / config)
        wanted = {exported.shown(root / docs / path) for path in as_bytes(pages)}
        findings = check_reading(exported, start_reading(exported), wanted.__contains__)
        if findings:
            print(render_text(findings, exported.root, languages), file=sys.stderr)
    return len(findings)


def _tell(notices: Iterable[Notice], languages: Sequence[str]) -> None:
    for notice in notices:
        for language in languages:
            print(word_notice(notice, language), file=sys.stderr)


def _page(text: str) -> str:
    if not PAGE_RE.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no page; write articles/name")
    return text
