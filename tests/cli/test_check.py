import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lanpya.cli.main import main
from tests.checks.cases import ABOUT, EN, MY, TOPICS, page
from tests.conftest import REPOSITORY
from tests.content.sites import sound_files, write_files

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path, sound_files())


@pytest.fixture
def run(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in the folder of the site: (exit status, standard output, error)."""

    def run_main(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.chdir(root)
        status = main(arguments)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run_main


def test_check_of_a_sound_site_says_so_and_ends_with_0(run: Run) -> None:
    assert run("check") == (0, "", "nothing to mend / ပြင်ရန် မရှိပါ\n")
    assert run("check", "--format", "github", "--lang", "en") == (0, "", "nothing to mend\n")
    assert run("check", "--format", "json", "--lang", "my") == (0, "[]\n", "ပြင်ရန် မရှိပါ\n")


def test_check_in_burmese_says_nothing_in_english(run: Run, root: Path) -> None:
    assert run("check", "--fix", "--lang", "my")[2] == "ဖိုင် 0 ခု ပြင်ပြီး\nပြင်ရန် မရှိပါ\n"
    write_files(root, {ABOUT: "x"})
    assert run("check", "--lang", "my")[2] == "ဖိုင် 1 ခုတွင် ပြင်ရန် 1 ချက် ရှိသည်\n"
    status, said, error = run("check", "--lang", "my", "docs/en/nowhere.md")
    assert (status, said, error) == (2, "", "lanpya: docs/en/nowhere.md မရှိပါ\n")


def test_check_of_this_repository_ends_with_0(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["check", "--config", str(REPOSITORY / "mkdocs.yml")])
    assert (status, capsys.readouterr().out) == (0, "")


def test_check_of_a_site_with_faults_ends_with_1(run: Run, root: Path) -> None:
    write_files(root, {ABOUT: "x", MY: "x"})
    status, said, error = run("check", "--lang", "en")
    assert status == 1
    assert [line.split(": ")[0] for line in said.splitlines() if line.startswith("docs")] == [
        f"{ABOUT}:1:1",
        f"{MY}:1:1",
    ]
    assert error == "2 to mend in 2 files\n"


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ((), [ABOUT, EN, "docs/my/legal.md"]),
        ((".",), [ABOUT, EN, "docs/my/legal.md"]),
        (("docs",), [ABOUT, EN, "docs/my/legal.md"]),
        (("docs/en",), [ABOUT, EN]),
        (("docs/en/articles",), [EN]),
        (("docs/my",), ["docs/my/legal.md"]),
        ((ABOUT,), [ABOUT]),
        ((ABOUT, EN), [ABOUT, EN]),
        (("docs/en/articles/../about.md",), [ABOUT]),
        (("docs/en/safety.md",), []),
        (("mkdocs.yml",), []),
    ],
)
def test_check_of_paths_says_what_is_wrong_there(
    run: Run, root: Path, paths: tuple[str, ...], expected: list[str]
) -> None:
    write_files(root, {ABOUT: page("[a](b.md)"), EN: "x", "docs/en/legal.md": page("Text.")})
    status, said, _ = run("check", "--format", "json", *paths)
    assert [finding["path"] for finding in json.loads(said)] == expected
    assert status == (1 if expected else 0)


def test_check_of_a_page_says_what_is_wrong_with_its_folders(run: Run, root: Path) -> None:
    odd = "docs/en/articles/Odd"
    write_files(root, {f"{odd}/b.md": "x", f"{odd}/c.md": "x"})
    _, said, _ = run("check", "--format", "json", f"{odd}/b.md")
    assert [(f["path"], f["code"]) for f in json.loads(said)] == [
        (odd, "file-name"),
        (f"{odd}/b.md", "front-matter-missing"),
    ]


def test_check_of_a_symbolic_link_is_about_the_link(run: Run, root: Path) -> None:
    write_files(root, {"docs/en/link.md": Path("about.md")})
    _, said, _ = run("check", "--format", "json", "docs/en/link.md")
    assert [finding["code"] for finding in json.loads(said)] == ["symbolic-link"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("docs/en/nowhere.md",), "docs/en/nowhere.md is not there"),
        (("--config", "nowhere.yml"), "nowhere.yml is not there."),
        (("--config", "docs/topics.yml"), "names no languages"),
        (("--config", "docs"), "can not be read"),
    ],
)
def test_check_that_can_not_start_ends_with_2(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    status, out, error = run("check", *arguments)
    assert (status, out) == (2, "")
    assert error.startswith("lanpya: ")
    assert said in error


def test_check_without_docs_ends_with_2(run: Run, root: Path) -> None:
    (root / "docs").rename(root / "pages")
    assert run("check")[0] == 2


@pytest.mark.parametrize("arguments", [("--format", "xml"), ("--lang", "xx"), ("--nothing",)])
def test_check_with_wrong_options_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        run("check", *arguments)
    assert caught.value.code == 2


def test_check_reads_another_configuration_and_shows_paths_from_there(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(root, {ABOUT: "x"})
    assert main(["check", "--config", str(root / "mkdocs.yml"), "--lang", "en"]) == 1
    assert capsys.readouterr().out.startswith(f"{ABOUT}:1:1: front-matter-missing")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_check_can_be_written_in_any_locale(root: Path, encoding: str) -> None:
    write_files(root, {ABOUT: "x"})
    (root / "docs/en/articles" / "a\udcff.md").write_text("x", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "lanpya.cli.main", "check"],
        cwd=root,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert done.returncode == 1
    assert done.stderr.decode("utf-8").startswith("3 to mend in 2 files / ")
    assert "အချက်အလက်ပိုင်း" in done.stdout.decode("utf-8")


def test_check_whose_reader_goes_away_ends_quietly(root: Path) -> None:
    write_files(root, {f"docs/en/articles/p{n}.md": "x" for n in range(500)})
    command = [sys.executable, "-m", "lanpya.cli.main", "check"]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        error = process.stderr.read().decode("utf-8")
    assert "Traceback" not in error
    assert process.returncode == 1


def test_check_survives_a_page_per_attack_in_one_run(run: Run, root: Path) -> None:
    attacks = ["[" * 8000, "\0" * 100, "- " * 500 + "x", "---\n" * 5000, "\\" * 50_000]
    files = {f"docs/en/articles/p{n}.md": page(text) for n, text in enumerate(attacks)}
    files |= {
        f"docs/en/articles/q{n}.md": f"---\ntitle: {text}\n---\n" for n, text in enumerate(attacks)
    }
    write_files(root, files)
    _, said, _ = run("check", "--format", "json")
    assert {finding["path"] for finding in json.loads(said)} == set(files)


def test_fix_mends_the_pages_that_are_asked_for_and_says_what_it_did(run: Run, root: Path) -> None:
    slips = page("၂ဝ၂၄ ") + "\n"
    write_files(root, {"docs/my/about.md": slips, "docs/my/safety.md": slips, ABOUT: "x"})
    (root / "docs/my/about.md").chmod(0o640)
    status, said, error = run("check", "--fix", "--lang", "en", "docs/my/about.md")
    assert (status, said) == (0, "")
    assert error.splitlines() == [
        "docs/my/about.md:5: spaces at the end of the line taken away",
        "docs/my/about.md:5: spelling: ၂ဝ၂၄ → ၂၀၂၄",
        "docs/my/about.md:7: one line end at the end of the file",
        "1 files mended",
        "nothing to mend",
    ]
    assert (root / "docs/my/about.md").read_text(encoding="utf-8") == page("၂၀၂၄")
    assert (root / "docs/my/safety.md").read_text(encoding="utf-8") == slips
    if os.name == "posix":
        assert (root / "docs/my/about.md").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in (root / "docs/my").iterdir()) == [
        "about.md", "articles", "contribute.md", "index.md", "safety.md",
    ]  # fmt: skip


def test_fix_leaves_what_it_can_not_mend_to_a_person(run: Run, root: Path) -> None:
    link = Path("safety.md")
    broken: dict[str, str | bytes | Path | None]
    broken = {ABOUT: b"\xff ", MY: "x \n", "docs/en/link.md": link, TOPICS: b"a: \xff"}
    write_files(root, broken)
    before = {path: path.read_bytes() for path in (root / "docs").rglob("*.md")}
    status, said, error = run("check", "--fix", "--lang", "en", "--format", "json")
    assert status == 1
    assert {found["path"] for found in json.loads(said)} >= {ABOUT, MY, TOPICS}
    assert {path: path.read_bytes() for path in (root / "docs").rglob("*.md")} == before
    assert error.startswith("0 files mended\n")


def test_fix_twice_has_nothing_left_to_do(run: Run, root: Path) -> None:
    write_files(root, {"docs/my/about.md": page("၂ဝ၂၄ \u2060က  \nခ \r\n\n")})
    assert "1 files mended" in run("check", "--fix")[2]
    assert run("check", "--fix", "--lang", "en") == (0, "", "0 files mended\nnothing to mend\n")
