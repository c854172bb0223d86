"""Whether a copy is what was signed, file by file."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from lanpya.editions.bundle import bundle, plan_jobs
from lanpya.editions.edition import Format, Shelf
from lanpya.editions.outcomes import State
from lanpya.editions.publication import Publication
from lanpya.editions.site_zip import SITE_ZIP
from lanpya.editions.verification import verify
from lanpya.findings import SiteError, UsageError
from lanpya.model import Language
from tests.editions.keys import make_key

KEY = make_key(1)
OTHER = make_key(2)


def write_notes(publication: Publication, languages: Sequence[Language], shelf: Shelf) -> None:
    for language in languages:
        shelf.write(f"notes/{language.tag}/a.txt", f"note {language.tag}")
        shelf.write(f"{language.tag}.txt", f"top {language.tag}")


@pytest.fixture(scope="module")
def made(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Signed editions. To be read only."""
    jobs = plan_jobs([SITE_ZIP, Format("notes", write_notes)], publication.languages)
    target = tmp_path_factory.mktemp("made") / "dist"
    bundle(publication, jobs, target, KEY)
    return target


@pytest.fixture
def dist(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "dist"))


@pytest.fixture
def site(publication: Publication, tmp_path: Path) -> Path:
    """The site, unpacked."""
    return Path(shutil.copytree(publication.site.folder, tmp_path / "site"))


def found(path: Path, key: object = KEY.public, manifest: Path | None = None) -> dict[str, str]:
    verification = verify(path, key, manifest)  # type: ignore[arg-type]
    outcomes = {outcome.path: str(outcome.state) for outcome in verification.outcomes}
    assert verification.is_good == (set(outcomes.values()) <= {"good", "left over"})
    return outcomes


def test_editions_are_good_as_they_were_made(dist: Path, publication: Publication) -> None:
    verification = verify(dist, KEY.public)
    assert verification.is_good
    assert verification.outcomes == ()
    assert verification.version == str(publication.version)
    assert verification.total == 8
    for path in dist.rglob("*"):
        if path.is_file() and path.suffix != ".minisig":
            assert found(path) == {str(path): "good"}


def test_one_changed_byte_anywhere_is_found_and_its_file_named(dist: Path) -> None:
    for path in sorted(dist.rglob("*")):
        if path.is_dir():
            continue
        data = path.read_bytes()
        step = max(1, len(data) // 12)
        for at in [*range(0, len(data), step), len(data) - 1]:
            path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
            outcomes = found(dist)
            name = path.relative_to(dist).as_posix()
            if name.startswith("manifest.json"):
                assert outcomes in (
                    {str(dist / "manifest.json"): "changed"},
                    {str(dist / "manifest.json"): "unknown key"},
                )
            elif ".torrent" in name or ".magnet" in name:
                assert outcomes.keys() == {name.removesuffix(".minisig")}
            elif name.endswith(".minisig"):
                assert outcomes.keys() == {name}
            else:
                assert outcomes.pop(name) == "changed"
                assert set(outcomes) <= {name + ".minisig"}
        path.write_bytes(data)
    assert found(dist) == {}


def test_missing_extra_and_renamed_files_are_named(dist: Path) -> None:
    (dist / "notes/en/a.txt").unlink()
    (dist / "notes/my/a.txt").rename(dist / "notes/my/b.txt")
    (dist / "notes/c.txt").write_text("new", encoding="utf-8")
    (dist / "en.txt.minisig").unlink()
    (dist / "d.minisig").write_text("new", encoding="utf-8")
    (dist / "d.torrent").write_text("new", encoding="utf-8")
    assert found(dist) == {
        "notes/en/a.txt": "missing",
        "notes/my/b.txt": "renamed",
        "notes/c.txt": "extra",
        "en.txt.minisig": "missing",
        "d.minisig": "extra",
        "d.torrent.minisig": "missing",
    }
    [renamed] = [one for one in verify(dist, KEY.public).outcomes if one.state is State.RENAMED]
    assert renamed.note == "it is notes/my/a.txt"


def test_two_files_that_changed_names_are_both_found(dist: Path) -> None:
    (dist / "en.txt").rename(dist / "x")
    (dist / "my.txt").rename(dist / "en.txt")
    (dist / "x").rename(dist / "my.txt")
    outcomes = found(dist)
    assert {outcomes["en.txt"], outcomes["my.txt"]} == {"changed"}


def test_key_of_another_is_unknown(dist: Path) -> None:
    assert found(dist, OTHER.public) == {str(dist / "manifest.json"): "unknown key"}
    assert found(dist / "en.txt", OTHER.public) == {str(dist / "en.txt"): "unknown key"}


def test_editions_of_another_key_are_not_good(dist: Path, publication: Publication) -> None:
    """Whoever forges everything has a key of their own."""
    jobs = plan_jobs([SITE_ZIP], publication.languages)
    bundle(publication, jobs, dist, OTHER)
    assert found(dist) == {str(dist / "manifest.json"): "unknown key"}


def test_unsigned_list_proves_nothing_where_a_key_is_asked_for(
    dist: Path, publication: Publication
) -> None:
    bundle(publication, plan_jobs([SITE_ZIP], publication.languages), dist)
    assert not list(dist.glob("*.minisig"))
    assert found(dist) == {str(dist / "manifest.json"): "can not tell"}
    assert found(dist, None) == {}
    next(dist.glob("*.zip")).write_bytes(b"x")
    assert set(found(dist, None).values()) == {"changed"}


def test_signature_of_another_file_is_no_signature(dist: Path) -> None:
    shutil.copy(dist / "my.txt.minisig", dist / "en.txt.minisig")
    assert found(dist) == {"en.txt.minisig": "changed"}


def test_genuine_file_under_another_name_says_what_it_was_signed_as(dist: Path) -> None:
    for suffix in ("", ".minisig"):
        (dist / f"en.txt{suffix}").rename(dist / f"my.txt{suffix}")
    [outcome] = verify(dist / "my.txt", KEY.public).outcomes
    assert (outcome.state, outcome.note[:26]) == (State.GOOD, "it was signed as en.txt 20")
    assert set(found(dist).values()) == {"missing", "changed"}


def test_copy_of_the_site_is_checked_against_the_manifest(dist: Path, site: Path) -> None:
    manifest = dist / "manifest.json"
    assert found(site, manifest=manifest) == {}
    with pytest.raises(SiteError, match="--manifest"):
        verify(site, KEY.public)
    page = site / "my/index.html"
    page.write_bytes(page.read_bytes().replace(b"<h1>", b"<h1 >", 1))
    (site / "about.html").unlink()
    (site / "my/about.html").unlink()
    (site / "my/about.html").symlink_to(site / "my/safety.html")
    (site / "tracker.js").write_text("", encoding="utf-8")
    assert found(site, manifest=manifest) == {
        "my/index.html": "changed",
        "about.html": "missing",
        "my/about.html": "changed",
        "tracker.js": "extra",
    }


def test_symbolic_links_among_editions_are_named_and_never_followed(
    dist: Path, tmp_path: Path
) -> None:
    (torrent,) = dist.glob("*.torrent")
    for name in ("my.txt.minisig", torrent.name):
        (dist / name).rename(tmp_path / name)
        (dist / name).symlink_to(tmp_path / name)
    (dist / "en.txt").unlink()
    (dist / "en.txt").symlink_to(tmp_path / "nowhere")
    (dist / "notes/en/a.txt").unlink()
    assert found(dist) == {
        "en.txt": "changed",
        "my.txt.minisig": "changed",
        torrent.name: "changed",
        "notes/en/a.txt": "missing",
    }


def test_list_that_was_put_into_a_copy_of_the_site_is_no_extra_file(dist: Path, site: Path) -> None:
    for name in ("manifest.json", "manifest.json.minisig"):
        shutil.copy(dist / name, site)
    assert found(site) == {}
    assert found(site / "my/articles/two-million-displaced.html") == {
        str(site / "my/articles/two-million-displaced.html"): "good"
    }


def test_copy_of_a_mirror_is_checked_with_its_editions(dist: Path, site: Path) -> None:
    shutil.copytree(dist, site / "downloads")
    assert found(site) == {}
    assert verify(site, KEY.public).parts == ("site", "editions")
    (site / "downloads/en.txt").write_text("x", encoding="utf-8")
    (site / "downloads/notes/my/a.txt").unlink()
    (site / "robots.txt").unlink()
    assert found(site) == {
        "downloads/en.txt": "changed",
        "downloads/en.txt.minisig": "changed",
        "downloads/notes/my/a.txt": "missing",
        "robots.txt": "missing",
    }


def test_mirror_of_the_editions_alone_says_that_it_is_no_more(dist: Path, tmp_path: Path) -> None:
    shutil.copytree(dist, tmp_path / "mirror/downloads")
    verification = verify(tmp_path / "mirror", KEY.public)
    assert (verification.is_good, verification.parts) == (True, ("editions",))


def test_file_that_no_list_knows_is_not_good(dist: Path, tmp_path: Path) -> None:
    stray = tmp_path / "stray.txt"
    stray.write_text("x", encoding="utf-8")
    with pytest.raises(SiteError, match="beside"):
        verify(stray, KEY.public)
    assert found(stray, manifest=dist / "manifest.json") == {str(stray): "can not tell"}
    stray.write_text("note my", encoding="utf-8")
    assert found(stray, manifest=dist / "manifest.json") == {str(stray): "good"}


def test_empty_folder_and_absent_path_are_not_good(dist: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert found(empty, manifest=dist / "manifest.json") == {str(empty): "can not tell"}
    with pytest.raises(UsageError, match="absent"):
        verify(tmp_path / "absent", KEY.public)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        '{"layout": 2, "version": "a", "date": "b", "editions": [], "site": []}',
        '{"layout": 1, "version": "a", "date": "b", "editions": [], "site": ['
        '{"path": "../x", "size": 1, "sha256": "' + "0" * 64 + '"}]}',
    ],
)
def test_list_that_can_not_be_read_is_not_believed(dist: Path, text: str) -> None:
    (dist / "manifest.json").write_text(text, encoding="utf-8")
    assert found(dist, None) == {str(dist / "manifest.json"): "can not tell"}


def test_zip_that_is_unpacked_is_good(dist: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next(dist.glob("*.zip"))) as archive:
        archive.extractall(tmp_path / "unpacked")
    assert found(tmp_path / "unpacked", manifest=dist / "manifest.json") == {}
    assert verify(tmp_path / "unpacked", KEY.public, dist / "manifest.json").parts == ("site",)


def run(*arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "lanpya.cli.main", "verify", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def test_command_line_says_the_verdict(dist: Path) -> None:
    done = run(dist, "--key", KEY.public)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"good: {dist}, editions, 8 files of ")
    assert f"signed by {KEY.public.shown_id}" in done.stdout
    (dist / "en.txt").unlink()
    done = run(dist, "--key", KEY.public)
    assert done.returncode == 1
    assert done.stdout == f"missing: en.txt\nNOT GOOD: {dist}\n"
    done = run(dist / "my.txt", "--unsigned")
    assert done.returncode == 0
    assert "not checked against any key" in done.stderr
    assert run(dist).returncode == 2
    assert run(dist, "--key", "RW").returncode == 2
