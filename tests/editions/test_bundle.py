"""dist/: whole or not at all."""

import errno
import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import pytest

from lanpya.editions.bundle import bundle, order_jobs, plan_jobs
from lanpya.editions.edition import Edition, Format, Shelf
from lanpya.editions.formats import FORMATS, choose_formats
from lanpya.editions.publication import Publication
from lanpya.editions.site_zip import SITE_ZIP
from lanpya.editions.verify_page import VERIFY
from lanpya.findings import SiteError, UsageError
from lanpya.model import Language
from tests.conftest import REPOSITORY
from tests.editions.keys import make_key, render_key
from tests.site.repository import read_tree

ZIP_BUDGET = 400_000  # bytes, of this repository's five works in two languages


def write_two(publication: Publication, languages: Sequence[Language], shelf: Shelf) -> None:
    shelf.write(publication.file_name(languages, "txt"), "စာ\n")
    shelf.path(f"deep/{languages[0].tag}/b.bin").write_bytes(b"\r\n")


def fill_the_disk(publication: Publication, languages: Sequence[Language], shelf: Shelf) -> None:
    shelf.write("half", b"x")
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def fill_the_memory(publication: Publication, languages: Sequence[Language], shelf: Shelf) -> None:
    raise MemoryError


def kill_the_process(publication: Publication, languages: Sequence[Language], shelf: Shelf) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def make(publication: Publication, target: Path, *formats: Format) -> list[Edition]:
    return bundle(publication, plan_jobs(formats, publication.languages), target)


def test_editions_are_made_per_language_or_for_all(
    publication: Publication, tmp_path: Path
) -> None:
    each, together = Format("two", write_two), SITE_ZIP
    editions = make(publication, tmp_path / "dist", each, together)
    version = publication.version
    assert editions == sorted(
        [
            Edition("deep/en/b.bin", "two", "en"),
            Edition("deep/my/b.bin", "two", "my"),
            Edition(f"lanpya-all-{version}.zip", "zip", None),
            Edition(f"lanpya-en-{version}.txt", "two", "en"),
            Edition(f"lanpya-my-{version}.txt", "two", "my"),
        ]
    )
    tree = read_tree(tmp_path / "dist")
    assert tree.keys() - {one.path for one in editions} == {
        "manifest.json",
        "SHA256SUMS",
        "downloads.html",
        "downloads.my.html",
        f"lanpya-all-{version}.torrent",
        f"lanpya-all-{version}.magnet.txt",
    }
    assert tree[f"lanpya-my-{version}.txt"] == "စာ\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_zip_is_the_site_byte_for_byte_and_small(publication: Publication, tmp_path: Path) -> None:
    [edition] = make(publication, tmp_path / "dist", SITE_ZIP)
    assert (tmp_path / "dist" / edition.path).stat().st_size <= ZIP_BUDGET
    with zipfile.ZipFile(tmp_path / "dist" / edition.path) as archive:
        archive.extractall(tmp_path / "copy")
    assert read_tree(tmp_path / "copy") == read_tree(publication.site.folder)


def test_manifest_says_what_every_file_is(publication: Publication, tmp_path: Path) -> None:
    make(publication, tmp_path / "dist", Format("two", write_two), SITE_ZIP)
    tree = read_tree(tmp_path / "dist")
    for suffix in ("torrent", "magnet.txt"):  # made of all that is listed
        del tree[publication.file_name(publication.languages, suffix)]
    sums = tree.pop("SHA256SUMS").decode().splitlines()
    assert sums == [f"{sha256(data).hexdigest()}  {path}" for path, data in sorted(tree.items())]
    manifest = json.loads(tree.pop("manifest.json"))
    assert manifest["version"] == str(publication.version)
    assert manifest["date"] == publication.version.date
    for key, files in (("editions", tree), ("site", read_tree(publication.site.folder))):
        assert {(one["path"], one["size"], one["sha256"]) for one in manifest[key]} == {
            (path, len(data), sha256(data).hexdigest()) for path, data in files.items()
        }
    kinds = {one["path"]: (one["edition"], one["language"]) for one in manifest["editions"]}
    assert kinds["deep/my/b.bin"] == ("two", "my")
    assert kinds[f"lanpya-all-{publication.version}.zip"] == ("zip", None)


def test_second_run_leaves_the_same_bytes_and_nothing_of_the_first(
    publication: Publication, tmp_path: Path
) -> None:
    make(publication, tmp_path / "dist", SITE_ZIP)
    first = read_tree(tmp_path / "dist")
    make(publication, tmp_path / "dist", Format("two", write_two))
    assert not any(path.endswith(".zip") for path in read_tree(tmp_path / "dist"))
    make(publication, tmp_path / "dist", SITE_ZIP)
    assert read_tree(tmp_path / "dist") == first
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


@pytest.mark.parametrize(
    ("write", "said"), [(fill_the_disk, "No space left"), (fill_the_memory, "memory")]
)
def test_failure_leaves_what_was_there(
    publication: Publication, tmp_path: Path, write: object, said: str
) -> None:
    make(publication, tmp_path / "dist", SITE_ZIP)
    before = read_tree(tmp_path)
    with pytest.raises(SiteError, match=f"{said}.*untouched"):
        make(publication, tmp_path / "dist", SITE_ZIP, Format("bad", write))  # type: ignore[arg-type]
    assert read_tree(tmp_path) == before


def test_many_processes_make_the_same_bytes(
    publication: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    each = Format("two", write_two)
    make(publication, tmp_path / "one", each, SITE_ZIP)
    monkeypatch.setattr("lanpya.editions.bundle.MANY_FILES", 0)
    monkeypatch.setattr("lanpya.editions.bundle._processors", lambda: 2)
    seen: list[str] = []
    jobs = plan_jobs([each, SITE_ZIP], publication.languages)
    bundle(publication, jobs, tmp_path / "two", watch=lambda job: seen.append(job.title))
    assert read_tree(tmp_path / "two") == read_tree(tmp_path / "one")
    assert sorted(seen) == ["two en", "two my", "zip en my"]
    with pytest.raises(SiteError, match=r"memory.*untouched"):
        make(publication, tmp_path / "two", each, Format("bad", kill_the_process))
    assert read_tree(tmp_path / "two") == read_tree(tmp_path / "one")
    assert {path.name for path in tmp_path.iterdir()} == {"one", "two"}


def test_what_takes_longest_is_begun_first(publication: Publication) -> None:
    formats = (Format("quick", write_two), Format("slow", write_two, effort=9), VERIFY)
    jobs = plan_jobs(formats, publication.languages)
    assert {one.tag for one in publication.languages} == {"en", "my"}
    # A page in Burmese is more bytes than one in English.
    titles = [job.title for job in order_jobs(publication, jobs)]
    assert titles == ["slow my", "slow en", "verify en my", "quick my", "quick en"]


def test_folder_that_holds_something_else_is_never_replaced(
    publication: Publication, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/letter.txt").write_text("dear", encoding="utf-8")
    (tmp_path / "file").write_text("dear", encoding="utf-8")
    before = read_tree(tmp_path)
    for name in ("home", "file", "home/letter.txt"):
        with pytest.raises(SiteError):
            make(publication, tmp_path / name, SITE_ZIP)
    assert read_tree(tmp_path) == before


def test_shelf_refuses_a_name_twice_and_a_place_elsewhere(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "dist", "x", ())
    shelf.write("a", "1")
    for name in ("a", "/tmp/b"):
        with pytest.raises(AssertionError):
            shelf.write(name, "2")


def test_formats_are_chosen_by_name() -> None:
    assert choose_formats([]) == FORMATS
    assert choose_formats(["zip", "zip"]) == (SITE_ZIP,)
    assert len({format_.name for format_ in FORMATS}) == len(FORMATS)
    with pytest.raises(UsageError, match="zap is no format"):
        choose_formats(["zip", "zap"])


def run(*arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "lanpya.cli.main", "bundle", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def test_command_line_makes_the_editions(site_dir: Path, tmp_path: Path) -> None:
    where = ("--config", REPOSITORY / "mkdocs.yml", "--site", site_dir, "--to", tmp_path / "d")
    done = run("zip", *where)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [str(path) for path in (tmp_path / "d").glob("*.zip")]
    assert "UNSIGNED" in done.stderr
    assert run("zap", *where).returncode == 2
    nowhere = (*where[:2], "--site", tmp_path / "nowhere", "--to", tmp_path / "e")
    done = run("zip", *nowhere)
    assert done.returncode == 1
    assert "build the site first" in done.stderr
    assert not (tmp_path / "e").exists()


def test_command_line_signs_and_fails_before_it_makes_anything(
    site_dir: Path, tmp_path: Path
) -> None:
    where = ("--config", REPOSITORY / "mkdocs.yml", "--site", site_dir, "--to", tmp_path / "d")
    (tmp_path / "a.key").write_text(render_key(make_key(3)), encoding="utf-8")
    (tmp_path / "bad.key").write_text(render_key(make_key(3))[:-9], encoding="utf-8")
    done = run("zip", *where, "--sign", tmp_path / "bad.key")
    assert done.returncode == 2
    assert "bad.key" in done.stderr
    assert not (tmp_path / "d").exists()
    done = run("zip", *where, "--sign", tmp_path / "a.key")
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.suffix for path in (tmp_path / "d").iterdir()} >= {".minisig", ".zip"}


def test_site_is_never_taken_for_the_place_of_the_editions(site_dir: Path) -> None:
    where = ("--config", REPOSITORY / "mkdocs.yml", "--site", site_dir, "--to", site_dir)
    before = read_tree(site_dir)
    assert run("zip", *where).returncode == 2
    assert read_tree(site_dir) == before


def test_killed_run_leaves_what_was_there_and_the_next_one_cleans_up(
    publication: Publication, tmp_path: Path
) -> None:
    make(publication, tmp_path / "dist", SITE_ZIP)
    before = read_tree(tmp_path / "dist")
    arguments = (publication, tmp_path / "dist", Format("bad", kill_the_process))
    process = get_context("spawn").Process(target=make, args=arguments)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert read_tree(tmp_path / "dist") == before
    assert len(list(tmp_path.iterdir())) == 2
    make(publication, tmp_path / "dist", SITE_ZIP)
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]
