"""An older copy and the update are the newer copy."""

import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from lanpya.content.configuration import read_configuration
from lanpya.editions.bundle import bundle, plan_jobs
from lanpya.editions.manifest import parse_manifest
from lanpya.editions.outcomes import State
from lanpya.editions.publication import Publication, read_publication
from lanpya.editions.site_zip import SITE_ZIP
from lanpya.editions.update import read_older_manifest
from lanpya.editions.verification import tidy, verify
from lanpya.findings import UsageError
from tests.conftest import build_site
from tests.editions.keys import make_key
from tests.site.repository import (
    read_tree,
    write_original,
    write_repository,
    write_translation,
)

KEY = make_key(1)


@dataclass(frozen=True)
class Release:
    """A version of a site: the site, and its editions."""

    publication: Publication
    dist: Path

    @property
    def manifest(self) -> Path:
        return self.dist / "manifest.json"


def publish(root: Path, since: Path | None = None) -> Release:
    build_site(root / "mkdocs.yml", root / "site")
    publication = read_publication(read_configuration(root / "mkdocs.yml"), None, {})
    older = read_older_manifest(since) if since else None
    jobs = plan_jobs([SITE_ZIP], publication.languages)
    bundle(publication, jobs, root / "dist", KEY, older)
    return Release(publication, root / "dist")


def remove(root: Path, name: str) -> None:
    for language in ("en", "my"):
        (root / f"docs/{language}/articles/{name}.md").unlink()


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> list[Release]:
    """Three versions, each with an update from the one before."""
    made: list[Release] = []
    root = tmp_path_factory.mktemp("releases")
    write_repository(root / "first", works=("a", "b", "c"), topics=("town",))
    made.append(publish(root / "first"))
    shutil.copytree(root / "first", root / "second", ignore=shutil.ignore_patterns("site", "dist"))
    page = root / "second/docs/my/articles/a.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nအသစ်။\n", encoding="utf-8")
    write_original(root / "second", "en", "d", published="2024-03-01")
    write_translation(root / "second", "my", "d", of="en")
    remove(root / "second", "b")
    made.append(publish(root / "second", made[0].manifest))
    shutil.copytree(root / "second", root / "third", ignore=shutil.ignore_patterns("site", "dist"))
    remove(root / "third", "c")
    made.append(publish(root / "third", made[1].manifest))
    return made


def pages_of(name: str, release: Release) -> set[str]:
    """Everything in a site that is of an article and of nothing else."""
    return {url for url in release.publication.site.files if url.endswith(f"articles/{name}.html")}


def unpack(archive: Path, folder: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)


def update_of(release: Release) -> Path:
    [path] = release.dist.glob("*-since-*.zip")
    return path


def whole_of(release: Release) -> Path:
    [path] = [path for path in release.dist.glob("*.zip") if "-since-" not in path.name]
    return path


def test_old_copy_with_the_update_is_the_new_copy(releases: list[Release], tmp_path: Path) -> None:
    old, new, _ = releases
    copy = tmp_path / "copy"
    unpack(whole_of(old), copy)
    assert not verify(copy, KEY.public, new.manifest).is_good
    unpack(update_of(new), copy)
    found = verify(copy, KEY.public, new.manifest)
    assert found.is_good
    assert found.version == str(new.publication.version)
    left = {one.path for one in found.outcomes}
    assert left == pages_of("b", old)
    assert {"articles/b.html", "my/articles/b.html"} <= left
    assert {one.state for one in found.outcomes} == {State.LEFT_OVER}
    assert all((copy / path).stat().st_size == 0 for path in left)
    tidy(copy, found)
    assert read_tree(copy) == read_tree(new.publication.site.folder)
    assert verify(copy, KEY.public, new.manifest).outcomes == ()


def test_updates_one_after_the_other_leave_nothing_unexplained(
    releases: list[Release], tmp_path: Path
) -> None:
    first, second, third = releases
    copy = tmp_path / "copy"
    for archive in (whole_of(first), update_of(second), update_of(third)):
        unpack(archive, copy)
    found = verify(copy, KEY.public, third.manifest)
    assert found.is_good
    assert {one.path for one in found.outcomes} >= {"articles/b.html", "articles/c.html"}
    tidy(copy, found)
    assert read_tree(copy) == read_tree(third.publication.site.folder)


def test_update_holds_what_differs_and_nothing_else(releases: list[Release]) -> None:
    old, new, _ = releases
    before = {file.url: file.sha256 for file in old.publication.site.files.values()}
    files = new.publication.site.files
    with zipfile.ZipFile(update_of(new)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    changed = {url for url, file in files.items() if before.get(url) != file.sha256}
    assert held.keys() == changed | pages_of("b", old)
    assert "assets/fonts/noto-sans-myanmar.woff2" not in held
    assert all(data == files[name].read_bytes() for name, data in held.items() if name in files)


def test_manifest_says_what_the_update_removes(releases: list[Release]) -> None:
    old, new, third = releases
    [update] = parse_manifest(new.manifest.read_bytes()).updates
    assert update.path == update_of(new).name
    assert update.since == str(releases[0].publication.version)
    assert update.removed == tuple(sorted(pages_of("b", old)))
    [later] = parse_manifest(third.manifest.read_bytes()).updates
    assert set(update.removed) < set(later.removed)
    listed = {one.path for one in parse_manifest(new.manifest.read_bytes()).editions}
    assert update.path in listed
    assert verify(new.dist, KEY.public).is_good


def test_what_an_update_emptied_has_to_be_empty(releases: list[Release], tmp_path: Path) -> None:
    old, new, _ = releases
    copy = tmp_path / "copy"
    for archive in (whole_of(old), update_of(new)):
        unpack(archive, copy)
    (copy / "articles/b.html").write_text("back again", encoding="utf-8")
    (copy / "empty.html").touch()
    found = verify(copy, KEY.public, new.manifest)
    states = {one.path: one.state for one in found.outcomes}
    assert not found.is_good
    assert states["articles/b.html"] is State.EXTRA
    assert states["empty.html"] is State.EXTRA


def test_text_of_an_article_has_a_digest_that_the_shell_does_not_change(
    releases: list[Release],
) -> None:
    """Article c got other related works; article a, in Burmese, got other words."""
    texts = []
    for release in releases[:2]:
        listed = parse_manifest(release.manifest.read_bytes()).site
        texts.append({one.path: one.text for one in listed if one.text})
    assert {path for path in texts[0] if texts[0][path] != texts[1].get(path, "")} == {
        "articles/b.html",
        "my/articles/a.html",
        "my/articles/b.html",
    }
    files = [release.publication.site.files["articles/c.html"] for release in releases[:2]]
    assert files[0].sha256 != files[1].sha256


def test_update_since_the_same_version_is_refused(releases: list[Release], tmp_path: Path) -> None:
    [release] = releases[:1]
    jobs = plan_jobs([SITE_ZIP], release.publication.languages)
    older = read_older_manifest(release.manifest)
    with pytest.raises(UsageError, match="Nothing has changed"):
        bundle(release.publication, jobs, tmp_path / "dist", None, older)
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_manifest_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    with pytest.raises(UsageError, match=r"m\.json"):
        read_older_manifest(path)
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="no manifest"):
        read_older_manifest(path)


def test_command_line_makes_and_applies_an_update(releases: list[Release], tmp_path: Path) -> None:
    old, new, _ = releases
    root = new.dist.parent
    command = [sys.executable, "-m", "lanpya.cli.main"]
    where = ["--config", str(root / "mkdocs.yml"), "--to", str(tmp_path / "d")]
    done = subprocess.run(
        [*command, "bundle", "zip", *where, "--since", str(old.manifest)],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    made = [Path(line) for line in done.stdout.splitlines() if "-since-" in line]
    assert sorted(path.suffix for path in made) == [".html", ".html", ".zip"]
    copy = tmp_path / "copy"
    unpack(whole_of(old), copy)
    unpack(update_of(new), copy)
    done = subprocess.run(
        [*command, "verify", copy, "--key", str(KEY.public), "--manifest", new.manifest, "--tidy"],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout
    assert read_tree(copy) == read_tree(new.publication.site.folder)
