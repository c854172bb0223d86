"""The golden files of this room: what the command line makes of each sample.

`python -m tests.convert.golden` writes them anew; read the difference before you commit it.
"""

import contextlib
import io
import json
import tempfile
from pathlib import Path

from tests.convert.reading import GOLDEN, SAMPLES, run_cli


def make_golden(sample: Path) -> tuple[str, str]:
    """(draft page, structured result as indented JSON) of a sample, by the command line."""
    with tempfile.TemporaryDirectory() as folder:
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            status = run_cli(str(sample), "--to", folder, "--json")
        assert status == 0
        result = json.loads(output.getvalue())
        draft = Path(result.pop("draft")).read_text(encoding="utf-8")
    result["source"]["path"] = sample.name
    return draft, json.dumps(result, ensure_ascii=False, indent=1) + "\n"


def list_samples() -> list[Path]:
    """The samples, by name."""
    return sorted(SAMPLES.glob("*.txt"))


if __name__ == "__main__":
    for one in list_samples():
        page, facts = make_golden(one)
        (GOLDEN / f"{one.stem}.md").write_text(page, encoding="utf-8")
        (GOLDEN / f"{one.stem}.json").write_text(facts, encoding="utf-8")
