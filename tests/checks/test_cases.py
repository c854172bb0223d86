from pathlib import Path

import pytest

from lanpya.findings import message_languages, word_finding
from tests.checks.cases import CASES, Case
from tests.content.sites import check_site, show, sound_files, write_files


def write_case(root: Path, case: Case) -> Path:
    write_files(root, sound_files())
    return write_files(root, case.files)


@pytest.mark.parametrize("name", CASES)
def test_case_has_its_findings_and_no_others(tmp_path: Path, name: str) -> None:
    findings = check_site(write_case(tmp_path, CASES[name]))
    assert show(findings) == list(CASES[name].expected)
    for finding in findings:
        for language in message_languages():
            message = word_finding(finding, language)
            assert message.text
            assert message.hint
