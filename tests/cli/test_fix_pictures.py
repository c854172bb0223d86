"""`lanpya check --fix`, of pictures."""

from pathlib import Path

import pytest

from lanpya.cli.main import main
from lanpya.content.pictures import BUDGET, read_picture
from tests.content.photographs import SECRETS, encoded, photograph, scene
from tests.content.sites import sound_files, standing_page, write_files

IMAGES = "docs/assets/images"
PAGE = standing_page("about") + "\n![A road](../assets/images/road.jpg)\n"
SOUND = encoded(scene((20, 10)), "PNG")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_files(tmp_path, sound_files())
    write_files(tmp_path, {f"{IMAGES}/road.jpg": photograph(), f"{IMAGES}/map.png": SOUND})
    return write_files(tmp_path, {"docs/en/about.md": PAGE, "docs/my/about.md": PAGE})


def fix(root: Path, *paths: str) -> None:
    config = ["--config", str(root / "mkdocs.yml")]
    main(["check", "--fix", "--lang", "en", *config, *(str(root / path) for path in paths)])


def names(root: Path) -> list[str]:
    return sorted(path.name for path in (root / IMAGES).iterdir())


def test_photograph_is_drawn_anew_and_pages_lead_there(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fix(root)
    assert names(root) == ["map.png", "road.webp"]
    data = (root / IMAGES / "road.webp").read_bytes()
    assert read_picture(data).extras == ()
    assert len(data) <= BUDGET
    assert (root / IMAGES / "map.png").read_bytes() == SOUND
    for tag in ("en", "my"):
        page = (root / f"docs/{tag}/about.md").read_text(encoding="utf-8")
        assert page == PAGE.replace("road.jpg", "road.webp")
    assert f"{IMAGES}/road.jpg: drawn anew, " in capsys.readouterr().err
    for path in (root / "docs").rglob("*"):
        if path.is_file():
            assert not [secret for secret in SECRETS if secret in path.read_bytes()]


def test_fix_twice_changes_nothing_more(root: Path) -> None:
    fix(root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    fix(root)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_only_the_pictures_that_are_asked_for(root: Path) -> None:
    fix(root, "docs/en/about.md")
    assert names(root) == ["map.png", "road.jpg"]
    fix(root, f"{IMAGES}/road.jpg")
    assert names(root) == ["map.png", "road.webp"]
    assert "road.webp" in (root / "docs/my/about.md").read_text(encoding="utf-8")


def test_other_picture_of_the_name_stays(root: Path) -> None:
    other = encoded(scene((30, 10)), "WEBP")
    write_files(root, {f"{IMAGES}/road.webp": other})
    fix(root)
    assert names(root) == ["map.png", "road-2.webp", "road.webp"]
    assert (root / IMAGES / "road.webp").read_bytes() == other
    assert "road-2.webp" in (root / "docs/en/about.md").read_text(encoding="utf-8")


def test_what_can_not_be_drawn_is_left_to_a_person(root: Path) -> None:
    frames = [scene((20, 20)), scene((20, 20)).rotate(90)]
    moving = encoded(frames[0], "PNG", save_all=True, append_images=frames[1:])
    broken = {f"{IMAGES}/moving.png": moving, f"{IMAGES}/none.webp": b"<script>"}
    write_files(root, broken)
    fix(root)
    assert {f"{IMAGES}/{name}" for name in names(root)} >= broken.keys()
    assert (root / IMAGES / "moving.png").read_bytes() == moving


def test_large_picture_is_made_small(root: Path) -> None:
    write_files(root, {f"{IMAGES}/big.png": encoded(scene((3000, 2000)), "PNG")})
    fix(root)
    picture = read_picture((root / IMAGES / "big.webp").read_bytes())
    assert (picture.width, picture.height) == (960, 640)
