from pathlib import Path

from lanpya.findings import Finding, Proposal, render_github, render_json, render_text
from tests.checks.cases import ABOUT, PASTED, TOPICS, TYPED, page
from tests.content.sites import check_site, show, sound_files, write_files


def find(root: Path, body: str) -> list[Finding]:
    return check_site(write_files(root, {**sound_files(), ABOUT: page(body)}))


def test_zawgyi_is_exempt_where_the_language_is(tmp_path: Path) -> None:
    files = sound_files(("en", "shn"))
    pasted = {
        "docs/shn/about.md": page(PASTED, title=PASTED),
        TOPICS: files[TOPICS].replace('shn: "w"', f'shn: "{PASTED}"'),
    }
    assert show(check_site(write_files(tmp_path, {**files, **pasted}))) == []


def test_zawgyi_is_not_exempt_by_the_id_of_a_topic(tmp_path: Path) -> None:
    topics = sound_files()[TOPICS].replace("  aid:", "  shn:").replace("[aid]", "[shn]")
    article = sound_files()["docs/en/articles/a.md"].replace("[aid]", "[shn]")
    changed = {
        TOPICS: topics.replace('my: "w"', f'my: "{PASTED}"', 1),
        "docs/en/articles/a.md": article,
    }
    found = check_site(write_files(tmp_path, {**sound_files(), **changed}))
    assert [finding.code for finding in found] == ["zawgyi"]


def test_zawgyi_proposal_is_the_whole_block_and_leaves_code_and_addresses(tmp_path: Path) -> None:
    block = "- {0}, `ေရႊျပည္ေတာ္` {0}\n- [{0}](../ေရႊျပည္ေတာ္.md) {1}\n- KNU 12"
    found = find(tmp_path, f"{block.format(PASTED, TYPED)}\n\nText.")
    proposals = [finding.proposal for finding in found if finding.code == "zawgyi"]
    assert proposals == [Proposal(block.format(PASTED, TYPED), block.format(TYPED, TYPED))]


def test_zawgyi_is_shown_with_its_proposal_in_every_format(tmp_path: Path) -> None:
    long = f"{PASTED} " * 8
    findings = find(tmp_path, f"{TYPED}\n{long}")
    wanted = f"+ {TYPED} {TYPED}"
    assert wanted in render_text(findings, tmp_path)
    assert wanted in render_github(findings, ["en"])
    assert TYPED in render_json(findings, ["en"])
    assert f"- {TYPED}" not in render_text(findings, tmp_path), "a line that stays as it is"
